"""Spelling in the window: marks in sight, what may have been meant, words of the story's own."""

import pytest
from PySide6.QtWidgets import QMenu

from tests.ui.desk import window_of
from tests.workspace.test_spelling import small_dictionary
from writerdesk.manuscript import Paragraph
from writerdesk.ui import spelling as spelling_module
from writerdesk.ui.spelling import SpellingWish

THREE = (["The harbor froze. Ida’s harbor.", "The harbour froze"],)
WORDS = ("harbour", "froze", "the", "The", "in")


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    pytest.importorskip("hunspell")
    small_dictionary(tmp_path, "en_US", WORDS)
    monkeypatch.setattr(spelling_module, "dictionary_folders", lambda _folder: (tmp_path,))
    window = window_of(qtbot, THREE)
    window.story.show_mode("write")
    window.check_spelling(SpellingWish(on=True))
    yield window
    window.close()


def wrong(window, number=0):
    paragraph = window.story.write.editor.text.document.paragraphs[number]
    return [word.form for word in window.parts.spelling.wrong_in(paragraph.text)]


def menu_of(window, qtbot):
    def found():
        return [menu for menu in window.findChildren(QMenu) if menu.accessibleName() == "Text"]

    qtbot.waitUntil(lambda: bool(found()), timeout=60_000)
    return found()[-1]


def entries(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_misspelled_words_in_sight_are_known_soon(window, qtbot):
    qtbot.waitUntil(lambda: wrong(window) == ["harbor", "Ida's", "harbor"], timeout=60_000)
    assert wrong(window, 1) == []


def test_the_marks_are_painted_and_no_part_of_the_text(window, qtbot):
    editor = window.story.write.editor
    editor.clearFocus()
    before = editor.grab().toImage()
    qtbot.waitUntil(lambda: len(wrong(window)) == 3, timeout=60_000)
    assert editor.grab().toImage() != before
    assert editor.text.document.paragraphs[0] == Paragraph("The harbor froze. Ida’s harbor.")
    assert not editor.text.qt.isUndoAvailable()


def test_f7_goes_from_word_to_word_and_what_was_meant_is_one_undo(window, qtbot):
    editor = window.story.write.editor
    window.actions_["edit.spelling"].trigger()
    menu = menu_of(window, qtbot)
    assert editor.textCursor().selectedText() == "harbor"
    assert entries(menu)[0] == "harbour"
    menu.actions()[0].trigger()
    assert editor.text.document.paragraphs[0].text == "The harbour froze. Ida’s harbor."
    editor.undo()
    assert editor.text.document.paragraphs[0].text == "The harbor froze. Ida’s harbor."


def test_a_word_added_is_right_in_the_whole_story_and_can_be_taken_back(window, qtbot):
    qtbot.waitUntil(lambda: len(wrong(window)) == 3, timeout=60_000)
    window.parts.spelling._add("Ida")
    assert wrong(window) == ["harbor", "harbor"]
    window.story.list.view.setFocus()
    window.story.workspace.undo_act()
    assert len(wrong(window)) == 3


def test_a_word_can_be_ignored_for_now(window, qtbot):
    qtbot.waitUntil(lambda: len(wrong(window)) == 3, timeout=60_000)
    window.parts.spelling._ignore("harbor")
    assert wrong(window) == ["Ida's"]


def test_without_a_dictionary_the_writer_is_told_what_to_do_once(window, qtbot, monkeypatch):
    monkeypatch.setattr(spelling_module, "system_language", lambda: "sv-SE")
    window.parts.spelling.follow(SpellingWish(on=False))
    window.parts.spelling.follow(SpellingWish(on=True))
    (message,) = window.messages.shown
    assert "Svenska" in message.words
    chosen = []
    window.spelling_chosen.connect(lambda wish: chosen.append((wish.on, wish.folder)))
    message.offers[0].act()
    assert "sv_SE.dic" in window.messages.shown[0].words
    message.offers[1].act()
    assert chosen == [(False, "")]
    assert not window.actions_["view.spelling"].isChecked()
