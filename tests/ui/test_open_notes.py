"""Notes stand open in a wide margin, each beside its line; none reaches into the next."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.desk import window_of
from tests.ui.test_notes_beside import note_on
from writerdesk.story.beside import Noted
from writerdesk.ui.look.lettering import Lettering
from writerdesk.ui.open_notes import Spot, margin_for_notes, opened
from writerdesk.ui.pane.margin_notes import margin_note_at

_WIDE = 2560
_LETTERING = Lettering(("DejaVu Sans",), ("DejaVu Serif",), 13, 18)


@pytest.fixture
def window(qtbot):
    told = "At the quay Ida met Tom. It was Ida who spoke of the dandelion in the wall."
    made = window_of(qtbot, ([told, "The harbour froze."], [told, "Nobody came."]))
    made.resize(_WIDE, 900)
    return made


def test_where_the_margin_is_wide_a_note_stands_open_in_write_and_a_click_goes_to_it(window, qtbot):
    story = window.story
    story.show_mode("write")
    id = note_on(story, 0, 0)
    [note] = story.margin._open_notes()
    assert note.lines == ("Whose dandelion?",)
    assert story.margin.rect().contains(note.box.toRect())
    QTest.mouseClick(story.margin, Qt.MouseButton.LeftButton, pos=note.box.center().toPoint())
    assert story.beside.notes.list.chosen == id


def test_in_a_narrow_margin_only_its_dot_is_there(window):
    window.resize(1000, 700)
    window.story.show_mode("write")
    note_on(window.story, 0, 0)
    assert not list(window.story.margin._open_notes())


def test_where_the_margin_is_wide_a_note_stands_open_in_compare(window, qtbot):
    story = window.story
    story.show_mode("compare")
    qtbot.waitUntil(lambda: story.compare.pane.reading is not None)
    id = note_on(story, 1, 0)
    scene = story.compare.pane.view.scene
    place = scene.geometry.columns[1]
    top = scene.stage.top_of(1, 0)
    at = [
        noted
        for x in range(round(place.text + place.width), round(place.right), 8)
        for y in range(round(top), round(top) + 30, 8)
        for noted in margin_note_at(scene, QPointF(x, y))
    ]
    assert at
    assert {noted.id for noted in at} == {id}


@given(st.dictionaries(st.integers(0, 90), st.integers(0, 60), max_size=5))
@settings(max_examples=25)
def test_no_note_reaches_into_the_next_and_each_keeps_its_place(qapp, lengths):
    spots = [
        Spot(24.0 * line, (Noted("", 0, is_done=False, words="dandelion " * words),))
        for line, words in lengths.items()
    ]
    margin = margin_for_notes(0, 320)
    assert margin is not None
    shown = list(opened(spots, margin, _LETTERING))
    assert [one.box.top() for one in shown] == sorted(spot.top for spot in spots)
    for above, below in pairwise(shown):
        assert above.box.bottom() <= below.box.top()
