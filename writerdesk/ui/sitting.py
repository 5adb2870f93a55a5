"""Leaves a story as the writer does, and sits down again at the same place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from writerdesk.session import Compared, Sitting
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
        story.room.open,
        look.appearance.editor_size,
        bytes(window.saveGeometry().toBase64().data()).decode(),
        window.parts.sent,
        _compared(story) if story.mode == "compare" else Compared(),
    )


def _compared(story: "StoryView") -> Compared:
    page = story.compare
    drafts = {row.id for row in story.rows}
    columns = tuple(slot for slot in page.slots if slot in drafts)
    here, at = page.pane.commands.here(), None
    if here is not None and page.read is not None:
        at = page.pane.columns[here[0]]
    if here is None or at is None or at.draft not in columns:
        return Compared(columns, page.arrangement.value)
    paragraph = at.document.ids[here[1]]
    place = paragraph.replica, paragraph.counter
    return Compared(columns, page.arrangement.value, at.draft, *place)


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
    if mode == "compare":
        _stand_side_by_side(story, sitting.compared)
    story.show_mode(mode)
    if sitting.panel or sitting.mode in _MODES:
        story.room.reopen(sitting.panel)
    if mode == "compare":
        story.compare.take_keys()


def _stand_side_by_side(story: "StoryView", compared: Compared) -> None:
    """Let the drafts stand in the columns that stood there; as usual if one is gone."""
    from writerdesk.compare.plans import Arrangement
    from writerdesk.manuscript import ParagraphId, Place

    drafts = {row.id for row in story.rows}
    if len(compared.columns) < 2 or not drafts.issuperset(compared.columns):
        return
    page = story.compare
    page.standing.slots = compared.columns
    if compared.look in {look.value for look in Arrangement}:
        page.arrange(compared.look)
    if compared.draft in compared.columns:
        place = Place(ParagraphId(compared.replica, compared.counter), 0)
        page.go_to_when_shown(compared.draft, place)


def put_window(window: "Window", sitting: Sitting) -> None:
    """Give a window the size and the place it had, if a screen is there still."""
    if sitting.geometry:
        window.restoreGeometry(QByteArray.fromBase64(sitting.geometry.encode()))
