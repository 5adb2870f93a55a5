"""Finding: in the draft, and anything by the palette."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from writerdesk.ui.choices import Choice, likely
from writerdesk.ui.commands import words_in_full
from writerdesk.ui.compare_page.doers import CERTAINTIES, OVERLOOKED

MODE = "write"


def test_the_likeliest_choice_begins_with_what_was_typed():
    choices = [Choice(words, "", lambda: None) for words in ("Undo", "New Draft", "Draft goal")]
    assert [c.words for c in likely(choices, "dra")] == ["Draft goal", "New Draft"]
    assert [c.words for c in likely(choices, "draft ne")] == ["New Draft"]
    assert likely(choices, "") == choices
    of_menus = [Choice(words, "", lambda: None) for words in ("Select All", "Ties: All")]
    assert [c.words for c in likely(of_menus, "all")] == ["Ties: All", "Select All"]


def test_the_palette_opens_drafts_and_does_commands(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.parts.finder.isVisible())
    QTest.keyClicks(window.parts.finder.field, "B: in")
    QTest.keyClick(window.parts.finder.field, Qt.Key.Key_Return)
    assert window.story.row(window.story.draft).letter == "B"
    assert not window.parts.finder.isVisible()
    window.actions_["help.palette"].trigger()
    QTest.keyClicks(window.parts.finder.field, "sepia")
    QTest.keyClick(window.parts.finder.field, Qt.Key.Key_Return)
    assert window._look.palette.name == "sepia"


def test_the_palette_knows_ties_and_what_is_overlooked_by_their_menu_in_every_mode(window):
    page = window.story.compare
    assert not page.isVisible()
    for typed, id in (("ties all", "ties.all"), ("Ties sure", "ties.sure"), ("all", "ties.all")):
        choose(window, typed)
        assert page.certainty.value == CERTAINTIES[id]
        assert window.actions_[id].isChecked()
    for id, what in OVERLOOKED.items():
        before = getattr(page.comparing.settings, what)
        choose(window, words_in_full()[id].replace(":", ""))
        assert getattr(page.comparing.settings, what) is not before
        assert window.actions_[id].isChecked() is not before


def choose(window, typed):
    window.actions_["help.palette"].trigger()
    window.parts.finder.field.setText(typed)
    QTest.keyClick(window.parts.finder.field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    "key", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier]
)
def test_plus_makes_the_text_larger_on_the_keypad_too(window, key):
    editor = window.story.write.editor
    QTest.keyClick(editor, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | key)
    assert window.status.zoom.text() == "111 %"


def test_escape_puts_the_palette_away_and_does_nothing(window):
    window.actions_["help.palette"].trigger()
    QTest.keyClick(window.parts.finder.field, Qt.Key.Key_Escape)
    assert not window.parts.finder.isVisible()
    assert len(window.story.rows) == 3


def test_find_goes_from_hit_to_hit_and_replace_all_is_one_undo(window):
    bar, editor = window.story.write.find_bar, window.story.write.editor
    window.actions_["edit.replace"].trigger()
    QTest.keyClicks(bar.field, "THE")
    assert "2" in bar._count.text()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert editor.textCursor().selectedText() == "The"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert editor.textCursor().selectedText() == "the"
    QTest.keyClicks(bar.other, "a")
    bar._all.click()
    said = [p.text for p in editor.text.document.paragraphs]
    assert said == ["a harbour froze in March.", "Ida counted a boats."]
    assert window.story.workspace.story.drafts[0].text is editor.text.document
    editor.undo()
    assert editor.text.document.paragraphs[0].text == "The harbour froze in March."


def test_reading_does_not_type_and_zoom_is_told(window):
    editor = window.story.write.editor
    window.actions_["view.reading"].trigger()
    QTest.keyClicks(editor, "xyz")
    assert editor.text.document.paragraphs[0].text == "The harbour froze in March."
    window.actions_["view.reading"].trigger()
    QTest.keyClicks(editor, "x")
    assert editor.text.document.paragraphs[0].text.startswith("x")
    window.actions_["view.zoom_in"].trigger()
    assert window.status.zoom.text() == "111 %"
    window.actions_["view.zoom_reset"].trigger()
    assert window.status.zoom.text() == "100 %"
