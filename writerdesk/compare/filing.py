"""Rows and their records while they are worked on: filed, taken out in another order, joined."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.lexicon import Numbers
from writerdesk.compare.table import ROW, WIDTHS, Records, Row, Table, view

Cells = NDArray[np.int32]


class Filed(NamedTuple):
    """Records of one part: those of row n are from ``bases[n]`` to ``bases[n + 1]``."""

    bases: Numbers
    cells: Cells

    @classmethod
    def under(cls, rows: Numbers, cells: Sequence[NDArray[np.generic]], many: int) -> "Filed":
        """File records under their rows; ``cells`` are the columns."""
        table = np.stack(cells, axis=1).astype(np.int32)
        if len(rows) > 1 and not bool((rows[1:] >= rows[:-1]).all()):
            order = np.argsort(rows, kind="stable")
            rows, table = rows[order], table[order]
        return cls(np.searchsorted(rows, np.arange(many + 1)), table)

    @classmethod
    def nothing(cls, many: int, width: int) -> "Filed":
        """Return no records for so many rows."""
        return cls(np.zeros(many + 1, np.int64), np.zeros((0, width), np.int32))

    def taken(self, rows: Numbers) -> "Filed":
        """Return the records of some rows, in the order given."""
        if not len(self.cells):
            return Filed(np.zeros(len(rows) + 1, np.int64), self.cells)
        sizes = np.diff(self.bases)[rows]
        return Filed(bases_of(sizes), self.cells[places_of(self.bases[rows], sizes)])


class Rows(NamedTuple):
    """Rows and their records; ``facts`` are the numbers of each row."""

    facts: Numbers
    parts: tuple[Filed, ...]

    @classmethod
    def none(cls, many: int = 0) -> "Rows":
        """Return rows of which nothing is said."""
        return cls(np.zeros((many, ROW), np.int64), tuple(Filed.nothing(many, w) for w in WIDTHS))

    def taken(self, rows: Numbers) -> "Rows":
        """Return some rows with their records, in the order given."""
        return Rows(self.facts[rows], tuple(part.taken(rows) for part in self.parts))

    def table(self, names: Sequence[str]) -> Table:
        """Return the rows as they are kept."""
        return Table(
            _view(self.facts),
            tuple(Records(_view(part.bases), _view(part.cells)) for part in self.parts),
            names,
        )


def bases_of(sizes: Numbers) -> Numbers:
    """Return where runs of so many begin that follow each other, and where the last one ends."""
    bases = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=bases[1:])
    return bases


def places_of(starts: Numbers, sizes: Numbers) -> Numbers:
    """Return every place of runs that begin at ``starts``."""
    return np.repeat(starts - bases_of(sizes)[:-1], sizes) + np.arange(int(sizes.sum()))


def joined(some: Sequence[Rows]) -> Rows:
    """Return rows one after the other."""
    return Rows(
        np.concatenate([rows.facts for rows in some]),
        tuple(_joined(parts) for parts in zip(*(rows.parts for rows in some), strict=True)),
    )


def interleaved(plain: Numbers, some: Rows) -> Rows:
    """Return rows in the order of the left, many ``plain`` ones without records among them."""
    order = np.argsort(some.facts[:, Row.LEFT], kind="stable")
    if bool((order[1:] < order[:-1]).any()):
        some = some.taken(order)
    many = len(plain) + len(some.facts)
    places = np.searchsorted(plain[:, Row.LEFT], some.facts[:, Row.LEFT])
    places += np.arange(len(places))
    is_plain = np.ones(many, np.bool_)
    is_plain[places] = False
    facts = np.empty((many, ROW), np.int64)
    facts[places], facts[is_plain] = some.facts, plain
    before = np.zeros(many + 1, np.int64)
    np.cumsum(~is_plain, out=before[1:])
    return Rows(facts, tuple(Filed(part.bases[before], part.cells) for part in some.parts))


def _joined(parts: Sequence[Filed]) -> Filed:
    if not any(len(part.cells) for part in parts):
        return Filed.nothing(sum(len(part.bases) - 1 for part in parts), parts[0].cells.shape[1])
    sizes = np.concatenate([np.diff(part.bases) for part in parts])
    return Filed(bases_of(sizes), np.concatenate([part.cells for part in parts]))


def _view(numbers: NDArray[np.generic]) -> "memoryview[int]":
    return view(np.ascontiguousarray(numbers, np.int32).tobytes())
