"""Editing where one compares: over the passage, live in the marks, one undo, nothing moves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.desk import click_into, comparing, said
from writerdesk.ui.pane.margins import sign_box
from writerdesk.ui.pane.passages import text_origin
from writerdesk.ui.pane.pencil import is_pencil_at

LONG = (
    "A dog barked somewhere behind the sheds, and nobody in Ida’s house had an answer to it. " * 6
)
TWO = (
    ["The harbour froze in March.", "Ida counted the boats twice.", "It was cold.", LONG],
    ["The harbour froze in April.", "Ida counted the boats twice.", "It was cold.", LONG],
)


@pytest.fixture
def window(qtbot):
    with comparing(qtbot, TWO) as window:
        yield window


def open_at(window, column, paragraph):
    click_into(window, column, paragraph, across=2)
    QTest.keyClick(window.story.compare.pane.view, Qt.Key.Key_Return)
    return window.story.compare.in_place.editor


def compared(window, qtbot, number):
    """Wait until the pane shows what the draft says."""
    pane = window.story.compare.pane
    story = window.story.workspace
    qtbot.waitUntil(
        lambda: pane.columns[number].document is story.story.drafts[number].text, timeout=60_000
    )


def test_what_is_typed_goes_to_the_draft_and_is_compared_again(window, qtbot):
    editor = open_at(window, 1, 0)
    QTest.keyClicks(editor, "Look: ")
    qtbot.waitUntil(lambda: said(window, 1)[0].startswith("Look: The"))
    compared(window, qtbot, 1)
    assert window.story.compare.in_place.editor is editor
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert window.story.compare.in_place.editor is None
    assert window.story.mode == "compare"


def test_a_session_in_one_passage_is_one_undo(window, qtbot):
    before = said(window, 0)
    editor = open_at(window, 0, 1)
    QTest.keyClicks(editor, "Then ")
    qtbot.waitUntil(lambda: said(window, 0)[1].startswith("Then Ida"))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    window.actions_["edit.undo"].trigger()
    assert said(window, 0) == before
    window.actions_["edit.redo"].trigger()
    assert said(window, 0)[1].startswith("Then Ida")


def test_the_draft_is_ready_to_be_written_into_before_the_first_key(window, qtbot):
    live, (_, draft) = window.story.live, window.story.compare.slots
    assert not live.is_ready(draft)
    open_at(window, 1, 0)
    qtbot.waitUntil(lambda: live.is_ready(draft))


def test_an_act_that_came_later_is_undone_first(window, qtbot):
    editor = open_at(window, 0, 0)
    QTest.keyClicks(editor, "So ")
    qtbot.waitUntil(lambda: said(window, 0)[0].startswith("So "))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    compared(window, qtbot, 0)
    open_caret = window.story.compare.pane.view
    open_caret.change(current=0)
    window.story.compare.take("beat")
    assert said(window, 1)[0].startswith("So ")
    window.actions_["edit.undo"].trigger()
    assert said(window, 1)[0] == TWO[1][0]
    assert said(window, 0)[0].startswith("So ")


def test_enter_parts_the_passage_and_both_halves_are_edited(window, qtbot):
    editor = open_at(window, 0, 0)
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "New.")
    qtbot.waitUntil(lambda: said(window, 0)[1:2] == ["New."])
    assert said(window, 0)[0] == TWO[0][0]
    text = window.story.workspace.story.drafts[0].text
    assert len(set(text.ids)) == len(text.ids) == len(TWO[0]) + 1


def test_no_word_moves_when_the_editor_opens(window):
    view = window.story.compare.pane.view
    block = next(b for b in view.scene.stage.blocks() if b[:2] == (0, 0))
    setting = view.scene.typesetter.set(0, 0)
    baseline = text_origin(view.scene, block).y() + setting.lines[0].baseline
    editor = open_at(window, 0, 0)
    layout = editor.document().begin().layout()
    line = layout.lineAt(0)
    top = editor.document().documentLayout().blockBoundingRect(editor.document().begin()).top()
    assert editor.y() + top + line.y() + line.ascent() == pytest.approx(baseline, abs=1)
    assert editor.x() == view.scene.geometry.columns[0].text


def test_a_click_on_the_pencil_beside_a_passage_edits_it(window):
    view = window.story.compare.pane.view
    for column in (0, 1):
        click_into(window, column, 1)
        block = next(b for b in view.scene.stage.blocks() if b[:2] == (column, 1))
        point = sign_box(view.scene, block).center()
        assert is_pencil_at(view.scene, point)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
        editor = window.story.compare.in_place.editor
        assert editor.toPlainText() == TWO[column][1]
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_lines_break_where_they_broke_before_the_editor_opened(window):
    for width in (1180, 1279, 1280, 1331, 1413):
        window.resize(width, 832)
        setting = window.story.compare.pane.view.scene.typesetter.set(0, 3)
        editor = open_at(window, 0, 3)
        layout = editor.document().begin().layout()
        starts = [layout.lineAt(number).textStart() for number in range(layout.lineCount())]
        assert starts == [line.start for line in setting.lines]
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_the_draft_open_in_write_has_what_was_edited_in_place(window, qtbot):
    draft = window.story.rows[0].id
    window.story.show_draft(draft)
    editor = open_at(window, 0, 2)
    QTest.keyClicks(editor, "Yes. ")
    qtbot.waitUntil(lambda: said(window, 0)[2] == "Yes. It was cold.")
    window.story.show_mode("write")
    assert "Yes. It was cold." in window.story.write.editor.toPlainText()
    assert window.story.compare.in_place.editor is None
