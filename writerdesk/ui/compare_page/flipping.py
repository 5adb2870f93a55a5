"""Which of the texts that are compared are read: all, or of three the first and one that flips.

Three columns in a narrow window have lines too short to read, and one column gives up what stands
side by side. So all three stay compared, two are shown, and the third takes the second one's place
when it is asked to; it is remembered which one waits.
"""

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import QObject, Signal

from writerdesk.compare.plans import Arrangement
from writerdesk.manuscript import Document
from writerdesk.ui.compare_page.standing import Standing
from writerdesk.ui.look import Look
from writerdesk.ui.pane import ComparisonPane
from writerdesk.ui.pane.typesetting import letter_of
from writerdesk.words import _
from writerdesk.workspace.comparing import Answer


class Flipping(QObject):
    """Puts an answer into the pane, as far as there is room for its columns."""

    told = Signal(str)
    leaving = Signal()
    """Others of the columns are about to be shown."""
    flipped = Signal()
    """Others of the columns are shown than before."""

    def __init__(
        self, standing: Standing, pane: ComparisonPane, look: Look, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._standing, self._pane = standing, pane
        self._answer: Answer | None = None
        self._hub = 0
        self._letters: dict[tuple[object, float], float] = {}
        self.arrangement = Arrangement.SIDE_BY_SIDE
        self._is_narrow = False
        self._told = ""
        self._waits = ""

    @property
    def slots(self) -> tuple[str, ...]:
        """What is to be read, of all that stands in the columns."""
        return tuple(self._standing.slots[place] for place in self._read)

    @property
    def all_slots(self) -> tuple[str, ...]:
        """What stands in the columns, read or not."""
        return self._standing.slots

    @property
    def turned(self) -> tuple[str, ...]:
        """What stands in the columns, with the sides that are read exchanged."""
        slots, read = self._standing.slots, self._read
        waiting = (place for place in range(len(slots)) if place not in read)
        return tuple(slots[place] for place in (*reversed(read), *waiting))

    @property
    def room_told(self) -> str:
        """What there is no room for, in a sentence; empty where all stands as it was chosen."""
        scene, waiting = self._pane.view.scene, self._waiting
        if waiting is not None:
            letter = self._standing.letter(self._standing.slots[waiting])
            return _("There is room for two columns here; {letter} waits.").format(letter=letter)
        chosen = self.arrangement is Arrangement.ONE_COLUMN
        if chosen or scene is None or scene.stage.arrangement is not Arrangement.ONE_COLUMN:
            return ""
        return _("There is no room for columns here: what other drafts tell stands below.")

    def place_of(self, column: int) -> int:
        """Return which of all that stand there is read in a column."""
        return self._read[min(column, len(self._read) - 1)] if self._read else column

    def show(self, answer: Answer, hub: int) -> None:
        """Show an answer about what stands in the columns."""
        others = self._answer is None or self._answer.slots != answer.slots
        self._answer, self._hub = answer, hub
        if others:
            self._letters.clear()
            self._is_narrow = self._has_no_room_for_three()
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

    def fit(self) -> None:
        """Show what there is room for now."""
        narrow = self._has_no_room_for_three()
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._show_again()
        if self.room_told != self._told:
            self._told = self.room_told
            if self._told and self._pane.isVisible():
                self.told.emit(self._told)

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

    def _has_no_room_for_three(self) -> bool:
        """Tell whether there is room for two columns and no more: in one column all are read."""
        answer = self._answer
        if answer is None or len(answer.slots) != 3 or self.arrangement is Arrangement.ONE_COLUMN:
            return False
        return self._has_room(2, answer.texts) and not self._has_room(3, answer.texts)

    def _has_room(self, columns: int, texts: Sequence[Document]) -> bool:
        frame, lettering = self._pane.view.frame, self._look.lettering
        size = frame.size(columns)
        key = lettering, size
        if key not in self._letters:
            self._letters[key] = letter_of(texts, lettering, size)
        return frame.has_room(columns, self._letters[key])

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
