"""Rows and their records while they are worked on: filed, taken out in another order, joined."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.letters import Numbers
from writerdesk.compare.table import ROW, SURE, WIDTHS, Records, Row, Table, view

Cells = NDArray[np.int32]


class Filed(NamedTuple):
    """Records of one part: those of row n are from ``bases[n]`` to ``bases[n + 1]``."""

    bases: NDArray[np.signedinteger]
    cells: Cells

    @classmethod
    def under(cls, rows: Numbers, cells: Sequence[NDArray[np.generic]], many: int) -> "Filed":
        """File records under their rows; ``cells`` are the columns."""
        table = np.stack(cells, axis=1).astype(np.int32)
        if len(rows) > 1 and not bool((rows[1:] >= rows[:-1]).all()):
            order = np.argsort(rows, kind="stable")
            rows, table = rows[order], table[order]
        return cls(bases_of(np.bincount(rows, minlength=many)), table)

    @classmethod
    def nothing(cls, many: int, width: int) -> "Filed":
        """Return no records for so many rows."""
        return cls(np.zeros(many + 1, np.int64), np.zeros((0, width), np.int32))

    def patched(self, new: "Filed", runs: "Sequence[Run]") -> "Filed":
        """Return the records of runs of rows of these and of new ones."""
        bases, cells, many = [self.bases[:1]], list[Cells](), 0
        for is_new, start, end in runs:
            side = new if is_new else self
            first, last = int(side.bases[start]), int(side.bases[end])
            some = side.bases[start + 1 : end + 1]
            bases.append(some + (many - first) if many != first else some)
            cells.append(side.cells[first:last])
            many += last - first
        return Filed(np.concatenate(bases), np.concatenate(cells))

    def part(self, rows: slice) -> "Filed":
        """Return the records of rows that follow each other."""
        bases = self.bases[rows.start : rows.stop + 1]
        return Filed(bases - bases[0], self.cells[int(bases[0]) : int(bases[-1])])

    def taken(self, rows: Numbers) -> "Filed":
        """Return the records of some rows, in the order given."""
        if not len(self.cells):
            return Filed(np.zeros(len(rows) + 1, np.int64), self.cells)
        starts = self.bases[rows]
        sizes = self.bases[rows + 1] - starts
        return Filed(bases_of(sizes), self.cells[places_of(starts, sizes)])

    def spread(self, places: Numbers) -> "Filed":
        """Return the records under more rows: before each row are those of so many that had any."""
        if not len(self.cells):
            return Filed(np.zeros(len(places), np.int32), self.cells)
        return Filed(self.bases.astype(np.int32)[places], self.cells)


class Patch(NamedTuple):
    """Some rows that follow each other, from ``start`` on, become ``first`` to ``last`` of others.

    What comes after them has moved by so many paragraphs on both sides.
    """

    start: int
    end: int
    first: int
    last: int
    moved: tuple[int, int]


class Run(NamedTuple):
    """Rows that follow each other: of the new ones, or of those before."""

    is_new: bool
    start: int
    end: int


def _runs(patches: Sequence[Patch], many: int) -> Iterator[Run]:
    """Yield what of so many rows before and of the new ones follow each other, by turns."""
    at = 0
    for start, end, first, last, _ in patches:
        yield Run(is_new=False, start=at, end=start)
        yield Run(is_new=True, start=first, end=last)
        at = end
    yield Run(is_new=False, start=at, end=many)


class Rows(NamedTuple):
    """Rows and their records; ``facts`` are the numbers of each row."""

    facts: NDArray[np.signedinteger]
    parts: tuple[Filed, ...]

    @classmethod
    def none(cls, many: int = 0) -> "Rows":
        """Return rows of which nothing is said."""
        return cls(np.zeros((many, ROW), np.int64), tuple(Filed.nothing(many, w) for w in WIDTHS))

    def patched(self, new: "Rows", patches: Sequence[Patch]) -> "Rows":
        """Return the rows with some replaced by others, and what comes after moved."""
        facts = list[NDArray[np.signedinteger]]()
        moved = iter(((0, 0), *(patch.moved for patch in patches)))
        runs = list(_runs(patches, len(self.facts)))
        for is_new, start, end in runs:
            some = (new if is_new else self).facts[start:end]
            if not is_new:
                lefts, rights = next(moved)
                if (lefts or rights) and len(some):
                    some = some.copy()
                    some[:, : Row.KIND] += np.array((lefts, lefts, rights, rights), some.dtype)
            facts.append(some)
        whole = np.concatenate(facts)
        nothing = np.zeros(len(whole) + 1, np.int32)
        return Rows(
            whole,
            tuple(
                part.patched(other, runs)
                if len(part.cells) or len(other.cells)
                else Filed(nothing, part.cells)
                for part, other in zip(self.parts, new.parts, strict=True)
            ),
        )

    def parted(self, many: int) -> "tuple[Rows, Rows]":
        """Return the first rows, so many, and the others."""
        edges = slice(0, many), slice(many, len(self.facts))
        one, other = (
            Rows(self.facts[some], tuple(part.part(some) for part in self.parts)) for some in edges
        )
        return one, other

    def taken(self, rows: Numbers) -> "Rows":
        """Return some rows with their records, in the order given."""
        return Rows(self.facts[rows], tuple(part.taken(rows) for part in self.parts))

    def short(self) -> "Rows":
        """Return the same in numbers of four bytes."""
        return Rows(
            self.facts.astype(np.int32),
            tuple(Filed(part.bases.astype(np.int32), part.cells) for part in self.parts),
        )

    def table(self, names: Sequence[str]) -> Table:
        """Return the rows as they are kept."""
        nothing = Records(_view(np.zeros(len(self.facts) + 1, np.int32)), _view(_NO_CELLS))
        return Table(
            _view(self.facts),
            tuple(
                Records(_view(part.bases), _view(part.cells)) if len(part.cells) else nothing
                for part in self.parts
            ),
            names,
        )


_NO_CELLS: Cells = np.zeros(0, np.int32)


def bases_of(sizes: Numbers) -> Numbers:
    """Return where runs of so many begin that follow each other, and where the last one ends."""
    bases = np.zeros(len(sizes) + 1, np.int64)
    sizes.cumsum(out=bases[1:])
    return bases


def places_of(starts: Numbers, sizes: Numbers) -> Numbers:
    """Return every place of runs that begin at ``starts``."""
    bases = bases_of(sizes)
    return (starts - bases[:-1]).repeat(sizes) + np.arange(int(bases[-1]))


def joined(some: Sequence[Rows]) -> Rows:
    """Return rows one after the other."""
    if len(some) == 1:
        return some[0]
    return Rows(
        np.concatenate([rows.facts for rows in some]),
        tuple(_joined(parts) for parts in zip(*(rows.parts for rows in some), strict=True)),
    )


def interleaved(at: Numbers, to: Numbers, sizes: Numbers, some: Rows) -> Rows:
    """Return rows in the order of the left, among them many of one paragraph a side.

    Those are paragraph ``at`` and ``to``, have so many words, all kept, and no records.
    """
    lefts = some.facts[:, Row.LEFT]
    if (lefts[1:] < lefts[:-1]).any():
        some = some.taken(lefts.argsort(kind="stable"))
    if not len(at):
        return some.short()
    many = len(at) + len(some.facts)
    places = at.searchsorted(some.facts[:, Row.LEFT])
    places += np.arange(len(places))
    is_other = np.zeros(many, np.bool_)
    is_other[places] = True
    before = np.zeros(many + 1, np.int64)
    is_other.cumsum(out=before[1:])
    facts = np.empty((many, ROW), np.int32)
    facts[:] = _ALL_KEPT
    # What is told of paragraphs that stayed, wherever such a row is; the others are told after.
    stayed = np.arange(many) - before[:-1]
    stayed[places] = 0
    lefts, rights = at[stayed], to[stayed]
    facts[:, Row.LEFT], facts[:, Row.LEFT_END] = lefts, lefts + 1
    facts[:, Row.RIGHT], facts[:, Row.RIGHT_END] = rights, rights + 1
    facts[:, Row.KEPT] = sizes[stayed]
    facts[places] = some.facts
    return Rows(facts, tuple(part.spread(before) for part in some.parts))


_ALL_KEPT = np.array([SURE if one == Row.SURE else 0 for one in Row], np.int32)


def _joined(parts: Sequence[Filed]) -> Filed:
    if not any(len(part.cells) for part in parts):
        return Filed.nothing(sum(len(part.bases) - 1 for part in parts), parts[0].cells.shape[1])
    return Filed(
        _joined_bases([part.bases for part in parts]),
        np.concatenate([part.cells for part in parts]),
    )


def _joined_bases(some: Sequence[NDArray[np.signedinteger]]) -> NDArray[np.signedinteger]:
    found, many = [some[0][:1]], 0
    for bases in some:
        found.append(bases[1:] + many)
        many += int(bases[-1])
    return np.concatenate(found)


def _view(numbers: NDArray[np.signedinteger]) -> "memoryview[int]":
    return view(np.ascontiguousarray(numbers, np.int32).data)
