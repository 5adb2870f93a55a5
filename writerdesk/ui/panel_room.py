"""Which panel stands at the right, and how: each mode keeps its own, as far as there is room.

Beside a comparison its list is open from the start. With three columns it closes itself where the
lines would get too short, and comes back after; in a narrow window it lies over the text.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from writerdesk.ui.look.spacing import (
    WIDTH_FOR_FOUR,
    WIDTH_FOR_LETTERS,
    WIDTH_FOR_LIST,
    WIDTH_FOR_PANEL,
    WIDTH_FOR_RAIL,
    WIDTH_FOR_THREE,
)

if TYPE_CHECKING:
    from writerdesk.ui.story_view import StoryView

# Beats and changes are of the texts that stand compared; elsewhere a click on one led nowhere.
_OF_A_COMPARISON = "changes"
_AT_FIRST = {"compare": _OF_A_COMPARISON}


class PanelRoom(QObject):
    """Folds the list of drafts and the panel of a story as its mode and its width ask for."""

    def __init__(self, story: "StoryView") -> None:
        super().__init__(story)
        self._story = story
        self._kept = dict(_AT_FIRST)
        self._mode = ""
        self._at_work = self._is_closed = False
        story.panel.changed.connect(self._note)

    @property
    def open(self) -> str:
        """The panel that is open, or would be if there were room beside the columns."""
        return self._kept.get(self._mode, "") if self._is_closed else self._story.panel.open

    def reopen(self, name: str) -> None:
        """Open the panel that was open when the story was left, as far as there is room."""
        self._kept[self._mode] = name
        if not self._is_closed:
            self._open(name)

    def fit(self) -> None:
        """Show what there is room for."""
        story, width = self._story, self._story.width()
        if story.alone:
            return
        self._at_work = True
        comparing = story.mode == "compare"
        columns = len(story.compare.slots) if comparing else 0
        unfolded = WIDTH_FOR_THREE if comparing else WIDTH_FOR_LIST
        story.list.fold(narrow=width < unfolded or columns > 2)
        listed = WIDTH_FOR_LETTERS if comparing else WIDTH_FOR_RAIL
        story.list.setVisible(story.mode != "overview" and width >= listed)
        story.panel.setVisible(story.mode != "overview" and width >= WIDTH_FOR_RAIL)
        story.panel.offer(_OF_A_COMPARISON, offered=comparing)
        story.panel.lie_over(over=comparing and width < WIDTH_FOR_PANEL)
        if story.mode != self._mode:
            self._mode, self._is_closed = story.mode, False
            self._open(self._wanted())
        crowded = comparing and width < _room_for(columns)
        if crowded != self._is_closed:
            self._is_closed = crowded
            self._open("" if crowded else self._wanted())
        self._at_work = False

    def _wanted(self) -> str:
        """Return the panel of this mode."""
        kept = self._kept.get(self._mode, "")
        return kept if self._mode == "compare" or kept != _OF_A_COMPARISON else ""

    def _open(self, name: str) -> None:
        if self._mode != "overview" and self._story.panel.open != name:
            self._story.panel.show_panel(name)

    def _note(self, name: str) -> None:
        if not self._at_work and self._mode:
            self._kept[self._mode] = name


def _room_for(columns: int) -> int:
    """Return how wide a window is that has room for a panel beside so many columns.

    In a narrower one it would lie over the text: there none opens by itself.
    """
    if columns < 3:
        return WIDTH_FOR_PANEL
    return WIDTH_FOR_THREE if columns == 3 else WIDTH_FOR_FOUR
