"""The one list of stops: what there is to go to in a comparison, in the order it is read.

The list, the counter, the keys, the strip, the gap rows and the announcements are all driven by it,
so that they can never disagree. In tellings every beat is a stop, told by all or by one; in a
revision every change is one, and what is the same on both sides is only laid out.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from itertools import pairwise

from writerdesk.compare.pairs import Head, Pairs
from writerdesk.compare.segments import Run, Segment, Tie, segments
from writerdesk.compare.values import By, Comparison, Likeness, Link, Pair, Relation
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, ParagraphId

# A tie is drawn solid from the first on, dashed from the second, and below it only where all are
# asked for. Of unseen rewrites' ties at .8 and above 95 in 100 are right; where drafts part early
# the score believes too much: of the three drafts this is for, 7 of 8 are right from .9 on, 9 of 10
# from .85, 9 of 15 from .75 (docs/decisions/tellings-score.md).
SURE, LIKELY = 0.9, 0.85


class Certainty(StrEnum):
    """How sure a tie has to be to be shown; each stop shows more than the one before."""

    SURE = "sure"
    LIKELY = "likely"
    ALL = "all"


@frozen
class Bound:
    """A tie of two columns as it is drawn: what it binds, how alike, how sure, moved or not.

    ``told`` is the comparison's pairs and the number of its own among them.
    """

    columns: tuple[int, int]
    runs: tuple[Run, Run]
    kind: Likeness
    certainty: Certainty
    moved: bool
    told: tuple[Sequence[Pair], int] | None = field(default=None, compare=False)

    @property
    def pair(self) -> Pair | None:
        """What the comparison says of it; a tie too weak to be one has none."""
        return self.told[0][self.told[1]] if self.told else None

    def run_in(self, column: int) -> Run | None:
        """Return the run it binds in ``column``, if it binds one."""
        return self.runs[self.columns.index(column)] if column in self.columns else None


@frozen
class Stop:
    """Something to go to: passages that tell the same, or a run that one column alone has.

    ``segment`` is where it stands on the axis; a moved one stands where its first column has it.
    """

    number: int
    runs: tuple[Run | None, ...]
    segment: int
    bounds: tuple[int, ...] = ()
    moved: bool = False

    @property
    def column(self) -> int | None:
        """The only column that has it, if it is only one."""
        filled = [number for number, run in enumerate(self.runs) if run]
        return filled[0] if len(filled) == 1 else None


@frozen(eq=False)
class Reading:
    """Two to four drafts laid out to be read as one."""

    documents: tuple[Document, ...]
    relation: Relation
    bounds: tuple[Bound, ...]
    segments: tuple[Segment, ...]
    stops: tuple[Stop, ...]
    _stop_at: "tuple[array[int], ...]"

    def waits(self, column: int, segment: int) -> range:
        """Return the segments in a row, from ``segment`` on, in which a column has nothing."""
        end = segment
        while end < len(self.segments) and not self._has(column, end):
            end += 1
        return range(segment, end)

    def waits_for(self, column: int, segment: int) -> tuple[Run, ...]:
        """Return what each column has while ``column`` waits from ``segment`` on."""
        waiting = self.waits(column, segment)
        first, last = self.segments[waiting.start], self.segments[waiting.stop - 1]
        return tuple(
            Run(one.start, other.end) for one, other in zip(first.runs, last.runs, strict=True)
        )

    def _has(self, column: int, segment: int) -> bool:
        start, end = self.segments[segment].runs[column]
        return end > start

    def stop_at(self, column: int, paragraph: int) -> Stop | None:
        """Return the stop a paragraph belongs to; none where it is the same on both sides."""
        number = self._stop_at[column][paragraph]
        return self.stops[number] if number >= 0 else None

    def is_same(self, bound: int) -> bool:
        """Tell whether a tie binds as many passages that are the same word for word."""
        left, right = self.bounds[bound].runs
        return (
            self.bounds[bound].kind is Likeness.SAME
            and left.end - left.start == right.end - right.start
        )

    def bounds_at(self, column: int, paragraph: int) -> tuple[Bound, ...]:
        """Return the drawn ties a paragraph stands in."""
        stop = self.stop_at(column, paragraph)
        found = [self.bounds[number] for number in stop.bounds] if stop else []
        return tuple(
            bound
            for bound in found
            if (run := bound.run_in(column)) and run.start <= paragraph < run.end
        )


def read_together(
    documents: Sequence[Document],
    comparisons: Mapping[tuple[int, int], Comparison],
    *,
    hub: int = 0,
    certainty: Certainty = Certainty.LIKELY,
) -> Reading:
    """Lay out ``documents`` by what the comparisons of pairs of them found.

    All columns are held together by their ties to the ``hub``.
    """
    bounds = tuple(
        bound
        for columns, comparison in sorted(comparisons.items())
        for bound in _bounds(columns, comparison, certainty)
    )
    shared = {comparison.relation for comparison in comparisons.values()}
    relation = Relation.REVISION if shared == {Relation.REVISION} else Relation.TELLINGS
    laid = segments(
        [_tie(bound, len(documents)) for bound in bounds],
        [len(document) for document in documents],
        hub=hub,
    )
    loose = frozenset(_loose(bounds, laid))
    bounds = tuple(
        replace(bound, moved=True) if number in loose and hub in bound.columns else bound
        for number, bound in enumerate(bounds)
    )
    apart = [bounds[number] for number in sorted(loose)]
    laid = _parted(laid, [_edges(column, apart) for column in range(len(documents))])
    stops = _stops(laid, bounds, loose, keep_same=relation is Relation.TELLINGS)
    return Reading(tuple(documents), relation, bounds, laid, stops, _stop_at(documents, stops))


def ties_held_back(comparisons: Iterable[Comparison], certainty: Certainty) -> int:
    """Return how many more ties of tellings would be drawn if all were asked for."""
    tellings = [each for each in comparisons if each.relation is Relation.TELLINGS]
    return sum(
        _SHOWN.index(_certainty(pair.confidence, comparison, number)) > _SHOWN.index(certainty)
        for comparison in tellings
        for number, pair in enumerate(comparison.pairs)
    ) + sum(
        len(list(_weak(comparison))) for comparison in tellings if certainty is not Certainty.ALL
    )


def _bounds(columns: tuple[int, int], comparison: Comparison, certainty: Certainty) -> list[Bound]:
    left = {id: number for number, id in enumerate(comparison.left.ids)}
    right = {id: number for number, id in enumerate(comparison.right.ids)}
    joins = comparison.relation is Relation.REVISION
    out: list[Bound] = []
    same = _Same(columns)
    for number, head in enumerate(_heads(comparison, left, right)):
        if joins and head.kind is Likeness.SAME and not head.moved:
            # Most pairs of a long revision: they stand level of themselves, in one piece, and
            # none of them need be made.
            if not same.goes_on(head.start, head.to):
                out.extend(same.ended())
                same.begin(head.start, head.to)
            same.reach(head.end, head.until)
            continue
        sure = _certainty(head.confidence, comparison, number)
        if _SHOWN.index(sure) > _SHOWN.index(certainty):
            continue
        runs = Run(head.start, head.end), Run(head.to, head.until)
        told = comparison.pairs, number
        out.append(Bound(columns, runs, head.kind, sure, head.moved, told))
    out.extend(same.ended())
    if certainty is Certainty.ALL:
        out.extend(_weak_bounds(columns, comparison, (left, right)))
    return out


def _heads(
    comparison: Comparison,
    left: Mapping[ParagraphId, int],
    right: Mapping[ParagraphId, int],
) -> Iterator[Head]:
    """Yield where each pair stands and what it is; as little as possible is made for it."""
    pairs = comparison.pairs
    if isinstance(pairs, Pairs):
        yield from pairs.heads()
        return
    for pair in pairs:
        one, other = _run(pair.left, left), _run(pair.right, right)
        yield Head(*one, *other, pair.kind, pair.moved, pair.confidence)


class _Same:
    """Joins neighbouring passages that are the same on both sides."""

    def __init__(self, columns: tuple[int, int]) -> None:
        self._columns = columns
        self._starts = self._ends = (-1, -1)

    def goes_on(self, left: int, right: int) -> bool:
        """Tell whether passages that begin here follow at once on those joined so far."""
        return self._ends == (left, right)

    def begin(self, left: int, right: int) -> None:
        """Begin to join here."""
        self._starts = left, right

    def reach(self, left: int, right: int) -> None:
        """Join all up to here."""
        self._ends = left, right

    def ended(self) -> Iterator[Bound]:
        """Yield what was joined so far."""
        if self._ends != (-1, -1):
            left, right = (Run(*run) for run in zip(self._starts, self._ends, strict=True))
            yield Bound(self._columns, (left, right), Likeness.SAME, Certainty.SURE, moved=False)


_SHOWN = (Certainty.SURE, Certainty.LIKELY, Certainty.ALL)


def _certainty(confidence: float, comparison: Comparison, number: int) -> Certainty:
    """Return from which certainty on a pair is shown; changes of a revision always are."""
    if confidence >= SURE or not _BY_HAND.isdisjoint(_told_by(comparison.pairs, number)):
        return Certainty.SURE
    is_shown = comparison.relation is Relation.REVISION or confidence >= LIKELY
    return Certainty.LIKELY if is_shown else Certainty.ALL


_BY_HAND = frozenset((By.CONFIRMED, By.DRAWN))


def _told_by(pairs: Sequence[Pair], number: int) -> Iterable[By]:
    if isinstance(pairs, Pairs):
        return pairs.told_by(number)
    return (link.by for link in pairs[number].links)


def _weak_bounds(
    columns: tuple[int, int],
    comparison: Comparison,
    numbers: tuple[Mapping[ParagraphId, int], Mapping[ParagraphId, int]],
) -> list[Bound]:
    """Return the strongest of the weak links of passages that nothing else ties."""
    out: list[Bound] = []
    for link in _weak(comparison):
        one, other = numbers[0][link.left], numbers[1][link.right]
        runs = Run(one, one + 1), Run(other, other + 1)
        out.append(Bound(columns, runs, Likeness.REWRITTEN, Certainty.ALL, moved=False))
    return out


def _weak(comparison: Comparison) -> Iterator[Link]:
    """Yield the weak links, the strongest first, each of passages no stronger one has taken."""
    free = set(comparison.left_only), set(comparison.right_only)
    for link in sorted(comparison.weak_links, key=lambda link: (-link.confidence, link)):
        if link.left in free[0] and link.right in free[1] and link.by is not By.FORBIDDEN:
            free[0].discard(link.left)
            free[1].discard(link.right)
            yield link


def _run(ids: Sequence[ParagraphId], numbers: Mapping[ParagraphId, int]) -> Run:
    return Run(numbers[ids[0]], numbers[ids[-1]] + 1)


def _tie(bound: Bound, columns: int) -> Tie:
    """Return a tie as the axis wants it; what was moved must not anchor, so it weighs nothing."""
    runs: list[Run | None] = [None] * columns
    if not bound.moved:
        for column, run in zip(bound.columns, bound.runs, strict=True):
            runs[column] = run
    certain = 1.0 if bound.certainty is Certainty.SURE else _LESS_SURE
    return Tie(tuple(runs), certain * sum(run.end - run.start for run in bound.runs))


# Two sure passages outweigh three likely ones where their ties cross.
_LESS_SURE = 0.6


def _loose(bounds: Sequence[Bound], laid: Sequence[Segment]) -> tuple[int, ...]:
    """Return the ties that anchor nothing: moved passages, and ties past the hub."""
    anchored = {number for segment in laid for number in segment.ties}
    return tuple(number for number in range(len(bounds)) if number not in anchored)


def _edges(column: int, bounds: Iterable[Bound]) -> list[int]:
    """Return where a column's own runs are to be parted, so that a moved passage is a run."""
    runs = [run for bound in bounds if (run := bound.run_in(column))]
    return sorted({place for run in runs for place in run})


def _parted(laid: Sequence[Segment], edges: Sequence[Sequence[int]]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    for segment in laid:
        column = segment.column
        if column is None or not edges[column]:
            out.append(segment)
            continue
        start, end = segment.runs[column]
        first = bisect_right(edges[column], start)
        inside = edges[column][first : bisect_left(edges[column], end)]
        for one, other in pairwise((start, *inside, end)):
            runs = list(segment.runs)
            runs[column] = Run(one, other)
            out.append(Segment(tuple(runs)))
    return tuple(out)


def _stops(
    laid: Sequence[Segment], bounds: Sequence[Bound], loose: Iterable[int], *, keep_same: bool
) -> tuple[Stop, ...]:
    """Return the stops in reading order; one of moved passages stands where it is met first."""
    moved = {
        (column, place): number
        for number in loose
        for column in bounds[number].columns
        if (run := bounds[number].run_in(column))
        for place in range(*run)
    }
    seen: set[int] = set()
    out: list[Stop] = []
    for place, segment in enumerate(laid):
        column = segment.column
        if column is None:
            if keep_same or any(bounds[tie].kind is not Likeness.SAME for tie in segment.ties):
                runs = tuple(run if run.end > run.start else None for run in segment.runs)
                out.append(Stop(len(out), runs, place, segment.ties))
            continue
        number = moved.get((column, segment.runs[column].start))
        if number is None:
            out.append(Stop(len(out), _alone(segment.runs[column], column, segment), place))
        elif number not in seen:
            seen.add(number)
            out.append(_moved_stop(len(out), place, number, (bounds[number], len(segment.runs))))
    return tuple(out)


def _alone(run: Run, column: int, segment: Segment) -> tuple[Run | None, ...]:
    return tuple(run if number == column else None for number in range(len(segment.runs)))


def _moved_stop(number: int, place: int, bound: int, what: tuple[Bound, int]) -> Stop:
    runs = tuple(what[0].run_in(column) for column in range(what[1]))
    return Stop(number, runs, place, (bound,), moved=what[0].moved)


def _stop_at(documents: Sequence[Document], stops: Sequence[Stop]) -> "tuple[array[int], ...]":
    at = tuple(array("l", [-1]) * len(document) for document in documents)
    for stop in stops:
        for column, run in enumerate(stop.runs):
            if run:
                at[column][run.start : run.end] = array("l", [stop.number]) * (run.end - run.start)
    return at
