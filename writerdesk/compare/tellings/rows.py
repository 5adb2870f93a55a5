"""Paragraphs as rows of weighted terms, and how alike the rows of two drafts are.

Alike is the cosine of rows in which a rare term counts more. Each row is pooled with those of its
neighbours as far as they tell one beat with it: pooled cosines come from the plain products, so
that two long drafts never need a table of paragraphs by words.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.values import Cancelled, StopAsked

Table: TypeAlias = NDArray[np.float32]
Numbers: TypeAlias = NDArray[np.int64]

# About 5 ms of work between two questions whether to stop.
STRIP_OF_CELLS = 500_000
# A column of a dense product costs as much as this many single products (numpy 2, one core).
_PAIRS_OF_A_COLUMN = 120_000


@dataclass(frozen=True, slots=True)
class Rows:
    """One draft's paragraphs: which has which term how weightily, ordered by paragraph."""

    count: int
    paragraph: Numbers
    term: Numbers
    weight: Table


def weighted(
    left: Sequence[Iterable[Hashable]], right: Sequence[Iterable[Hashable]]
) -> tuple[Rows, Rows]:
    """Return the rows of two drafts; how rare a term is, both of them say."""
    counted = [Counter(terms) for terms in (*left, *right)]
    found = Counter(term for some in counted for term in some)
    number = {term: place for place, term in enumerate(found)}
    rarity = np.log((1 + len(counted)) / np.fromiter(found.values(), np.float64, len(found)))
    rows = [_rows(some, number, rarity) for some in (counted[: len(left)], counted[len(left) :])]
    return rows[0], rows[1]


def _rows(
    counted: Sequence[Counter[Hashable]], number: dict[Hashable, int], rarity: NDArray[np.float64]
) -> Rows:
    lengths = [len(some) for some in counted]
    size = sum(lengths)
    paragraph = np.repeat(np.arange(len(counted)), lengths)
    term = np.fromiter((number[one] for some in counted for one in some), np.int64, size)
    times = np.fromiter((times for some in counted for times in some.values()), np.int64, size)
    weight = (1 + np.log(times)) * rarity[term] if size else np.zeros(0)
    return Rows(len(counted), paragraph, term, weight.astype(np.float32))


def pooled_cosines(rows: tuple[Rows, Rows], pools: tuple[Table, Table], stop: StopAsked) -> Table:
    """Return how alike each left paragraph and each right one are, with their pools."""
    left, right = rows
    table = pooled(product(left, right, stop), pools, stop)
    lengths = [
        np.maximum(_lengths(side, pool), 1e-6) for side, pool in zip(rows, pools, strict=True)
    ]
    table /= lengths[0][:, None]
    table /= lengths[1][None, :]
    return table


def pooled(table: Table, pools: tuple[Table, Table], stop: StopAsked) -> Table:
    """Let neighbours that tell one beat lend each other what a table says of them."""
    by_left = _pooled_rows(table, pools[0], stop)
    return np.ascontiguousarray(_pooled_rows(np.ascontiguousarray(by_left.T), pools[1], stop).T)


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
        _ask(stop)
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


def _pooled_rows(table: Table, pool: Table, stop: StopAsked) -> Table:
    """Multiply by a pool, which is all nothing but a band around its diagonal."""
    reach = (pool.shape[1] - 1) // 2
    out = table * pool[:, reach, None]
    for step in range(1, reach + 1):
        _ask(stop)
        forward, backward = pool[:-step, reach + step], pool[step:, reach - step]
        if forward.any():
            out[:-step] += table[step:] * forward[:, None]
            out[step:] += table[:-step] * backward[:, None]
    return out


def _lengths(rows: Rows, pool: Table) -> Table:
    """Return the length of each pooled row."""
    out = np.zeros(rows.count, np.float32)
    reach = (pool.shape[1] - 1) // 2
    for start in range(0, rows.count, 32):
        first, last = max(0, start - reach), min(rows.count, start + 32 + reach)
        inside = slice(*np.searchsorted(rows.paragraph, (first, last)))
        terms, place = np.unique(rows.term[inside], return_inverse=True)
        dense = np.zeros((last - first, len(terms)), np.float32)
        dense[rows.paragraph[inside] - first, place] = rows.weight[inside]
        for number in range(start, min(rows.count, start + 32)):
            low, high = max(0, number - reach), min(rows.count, number + reach + 1)
            own = pool[number, low - number + reach : high - number + reach]
            out[number] = np.linalg.norm(own @ dense[low - first : high - first])
    return out


def strips(rows: int, cells: int, stop: StopAsked) -> Iterable[tuple[int, int]]:
    """Cut ``rows`` of so many cells each into runs short enough to be stopped between."""
    step = max(1, STRIP_OF_CELLS // max(1, cells))
    for start in range(0, rows, step):
        _ask(stop)
        yield start, min(rows, start + step)


def above_rivals(table: Table, stop: StopAsked, rivals: int = 5) -> Table:
    """Return by how much each cell stands above the best few of its row and column."""
    by_row = _best_of_rows(table, rivals, stop)
    by_column = _best_of_rows(np.ascontiguousarray(table.T), rivals, stop)
    half: Table = np.float32(0.5) * (by_row[:, None] + by_column[None, :])
    return table - half


def _best_of_rows(table: Table, rivals: int, stop: StopAsked) -> Table:
    rows, columns = table.shape
    some = min(rivals, columns)
    best = np.zeros(rows, np.float32)
    for start, end in strips(rows, columns * 4, stop):
        top = np.partition(table[start:end], columns - some, axis=1)[:, columns - some :]
        best[start:end] = top.mean(axis=1)
    return best


def _ask(stop: StopAsked) -> None:
    if stop():
        raise Cancelled
