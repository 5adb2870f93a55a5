"""Paragraphs as rows of weighted terms, and the products of the rows of two drafts.

A rare term counts more. Products come from the terms two paragraphs share, so that two long drafts
never need a table of paragraphs by words.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.tellings.tables import STRIP_OF_CELLS, Table, strips
from writerdesk.compare.values import Cancelled, StopAsked
from writerdesk.frozen import frozen

Numbers: TypeAlias = NDArray[np.int64]

# A column of a dense product costs as much as this many single products (numpy 2, one core).
_PAIRS_OF_A_COLUMN = 120_000


@frozen
class Rows:
    """One draft's paragraphs: which has which term how weightily, ordered by paragraph."""

    count: int
    paragraph: Numbers
    term: Numbers
    weight: Table


def weighted(
    sides: Sequence[tuple[int, Numbers, Numbers]], worth: Table | None
) -> tuple[Rows, Rows]:
    """Return the rows of two drafts, each given as paragraphs, and their terms in a row.

    How rare a term is, both drafts say; ``worth`` is what a term counts besides.
    """
    counted = [_counted(*side) for side in sides]
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


def _counted(_count: int, paragraph: Numbers, term: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return every different term of each paragraph, and how often it is there."""
    size = 1 + int(term.max(initial=0))
    different, times = np.unique(paragraph * size + term, return_counts=True)
    where, which = np.divmod(different, size)
    return where, which, times


def product(left: Rows, right: Rows, stop: StopAsked) -> Table:
    """Return the product of every left row with every right one."""
    terms = 1 + max(int(left.term.max(initial=-1)), int(right.term.max(initial=-1)), 0)
    pairs = np.bincount(left.term, minlength=terms) * np.bincount(right.term, minlength=terms)
    common = pairs > min(_PAIRS_OF_A_COLUMN, left.count * right.count / 8)
    table = _dense_product(left, right, np.flatnonzero(common), stop)
    _add_rare(table, (_only(left, ~common & (pairs > 0)), _only(right, ~common)), stop)
    return table


def _dense_product(left: Rows, right: Rows, terms: Numbers, stop: StopAsked) -> Table:
    one, other = _dense(left, terms), _dense(right, terms)
    table = np.zeros((left.count, right.count), np.float32)
    for start, end in strips(left.count, right.count * max(1, len(terms)) // 8, stop):
        table[start:end] = one[start:end] @ other.T
    return table


def _dense(rows: Rows, terms: Numbers) -> Table:
    place = np.searchsorted(terms, rows.term)
    inside = place < len(terms)
    inside[inside] = terms[place[inside]] == rows.term[inside]
    out = np.zeros((rows.count, len(terms)), np.float32)
    out[rows.paragraph[inside], place[inside]] = rows.weight[inside]
    return out


def _only(rows: Rows, wanted: NDArray[np.bool_]) -> Rows:
    keep = wanted[rows.term] if len(rows.term) else np.zeros(0, np.bool_)
    return Rows(rows.count, rows.paragraph[keep], rows.term[keep], rows.weight[keep])


def _add_rare(table: Table, rows: tuple[Rows, Rows], stop: StopAsked) -> None:
    """Add the products of terms that few paragraphs have, place by place."""
    left, right = rows
    order = np.argsort(right.term, kind="stable")
    first = np.searchsorted(right.term[order], left.term, "left")
    times = np.searchsorted(right.term[order], left.term, "right") - first
    ends = np.cumsum(times)
    flat = table.reshape(-1)
    start = 0
    while start < len(times):
        if stop():
            raise Cancelled
        done = ends[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(ends, done + STRIP_OF_CELLS, "right")))
        each = times[start:end]
        one = np.repeat(np.arange(start, end), each)
        other = order[
            np.arange(each.sum())
            - np.repeat(ends[start:end] - each - done, each)
            + np.repeat(first[start:end], each)
        ]
        place = left.paragraph[one] * table.shape[1] + right.paragraph[other]
        lowest = int(place.min(initial=0))
        sums = np.bincount(place - lowest, left.weight[one] * right.weight[other])
        flat[lowest : lowest + len(sums)] += sums.astype(np.float32)
        start = end
