"""What was found in the pairs of a comparison, as flat numbers: one row a pair, records inside.

Numbers are quick to find, to put together and to send; the `Pair` of a row is made when somebody
looks at it (`pairs`). Inside a row paragraphs are counted from the row's first, so that nothing in
it changes when paragraphs are added elsewhere. There is no numpy in here: the window reads a table
it was sent without loading it.
"""

from array import array
from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple, TypeAlias

from writerdesk.compare.values import By, Likeness, QuietKind
from writerdesk.frozen import frozen

Ints: TypeAlias = "memoryview[int]"

KINDS: Final = tuple(Likeness)
QUIET: Final = tuple(QuietKind)
BYS: Final = tuple(By)
# How sure a tie is has four digits, so that it can be kept as a whole number.
SURE: Final = 10_000


class Part(IntEnum):
    """What records a row has, by their place in a table."""

    LEFT_EXACT = 0
    LEFT_SHOWN = 1
    LEFT_QUIET = 2
    RIGHT_EXACT = 3
    RIGHT_SHOWN = 4
    RIGHT_QUIET = 5
    STRANDS = 6
    SHARED = 7
    LINKS = 8
    NAMES = 9


# A part by its number: 0.02 µs, where asking the enumeration takes 0.6.
PARTS: Final = tuple(Part)

# How many numbers a record has. Marks: paragraph, start, end, and what kind if quiet. Strands: a
# mark of each side, kind, sure. Shared: a mark of each side. Links: paragraphs, who says so, sure.
# Names: two names by their numbers among the table's texts (none: -1), whether one begins a
# sentence there.
WIDTHS: Final = (3, 3, 4, 3, 3, 4, 8, 6, 4, 3)


class Row(IntEnum):
    """What numbers a row has, by their place in it."""

    LEFT = 0
    LEFT_END = 1
    RIGHT = 2
    RIGHT_END = 3
    KIND = 4
    MOVED = 5
    SURE = 6
    KEPT = 7
    CHANGED = 8
    REMOVED = 9
    ADDED = 10


ROW: Final = len(Row)


class Records(NamedTuple):
    """Records of one part: those of row n are from ``bases[n]`` to ``bases[n + 1]``."""

    bases: Ints
    cells: Ints

    def of(self, row: int, width: int) -> list[int]:
        """Return the numbers of one row's records, one record after the other."""
        return self.cells[self.bases[row] * width : self.bases[row + 1] * width].tolist()


@frozen(eq=False)
class Table:
    """Rows in the order of the left, the records of their parts, and the names they speak of."""

    rows: Ints
    parts: tuple[Records, ...]
    names: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.rows) // ROW

    def row(self, number: int) -> list[int]:
        """Return the numbers of one row, in the order of `Row`."""
        return self.rows[number * ROW : (number + 1) * ROW].tolist()


def view(numbers: "array[int] | bytes | memoryview[int]") -> Ints:
    """Return whole numbers of four bytes as a view that only reads them."""
    plain = memoryview(numbers)
    return plain.cast("B").cast("i").toreadonly() if plain.nbytes else _NOTHING


_NOTHING: Ints = memoryview(array("i"))
