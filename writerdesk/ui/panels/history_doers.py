"""What the history does with a version besides showing it: gives it a name, compares with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from writerdesk.project import Revision

if TYPE_CHECKING:
    from writerdesk.ui.story_view import StoryView


def name_version(
    story: "StoryView", then: Callable[[], None], version: Revision, name: str
) -> None:
    """Give a version of the draft on the page a name, or take it away with an empty one."""
    story.workspace.name_version(story.draft, version, name, then)


def compare_with_version(story: "StoryView", version: Revision) -> None:
    """Show a version beside the draft as it stands."""
    row = story.row(story.draft)
    story.show_mode("compare")
    slots = story.compare.slots
    if row is not None and story.draft in slots:
        story.compare.choosing.fetch(row, version, 1 - slots.index(story.draft))
