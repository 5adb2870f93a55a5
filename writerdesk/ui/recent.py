"""A story to go on with, as menus and the start page name it."""

from pathlib import Path

from writerdesk.frozen import frozen


@frozen
class RecentStory:
    """A story to go on with: its name and when it was last open, in words."""

    path: Path
    title: str
    when: str
