"""What stands in the columns: drafts as they are, earlier versions and files, in their order.

A draft that is taken out of the story, by whatever act, leaves its column by itself.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from writerdesk.manuscript import Document
from writerdesk.ui.compare_page.choosing import NEW
from writerdesk.ui.compare_page.columns import MOST, Still, column_of, letters_of
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.pane import Column
from writerdesk.workspace.workspace import Workspace


class Standing(QObject):
    """Knows what stands in each column, and lets others stand there."""

    changed = Signal()
    """Other columns stand there, or the same in another order."""

    def __init__(
        self, workspace: Workspace, row: Callable[[str], DraftRow | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._row = workspace, row
        self.slots: tuple[str, ...] = ()
        self._still: dict[str, Still] = {}

    @property
    def fixed(self) -> Mapping[str, Document]:
        """The texts that stand still, by their column's slot."""
        return {slot: still.text for slot, still in self._still.items() if slot in self.slots}

    @property
    def is_comparison(self) -> bool:
        """Whether there are two texts that are all still there."""
        return len(self.slots) > 1 and not self._gone()

    def stand(self, *slots: str) -> None:
        """Let these stand there, the first at the left."""
        self.slots = slots
        self.changed.emit()

    def alone(self, draft: str) -> None:
        """Let a draft wait for something to stand beside it."""
        self.slots = (draft,) if draft else ()

    def put(self, column: int, slot: str) -> None:
        """Put something into a column, or into a new one."""
        now = list(self.slots)
        if column == NEW:
            now.append(slot)
        else:
            now[column] = slot
        self.stand(*now)

    def put_still(self, column: int, still: Still) -> None:
        """Put a text that stands still into a column, unless it stands there already."""
        self._still[still.slot] = still
        if still.slot not in self.slots:
            self.put(column, still.slot)

    def put_beside(self, draft: str, still: Still) -> None:
        """Let just a draft and a text that stands still stand there."""
        self._still[still.slot] = still
        self.stand(draft, still.slot)

    def put_after(self, still: Still, draft: str) -> None:
        """Let just what a draft said earlier and the draft stand there: what is older first."""
        self._still[still.slot] = still
        self.stand(still.slot, draft)

    def put_stills(self, older: Still, newer: Still) -> None:
        """Let just two texts that stand still stand there: what is older first."""
        for still in (older, newer):
            self._still[still.slot] = still
        self.stand(older.slot, newer.slot)

    def show(self, draft: str, active: int, *, added: bool = False) -> None:
        """Put a draft into the active column, or add it as a column."""
        if draft not in self.slots:
            column = NEW if added and len(self.slots) < MOST else min(active, len(self.slots) - 1)
            self.put(column, draft)

    def close(self, column: int) -> None:
        """Close a column."""
        self.stand(*(slot for number, slot in enumerate(self.slots) if number != column))

    def leave_out_what_is_gone(self) -> bool:
        """Close the columns of drafts that are no more; tell whether there were any."""
        gone = self._gone()
        if gone:
            self.slots = tuple(slot for slot in self.slots if slot not in gone)
        return bool(gone)

    def letter(self, slot: str) -> str:
        """Return the letter of what stands in a column."""
        row = self._row(slot)
        return row.letter if row else self._still[slot].letter if slot in self._still else ""

    @property
    def letters(self) -> tuple[str, str]:
        """The letters of all columns but the last, as a list, and of the last."""
        return letters_of(self.slots[:-1], self.letter), self.letter(self.slots[-1])

    def column(self, slot: str, text: Document) -> Column:
        """Return what a column shows."""
        story, still = self._workspace.story, self._still.get(slot)
        return column_of(slot, text, still=still, row=self._row(slot), story=story)

    def _gone(self) -> set[str]:
        there = {draft.id for draft in self._workspace.story.drafts} | set(self._still)
        return {slot for slot in self.slots if slot not in there}
