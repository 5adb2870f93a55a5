"""Tables of left paragraphs by right ones, and what is done to whole tables.

Two drafts of 2,000 paragraphs make four million cells: everything is done in strips short enough to
be stopped between, and nothing keeps a table longer than it needs it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.values import Cancelled, StopAsked

if TYPE_CHECKING:
    from writerdesk.compare.tellings.rows import Rows

Table: TypeAlias = NDArray[np.float32]

# About 5 ms of work between two questions whether to stop.
STRIP_OF_CELLS = 500_000
# Lengths of pooled rows are taken of so many paragraphs at once: their words fit into the cache.
_ROWS_AT_ONCE = 64


def strips(rows: int, cells: int, stop: StopAsked) -> Iterable[tuple[int, int]]:
    """Cut ``rows`` of so many cells each into runs short enough to be stopped between."""
    step = max(1, STRIP_OF_CELLS // max(1, cells))
    for start in range(0, rows, step):
        if stop():
            raise Cancelled
        yield start, min(rows, start + step)


def cosines(plain: Table, rows: "tuple[Rows, Rows]", stop: StopAsked) -> Table:
    """Return how alike each two paragraphs are, from the product of their rows."""
    by_left, by_right = (_inverse(np.sqrt(_squares(side))) for side in rows)
    out = np.empty_like(plain)
    for start, end in strips(len(plain), plain.shape[1], stop):
        np.multiply(plain[start:end], by_left[start:end, None], out=out[start:end])
        out[start:end] *= by_right
    return out


def pooled_cosines(
    plain: Table, rows: "tuple[Rows, Rows]", pools: tuple[Table, Table], stop: StopAsked
) -> Table:
    """Return how alike each two are if neighbours of one beat lend each other what they say."""
    by_left, by_right = (
        _inverse(_pooled_lengths(side, pool, stop)) for side, pool in zip(rows, pools, strict=True)
    )
    reach = (pools[0].shape[1] - 1) // 2
    out = np.empty_like(plain)
    # Every cell is touched four times a step of reach.
    for start, end in strips(len(plain), plain.shape[1] * 2 * reach, stop):
        strip = _with_rows_beside(plain, pools[0], (start, end))
        strip = _with_columns_beside(strip, pools[1])
        strip *= by_left[start:end, None]
        np.multiply(strip, by_right, out=out[start:end])
    return out


def less_rivals(table: Table, stop: StopAsked, rivals: int = 5) -> Table:
    """Take from each cell the mean of the best few of its row and column; the table is changed.

    Where there are fewer paragraphs than rivals, the missing ones are as unlike as can be.
    """
    by_row = _best(table, rivals, stop)
    by_column = _best(table.T, rivals, stop)
    for start, end in strips(len(table), table.shape[1], stop):
        table[start:end] -= np.float32(0.5) * (by_row[start:end, None] + by_column)
    return table


def _best(table: Table, rivals: int, stop: StopAsked) -> Table:
    rows, columns = table.shape
    some = min(rivals, columns)
    best = np.zeros(rows, np.float32)
    for start, end in strips(rows, columns * 4, stop):
        strip = np.ascontiguousarray(table[start:end])
        best[start:end] = np.partition(strip, columns - some, axis=1)[:, columns - some :].sum(1)
    best /= np.float32(rivals)
    return best


def _with_rows_beside(table: Table, pool: Table, run: tuple[int, int]) -> Table:
    """Return some rows, with what the rows before and after them lend."""
    start, end = run
    reach = (pool.shape[1] - 1) // 2
    out = table[start:end] * pool[start:end, reach, None]
    for step in range(1, reach + 1):
        last = min(end, len(table) - step)
        if last > start and (lent := pool[start:last, reach + step]).any():
            out[: last - start] += table[start + step : last + step] * lent[:, None]
        first = max(start, step)
        if first < end and (lent := pool[first:end, reach - step]).any():
            out[first - start :] += table[first - step : end - step] * lent[:, None]
    return out


def _with_columns_beside(strip: Table, pool: Table) -> Table:
    reach = (pool.shape[1] - 1) // 2
    out = strip * pool[:, reach]
    for step in range(1, min(reach, len(pool) - 1) + 1):
        forward, backward = pool[:-step, reach + step], pool[step:, reach - step]
        if forward.any():
            out[:, :-step] += strip[:, step:] * forward
            out[:, step:] += strip[:, :-step] * backward
    return out


def _squares(rows: "Rows") -> Table:
    squares = np.bincount(rows.paragraph, rows.weight * rows.weight, minlength=rows.count)
    return squares.astype(np.float32)


def _inverse(lengths: Table) -> Table:
    return np.reciprocal(np.maximum(lengths, np.float32(1e-6)))


def _pooled_lengths(rows: "Rows", pool: Table, stop: StopAsked) -> Table:
    """Return the length of each pooled row, from what its neighbours lend it term by term."""
    out = np.zeros(rows.count, np.float32)
    reach = (pool.shape[1] - 1) // 2
    width = 1 + int(rows.term.max(initial=0))
    for start in range(0, rows.count, _ROWS_AT_ONCE):
        if stop():
            raise Cancelled
        end = min(rows.count, start + _ROWS_AT_ONCE)
        first, last = max(0, start - reach), min(rows.count, end + reach)
        inside = slice(*np.searchsorted(rows.paragraph, (first, last)))
        dense = np.zeros((last - first, width), np.float32)
        dense[rows.paragraph[inside] - first, rows.term[inside]] = rows.weight[inside]
        band = np.zeros((end - start, last - first), np.float32)
        for step in range(-reach, reach + 1):
            those = np.arange(max(start, first - step), min(end, last - step))
            band[those - start, those + step - first] = pool[those, step + reach]
        # The products of neighbours with each other, each lent twice.
        lent = band @ (dense @ dense.T)
        out[start:end] = np.sqrt(np.einsum("ij,ij->i", lent, band))
    return out
