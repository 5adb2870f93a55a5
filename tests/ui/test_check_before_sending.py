"""Check Before Sending lists what was found, goes there, and opens what mends it."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.desk import window_of
from writerdesk.ui.check_dialog import CheckDialog
from writerdesk.ui.places_dialog import PlacesDialog


@pytest.fixture
def window(qtbot):
    window = window_of(qtbot, (["Two  spaces here.", "And two  more, and the"], ["It was cold."]))
    window.story.show_mode("write")
    yield window
    window.close()


def dialog_of(window):
    window.actions_["story.check"].trigger()
    return next(one for one in window.findChildren(CheckDialog) if one.isVisible())


def press(dialog, words, number=0):
    [*those] = (b for b in dialog.findChildren(QPushButton) if b.text() == words)
    those[number].click()


def test_each_finding_is_said_and_gone_to_in_turn(window):
    dialog = dialog_of(window)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "It stops in mid-sentence: “…two more, and the”." in told
    assert "2 spaces are doubled." in told
    editor = window.story.write.editor
    places = []
    for _turn in range(3):
        press(dialog, "Go There", 1)
        places.append(editor.textCursor().selectionStart())
    assert places[0] == places[2] != places[1]
    assert editor.textCursor().selectedText() == "  "
    dialog.close()


def test_what_can_be_made_alike_is_shown_place_by_place(window):
    dialog = dialog_of(window)
    press(dialog, "Make Alike…")
    [places] = window.findChildren(PlacesDialog)
    assert len(places.chosen) == 2
    places.reject()
