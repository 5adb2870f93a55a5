"""Rows told before around an edit: what the same paragraphs keep and change is not told again.

Most paragraphs that stand between the same two as an edited one were not touched themselves. What a
row says hangs on nothing but the texts in it, so it is found again by their numbers.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from writerdesk.compare.filing import Rows
from writerdesk.compare.framing import Stretch
from writerdesk.compare.gaps import Group
from writerdesk.compare.letters import Numbers
from writerdesk.compare.table import Row
from writerdesk.compare.texts import Texts

# Where more is new, all of it is told at once, whether it was told before or not.
_MOST_ROWS = 256

Record: TypeAlias = Sequence[int]
"""One thing said of a row: a mark, a strand, a name."""


class Spoken(NamedTuple):
    """What is told of a row: its facts, of which the places are not its own, and its records."""

    facts: Record
    records: Sequence[Sequence[Record]]


Find: TypeAlias = Callable[[Group], Spoken | None]
"""What finds a row that was told before, if there is one."""


def nothing_known(_group: Group) -> None:
    """Find nothing."""


class KnownRows(NamedTuple):
    """Rows and where those of an edit are among them, by the numbers of their texts.

    ``kept`` is how many words are kept in all rows of the edit.
    """

    rows: Rows
    places: dict[tuple[bytes, bytes], int]
    kept: int

    @classmethod
    def around(
        cls, rows: Rows, sides: tuple[Texts, Texts], stretches: Sequence[Stretch]
    ) -> "KnownRows":
        """Return the rows that stood in stretches of the left, on sides as they were."""
        left, right = (side.keys for side in sides)
        places: dict[tuple[bytes, bytes], int] = {}
        kept = 0
        if len(rows.facts) and stretches:
            starts = rows.facts[:, Row.LEFT].copy()
            for start, end, _, _ in stretches:
                first, last = starts.searchsorted((start + 1, end)).tolist()
                kept += int(rows.facts[first:last, Row.KEPT].sum())
                if last - first > _MOST_ROWS:
                    continue
                some: list[list[int]] = rows.facts[first:last, : Row.KIND].tolist()
                for place, group in enumerate(some, first):
                    ours, theirs = _texts(left, right, group)
                    # Of what stayed to the letter nothing was told but that.
                    if ours != theirs:
                        places[ours, theirs] = place
        return cls(rows, places, kept)

    def among(self, left: Numbers, right: Numbers) -> Find:
        """Return what finds rows of paragraphs, which have these numbers of texts."""
        if not self.places:
            return nothing_known

        def found(group: Group) -> Spoken | None:
            place = self.places.get(_texts(left, right, group))
            return None if place is None else self._spoken(place)

        return found

    def _spoken(self, place: int) -> Spoken:
        facts: list[int] = self.rows.facts[place].tolist()
        facts[Row.MOVED] = 0
        return Spoken(
            facts,
            [
                part.cells[part.bases[place] : part.bases[place + 1]].tolist()
                if len(part.cells)
                else []
                for part in self.rows.parts
            ],
        )


def _texts(left: Numbers, right: Numbers, group: Sequence[int]) -> tuple[bytes, bytes]:
    at, end, to, until = group
    return left[at:end].tobytes(), right[to:until].tobytes()
