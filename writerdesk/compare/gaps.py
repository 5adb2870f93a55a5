"""Which paragraphs answer each other between two that stayed the same.

Paragraphs that answer each other one to one are found first (`ties`). A paragraph left over beside
a tie joins it if its words are there: that is how splits and joins are found.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import LCSseq

from writerdesk.compare.ties import (
    LARGEST_SEARCH,
    SHORTEST_MOVE,
    TELLING_END,
    Tie,
    are_alike,
    ties_of,
)
from writerdesk.compare.values import StopAsked, asking


class Group(NamedTuple):
    """Neighbouring paragraphs of both sides (half-open) that answer each other."""

    left: int
    left_end: int
    right: int
    right_end: int


Plain: TypeAlias = list[tuple[int, int, int, int]]
"""Groups as plain numbers: there are thousands, and to name each takes longer than to find it."""


# A paragraph that was edited and joined: .42 finds what .5 left (F1 on one seed .9904, then .9931).
_LEAST_JOINING = 0.42
_SHORTEST_JOINING = 3
# A sentence went over to the next paragraph: so many words, and half of what changed in the two.
_FEWEST_EXCHANGED = 6
_LEAST_EXCHANGED = 0.5


_Passage: TypeAlias = tuple[int, int, int, int, str, str, int]
"""A group, its words on both sides, and how many of them both keep; plain as `Plain` are."""


def groups(
    left: Sequence[str], right: Sequence[str], cancelled: StopAsked, *, flipped: bool
) -> Plain:
    """Return which of the spelled paragraphs answer each other, in order.

    ``flipped`` says that the right is the canonically smaller side and goes first.
    """
    if len(left) == len(right) == 1:
        alike = are_alike(left[0], right[0], alone=True, cancelled=cancelled)
        return [(0, 1, 0, 1)] if alike else []
    if flipped:
        turned = groups(right, left, cancelled, flipped=False)
        return [(at, end, to, until) for to, until, at, end in turned]
    found = _joined(ties_of(left, right, cancelled), left, right, cancelled)
    return [passage[:4] for passage in _merged(found, cancelled)]


def _joined(
    ties: Sequence[Tie], left: Sequence[str], right: Sequence[str], cancelled: StopAsked
) -> list[_Passage]:
    """Return the ties with the paragraphs beside them that were split off or joined to them."""
    if len(ties) == len(left) == len(right):
        return [
            (n, n + 1, n, n + 1, one, other, kept)
            for (n, _, kept), one, other in zip(ties, left, right, strict=True)
        ]
    found: list[_Passage] = []
    following = iter((*ties[1:], (len(left), len(right), 0)))
    at = to = 0
    for one, other, kept in asking(ties, cancelled):
        left_end, right_end, _ = next(following)
        passage = one, one + 1, other, other + 1, left[one], right[other], kept
        if at < one or to < other or left_end > one + 1 or right_end > other + 1:
            passage = _grown(passage, (at, left_end, to, right_end), left, right)
        _, at, _, to, *_ = passage
        found.append(passage)
    return found


_Limits: TypeAlias = tuple[int, int, int, int]


def _grown(
    passage: _Passage, limits: _Limits, left: Sequence[str], right: Sequence[str]
) -> _Passage:
    grew = True
    while grew:
        grew = False
        for wider in _wider(passage, limits, left, right):
            if (kept := _kept_if_joined(passage, wider)) >= 0:
                passage, grew = (*wider[:-1], kept), True
                break
    return passage


def _wider(
    passage: _Passage, limits: _Limits, left: Sequence[str], right: Sequence[str]
) -> Iterator[_Passage]:
    """Yield a passage with one of the paragraphs beside it, or with the one behind a short one.

    What stands between two that were joined has gone; what is longer may only have moved.
    """
    at, end, to, until, ours, theirs, kept = passage
    first, last, begin, stop = limits
    if until < stop:
        yield at, end, to, until + 1, ours, theirs + right[until], kept
    if end < last:
        yield at, end + 1, to, until, ours + left[end], theirs, kept
    if to > begin:
        yield at, end, to - 1, until, ours, right[to - 1] + theirs, kept
    if at > first:
        yield at - 1, end, to, until, left[at - 1] + ours, theirs, kept
    if until + 1 < stop and len(right[until]) < SHORTEST_MOVE:
        more = right[until] + right[until + 1]
        yield at, end, to, until + 2, ours, theirs + more, kept
    if end + 1 < last and len(left[end]) < SHORTEST_MOVE:
        yield at, end + 2, to, until, ours + left[end] + left[end + 1], theirs, kept
    if to - 1 > begin and len(right[to - 1]) < SHORTEST_MOVE:
        more = right[to - 2] + right[to - 1]
        yield at, end, to - 2, until, ours, more + theirs, kept
    if at - 1 > first and len(left[at - 1]) < SHORTEST_MOVE:
        yield at - 2, end, to, until, left[at - 2] + left[at - 1] + ours, theirs, kept


def _kept_if_joined(passage: _Passage, wider: _Passage) -> int:
    """Return the words kept if those of the added paragraph are on the other side, else -1."""
    ours, theirs, before = passage[4:]
    more, others = wider[4:6]
    added = len(more) + len(others) - len(ours) - len(theirs)
    if len(more) * len(others) > LARGEST_SEARCH:
        return -1
    if added < _SHORTEST_JOINING:
        return before + added if _goes_on(passage, wider) else -1
    kept = LCSseq.similarity(more, others)
    if kept - before >= _LEAST_JOINING * added:
        return kept
    return kept if kept - before >= TELLING_END and _tells(passage, wider) else -1


def _tells(passage: _Passage, wider: _Passage) -> bool:
    """Tell whether the added paragraph begins or ends with words that the other side has.

    A sentence kept at one end is enough, whatever the rest of it has become.
    """
    ours, theirs = passage[4:6]
    inner, outer, whole = ours, wider[4], theirs
    if len(outer) == len(inner):
        inner, outer, whole = theirs, wider[5], ours
    added = outer[len(inner) :] if outer.startswith(inner) else outer[: -len(inner)]
    return added[:TELLING_END] in whole or added[-TELLING_END:] in whole


def _goes_on(passage: _Passage, wider: _Passage) -> bool:
    """Tell whether a very short paragraph stands on the other side just where it would be joined.

    The few words beside it have to be there as well: "Yes." alone is everywhere.
    """
    ours, theirs, _ = passage[4:]
    more, others, _ = wider[4:]
    if len(more) > len(ours):
        inner, outer, whole = ours, more, theirs
    else:
        inner, outer, whole = theirs, others, ours
    beside = _SHORTEST_JOINING
    added = len(outer) - len(inner)
    seam = outer[-added - beside :] if outer.startswith(inner) else outer[: added + beside]
    return bool(added) and len(inner) >= beside and seam in whole


def _merged(found: Sequence[_Passage], cancelled: StopAsked) -> list[_Passage]:
    """Join neighbouring passages between which words went from one paragraph to the next.

    As many words have to be over at the end of the one and at the beginning of the other.
    """
    merged: list[_Passage] = []
    # How many words of the passage before the other side does not have.
    over = under = 0
    for passage in asking(found, cancelled):
        _, _, _, _, ours, theirs, kept = passage
        more, others = len(ours) - kept, len(theirs) - kept
        if (over >= _FEWEST_EXCHANGED <= others) or (under >= _FEWEST_EXCHANGED <= more):
            both = _exchange(merged[-1], passage)
            if both:
                merged.pop()
                passage = both
                ours, theirs, kept = both[4:]
                more, others = len(ours) - kept, len(theirs) - kept
        merged.append(passage)
        over, under = more, others
    return merged


def _exchange(one: _Passage, other: _Passage) -> _Passage | None:
    """Return two neighbours as one if they keep clearly more words so than each by itself."""
    at, end, to, until, ours, theirs, apart = one
    start, left_end, begin, right_end, more, others, kept = other
    ours, theirs, apart = ours + more, theirs + others, apart + kept
    changed = min(len(ours), len(theirs)) - apart
    if (
        (end, until) != (start, begin)
        or len(ours) * len(theirs) > LARGEST_SEARCH
        or changed < _FEWEST_EXCHANGED
    ):
        return None
    enough = apart + max(_FEWEST_EXCHANGED, ceil(_LEAST_EXCHANGED * changed))
    # Nothing is kept, it says, if it is not enough: in half the time.
    kept = LCSseq.similarity(ours, theirs, score_cutoff=enough)
    return (at, left_end, to, right_end, ours, theirs, kept) if kept else None
