"""Input methods: what is still being composed is no text of the draft, come what may."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.editor.test_smart_typing import desk, said
from writerdesk.manuscript import Paragraph

MODE = "write"


def compose(editor, preedit):
    QApplication.sendEvent(editor, QInputMethodEvent(preedit, []))


def commit(editor, text, *, instead_of=0):
    event = QInputMethodEvent()
    event.setCommitString(text, -instead_of, instead_of)
    QApplication.sendEvent(editor, event)


def composed(editor):
    return editor.textCursor().block().layout().preeditAreaText()


def test_what_is_composed_is_not_in_the_text_until_it_is_committed(qapp):
    made = desk("so ")
    before = made.text.document
    compose(made.editor, "にほん")
    assert composed(made.editor) == "にほん"
    assert made.text.document is before
    assert not made.text.qt.isUndoAvailable()
    commit(made.editor, "日本")
    assert said(made)[0][0] == "so 日本"
    made.editor.undo()
    assert said(made)[0][0] == "so "


def test_composing_tells_nobody_and_saves_nothing(window, qtbot):
    editor, told = window.story.write.editor, []
    window.story.workspace.draft_edited.connect(lambda *args: told.append(args))
    for preedit in ("k", "か", "かん", "漢"):
        compose(editor, preedit)
    qtbot.wait(1)
    window.story.live.tell_all()
    assert told == []
    commit(editor, "漢字")
    window.story.live.tell_all()
    assert len(told) == 1
    assert told[0][2].paragraphs[0] == Paragraph("漢字The harbour froze in March.")


def test_composing_goes_on_while_something_else_is_brought_in(window):
    editor = window.story.write.editor
    compose(editor, "かん")
    document = editor.text.document
    item = (document.ids[1], Paragraph("Ida counted none."))
    editor.bring(document.splice(1, 2, [item]))
    assert composed(editor) == "かん"
    assert editor.toPlainText() == "The harbour froze in March.\nIda counted none."


def test_nothing_half_composed_is_left_behind_in_another_draft(window):
    editor = window.story.write.editor
    compose(editor, "かん")
    first = editor.text.qt
    window.story.show_draft(window.story.rows[1].id)
    assert first.begin().layout().preeditAreaText() == ""
    assert composed(editor) == ""
    window.story.show_draft(window.story.rows[0].id)
    assert editor.toPlainText().startswith("The harbour")


def test_a_correction_replaces_the_words_it_is_meant_for(qapp):
    made = desk("helo")
    commit(made.editor, "hello", instead_of=4)
    assert said(made)[0][0] == "hello"


def test_a_quote_composed_from_a_dead_key_is_typeset_too(qapp):
    made = desk("so ")
    commit(made.editor, '"')
    assert said(made)[0][0] == "so “"
    made.editor.undo()
    assert said(made)[0][0] == 'so "'


def test_reading_takes_no_composition(window):
    window.actions_["view.reading"].trigger()
    compose(window.story.write.editor, "かん")
    commit(window.story.write.editor, "漢")
    assert window.story.write.editor.toPlainText().startswith("The harbour")
