"""The order in which two to four drafts are read as one: what is tied stands level, the rest waits.

A segment is a stretch of every column that belongs together: tied passages, or a run that only one
column has while the others wait. Only the heaviest chain of ties that keeps the order in every
column becomes segments; a tie that crosses it is a moved passage and anchors nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from writerdesk.frozen import frozen


class Run(NamedTuple):
    """Neighbouring paragraphs of one column, from ``start`` to ``end`` (half-open)."""

    start: int
    end: int


_NOTHING = Run(-1, -1)


@frozen
class Tie:
    """Passages that tell the same: a run for each column, None where a column has no part."""

    runs: tuple[Run | None, ...]
    weight: float = 1.0


@frozen
class Segment:
    """One stretch of all columns: where a column's run is empty, that column waits.

    ``ties`` are the numbers of the ties that hold it together; none for a run of one column.
    """

    runs: tuple[Run, ...]
    ties: tuple[int, ...] = ()

    @property
    def column(self) -> int | None:
        """The only column that has something here, if it is only one."""
        filled = [number for number, run in enumerate(self.runs) if run.end > run.start]
        return filled[0] if len(filled) == 1 else None


def segments(ties: Sequence[Tie], lengths: Sequence[int], *, hub: int = 0) -> tuple[Segment, ...]:
    """Return the segments that lay out columns of ``lengths`` paragraphs, every one exactly once.

    Ties anchor by what they bind to the ``hub`` column; a tie between two others anchors nothing.
    """
    out: list[Segment] = []
    ends = [0] * len(lengths)
    for anchor in _anchors(ties, len(lengths), hub):
        starts = [_placed(run, end).start for run, end in zip(anchor.runs, ends, strict=True)]
        out.extend(_waits(ends, starts, hub))
        runs = tuple(_placed(run, start) for run, start in zip(anchor.runs, starts, strict=True))
        out.append(Segment(runs, anchor.ties))
        ends = [run.end for run in runs]
    out.extend(_waits(ends, lengths, hub))
    return tuple(out)


def heaviest_chain(ties: Sequence[tuple[Run, Run, float]]) -> tuple[int, ...]:
    """Return which ties of two columns to keep so that none crosses another and most weight stays.

    The numbers come in the order of the columns.
    """
    order = sorted(range(len(ties)), key=lambda number: ties[number][:2])
    if all(_follows(ties[later], ties[earlier]) for earlier, later in pairwise(order)):
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


def _follows(later: tuple[Run, Run, float], earlier: tuple[Run, Run, float]) -> bool:
    return earlier[0].end <= later[0].start and earlier[1].end <= later[1].start


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


def _anchors(ties: Sequence[Tie], columns: int, hub: int) -> list[Segment]:
    """Return the ties that keep the order of each column with the hub, joined where they touch."""
    kept: list[tuple[Run, int, Run, int]] = []
    for column in (number for number in range(columns) if number != hub):
        bound = [
            (first, second, tie.weight, number)
            for number, tie in enumerate(ties)
            if (first := tie.runs[hub]) and (second := tie.runs[column])
        ]
        for place in heaviest_chain([tie[:3] for tie in bound]):
            first, second, _, number = bound[place]
            kept.append((first, column, second, number))
    kept.sort()
    groups: list[list[tuple[Run, int, Run, int]]] = []
    reach = -1
    for tie in kept:
        if tie[0].start < reach:
            groups[-1].append(tie)
        else:
            groups.append([tie])
        reach = max(reach, tie[0].end)
    return [_joined(group, columns, hub) for group in groups]


def _joined(group: Sequence[tuple[Run, int, Run, int]], columns: int, hub: int) -> Segment:
    runs = [_NOTHING] * columns
    for first, column, second, _ in group:
        runs[hub] = _around(runs[hub], first)
        runs[column] = _around(runs[column], second)
    return Segment(tuple(runs), tuple(dict.fromkeys(number for *_, number in group)))


def _around(one: Run, other: Run) -> Run:
    return other if one == _NOTHING else Run(min(one.start, other.start), max(one.end, other.end))


def _placed(run: Run, end: int) -> Run:
    """Return ``run``, an empty one where the column has got to."""
    return Run(end, end) if run == _NOTHING else run


def _waits(ends: Sequence[int], starts: Sequence[int], hub: int) -> Iterator[Segment]:
    """Yield a segment for each run that one column alone has, the hub's first."""
    placed = list(ends)
    for column in (hub, *(number for number in range(len(ends)) if number != hub)):
        if placed[column] < starts[column]:
            runs = [Run(place, place) for place in placed]
            runs[column] = Run(placed[column], starts[column])
            placed[column] = starts[column]
            yield Segment(tuple(runs))
