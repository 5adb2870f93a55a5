"""What a comparison says and shows when something else is asked of it, or a text moves on."""

import os
import signal
import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.desk import comparing, window_of
from writerdesk.compare.drawn import MarkKind
from writerdesk.manuscript import Paragraph
from writerdesk.ui.pane.margins import _origin_strip as origin_strip

TWO = (
    [
        "“The harbour froze,” said Ida. She counted the boats twice that day.",
        "I saw it — and I told nobody, not even the master of the harbour.",
        "My brother slept. I let him sleep until the bells rang over the ice.",
    ],
    [
        '"The harbour froze," said Ida. She counted the boats twice that day.',
        "I saw it -- and I told nobody, Not even the master of the harbour.",
        "My brother slept; I let him sleep until the bells rang over the ice.",
    ],
)


@pytest.fixture
def window(qtbot):
    with comparing(qtbot, TWO) as window:
        yield window


def marks(window, paragraph):
    scene = window.story.compare.pane.view.scene
    return {mark.kind for mark in scene.marks.on(0, paragraph, quiet=scene.quiet)}


def switch(window, qtbot, what):
    with qtbot.waitSignal(window.story.compare.comparing.compared, timeout=60_000):
        window.actions_[what].trigger()


def test_quotes_and_dashes_are_shown_when_they_are_not_overlooked(window, qtbot):
    assert marks(window, 0) == set()
    switch(window, qtbot, "overlook.quotes")
    assert marks(window, 0) & {MarkKind.TYPOGRAPHY, MarkKind.CHANGED}
    switch(window, qtbot, "overlook.quotes")
    assert marks(window, 0) == set()


@pytest.mark.parametrize(
    ("switched", "paragraph"), [("overlook.capitals", 1), ("overlook.punctuation", 2)]
)
def test_capitals_and_punctuation_are_no_change_when_they_are_overlooked(
    window, qtbot, switched, paragraph
):
    assert MarkKind.CHANGED in marks(window, paragraph)
    switch(window, qtbot, switched)
    assert MarkKind.CHANGED not in marks(window, paragraph)


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't be held there")
def test_while_the_worker_is_late_the_page_says_what_has_changed(window, qtbot):
    page, story = window.story.compare, window.story
    said = []
    page.told.connect(said.append)
    os.kill(page.comparing.worker, signal.SIGSTOP)
    try:
        draft = story.workspace.story.drafts[1]
        after = draft.text.splice(2, 3, [(draft.text.ids[2], Paragraph("The bells rang."))])
        story.workspace.edit(draft.id, after)
        qtbot.waitUntil(lambda: "B has changed since; looking again…" in said)
        assert page.pane.columns[1].document is draft.text
    finally:
        os.kill(page.comparing.worker, signal.SIGCONT)
    qtbot.waitUntil(lambda: page.pane.columns[1].document is after, timeout=60_000)
    assert said[-1] == page.pane.counted


def test_where_one_was_in_a_comparison_is_not_said_in_the_next_mode(window):
    window.story.compare.pane.commands.go_to_passage(0, 1)
    assert window.status.done.text() == window.story.compare.pane.counted != ""
    window.story.show_mode("write")
    assert window.status.done.text() == ""


def test_what_was_taken_is_lit_once_and_its_strip_says_where_it_came_from(window, qtbot):
    page = window.story.compare
    page.pane.commands.go_to_passage(0, 1)
    page.take("passage")
    qtbot.waitUntil(lambda: page.pane.view.scene.lit is not None, timeout=60_000)
    qtbot.waitUntil(lambda: page.pane.view.scene.lit is None)
    scene, view = page.pane.view.scene, page.pane.view.viewport()
    (block,) = [b for b in scene.stage.blocks() if b.column == 1 and scene.beside(b)]
    point = origin_strip(scene, block).center().toPoint() - QPoint(4, 0)
    asked = QHelpEvent(QHelpEvent.Type.ToolTip, point, view.mapToGlobal(point))
    QApplication.sendEvent(view, asked)
    assert QToolTip.text() == "Taken from A."


def test_the_heads_say_who_tells_and_where_a_draft_breaks_off(qtbot):
    window = window_of(
        qtbot,
        (
            ["I came down at four. My hands were cold and I lit the oven myself, as I did."],
            ["He slept. He woke when he heard his sister on the stairs, and he", "and then the"],
        ),
    )
    window.story.show_mode("compare")
    heads = window.story.compare.pane.heads
    qtbot.waitUntil(lambda: window.story.compare.pane.reading is not None, timeout=60_000)
    told = [head.facts for head in heads.heads]
    assert "told by “I”" in told[0]
    assert told[1].endswith("stops in mid-sentence")
    window.close()


def test_a_comparison_is_printed_in_the_face_of_the_window(window):
    page = window.story.compare
    face = page.paper.written().defaultFont()
    assert face.families() == page.pane.view.scene.typesetter.font.families()
