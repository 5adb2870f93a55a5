"""A story for tests of the window: a real workspace over a real file."""

import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, QPointF, Qt, QVersionNumber
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest

from writerdesk.manuscript import Document, Paragraph
from writerdesk.story.drafting import add_draft
from writerdesk.story.items import Draft
from writerdesk.story.keeping import Doors
from writerdesk.story.story import Story
from writerdesk.ui.look import Look
from writerdesk.ui.pane.passages import text_origin
from writerdesk.ui.window import Window
from writerdesk.workspace.opening import create_workspace_in

THREE = (
    ["The harbour froze in March.", "Ida counted the boats."],
    ["In March the harbour froze.", "Nobody counted anything, and the"],
    ["It was cold."],
)


def workspace_of(drafts=THREE):
    numbers = count(1)
    doors = Doors(
        clock=lambda: datetime(2026, 11, 21, 10, 42, 7, tzinfo=UTC),
        draw=lambda: 7 + next(numbers),
        new_id=lambda: f"id{next(numbers)}",
    )
    workspace = create_workspace_in(Path(tempfile.mkdtemp()), "story", doors)
    story = Story()
    for texts in drafts:
        items = workspace.identities.newborn([Paragraph(text) for text in texts])
        draft = Draft(workspace.identities.record(), text=Document.from_items(items), goal=100)
        story = add_draft(story, draft)
    workspace.begin_as(story, story)
    return workspace


def window_of(qtbot, drafts=THREE, size=(1280, 832)) -> Any:
    window = Window(Look())
    qtbot.addWidget(window)
    window.resize(*size)
    window.show_story(workspace_of(drafts))
    window.show()
    qtbot.waitExposed(window)
    return window


@contextmanager
def comparing(qtbot, drafts):
    """Give a window whose first drafts stand compared; it is closed at the end."""
    window = window_of(qtbot, drafts)
    window.story.show_mode("compare")
    qtbot.waitUntil(lambda: window.story.compare.pane.reading is not None, timeout=60_000)
    yield window
    window.close()


def dragged_in(where, data):
    """What Qt tells of files that come over a window; from 6.12 on, between its pixels."""
    at = where if QLibraryInfo.version() >= QVersionNumber(6, 12) else where.toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, none)


def said(window, number):
    """The texts of a draft's paragraphs, as the story has them."""
    return [p.text for p in window.story.workspace.story.drafts[number].text.paragraphs]


def click_into(window, column, paragraph, across=20):
    """Click into a passage of the comparison, so far from its left edge."""
    view = window.story.compare.pane.view
    block = next(b for b in view.scene.stage.blocks() if b[:2] == (column, paragraph))
    point = text_origin(view.scene, block) + QPointF(across, 8)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
