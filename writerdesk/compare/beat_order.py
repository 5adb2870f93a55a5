"""The order of beats over several drafts, and which draft tells one earlier or later than there."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from writerdesk.compare.values import Beat, Beats, Told

_Spots: TypeAlias = frozenset[tuple[int, int]]


def in_order(drafts: int, beats: Iterable[_Spots]) -> list[_Spots]:
    """Put beats in the order of the first draft; others follow what they follow in their own."""
    rest = list(beats)
    order: list[_Spots] = []
    for draft in range(drafts):
        own = sorted((beat for beat in rest if _starts(beat, draft) >= 0), key=_start_in(draft))
        rest = [beat for beat in rest if _starts(beat, draft) < 0]
        for beat in own:
            order.insert(_place(order, beat, draft), beat)
    return order


def told(drafts: int, beats: Sequence[_Spots]) -> list[tuple[Told, ...]]:
    """Say of each beat and draft whether it is told where the first draft that has it tells it."""
    by_draft = [_moved(draft, beats) for draft in range(drafts)]
    return [tuple(by_draft[draft][n] for draft in range(drafts)) for n in range(len(beats))]


def in_order_of(draft: int, beats: Beats) -> Beats:
    """Return the beats in the order in which one of the drafts tells them."""
    if draft == 0:
        return beats
    count = len(beats.documents)
    ranks = [0 if n == draft else n + (n < draft) for n in range(count)]
    spots = [_spots(beats, beat, ranks) for beat in beats.beats]
    order = in_order(count, spots)
    number = {some: place for place, some in enumerate(spots)}
    where = {number[some]: place for place, some in enumerate(order)}
    places = told(count, order)
    ordered = [
        replace(
            beat,
            inside=tuple(tuple(sorted(where[n] for n in some)) for some in beat.inside),
            told=tuple(places[where[old]][rank] for rank in ranks),
        )
        for old, beat in enumerate(beats.beats)
    ]
    return replace(beats, beats=tuple(ordered[number[some]] for some in order))


def _spots(beats: Beats, beat: Beat, ranks: Sequence[int]) -> _Spots:
    return frozenset(
        (ranks[n], document.place_of(id) or 0)
        for n, (document, ids) in enumerate(zip(beats.documents, beat.passages, strict=True))
        for id in ids
    )


def _moved(draft: int, beats: Sequence[_Spots]) -> list[Told]:
    """Keep the longest run of beats that are in order; what is left over was moved."""
    has = [n for n, beat in enumerate(beats) if _starts(beat, draft) >= 0]
    starts = [_starts(beats[n], draft) for n in has]
    kept = _longest_rising(starts)
    out = [Told.HERE] * len(beats)
    for position, n in enumerate(has):
        if position in kept:
            continue
        before = [starts[k] for k in kept if k < position]
        out[n] = Told.EARLIER if before and starts[position] < max(before) else Told.LATER
    return out


def _longest_rising(starts: Sequence[int]) -> set[int]:
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for position, start in enumerate(starts):
        place = bisect_left(tails, start)
        back.append(at[place - 1] if place else -1)
        tails[place : place + 1] = [start]
        at[place : place + 1] = [position]
    kept: set[int] = set()
    position = at[-1] if at else -1
    while position >= 0:
        kept.add(position)
        position = back[position]
    return kept


def _place(order: Sequence[_Spots], beat: _Spots, draft: int) -> int:
    """Return where a beat goes: behind the last one that stands before it in this draft."""
    start = _starts(beat, draft)
    before = [
        (_starts(other, draft), n)
        for n, other in enumerate(order)
        if 0 <= _starts(other, draft) < start
    ]
    return max(before)[1] + 1 if before else 0


def _start_in(draft: int) -> Callable[[_Spots], int]:
    return lambda beat: _starts(beat, draft)


def _starts(beat: _Spots, draft: int) -> int:
    return min((place for other, place in beat if other == draft), default=-1)
