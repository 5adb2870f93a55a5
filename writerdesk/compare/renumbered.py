"""What an edit left as it was, by the numbers it has now.

An edit early in a long book renumbers tens of thousands of ties, segments and stops behind it, and
the window waits for that: each is one tuple made of another, with no call in between.
"""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar, cast

from writerdesk.compare.bounds import Bound
from writerdesk.compare.segments import Run, Segment
from writerdesk.compare.stops import Stop
from writerdesk.frozen import frozen


class Stretch(NamedTuple):
    """Numbers some of which changed: those from ``start`` to ``end`` go to ``until`` now."""

    start: int
    end: int
    until: int

    @property
    def shift(self) -> int:
        """How much higher what follows is numbered now."""
        return self.until - self.end

    def number(self, before: int) -> int:
        """Return the number that what lies outside has now."""
        return before + self.until - self.end if before >= self.end else before

    def run(self, before: Run) -> Run:
        """Return where a run that lies outside is now."""
        start, end = before
        return Run(start + self.shift, end + self.shift) if start >= self.end else before


@frozen
class Renumbered:
    """Which numbers changed, of each kind; inside each stretch all was laid out anew.

    What was moved has an end on either side; all else lies wholly ahead of the edit or behind it.
    """

    passages: tuple[Stretch, Stretch]
    pairs: Stretch
    bounds: Stretch
    segments: Stretch
    stops: Stretch

    @property
    def passages_stay(self) -> bool:
        """Whether all passages have the numbers they had."""
        return not any(stretch.shift for stretch in self.passages)

    def bounds_ahead(self, bounds: Sequence[Bound]) -> Sequence[Bound]:
        """Return the ties ahead."""
        ahead = bounds[: self.bounds.start]
        if self.passages_stay:
            return ahead
        return [self._moved_bound(bound) if bound.moved else bound for bound in ahead]

    def bounds_behind(self, bounds: Sequence[Bound]) -> Sequence[Bound]:
        """Return the ties behind."""
        behind, more = bounds[self.bounds.end :], self.pairs.shift
        left, right = (stretch.shift for stretch in self.passages)
        if not (left or right or more):
            return behind
        return [
            self._moved_bound(bound)
            if moved
            else _bound(
                (
                    columns,
                    (_run((a + left, b + left)), _run((c + right, d + right))),
                    kind,
                    certainty,
                    moved,
                    pair if pair is None else pair + more,
                ),
            )
            for bound in behind
            for columns, ((a, b), (c, d)), kind, certainty, moved, pair in (bound,)
        ]

    def segments_behind(self, segments: Sequence[Segment]) -> Sequence[Segment]:
        """Return the segments behind."""
        behind, more = segments[self.segments.end :], self.bounds.shift
        left, right = (stretch.shift for stretch in self.passages)
        if left or right:
            return [
                _segment(
                    (
                        (_run((a + left, b + left)), _run((c + right, d + right))),
                        tuple([tie + more for tie in ties]),
                    ),
                )
                for ((a, b), (c, d)), ties in behind
            ]
        if more:
            return [_segment((runs, tuple([tie + more for tie in ties]))) for runs, ties in behind]
        return behind

    def stops_ahead(self, stops: Sequence[Stop]) -> Sequence[Stop]:
        """Return the stops ahead."""
        ahead = stops[: self.stops.start]
        return [self._stop(stop) if stop.moved else stop for stop in ahead]

    def stops_behind(self, stops: Sequence[Stop]) -> Sequence[Stop]:
        """Return the stops behind."""
        behind, more = stops[self.stops.end :], self.stops.shift
        if not self.passages_stay:
            return [self._stop(stop) for stop in behind]
        lower, ties = self.segments.shift, self.bounds.shift
        if not (more or lower or ties):
            return behind
        return [
            self._stop(stop)
            if moved
            else _stop(
                (number + more, runs, segment + lower, tuple([n + ties for n in bounds]), moved),
            )
            for stop in behind
            for number, runs, segment, bounds, moved in (stop,)
        ]

    def stop_numbers(
        self, before: "array[int]", column: int, inside: Sequence[Stop]
    ) -> "array[int]":
        """Return the number of the stop of each passage in a column."""
        start, end, until = self.passages[column]
        first, more = self.stops.end, self.stops.shift
        middle = array("l", [-1]) * (until - start)
        for stop in inside:
            for number in range(*(stop.runs[column] or (0, 0))):
                middle[number - start] = stop.number
        ahead, behind = before[:start], before[end:]
        if more:
            if max(ahead, default=-1) >= first:
                ahead = array("l", [n + more if n >= first else n for n in ahead])
            behind = array("l", [n + more if n >= first else n for n in behind])
        return ahead + middle + behind

    def _moved_bound(self, bound: Bound) -> Bound:
        (left, right), pair = bound.runs, bound.pair
        ours, theirs = self.passages
        number = pair if pair is None else self.pairs.number(pair)
        return bound._replace(runs=(ours.run(left), theirs.run(right)), pair=number)

    def _stop(self, stop: Stop) -> Stop:
        number, (left, right), segment, bounds, moved = stop
        ours, theirs = self.passages
        return Stop(
            self.stops.number(number),
            (left and ours.run(left), right and theirs.run(right)),
            self.segments.number(segment),
            tuple([self.bounds.number(bound) for bound in bounds]),
            moved,
        )


_T = TypeVar("_T")


def _maker(made: type[_T]) -> Callable[[tuple[object, ...]], _T]:
    """Return what makes a named tuple of a plain one: its class's own call takes three times."""
    plain = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    new = cast("Callable[[type[_T], tuple[object, ...]], _T]", plain)
    return partial(new, made)


_run, _bound = _maker(Run), _maker(Bound)
_segment, _stop = _maker(Segment), _maker(Stop)
