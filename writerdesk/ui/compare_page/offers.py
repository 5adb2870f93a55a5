"""What could stand in the columns, offered where it is asked for: below a head or the pointer."""

from PySide6.QtWidgets import QMenu

from writerdesk.ui.compare_page.choosing import NEW, Choosing
from writerdesk.ui.compare_page.columns import MOST
from writerdesk.ui.compare_page.flipping import Flipping
from writerdesk.ui.pane import ComparisonPane
from writerdesk.words import _


class Offers:
    """Knows for which of all columns the choice is, and where its menu opens."""

    def __init__(self, choosing: Choosing, flipping: Flipping, pane: ComparisonPane) -> None:
        self._choosing, self._flipping, self._pane = choosing, flipping, pane

    def for_column(self, column: int) -> QMenu:
        """Offer what could stand in a column that is read."""
        heads = self._pane.heads.heads
        head = heads[column] if self._pane.isVisible() and column < len(heads) else None
        place = self._flipping.place_of(column)
        return self._choosing.offer(place, self._flipping.all_slots, head)

    def beside(self, draft: str = "") -> QMenu:
        """Offer what could stand beside a draft or, where none is named, beside the one read."""
        read = self._flipping.slots
        if len(read) < 2:
            return self._choosing.offer(NEW, self._flipping.all_slots)
        active = read.index(draft) if draft in read else self._pane.view.active
        return self.for_column(1 if active == 0 else 0)

    def another(self) -> QMenu | None:
        """Offer what could be added as a column."""
        if len(self._flipping.all_slots) < MOST:
            return self._choosing.offer(NEW, self._flipping.all_slots)
        self._choosing.told.emit(_("Four columns are as many as can be read at once."))
        return None
