"""What stands in the menus and is seldom done: each does what it says, in one step of undo."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QSpinBox

MODE = "write"


def texts(window):
    window.story.live.tell_all()
    return [[p.text for p in one.text.paragraphs] for one in window.story.workspace.story.drafts]


def undo_name(window):
    return window.actions_["edit.undo"].text().replace("&", "")


def test_a_duplicate_says_the_same_and_has_the_next_letter(window):
    before = texts(window)
    window.actions_["draft.duplicate"].trigger()
    assert texts(window) == [*before, before[0]]
    assert [row.letter for row in window.story.rows] == ["A", "B", "C", "D"]
    window.story.show_mode("overview")
    window.actions_["edit.undo"].trigger()
    assert texts(window) == before


def test_a_word_goal_is_asked_for_and_the_list_shows_how_far_it_is(window):
    def answer():
        (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
        (field,) = dialog.findChildren(QSpinBox)
        assert field.value() == 100
        field.setValue(16)
        dialog.accept()

    QTimer.singleShot(0, answer)
    window.actions_["draft.goal"].trigger()
    assert window.story.workspace.story.drafts[0].goal == 16
    assert window.story.rows[0].facts.goal == 16


def test_a_passage_is_aligned_and_one_undo_takes_it_back(window):
    editor = window.story.write.editor
    for command, side in (("align.centre", "centre"), ("align.right", "right")):
        window.actions_[command].trigger()
        assert editor.text.document.paragraphs[0].align == side
        assert window.actions_[command].isChecked()
    editor.undo()
    assert editor.text.document.paragraphs[0].align == "centre"


def test_with_typewriter_scrolling_the_line_stays_where_it_is(window):
    editor = window.story.write.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for number in range(60):
        editor.insertPlainText(f"\nLine {number}.")
    window.actions_["view.typewriter"].trigger()
    wanted = editor.viewport().height() * 0.45
    for step in (QTextCursor.MoveOperation.Up,) * 3 + (QTextCursor.MoveOperation.Down,):
        editor.moveCursor(step)
        assert abs(editor.cursorRect().top() - wanted) <= editor.cursorRect().height()


def test_focus_leaves_the_text_alone_and_gives_everything_back(window):
    around = (window.menuBar(), window.status, window.story.list, window.story.write.head)
    window.actions_["view.focus"].trigger()
    assert not any(part.isVisible() for part in around)
    assert window.story.write.editor.isVisible()
    window.actions_["view.focus"].trigger()
    assert all(part.isVisible() for part in around)
