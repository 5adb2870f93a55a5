"""Which paragraphs answer each other between two that stayed the same.

Paragraphs that answer each other one to one are found first (`ties`). A paragraph left over beside
a tie joins it if its words are there: that is how splits and joins are found.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from writerdesk.compare.ties import LARGEST_SEARCH, Tie, are_alike, ties_of
from writerdesk.compare.values import StopAsked, asking


class Group(NamedTuple):
    """Neighbouring paragraphs of both sides (half-open) that answer each other."""

    left: int
    left_end: int
    right: int
    right_end: int

    def mirrored(self) -> "Group":
        """Return the same group with the sides swapped."""
        return Group(self.right, self.right_end, self.left, self.left_end)

    def shifted(self, left: int, right: int) -> "Group":
        """Return the same group with its numbers counted from elsewhere."""
        return Group(
            self.left + left, self.left_end + left, self.right + right, self.right_end + right
        )


# A paragraph that was edited and joined: .42 finds what .5 left (F1 on one seed .9904, then .9931).
_LEAST_JOINING = 0.42
_SHORTEST_JOINING = 3
# A sentence went over to the next paragraph: so many words, and half of what changed in the two.
_FEWEST_EXCHANGED = 6
_LEAST_EXCHANGED = 0.5


class _Passage(NamedTuple):
    """A group, its words on both sides, and how many of them both keep."""

    group: Group
    ours: str
    theirs: str
    kept: int


def groups(
    left: Sequence[str], right: Sequence[str], cancelled: StopAsked, *, flipped: bool
) -> list[Group]:
    """Return which of the spelled paragraphs answer each other, in order.

    ``flipped`` says that the right is the canonically smaller side and goes first.
    """
    if len(left) == len(right) == 1:
        alike = are_alike(left[0], right[0], alone=True, cancelled=cancelled)
        return [Group(0, 1, 0, 1)] if alike else []
    if flipped:
        return [group.mirrored() for group in groups(right, left, cancelled, flipped=False)]
    ties = ties_of(left, right, cancelled)
    found = list(asking(_joining(ties, left, right), cancelled))
    return [passage.group for passage in _merged(asking(found, cancelled))]


def _joining(ties: Sequence[Tie], left: Sequence[str], right: Sequence[str]) -> Iterator[_Passage]:
    """Return the ties with the paragraphs beside them that were split off or joined to them."""
    ends = (*ties[1:], (len(left), len(right), 0))
    at, to = 0, 0
    for (one, other, kept), (left_end, right_end, _) in zip(ties, ends, strict=False):
        group = Group(one, one + 1, other, other + 1)
        passage = _Passage(group, left[one], right[other], kept)
        if at < one or to < other or left_end > one + 1 or right_end > other + 1:
            passage = _grown(passage, Group(at, left_end, to, right_end), left, right)
        _, at, _, to = passage.group
        yield passage


def _grown(passage: _Passage, limits: Group, left: Sequence[str], right: Sequence[str]) -> _Passage:
    grew = True
    while grew:
        grew = False
        for wider in _wider(passage, limits, left, right):
            if (kept := _kept_if_joined(passage, wider)) >= 0:
                passage, grew = wider._replace(kept=kept), True
                break
    return passage


def _wider(
    passage: _Passage, limits: Group, left: Sequence[str], right: Sequence[str]
) -> Iterator[_Passage]:
    """Yield a passage with one of the paragraphs beside it."""
    group, ours, theirs, kept = passage
    at, end, to, until = group
    if until < limits.right_end:
        yield _Passage(group._replace(right_end=until + 1), ours, theirs + right[until], kept)
    if end < limits.left_end:
        yield _Passage(group._replace(left_end=end + 1), ours + left[end], theirs, kept)
    if to > limits.right:
        yield _Passage(group._replace(right=to - 1), ours, right[to - 1] + theirs, kept)
    if at > limits.left:
        yield _Passage(group._replace(left=at - 1), left[at - 1] + ours, theirs, kept)


def _kept_if_joined(passage: _Passage, wider: _Passage) -> int:
    """Return the words kept if those of the added paragraph are on the other side, else -1."""
    more, others = wider.ours, wider.theirs
    added = len(more) + len(others) - len(passage.ours) - len(passage.theirs)
    if len(more) * len(others) > LARGEST_SEARCH:
        return -1
    if added < _SHORTEST_JOINING:
        return passage.kept + added if _goes_on(passage, wider) else -1
    kept = LCSseq.similarity(more, others)
    return kept if kept - passage.kept >= _LEAST_JOINING * added else -1


def _goes_on(passage: _Passage, wider: _Passage) -> bool:
    """Tell whether a very short paragraph stands on the other side just where it would be joined.

    The few words beside it have to be there as well: "Yes." alone is everywhere.
    """
    if len(wider.ours) > len(passage.ours):
        inner, outer, whole = passage.ours, wider.ours, passage.theirs
    else:
        inner, outer, whole = passage.theirs, wider.theirs, passage.ours
    beside = _SHORTEST_JOINING
    added = len(outer) - len(inner)
    seam = outer[-added - beside :] if outer.startswith(inner) else outer[: added + beside]
    return bool(added) and len(inner) >= beside and seam in whole


def _merged(found: Iterable[_Passage]) -> list[_Passage]:
    """Join neighbouring passages between which words went from one paragraph to the next."""
    merged: list[_Passage] = []
    for passage in found:
        both = _exchange(merged[-1], passage) if merged else None
        if both:
            merged[-1] = both
        else:
            merged.append(passage)
    return merged


def _exchange(one: _Passage, other: _Passage) -> _Passage | None:
    """Return two neighbours as one if they keep clearly more words so than each by itself.

    As many words have to be over at the end of the one and at the beginning of the other.
    """
    over = min(len(one.ours) - one.kept, len(other.theirs) - other.kept)
    under = min(len(one.theirs) - one.kept, len(other.ours) - other.kept)
    before, after = one.group, other.group
    if max(over, under) < _FEWEST_EXCHANGED or before[1::2] != after[::2]:
        return None
    ours, theirs, apart = one.ours + other.ours, one.theirs + other.theirs, one.kept + other.kept
    if len(ours) * len(theirs) > LARGEST_SEARCH:
        return None
    changed = min(len(ours), len(theirs)) - apart
    if changed < _FEWEST_EXCHANGED:
        return None
    kept = LCSseq.similarity(ours, theirs)
    if kept - apart < max(_FEWEST_EXCHANGED, _LEAST_EXCHANGED * changed):
        return None
    group = Group(before.left, after.left_end, before.right, after.right_end)
    return _Passage(group, ours, theirs, kept)
