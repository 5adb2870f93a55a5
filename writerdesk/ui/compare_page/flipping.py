"""Which of the texts that are compared are read: all, or of three the first and one that flips.

Three columns in a narrow window have lines too short to read, and one column gives up what stands
side by side. So all three stay compared, two are shown, and the third takes the second one's place
when it is asked to; it is remembered which one waits.
"""

from itertools import combinations

from PySide6.QtCore import QObject, Signal

from writerdesk.compare.plans import Arrangement
from writerdesk.ui.compare_page.standing import Standing
from writerdesk.ui.look.spacing import WIDTH_FOR_THREE_COLUMNS, WIDTH_FOR_TWO
from writerdesk.ui.pane import ComparisonPane
from writerdesk.words import _
from writerdesk.workspace.comparing import Answer


class Flipping(QObject):
    """Puts an answer into the pane, as far as there is room for its columns."""

    told = Signal(str)
    leaving = Signal()
    """Others of the columns are about to be shown."""
    flipped = Signal()
    """Others of the columns are shown than before."""

    def __init__(self, standing: Standing, pane: ComparisonPane, parent: QObject) -> None:
        super().__init__(parent)
        self._standing, self._pane = standing, pane
        self._answer: Answer | None = None
        self._hub = 0
        self._is_narrow = False
        self._waits = ""

    @property
    def slots(self) -> tuple[str, ...]:
        """What is to be read, of all that stands in the columns."""
        return tuple(self._standing.slots[place] for place in self._read)

    @property
    def turned(self) -> tuple[str, ...]:
        """What stands in the columns, with the sides that are read exchanged."""
        slots, read = self._standing.slots, self._read
        waiting = (place for place in range(len(slots)) if place not in read)
        return tuple(slots[place] for place in (*reversed(read), *waiting))

    def place_of(self, column: int) -> int:
        """Return which of all that stand there is read in a column."""
        return self._read[min(column, len(self._read) - 1)] if self._read else column

    def show(self, answer: Answer, hub: int) -> None:
        """Show an answer about what stands in the columns."""
        self._answer, self._hub = answer, hub
        read = self._read
        columns = [self._standing.column(answer.slots[n], answer.texts[n]) for n in read]
        found = {
            (one, other): answer.comparisons[read[one], read[other]]
            for one, other in combinations(range(len(read)), 2)
        }
        self._pane.update_texts(columns, found, hub=hub if len(read) == len(answer.slots) else 0)
        waiting = self._waiting
        slot = "" if waiting is None else answer.slots[waiting]
        self._pane.heads.offer_flip(self._standing.letter(slot))

    def fit(self, window: int, look: Arrangement) -> None:
        """Show what there is room for in a window of that width."""
        narrow = WIDTH_FOR_TWO <= window < WIDTH_FOR_THREE_COLUMNS
        narrow = narrow and look is not Arrangement.ONE_COLUMN
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._show_again()

    def flip(self) -> None:
        """Let the one that waits take the second column, and that one wait."""
        if self._waiting is None:
            self.told.emit(_("Only of three drafts, in a narrow window, one waits to be shown."))
            return
        self._waits = self._standing.slots[self._read[1]]
        self._show_again()
        self.told.emit(
            _("{left} and {right} are shown.").format(
                left=self._standing.letter(self.slots[0]),
                right=self._standing.letter(self.slots[1]),
            )
        )

    def bring(self, slot: str) -> None:
        """See to it that a text is read, if it is one of those that stand there."""
        if self._waiting is not None and self._standing.slots[self._waiting] == slot:
            self.flip()

    @property
    def _read(self) -> tuple[int, ...]:
        slots, waiting = self._standing.slots, self._waiting
        return tuple(place for place in range(len(slots)) if place != waiting)

    @property
    def _waiting(self) -> int | None:
        slots = self._standing.slots
        if len(slots) != 3 or not self._is_narrow:
            return None
        return slots.index(self._waits) if self._waits in slots[1:] else 2

    def _show_again(self) -> None:
        answer = self._answer
        if answer is not None and answer.slots == self._standing.slots and len(answer.slots) == 3:
            self.leaving.emit()
            with self._pane.first_stays():
                self.show(answer, self._hub)
            self.flipped.emit()
