"""Notes show as dots beside the passages they stand on, in Write and in Compare."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.desk import window_of
from writerdesk.manuscript import Document, Passage
from writerdesk.story.note import NoteOn
from writerdesk.story.notes import note_on_passage, notes, settle_note
from writerdesk.ui.pane.margins import notes_under

_TOLD = "At the quay Ida met Tom. It was Ida who spoke of the dandelion in the wall."
_ANEW = "Ida met Tom at the quay. She it was who spoke of the dandelion in the wall."


@pytest.fixture
def window(qtbot):
    return window_of(qtbot, ([_TOLD, "The harbour froze in March."], [_ANEW, "Nobody came."]))


@pytest.fixture
def story(window):
    window.story.show_mode("write")
    return window.story


def note_on(story, draft, paragraph, *, on=NoteOn.PASSAGE, start=0, end=None):
    workspace = story.workspace
    one = workspace.story.drafts[draft]
    here = Passage(one.id, one.text.ids[paragraph : paragraph + 1], start, end)
    text = Document.from_paragraphs(["Whose dandelion?"])
    workspace.become(
        "add_note", note_on_passage(workspace.story, here, text, workspace.identities, on=on)
    )
    return notes(workspace.story)[-1].note.id


def dots(margin):
    return [
        (place, sign)
        for line in margin._lines()
        for place, sign in margin._signs(line, margin.said(line.id))
        if isinstance(sign, tuple)
    ]


def test_a_note_has_a_dot_that_says_what_it_is_and_opens_it(story, qtbot):
    id = note_on(story, 0, 0, start=7, end=11)
    [(place, [noted])] = dots(story.margin)
    assert (noted.id, noted.words, noted.is_done) == (id, "Whose dandelion?", False)
    QTest.mouseClick(story.margin, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert story.panel.open == "notes"
    assert story.beside.notes.list.chosen == id


def test_a_note_that_is_done_has_a_ring_and_a_deleted_one_nothing(story):
    id = note_on(story, 0, 0)
    workspace = story.workspace
    workspace.become("settle_note", settle_note(workspace.story, id, done=True))
    [(_, [noted])] = dots(story.margin)
    assert noted.is_done
    story.beside.show_note(id)
    story.beside.notes._delete()
    assert dots(story.margin) == []


def compared(window, qtbot):
    window.story.show_mode("compare")
    page = window.story.compare
    drafts = [draft.id for draft in window.story.workspace.story.drafts]
    page.compare(*drafts)
    qtbot.waitUntil(lambda: page.pane.view.scene is not None, timeout=60_000)
    return page


def test_in_compare_a_note_has_its_dot_and_one_on_a_beat_shows_at_all_its_tellings(
    window, story, qtbot
):
    id = note_on(story, 0, 0, on=NoteOn.BEAT)
    page = compared(window, qtbot)
    said = [column.beside for column in page.pane.columns]
    told = [one.id for beside in said for at in beside.values() for one in at.notes]
    assert told == [id, id]
    scene = page.pane.view.scene
    width, height = page.pane.view.viewport().width(), page.pane.view.viewport().height()
    under = [
        QPointF(x, y)
        for x in range(0, width, 3)
        for y in range(0, height, 5)
        if notes_under(scene, QPointF(x, y))
    ]
    assert len({point.x() > width / 2 for point in under}) == 2
    with qtbot.waitSignal(page.note_asked) as asked:
        spot = QPoint(round(under[0].x()), round(under[0].y()))
        QTest.mouseClick(page.pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == [id]


def test_note_here_in_compare_is_on_the_passage_of_compare(window, story, qtbot):
    story.write.editor.setFocus()
    page = compared(window, qtbot)
    page.pane.commands.go_to_passage(1, 1)
    window.actions_["edit.note"].trigger()
    [placed] = notes(story.workspace.story)
    other = story.workspace.story.drafts[1]
    assert placed.passage == Passage(other.id, other.text.ids[1:2])
    assert story.mode == "compare"


def test_a_note_on_the_beat_is_made_from_the_menu(window, story):
    story.write.editor.setFocus()
    window.actions_["edit.note_beat"].trigger()
    [placed] = notes(story.workspace.story)
    assert placed.note.on == NoteOn.BEAT
