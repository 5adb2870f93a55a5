"""The areas of a story's window, for the key that goes from one to the next."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from writerdesk.ui.reading_order import in_reading_order

if TYPE_CHECKING:
    from writerdesk.ui.story_view import StoryView


class Areas(QObject):
    """Steps through list, page, panel and bars; each gets the focus where it had it."""

    def __init__(self, window: QWidget, story: "StoryView", bars: tuple[QWidget, ...]) -> None:
        super().__init__(story)
        self._window, self._story, self._bars = window, story, bars
        self._left: dict[QWidget, QWidget] = {}

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "view.next_area": lambda: self._step(1),
            "view.previous_area": lambda: self._step(-1),
        }

    def _step(self, by: int) -> None:
        areas = [area for area in self._areas() if area.isVisible() and first_in(area)]
        now = self._window.focusWidget()
        here = next((n for n, area in enumerate(areas) if now and _holds(area, now)), -1)
        if here >= 0 and now is not None:
            self._left[areas[here]] = now
        there = areas[(here + by) % len(areas)]
        last = self._left.get(there)
        target = last if last is not None and last.isVisible() else first_in(there)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _areas(self) -> tuple[QWidget, ...]:
        story = self._story
        return (story.list, story.pages, story.panel, *self._bars)


def _holds(area: QWidget, widget: QWidget) -> bool:
    return area is widget or area.isAncestorOf(widget)


def take_keys(area: QWidget) -> None:
    """Let the keys go to where one begins in an area."""
    if target := first_in(area):
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def first_in(area: QWidget) -> QWidget | None:
    """Return where the keyboard begins in an area: a text or a list before any button."""
    inside = list(in_reading_order(area))
    large = [one for one in inside if one.property("area") or one.inherits("QAbstractScrollArea")]
    return next(iter((*large, *inside)), None)
