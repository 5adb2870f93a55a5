"""A reading after an edit: what the edit did not touch is taken over as it was laid out before.

Between two ties that stayed as they were lies all that an edit can change. That stretch is laid out
anew; what follows it only gets other numbers. Where it can't be told that little has changed – a
passage was moved there, a third draft stands beside – nothing is taken over.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import compress, count, repeat
from operator import add, is_not
from typing import Final, TypeVar

from writerdesk.compare.bounds import Bound, Certainty, are_drawn_alike, bounds_of_rows
from writerdesk.compare.pairs import Pairs
from writerdesk.compare.renumbered import Renumbered, Stretch
from writerdesk.compare.segments import Run, Segment, Tie, segments
from writerdesk.compare.stops import Reading, Stop, says_something, stops_of
from writerdesk.compare.table import ROW, Ints, Row
from writerdesk.compare.values import Comparison
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document

_T = TypeVar("_T")

_BETWEEN: Final = (0, 1)
_NOWHERE: Final = repeat(Stretch(0, 0, 0))


@frozen(eq=False)
class Relaid:
    """A reading of newer texts, and which segments and passages of each column are laid anew."""

    reading: Reading
    segments: Stretch
    passages: tuple[Stretch, ...]


def read_as_before(
    before: Reading,
    documents: Sequence[Document],
    comparisons: Mapping[tuple[int, int], Comparison],
) -> Reading | None:
    """Read newer texts as they were read before, if they have the same passages, tied as then.

    Most words that are typed change what is said inside a tie, not what is tied.
    """
    alike = (
        before.comparisons.keys() == comparisons.keys()
        and len(documents) == len(before.documents)
        and all(
            one.ids is other.ids or one.ids == other.ids
            for one, other in zip(documents, before.documents, strict=True)
        )
        and all(are_drawn_alike(one, before.comparisons[two]) for two, one in comparisons.items())
        and _are_empty_alike(before.documents, documents, _NOWHERE)
    )
    return replace(before, documents=tuple(documents), comparisons=comparisons) if alike else None


def relaid(
    before: Reading, comparisons: Mapping[tuple[int, int], Comparison], certainty: Certainty
) -> Relaid | None:
    """Lay out newer texts of two drafts, read ``before`` as surely, only where they changed.

    None where all has to be laid out anew.
    """
    if not set(comparisons) == set(before.comparisons) == {_BETWEEN}:
        return None
    two = before.comparisons[_BETWEEN], comparisons[_BETWEEN]
    if not _can_be_followed(*two, certainty):
        return None
    room = _room_around(before, two)
    if room is None:
        return None
    bounds = bounds_of_rows(_BETWEEN, two[1], certainty, rows=room.rows)
    newer = two[1].left, two[1].right
    if not _are_in_order(bounds, room.passages):
        return None
    if not _are_empty_alike(before.documents, newer, room.passages):
        return None
    return _joined(before, room, bounds, two[1])


def _are_empty_alike(
    before: Sequence[Document], after: Sequence[Document], anew: Iterable[Stretch]
) -> bool:
    """Tell whether no empty paragraph was filled, or emptied, but for where all is laid anew.

    What was no stop would be one now, though nothing is tied otherwise.
    """
    for old, new, (start, end, until) in zip(before, after, anew, strict=False):
        was, now = old.paragraphs, new.paragraphs
        if was is now:
            continue
        for one, other in ((was[:start], now[:start]), (was[end:], now[until:])):
            edited = compress(count(), map(is_not, one, other))
            if any(says_something(one[n]) is not says_something(other[n]) for n in edited):
                return False
    return True


def _can_be_followed(old: Comparison, new: Comparison, certainty: Certainty) -> bool:
    weak = certainty is Certainty.ALL and (old.weak_links or new.weak_links)
    return (
        isinstance(old.pairs, Pairs)
        and isinstance(new.pairs, Pairs)
        and not weak
        and (old.relation, old.pins) == (new.relation, new.pins)
    )


def _rows_changed(old: Comparison, new: Comparison) -> Stretch:
    """Return which rows differ, but for where they stand after passages that came or went."""
    ours, theirs = _rows(old), _rows(new)
    ahead = _rows_alike(bytes(ours), bytes(theirs), from_end=False)
    shifts = len(new.left) - len(old.left), len(new.right) - len(old.right)
    behind = _rows_alike(_shifted(ours, shifts), bytes(theirs), from_end=True)
    here, now = len(ours) // ROW, len(theirs) // ROW
    behind = min(behind, here - ahead, now - ahead)
    return Stretch(ahead, here - behind, now - behind)


def _rows(comparison: Comparison) -> Ints:
    assert isinstance(comparison.pairs, Pairs)
    return comparison.pairs.table.rows


def _shifted(rows: Ints, shifts: tuple[int, int]) -> bytes:
    """Return rows as they would be after so many more passages on either side."""
    if not any(shifts):
        return bytes(rows)
    numbers = array("i", rows)
    for ends, shift in zip(_ENDS, shifts, strict=True):
        for column in ends if shift else ():
            moved = map(add, numbers[column::ROW], repeat(shift))
            numbers[column::ROW] = array("i", moved)
    return numbers.tobytes()


_ENDS = (Row.LEFT, Row.LEFT_END), (Row.RIGHT, Row.RIGHT_END)


def _rows_alike(one: bytes, other: bytes, *, from_end: bool) -> int:
    """Return how many rows at the start, or at the end, are the same in both."""
    low, high = 0, min(len(one), len(other)) // _ROW_BYTES

    def are_alike(count: int) -> bool:
        size = count * _ROW_BYTES
        if from_end:
            return one[len(one) - size :] == other[len(other) - size :]
        return one[:size] == other[:size]

    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if are_alike(middle) else (low, middle - 1)
    return low


_ROW_BYTES = ROW * array("i").itemsize


@frozen
class _Room:
    """What an edit may have changed: all that lies between two ties that anchor as before.

    ``passages`` are those of each column; ``bounds``, ``segments`` and ``stops`` the numbers of
    what was laid out there; ``rows`` those of the pairs there now, and ``more`` how many more pairs
    there are.
    """

    passages: tuple[Stretch, Stretch]
    bounds: range
    segments: range
    stops: range
    rows: range
    more: int


def _room_around(before: Reading, two: tuple[Comparison, Comparison]) -> _Room | None:
    """Return the room in which two comparisons differ; None if something moved stands there."""
    old, new = two
    anchors = [bound for bound in before.bounds if not bound.moved]
    loose = [bound for bound in before.bounds if bound.moved]
    above, below = _neighbours(anchors, old, _rows_changed(old, new))
    left, _ = passages = _stretches(above, below, two)
    if any(_lies_in(passages, bound) or not _was_moved(old, bound) for bound in loose):
        return None
    start = before.segment_of(0, left.start - 1) + 1 if above else 0
    end = before.segment_of(0, left.end) if below else len(before.segments)
    lefts = _rows(new)[Row.LEFT :: ROW].tolist()
    return _Room(
        passages,
        bounds=_numbers(before.bounds, left.start, left.end, key=_left_start),
        segments=range(start, end),
        stops=_numbers(before.stops, start, end, key=_segment),
        rows=_numbers(lefts, left.start, left.until, key=int),
        more=len(new.pairs) - len(old.pairs),
    )


def _neighbours(
    anchors: Sequence[Bound], old: Comparison, rows: Stretch
) -> tuple[Bound | None, Bound | None]:
    """Return the last anchor above and the first below that no changed row even touches."""
    ours = _rows(old)
    first = ours[(rows.start - 1) * ROW + Row.LEFT_END] if rows.start else 0
    last = ours[rows.end * ROW + Row.LEFT] if rows.end < len(ours) // ROW else len(old.left)
    above = bisect_left(anchors, first, key=lambda bound: bound.runs[0].end)
    below = bisect_right(anchors, last, key=_left_start)
    return anchors[above - 1] if above else None, anchors[below] if below < len(anchors) else None


def _stretches(
    above: Bound | None, below: Bound | None, two: tuple[Comparison, Comparison]
) -> tuple[Stretch, Stretch]:
    """Return what lies between two anchors in each column."""
    old, new = two
    lengths = (len(old.left), len(new.left)), (len(old.right), len(new.right))
    left, right = (
        Stretch(above.runs[side].end if above else 0, end, end + now - before)
        for side, (before, now) in enumerate(lengths)
        for end in (below.runs[side].start if below else before,)
    )
    return left, right


def _lies_in(passages: Sequence[Stretch], bound: Bound) -> bool:
    return any(
        run.start < stretch.end and stretch.start < run.end
        for run, stretch in zip(bound.runs, passages, strict=True)
    )


def _was_moved(comparison: Comparison, bound: Bound) -> bool:
    """Tell whether the comparison says so; else it is a tie that crosses heavier ones."""
    return bound.pair is not None and bool(_rows(comparison)[bound.pair * ROW + Row.MOVED])


def _numbers(some: Sequence[_T], start: int, end: int, key: Callable[[_T], int]) -> range:
    """Return the numbers of those in order that are from ``start`` to ``end``."""
    return range(bisect_left(some, start, key=key), bisect_left(some, end, key=key))


def _left_start(bound: Bound) -> int:
    return bound.runs[0].start


def _segment(stop: Stop) -> int:
    return stop.segment


def _are_in_order(bounds: Sequence[Bound], passages: Sequence[Stretch]) -> bool:
    """Tell whether ties anchor all together, and nothing outside."""
    ends = [stretch.start for stretch in passages]
    for bound in bounds:
        if bound.moved or any(run.start < end for run, end in zip(bound.runs, ends, strict=True)):
            return False
        ends = [run.end for run in bound.runs]
    return all(end <= stretch.until for end, stretch in zip(ends, passages, strict=True))


def _joined(before: Reading, room: _Room, inside: Sequence[Bound], new: Comparison) -> Relaid:
    """Put what is laid out anew between what stays."""
    laid = _laid(room, inside)
    stops = _stops_in(room, laid, inside, new)
    far = Renumbered(
        room.passages,
        Stretch(room.rows.start, room.rows.stop - room.more, room.rows.stop),
        _stretch(room.bounds, len(inside)),
        _stretch(room.segments, len(laid)),
        _stretch(room.stops, len(stops)),
    )
    reading = Reading(
        (new.left, new.right),
        new.relation,
        (*far.bounds_ahead(before.bounds), *inside, *far.bounds_behind(before.bounds)),
        (*before.segments[: room.segments.start], *laid, *far.segments_behind(before.segments)),
        (*far.stops_ahead(before.stops), *stops, *far.stops_behind(before.stops)),
        tuple(far.stop_numbers(before.stop_numbers[column], column, stops) for column in _BETWEEN),
        {_BETWEEN: new},
    )
    return Relaid(reading, far.segments, room.passages)


def _stretch(numbers: range, now: int) -> Stretch:
    return Stretch(numbers.start, numbers.stop, numbers.start + now)


def _laid(room: _Room, bounds: Sequence[Bound]) -> Sequence[Segment]:
    """Return the segments of the room, as they are numbered in the whole."""
    (left, _, left_end), (right, _, right_end) = room.passages
    ties = [
        Tie((Run(one.start - left, one.end - left), Run(other.start - right, other.end - right)))
        for one, other in (bound.runs for bound in bounds)
    ]
    return [
        Segment(
            (Run(one.start + left, one.end + left), Run(other.start + right, other.end + right)),
            tuple(room.bounds.start + tie for tie in held),
        )
        for (one, other), held in segments(ties, (left_end - left, right_end - right))
    ]


def _stops_in(
    room: _Room, laid: Sequence[Segment], bounds: Sequence[Bound], new: Comparison
) -> Sequence[Stop]:
    """Return the stops of the room, as they are numbered in the whole."""
    first = room.bounds.start
    kinds = {first + number: bound for number, bound in enumerate(bounds)}
    return [
        stop._replace(
            number=room.stops.start + stop.number, segment=room.segments.start + stop.segment
        )
        for stop in stops_of((new.left, new.right), (laid, kinds, ()), new.relation)
    ]
