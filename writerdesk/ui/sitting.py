"""Leaves a story as the writer does, and sits down again at the same place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from writerdesk.session import Sitting
from writerdesk.ui.look import Look

if TYPE_CHECKING:
    from writerdesk.ui.story_view import StoryView
    from writerdesk.ui.window import Window

_MODES = ("overview", "write", "compare")


def left(window: "Window", look: Look) -> Sitting | None:
    """Return where the writer is in a window; None if it shows no story."""
    story = window.story
    if story is None:
        return None
    place = story.write.editor.place()
    return Sitting(
        str(story.workspace.path),
        story.mode,
        story.draft,
        place.paragraph.replica if place else 0,
        place.paragraph.counter if place else 0,
        place.offset if place else 0,
        story.panel.open,
        look.appearance.editor_size,
        bytes(window.saveGeometry().toBase64().data()).decode(),
        window.parts.sent,
    )


def sit_down(story: "StoryView", sitting: Sitting) -> None:
    """Show the draft and the place a story was left at; as usual if it was never left."""
    from writerdesk.manuscript import ParagraphId, Place

    drafts = {row.id for row in story.rows}
    usual = "overview" if len(drafts) > 1 else "write"
    if sitting.draft in drafts:
        if story.draft != sitting.draft:
            story.show_draft(sitting.draft)
        place = Place(ParagraphId(sitting.replica, sitting.counter), sitting.offset)
        if place.paragraph in story.workspace.story.draft(sitting.draft).text:
            story.write.editor.go_to(place)
    mode = sitting.mode if sitting.mode in _MODES and sitting.draft in drafts else usual
    story.show_mode(mode)
    if sitting.panel or sitting.mode in _MODES:
        story.panel.show_panel(sitting.panel)


def put_window(window: "Window", sitting: Sitting) -> None:
    """Give a window the size and the place it had, if a screen is there still."""
    if sitting.geometry:
        window.restoreGeometry(QByteArray.fromBase64(sitting.geometry.encode()))
