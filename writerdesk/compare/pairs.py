"""The pairs of a comparison, each made from its row of the table when somebody looks at it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast, overload

from writerdesk.compare.table import BYS, KINDS, PARTS, QUIET, ROW, SURE, WIDTHS, Part, Table
from writerdesk.compare.values import (
    NO_DETAIL,
    By,
    Detail,
    Likeness,
    Link,
    Marks,
    Name,
    Pair,
    Quiet,
    Shared,
    Span,
    Strand,
    Tally,
)
from writerdesk.manuscript import ParagraphId

_Ids = Sequence[ParagraphId]


class Head(NamedTuple):
    """Where a pair stands in both texts, by number, and what it is."""

    start: int
    end: int
    to: int
    until: int
    kind: Likeness
    moved: bool
    confidence: float


class Pairs(Sequence[Pair]):
    """Pairs as a sequence; a pair that was looked at once is the same object ever after."""

    def __init__(self, table: Table, left: _Ids, right: _Ids, names: Sequence[Name] = ()) -> None:
        self.table = table
        self._left, self._right = left, right
        self._renamed = {(name.left, name.right) for name in names}
        self._made: list[Pair | None] = [None] * len(table)

    def __len__(self) -> int:
        return len(self._made)

    def heads(self) -> Iterator[Head]:
        """Yield where each pair stands and what it is, without making any."""
        rows = self.table.rows.tolist()
        start, end, to, until, kind, moved, sure = (rows[column::ROW] for column in range(7))
        kinds = map(KINDS.__getitem__, kind)
        confidence = (each / SURE for each in sure)
        return map(Head, start, end, to, until, kinds, map(bool, moved), confidence)

    def told_by(self, number: int) -> Iterator[By]:
        """Yield who tied what a pair ties, without making it."""
        return (BYS[by] for _one, _other, by, _sure in self._records(Part.LINKS, number))

    @overload
    def __getitem__(self, index: int) -> Pair: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Pair, ...]: ...
    def __getitem__(self, index: int | slice) -> Pair | tuple[Pair, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        made = self._made[index]
        if made is None:
            made = self._made[index] = self._pair(index % len(self._made))
        return made

    def __iter__(self) -> Iterator[Pair]:
        return (made or self[number] for number, made in enumerate(self._made))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return list(self) == list(cast("Sequence[object]", other))

    __hash__ = None  # pyright: ignore[reportAssignmentType]

    def __repr__(self) -> str:
        return f"Pairs({len(self)})"

    def _pair(self, number: int) -> Pair:
        start, end, to, until, kind, moved, sure, *words = self.table.row(number)
        left, right = self._left[start:end], self._right[to:until]
        return Pair(
            tuple(left),
            tuple(right),
            KINDS[kind],
            bool(moved),
            sure / SURE,
            Tally(*words),
            self._detail(number, left, right),
            tuple(
                Link(left[one], right[other], sure / SURE, BYS[by])
                for one, other, by, sure in self._records(Part.LINKS, number)
            ),
        )

    def _detail(self, number: int, left: _Ids, right: _Ids) -> Detail:
        ours, theirs = self._marks(0, number, left), self._marks(3, number, right)
        strands = tuple(
            Strand(_span(left, record[:3]), _span(right, record[3:6]), KINDS[kind], sure / SURE)
            for record in self._records(Part.STRANDS, number)
            for kind, sure in (record[6:],)
        )
        shared = tuple(
            Shared(_span(left, record[:3]), _span(right, record[3:]))
            for record in self._records(Part.SHARED, number)
        )
        renamed = self._names(number)
        if not (ours or theirs or strands or shared or renamed):
            return NO_DETAIL
        return Detail(ours or _NO_MARKS, theirs or _NO_MARKS, strands, shared, renamed)

    def _marks(self, first: int, number: int, ids: _Ids) -> Marks | None:
        exact, shown, quiet = (self._records(PARTS[first + n], number) for n in range(3))
        if not (exact or shown or quiet):
            return None
        return Marks(
            tuple(_span(ids, record) for record in exact),
            tuple(_span(ids, record) for record in shown),
            tuple(Quiet(ids[at], start, end, QUIET[kind]) for at, start, end, kind in quiet),
        )

    def _names(self, number: int) -> tuple[tuple[str, str], ...]:
        if not self._renamed:
            return ()
        names = self.table.names
        found = (
            (names[one], names[other])
            for one, other, _ in self._records(Part.NAMES, number)
            if other >= 0
        )
        return tuple(dict.fromkeys(both for both in found if both in self._renamed))

    def _records(self, part: Part, number: int) -> list[list[int]]:
        width = WIDTHS[part]
        flat = self.table.parts[part].of(number, width)
        return [flat[at : at + width] for at in range(0, len(flat), width)]


_NO_MARKS = Marks()


def _span(ids: _Ids, record: Sequence[int]) -> Span:
    at, start, end = record
    return Span(ids[at], start, end)
