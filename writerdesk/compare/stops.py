"""The one list of stops: what there is to go to in a comparison, in the order it is read.

The list, the counter, the keys, the strip, the gap rows and the announcements are all driven by it,
so that they can never disagree. In tellings every beat is a stop, told by all or by one; in a
revision every change is one, and what is the same on both sides is only laid out. Empty paragraphs
by themselves tell nothing: they are laid out too, and are no stop.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from writerdesk.compare.bounds import Bound, Certainty, bounds_between
from writerdesk.compare.segments import Run, Segment, Tie, segments
from writerdesk.compare.values import Comparison, Likeness, Pair, Relation
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Paragraph


class Stop(NamedTuple):
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
    stop_numbers: "tuple[array[int], ...]"
    comparisons: Mapping[tuple[int, int], Comparison]

    def pair_of(self, bound: Bound) -> Pair | None:
        """Return what the comparison says of a tie; one too weak to be a pair has none."""
        if bound.pair is None:
            return None
        return self.comparisons[bound.columns].pairs[bound.pair]

    def segment_of(self, column: int, paragraph: int) -> int:
        """Return the segment a paragraph stands in."""
        return bisect_right(self.segments, paragraph, key=lambda each: each.runs[column].end)

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
        """Return the stop a paragraph belongs to; none where nothing differs or nothing is said."""
        number = self.stop_numbers[column][paragraph]
        return self.stops[number] if number >= 0 else None

    def stands_alone(self, column: int, paragraph: int) -> bool:
        """Tell whether no other column has anything level with a paragraph."""
        return not self.segments[self.segment_of(column, paragraph)].ties

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

    def lies_as(self, other: "Reading") -> bool:
        """Tell whether this lays out the same passages as another, only some said otherwise."""
        return self.segments is other.segments


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
    # Of three drafts each has runs of its own that are the same as the hub's: joined, they would
    # overlap, and a whole novel would be one piece in which nothing stands level.
    joined = len(documents) == 2
    bounds = [
        bound
        for columns, comparison in sorted(comparisons.items())
        for bound in bounds_between(columns, comparison, certainty, joined=joined)
    ]
    shared = {comparison.relation for comparison in comparisons.values()}
    relation = Relation.REVISION if shared == {Relation.REVISION} else Relation.TELLINGS
    laid = segments(
        [_tie(bound, len(documents)) for bound in bounds],
        [len(document) for document in documents],
        hub=hub,
    )
    loose = _loose(bounds, laid)
    for number in loose:
        if hub in bounds[number].columns:
            bounds[number] = bounds[number]._replace(moved=True)
    apart = [bounds[number] for number in loose]
    laid = _parted(laid, [_edges(column, apart) for column in range(len(documents))])
    stops = tuple(stops_of(documents, (laid, bounds, loose), relation))
    at = _stop_at(documents, stops)
    return Reading(tuple(documents), relation, tuple(bounds), laid, stops, at, comparisons)


def says_something(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is more than an empty line."""
    return bool(paragraph.text) and not paragraph.text.isspace()


def how_many_say_something(document: Document, run: Run) -> int:
    """Return how many passages of a run are more than empty lines."""
    return sum(map(says_something, document.paragraphs[run.start : run.end]))


_LaidOut: TypeAlias = tuple[Sequence[Segment], Sequence[Bound] | Mapping[int, Bound], Iterable[int]]
"""Segments, the ties that hold them by number, and the numbers of ties that hold nothing."""


def stops_of(
    documents: Sequence[Document], laid_out: _LaidOut, relation: Relation
) -> Sequence[Stop]:
    """Return the stops in reading order; one of moved passages stands where it is met first."""
    laid, bounds, loose = laid_out
    keep_same = relation is Relation.TELLINGS
    moved = {
        (column, place): number
        for number in loose
        for column in bounds[number].columns
        if (run := bounds[number].run_in(column))
        for place in range(*run)
    }
    seen: set[int] = set()
    out: list[Stop] = []
    for place, (runs, ties) in enumerate(laid):
        has = [run if run[1] > run[0] else None for run in runs]
        if ties:
            differs = any(bounds[tie].kind is not Likeness.SAME for tie in ties)
            if differs or (keep_same and any(map(_is_told, documents, runs))):
                out.append(Stop(len(out), tuple(has), place, ties))
            continue
        column = next(column for column, run in enumerate(has) if run)
        if not _is_told(documents[column], runs[column]):
            continue
        number = moved.get((column, runs[column][0])) if moved else None
        if number is None:
            out.append(Stop(len(out), tuple(has), place))
        elif number not in seen:
            seen.add(number)
            out.append(_moved_stop(len(out), place, number, (bounds[number], len(runs))))
    return out


def _is_told(document: Document, run: Run) -> bool:
    """Tell whether a run is more than empty paragraphs: nearly always the first one says so."""
    return any(says_something(document.paragraphs[number]) for number in range(*run))


# Two sure passages outweigh three likely ones where their ties cross.
_LESS_SURE = 0.6


def _tie(bound: Bound, columns: int) -> Tie:
    """Return a tie as the axis wants it; what was moved must not anchor, so it weighs nothing."""
    runs: list[Run | None] = [None] * columns
    if not bound.moved:
        runs[bound.columns[0]], runs[bound.columns[1]] = bound.runs
    certain = 1.0 if bound.certainty is Certainty.SURE else _LESS_SURE
    (start, end), (to, until) = bound.runs
    return Tie(tuple(runs), certain * (end - start + until - to))


def _loose(bounds: Sequence[Bound], laid: Sequence[Segment]) -> tuple[int, ...]:
    """Return the ties that anchor nothing: moved passages, and ties past the hub."""
    anchored = {number for segment in laid for number in segment.ties}
    return tuple(number for number in range(len(bounds)) if number not in anchored)


def _edges(column: int, bounds: Iterable[Bound]) -> list[int]:
    """Return where a column's own runs are to be parted, so that a moved passage is a run."""
    runs = [run for bound in bounds if (run := bound.run_in(column))]
    return sorted({place for run in runs for place in run})


def _parted(laid: tuple[Segment, ...], edges: Sequence[Sequence[int]]) -> tuple[Segment, ...]:
    if not any(edges):
        return laid
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


def _moved_stop(number: int, place: int, bound: int, what: tuple[Bound, int]) -> Stop:
    runs = tuple(what[0].run_in(column) for column in range(what[1]))
    return Stop(number, runs, place, (bound,), moved=what[0].moved)


def _stop_at(documents: Sequence[Document], stops: Sequence[Stop]) -> "tuple[array[int], ...]":
    at = [[-1] * len(document) for document in documents]
    for stop in stops:
        for column, run in enumerate(stop.runs):
            if run:
                start, end = run
                at[column][start:end] = [stop.number] * (end - start)
    return tuple(array("l", column) for column in at)
