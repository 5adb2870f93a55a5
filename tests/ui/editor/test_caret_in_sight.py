"""The line one writes on, or is taken to, is in sight, with room under it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.desk import window_of
from writerdesk.manuscript import Place
from writerdesk.ui.message_bar import Message, Offer, Tone


@pytest.fixture
def editor(qtbot):
    window = window_of(qtbot, ([f"Passage {number}. " * 30 for number in range(60)],))
    window.story.show_mode("write")
    yield window.story.write.editor
    window.close()


def below(editor):
    """How much of the page is free under the caret's line."""
    return editor.viewport().height() - editor.cursorRect().bottom()


def test_the_line_being_written_never_sticks_to_the_edge(editor):
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "More words " * 20)
    assert below(editor) >= 2.9 * editor.cursorRect().height()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert below(editor) >= 2.9 * editor.cursorRect().height()


def test_a_key_that_moves_nothing_scrolls_nothing(editor):
    bar = editor.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == before


def test_a_bar_over_the_page_does_not_cover_the_line_being_written(editor, qtbot):
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "More.")
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() - below(editor) + 4)
    high = editor.height()
    messages = editor.window().messages
    for number in range(3):
        offers = (Offer("Do it", tuple),)
        messages.show_message(Message(f"Something is so, {number}.", Tone.WARN, "", offers))
    qtbot.waitUntil(lambda: editor.height() < high)
    assert below(editor) >= 0


def test_what_was_out_of_sight_arrives_at_a_third_of_the_page(editor):
    ids = editor.text.document.ids
    editor.go_to(Place(ids[30], 0))
    high = editor.viewport().height()
    assert abs(editor.cursorRect().top() - high / 3) < editor.cursorRect().height()
    before = editor.verticalScrollBar().value()
    editor.go_to(Place(ids[30], 5))
    assert editor.verticalScrollBar().value() == before
