"""A story to go on with, as menus and the start page name it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RecentStory:
    """A story to go on with: its name and when it was last open, in words."""

    path: Path
    title: str
    when: str
