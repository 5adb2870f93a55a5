"""Replacing in all drafts, by the dialog a writer sees: preview, choice, one undo."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from writerdesk.ui.exchanges import leaves
from writerdesk.ui.replace_dialog import ReplaceDialog

MODE = "write"


def dialog_of(window):
    return next(one for one in window.findChildren(ReplaceDialog) if one.isVisible())


def said(window):
    return [draft.text.paragraphs[0].text for draft in window.story.workspace.story.drafts]


def test_what_is_let_through_changes_in_every_draft_and_is_one_undo(window):
    before = said(window)
    QTest.keyClick(
        window.story.write.editor,
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    dialog = dialog_of(window)
    QTest.keyClicks(dialog.words, "harbour")
    QTest.keyClicks(dialog.instead, "bay")
    assert [hit.words for hit in dialog.chosen] == ["harbour", "harbour"]
    assert dialog._do.text() == "Replace 2 Places"
    dialog.accept()
    assert said(window) == ["The bay froze in March.", "In March the bay froze.", "It was cold."]
    assert window.story.write.editor.toPlainText().startswith("The bay")
    assert "everywhere" in window.actions_["edit.undo"].text()
    window.messages.shown[-1].offers[0].act()
    assert said(window) == before
    assert window.story.write.editor.toPlainText().startswith("The harbour")


def test_undo_in_a_text_takes_a_replacement_back_in_every_draft(window):
    before, editor = said(window), window.story.write.editor
    window.actions_["edit.replace_everywhere"].trigger()
    dialog = dialog_of(window)
    dialog.words.setText("harbour")
    dialog.instead.setText("bay")
    dialog.accept()
    after = said(window)
    assert [message.topic for message in window.messages.shown] == ["replaced"]
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClicks(editor, "x")
    for key, expected in (
        (Qt.Key.Key_Z, after),
        (Qt.Key.Key_Z, before),
        (Qt.Key.Key_Z, before),
        (Qt.Key.Key_Y, after),
        (Qt.Key.Key_Z, before),
    ):
        QTest.keyClick(editor, key, control)
        window.story.live.tell_all()
        assert said(window) == expected
        assert editor.toPlainText().startswith(expected[0])
    # What is back already is not offered back.
    assert window.messages.shown == []


def test_a_place_can_be_left_out(window):
    window.actions_["edit.replace_everywhere"].trigger()
    dialog = dialog_of(window)
    dialog.words.setText("harbour")
    dialog.instead.setText("bay")
    next(leaves(dialog.tree)).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog._do.text() == "Replace 1 Place"
    dialog.accept()
    assert said(window)[:2] == ["The harbour froze in March.", "In March the bay froze."]


def test_nothing_chosen_can_not_be_done(window):
    window.actions_["edit.replace_everywhere"].trigger()
    dialog = dialog_of(window)
    dialog.words.setText("sentinel")
    assert not dialog._do.isEnabled()
    dialog.reject()
    assert said(window)[0] == "The harbour froze in March."


def test_the_bar_counts_capitals_and_whole_words_if_asked(window):
    bar = window.story.write.find_bar
    window.actions_["edit.find"].trigger()
    bar.field.setText("the")
    assert "2" in bar._count.text() or "1" in bar._count.text()
    bar.field.setText("arc")
    assert bar._count.text() == "1 place"
    bar.whole.click()
    assert bar._count.text() == "Nothing found"
    bar.whole.click()
    bar.field.setText("HARBOUR")
    bar.capitals.click()
    assert bar._count.text() == "Nothing found"


def test_one_replaces_without_a_mouse(window):
    window.actions_["edit.replace"].trigger()
    bar = window.story.write.find_bar
    QTest.keyClicks(window.focusWidget(), "harbour")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is bar.other
    QTest.keyClicks(window.focusWidget(), "bay")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.story.write.editor.toPlainText().startswith("The bay froze")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is bar.field
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.focusWidget() is window.story.write.editor


def test_what_was_looked_for_last_can_be_typed_over(window):
    window.actions_["edit.find"].trigger()
    QTest.keyClicks(window.focusWidget(), "harbour")
    window.actions_["edit.replace_everywhere"].trigger()
    dialog = dialog_of(window)
    assert dialog.words.selectedText() == "harbour"
    dialog.reject()
