"""The frame after an edit: found anew only where the edit may have changed it.

What comes or goes changes the frame where it stands, and nowhere else unless another chain of
paragraphs became the heaviest one. By how much the frame is heavier than any other is its margin:
as long as less came and went than that, the rest of it stays as it was.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.framing import Change, Edit, Frame, Stretch
from writerdesk.compare.letters import Numbers
from writerdesk.compare.matching import SHORTEST_FRAME
from writerdesk.compare.texts import Kept, Texts, between

# To count where each of so many texts stands takes as long as to count all at once.
_MOST_TEXTS = 8

_Sides = tuple[Texts, Texts]
_Place = tuple[int, int]


def reframed(
    before: Frame, was: _Sides, now: _Sides, kept: tuple[Sequence[Kept], Sequence[Kept]]
) -> Change | None:
    """Return what is new since a frame, or nothing if that takes a look at everything.

    ``kept`` are the stretches of both sides that stayed.
    """
    if before.margin <= 0 or any(side.outside for side in (*was, *now)):
        return None
    stretches = [
        list(_stretches(some, old, new)) for some, old, new in zip(kept, was, now, strict=True)
    ]
    texts = {
        key
        for old, new, some in zip(was, now, stretches, strict=True)
        for start, end, first, last in some
        for key in chain(ints(old.keys[start:end]), ints(new.keys[first:last]))
    }
    if len(texts) > _MOST_TEXTS:
        return None
    gone = [place for key in texts if (place := _stands(key, was))]
    came = [place for key in texts if (place := _stands(key, now))]
    left = sorted(n for at, _ in gone if (n := _in_frame(at, before.at)) >= 0)
    lost = int(was[0].sizes[before.at[left]].sum())
    frame = Frame(
        _moved(_without(before.at, left), kept[0]),
        _moved(_without(before.to, left), kept[1]),
        many=(len(now[0].keys), len(now[1].keys)),
        margin=before.margin - lost,
        crossing=before.crossing,
    )
    joined: list[int] = []
    for place in sorted(came):
        frame = _with(frame, place, now[0].sizes, joined)
    if frame.margin <= 0:
        return None
    frame = replace(frame, texts=now[0].keys[frame.at])
    return Change.of(before, frame, list(_edits(frame, stretches, left, joined)))


def _stretches(kept: Sequence[Kept], old: Texts, new: Texts) -> Iterator[Stretch]:
    """Yield what lies between stretches that stayed, before and now."""
    before = between(((some.before, some.size) for some in kept), len(old.keys))
    after = between(((some.after, some.size) for some in kept), len(new.keys))
    for (start, end), (first, last) in zip(before, after, strict=True):
        if start < end or first < last:
            yield Stretch(start, end, first, last)


def _stands(key: int, sides: _Sides) -> _Place | None:
    """Return where a text stands that comes once on each side and may frame others."""
    left, right = ((side.keys == key).nonzero()[0] for side in sides)
    if len(left) != 1 or len(right) != 1 or sides[0].counted(left)[0] < SHORTEST_FRAME:
        return None
    return int(left[0]), int(right[0])


def _in_frame(place: int, places: Numbers) -> int:
    """Return which of the frame's places it is, or -1."""
    number = int(places.searchsorted(place))
    return number if number < len(places) and places[number] == place else -1


def _without(places: Numbers, numbers: Sequence[int]) -> Numbers:
    """Return places, as numbers that may be changed, without some of them."""
    edges = zip((0, *(n + 1 for n in numbers)), (*numbers, len(places)), strict=True)
    return np.concatenate([places[start:end] for start, end in edges])


def _moved(places: Numbers, kept: Sequence[Kept]) -> Numbers:
    """Move places to where they are now; all of them stayed."""
    ends = [(before, before + size, after - before) for before, after, size in kept]
    slices = [(*places.searchsorted((start, end)), more) for start, end, more in ends if more]
    for start, end, more in slices:
        places[start:end] += more
    return places


def _with(frame: Frame, place: _Place, sizes: Numbers, joined: list[int]) -> Frame:
    """Return a frame with one more that may belong to it; ``joined`` are the numbers of those."""
    at, to = place
    one, other = int(frame.at.searchsorted(at)), int(frame.to.searchsorted(to))
    if one == other:
        joined[:] = [*(n + (n >= one) for n in joined), one]
        return replace(frame, at=_put(frame.at, one, at), to=_put(frame.to, other, to))
    size, crossed = int(sizes[at]), frame.at[min(one, other) : max(one, other)]
    margin = min(frame.margin, int(sizes[crossed].sum()) - frame.crossing) - size
    return replace(frame, margin=margin, crossing=frame.crossing + size)


def _put(places: Numbers, number: int, place: int) -> Numbers:
    return np.concatenate((places[:number], (place,), places[number:]))


def _edits(
    frame: Frame,
    stretches: Sequence[Sequence[Stretch]],
    left: Sequence[int],
    joined: Sequence[int],
) -> Iterator[Edit]:
    """Yield what is new: around what was edited, what left the frame and what joined it."""
    gaps = {gap for number in joined for gap in (number, number + 1)}
    for (places, _), some in zip(frame.sides, stretches, strict=True):
        for _start, _end, first, last in some:
            lowest, highest = ints(places.searchsorted((first, last)))
            gaps.update(range(lowest, highest + 1))
    came = sorted(joined)
    for number, place in enumerate(left):
        gap = place - number
        for other in came:
            gap += other <= gap
        gaps.add(gap)

    def as_before(number: int) -> int:
        was = number - bisect_left(came, number)
        for other in left:
            was += other <= was
        return was

    ordered = sorted(gaps)
    starts = [gap for gap in ordered if gap - 1 not in gaps]
    ends = [gap for gap in ordered if gap + 1 not in gaps]
    for first, last in zip(starts, ends, strict=True):
        yield Edit(as_before(first - 1) if first else -1, as_before(last), first - 1, last)
