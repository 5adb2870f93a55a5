"""Paragraphs as rows of weighted terms, and the products of the rows of two drafts.

A rare term counts more. Products come from the terms two paragraphs share, so that two long drafts
never need a table of paragraphs by words.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.kept import spread
from writerdesk.compare.tellings.tables import Table
from writerdesk.compare.values import Cancelled, StopAsked, ask, never
from writerdesk.frozen import frozen

Numbers: TypeAlias = NDArray[np.int64]

# A single product costs as much as so many cells of a dense one (two drafts of 2,000 paragraphs,
# three products: 277 ms with 50, 212 with 250, 245 with 500, 306 with 2,000).
_CELLS_OF_A_PAIR = 250
# So many columns of both drafts fit into the cache, and so many products take a few milliseconds.
_COLUMNS_AT_ONCE, _WORK = 256, 100_000_000
# Single products between two questions whether to stop: 3 ms.
_PAIRS_AT_ONCE = 100_000


@frozen
class Rows:
    """One draft's paragraphs: which has which term how weightily, ordered by paragraph."""

    count: int
    paragraph: Numbers
    term: Numbers
    weight: Table


def weighted(
    sides: Sequence[tuple[int, Numbers, Numbers]], worth: Table | None, stop: StopAsked = never
) -> tuple[Rows, Rows]:
    """Return the rows of two drafts, each given as paragraphs, and their terms in a row.

    How rare a term is, both drafts say; ``worth`` is what a term counts besides.
    """
    counted = [_counted(*side, stop) for side in sides]
    size = 1 + max(int(term.max(initial=-1)) for _, term, _ in counted)
    found = sum(np.bincount(term, minlength=max(1, size)) for _, term, _ in counted)
    paragraphs = sum(count for count, _, _ in sides)
    rarity = np.log((1 + paragraphs) / np.maximum(found, 1))
    if worth is not None and size:
        rarity[:size] *= worth[:size]
    rows = [
        Rows(side[0], paragraph, term, ((1 + np.log(times)) * rarity[term]).astype(np.float32))
        for side, (paragraph, term, times) in zip(sides, counted, strict=True)
    ]
    return rows[0], rows[1]


def _counted(
    _count: int, paragraph: Numbers, term: Numbers, stop: StopAsked
) -> tuple[Numbers, Numbers, Numbers]:
    """Return every different term of each paragraph, and how often it is there."""
    ask(stop)
    size = 1 + int(term.max(initial=0))
    different, times = np.unique(paragraph * size + term, return_counts=True)
    where, which = np.divmod(different, size)
    return where, which, times


def product(left: Rows, right: Rows, stop: StopAsked) -> Table:
    """Return the product of every left row with every right one."""
    terms = 1 + max(int(left.term.max(initial=-1)), int(right.term.max(initial=-1)), 0)
    pairs = np.bincount(left.term, minlength=terms) * np.bincount(right.term, minlength=terms)
    common = pairs * _CELLS_OF_A_PAIR > left.count * right.count
    table = np.zeros((left.count, right.count), np.float32)
    _add_common(table, (left, right), np.flatnonzero(common), stop)
    _add_rare(
        table, (_only(left, ~common & (pairs > 0)), _only(right, ~common & (pairs > 0))), stop
    )
    return table


def _add_common(table: Table, rows: tuple[Rows, Rows], terms: Numbers, stop: StopAsked) -> None:
    """Add the products of terms that many paragraphs have, as whole columns."""
    for first in range(0, len(terms), _COLUMNS_AT_ONCE):
        some = terms[first : first + _COLUMNS_AT_ONCE]
        one, other = (_dense(side, some) for side in rows)
        step = max(1, _WORK // max(1, table.shape[1] * len(some)))
        for start in range(0, len(table), step):
            if stop():
                raise Cancelled
            table[start : start + step] += one[start : start + step] @ other.T


def _dense(rows: Rows, terms: Numbers) -> Table:
    place = np.full(1 + max(int(rows.term.max(initial=0)), int(terms[-1])), -1, np.int64)
    place[terms] = np.arange(len(terms))
    column = place[rows.term]
    inside = column >= 0
    out = np.zeros((rows.count, len(terms)), np.float32)
    out[rows.paragraph[inside], column[inside]] = rows.weight[inside]
    return out


def _only(rows: Rows, wanted: NDArray[np.bool_]) -> Rows:
    keep = wanted[rows.term] if len(rows.term) else np.zeros(0, np.bool_)
    return Rows(rows.count, rows.paragraph[keep], rows.term[keep], rows.weight[keep])


def _add_rare(table: Table, rows: tuple[Rows, Rows], stop: StopAsked) -> None:
    """Add the products of terms that few paragraphs have, place by place."""
    left, right = rows
    order = np.argsort(right.term, kind="stable")
    many = np.bincount(right.term, minlength=1 + int(left.term.max(initial=0)))
    times = many[left.term]
    first = (np.cumsum(many) - many)[left.term]
    there, weights = right.paragraph[order], right.weight[order]
    here = left.paragraph * table.shape[1]
    ends = np.cumsum(times)
    flat = table.reshape(-1)
    start = 0
    while start < len(times):
        if stop():
            raise Cancelled
        done = ends[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(ends, done + _PAIRS_AT_ONCE, "right")))
        each = times[start:end]
        other = spread(each) + np.repeat(first[start:end], each)
        place = np.repeat(here[start:end], each) + there[other]
        np.add.at(flat, place, np.repeat(left.weight[start:end], each) * weights[other])
        start = end
