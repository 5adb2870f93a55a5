"""Links are made, changed, taken off; lists show their signs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.ui.desk import window_of
from writerdesk.manuscript import Mark, MarkName, Paragraph
from writerdesk.ui.editor import styling
from writerdesk.ui.editor.links import link_at, may_be_opened, set_link, whole_address
from writerdesk.ui.editor.page_signs import signs_of

_KEEP = QTextCursor.MoveMode.KeepAnchor


@pytest.fixture
def editor(qtbot):
    window = window_of(qtbot, [["See the map there.", "two", "three", "four"]])
    assert window.story is not None
    window.story.show_mode("write")
    return window.story.write.editor


def at(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    return cursor


def first(editor):
    return editor.text.document.paragraphs[0]


def test_a_link_is_made_changed_and_taken_off(editor):
    set_link(at(editor, 8, 11), "https://example.org")
    assert first(editor).marks == (Mark(8, 11, MarkName.LINK, "https://example.org"),)
    inside = at(editor, 9, 9)
    assert link_at(inside) == (8, 11, "https://example.org")
    set_link(inside, "https://example.org/2")
    assert first(editor).marks == (Mark(8, 11, MarkName.LINK, "https://example.org/2"),)
    set_link(at(editor, 10, 10), "")
    assert first(editor) == Paragraph("See the map there.")
    editor.undo()
    assert first(editor).marks


def test_with_nothing_selected_the_address_is_put_in(editor):
    set_link(at(editor, 4, 4), "https://a.org")
    assert first(editor).text == "See https://a.orgthe map there."
    assert first(editor).marks == (Mark(4, 17, MarkName.LINK, "https://a.org"),)


def test_a_link_keeps_the_other_marks(editor):
    styling.toggle_mark(at(editor, 4, 11), MarkName.ITALIC)
    set_link(at(editor, 8, 14), "x:y")
    assert first(editor).marks == (
        Mark(4, 11, MarkName.ITALIC),
        Mark(8, 14, MarkName.LINK, "x:y"),
    )
    assert link_at(at(editor, 4, 4)) is None


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("example.org/a b", "https://example.org/ab"),
        ("ada@example.org", "mailto:ada@example.org"),
        ("http://x", "http://x"),
        ("#there", "#there"),
        (" ", ""),
    ],
)
def test_an_address_is_made_whole(said, address):
    assert whole_address(said) == address


def test_only_pages_and_mail_are_opened():
    assert may_be_opened("https://example.org")
    assert not may_be_opened("file:///etc/passwd")
    assert not may_be_opened("javascript:alert(1)")


def test_items_show_their_signs(editor):
    become = styling.become
    become(at(editor, 20, 30), editor.text, kind="list_item", numbering="decimal")
    block = editor.document().firstBlock()
    assert signs_of(block, 4) == ["", "1.", "2.", "3."]
    assert signs_of(block.next().next(), 2) == ["2.", "3."]
    become(at(editor, 24, 24), editor.text, kind="list_item", numbering="")
    assert signs_of(block, 4) == ["", "1.", "•", "1."]
    editor.repaint()


def test_tab_nests_the_items_of_a_list_and_shift_tab_takes_them_out(editor):
    said = list(editor.text.document.paragraphs)
    editor.setTextCursor(at(editor, 20, 26))
    styling.become(editor.textCursor(), editor.text, kind="list_item")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert [one.level for one in editor.text.document.paragraphs] == [0, 1, 1, 0]
    assert [one.text for one in editor.text.document.paragraphs] == [one.text for one in said]
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert [one.level for one in editor.text.document.paragraphs] == [0] * 4
    editor.undo()
    assert [one.level for one in editor.text.document.paragraphs] == [0, 1, 1, 0]


@pytest.mark.skipif("sys.platform == 'darwin'")
def test_a_letter_with_alt_that_opens_no_menu_writes_nothing(editor):
    before = editor.text.document
    QTest.keyClick(editor, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    assert editor.text.document is before
