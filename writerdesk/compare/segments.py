"""The order in which two to four drafts are read as one: what is tied stands level, the rest waits.

A segment is a stretch of every column that belongs together: tied passages, or a run that only one
column has while the others wait. Only the heaviest chain of ties that keeps the order in every
column becomes segments; a tie that crosses it is a moved passage and anchors nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias


class Run(NamedTuple):
    """Neighbouring paragraphs of one column, from ``start`` to ``end`` (half-open)."""

    start: int
    end: int


class Tie(NamedTuple):
    """Passages that tell the same: a run for each column, None where a column has no part."""

    runs: tuple[Run | None, ...]
    weight: float = 1.0


class Segment(NamedTuple):
    """One stretch of all columns: where a column's run is empty, that column waits.

    ``ties`` are the numbers of the ties that hold it together; none for a run of one column.
    """

    runs: tuple[Run, ...]
    ties: tuple[int, ...] = ()

    @property
    def column(self) -> int | None:
        """The only column that has something here, if it is only one."""
        filled = [number for number, (start, end) in enumerate(self.runs) if end > start]
        return filled[0] if len(filled) == 1 else None


_Anchor: TypeAlias = tuple[list[Run | None], list[int]]
"""Where ties stand level: their runs, None in a column they bind nothing in, and their numbers."""


def segments(ties: Sequence[Tie], lengths: Sequence[int], *, hub: int = 0) -> tuple[Segment, ...]:
    """Return the segments that lay out columns of ``lengths`` paragraphs, every one exactly once.

    Ties anchor by what they bind to the ``hub`` column; a tie between two others anchors nothing.
    """
    out: list[Segment] = []
    ends = [0] * len(lengths)
    for runs, numbers in _anchors(ties, len(lengths), hub):
        starts = [end if run is None else run[0] for run, end in zip(runs, ends, strict=True)]
        if starts != ends:
            out.extend(_waits(ends, starts, hub))
        placed = [run or Run(start, start) for run, start in zip(runs, starts, strict=True)]
        out.append(Segment(tuple(placed), tuple(dict.fromkeys(numbers))))
        ends = [end for _, end in placed]
    out.extend(_waits(ends, lengths, hub))
    return tuple(out)


def heaviest_chain(ties: Sequence[tuple[Run, Run, float]]) -> tuple[int, ...]:
    """Return which ties of two columns to keep so that none crosses another and most weight stays.

    The numbers come in the order of the columns.
    """
    if _in_order(ties):
        return tuple(range(len(ties)))
    order = sorted(range(len(ties)), key=lambda number: ties[number][:2])
    if _in_order([ties[number] for number in order]):
        return tuple(order)
    ends = sorted({right.end for _, right, _ in ties})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ends) + 1)
    gains: dict[int, tuple[float, int]] = {}
    ended = iter(sorted(order, key=lambda number: ties[number][0].end))
    waiting = next(ended, None)
    for number in order:
        left, right, weight = ties[number]
        while waiting is not None and ties[waiting][0].end <= left.start:
            place = bisect_right(ends, ties[waiting][1].end)
            _raise(best, place, (gains[waiting][0], waiting))
            waiting = next(ended, None)
        gain, before = _highest(best, bisect_right(ends, right.start))
        gains[number] = (gain + weight, before)
    return _walked_back(gains)


def _in_order(ties: Sequence[tuple[Run, Run, float]]) -> bool:
    """Tell whether each tie follows on the one before in both columns."""
    left = right = 0
    for (start, end), (to, until), _ in ties:
        if start < left or to < right:
            return False
        left, right = end, until
    return True


def _raise(best: list[tuple[float, int]], place: int, gain: tuple[float, int]) -> None:
    """Enter a chain's gain into the tree of highest gains."""
    while place < len(best):
        best[place] = max(best[place], gain)
        place += place & -place


def _highest(best: list[tuple[float, int]], place: int) -> tuple[float, int]:
    """Return the highest gain of the chains that end before ``place``, and its last tie."""
    highest = (0.0, -1)
    while place:
        highest = max(highest, best[place])
        place &= place - 1
    return highest


def _walked_back(gains: dict[int, tuple[float, int]]) -> tuple[int, ...]:
    last = max(gains, key=lambda number: gains[number][0], default=-1)
    chain: list[int] = []
    while last >= 0:
        chain.append(last)
        last = gains[last][1]
    return tuple(reversed(chain))


def _anchors(ties: Sequence[Tie], columns: int, hub: int) -> Iterator[_Anchor]:
    """Yield the ties that keep the order of each column with the hub, joined where they touch."""
    kept: list[tuple[Run, int, Run, int]] = []
    for column in (number for number in range(columns) if number != hub):
        bound: list[tuple[Run, Run, float]] = []
        numbers: list[int] = []
        for number, (runs, weight) in enumerate(ties):
            first, second = runs[hub], runs[column]
            if first is not None and second is not None:
                bound.append((first, second, weight))
                numbers.append(number)
        for place in heaviest_chain(bound):
            first, second, _ = bound[place]
            kept.append((first, column, second, numbers[place]))
    kept.sort()
    joined: _Anchor = [None] * columns, []
    reach = -1
    for first, column, second, number in kept:
        if joined[1] and first[0] >= reach:
            yield joined
            joined = [None] * columns, []
        _join(joined[0], hub, first)
        _join(joined[0], column, second)
        joined[1].append(number)
        reach = max(reach, first[1])
    if joined[1]:
        yield joined


def _join(runs: list[Run | None], column: int, run: Run) -> None:
    other = runs[column]
    runs[column] = Run(min(run[0], other[0]), max(run[1], other[1])) if other else run


def _waits(ends: Sequence[int], starts: Sequence[int], hub: int) -> Iterator[Segment]:
    """Yield a segment for each run that one column alone has, the hub's first."""
    placed = list(ends)
    for column in (hub, *(number for number in range(len(ends)) if number != hub)):
        if placed[column] < starts[column]:
            runs = [Run(place, place) for place in placed]
            runs[column] = Run(placed[column], starts[column])
            placed[column] = starts[column]
            yield Segment(tuple(runs))
