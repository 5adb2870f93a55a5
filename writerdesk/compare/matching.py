"""Which paragraphs of two drafts stayed, changed in place or moved.

Paragraphs that are the same to the letter and come once on each side are the frame: the heaviest
chain of them stays in place. Between two of them `gaps` looks for what changed; what is left over
on both sides may have moved.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple
from zlib import crc32

import numpy as np

from writerdesk.compare.chains import Numbers, heaviest_chain, ints
from writerdesk.compare.gaps import Group, are_alike, groups, voting
from writerdesk.compare.pieces import count_pieces
from writerdesk.compare.spelling import Spelled, spell
from writerdesk.compare.values import Cancelled, Settings, StopAsked

# A short paragraph that comes once on both sides ("Yes.") may do so by chance: it frames nothing,
# but is found again between its neighbours.
_SHORTEST_FRAME = 4
# Nor is it said to have moved: shorter ones are found in another place by chance.
_SHORTEST_MOVE = 8
_FEWEST_MOVE_VOTES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Half:
    """One side's paragraphs, each text's number (the same text has the same), and their words."""

    texts: tuple[str, ...]
    keys: Numbers
    sizes: Numbers


class Unsettled(NamedTuple):
    """What did not stay the same: gaps, and their paragraphs spelled, one after the other."""

    gaps: list[Group]
    left: Spelled
    right: Spelled
    left_numbers: list[int]
    right_numbers: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """``same`` paragraphs that stayed in place, ``changed`` and ``moved`` groups of others.

    The groups are of paragraphs as `Unsettled` counts them.
    """

    same: list[tuple[int, int]]
    unsettled: Unsettled
    changed: list[Group]
    moved: list[Group]


def halves(left: Sequence[str], right: Sequence[str]) -> tuple[Half, Half]:
    """Number the texts of both sides."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    one, other = (
        Half(
            tuple(texts),
            np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts)),
            np.fromiter(map(count_pieces, texts), np.int64, len(texts)),
        )
        for texts in (left, right)
    )
    return one, other


def matched(left: Half, right: Half, settings: Settings, cancelled: StopAsked) -> Matching:
    """Find out which paragraphs stayed, changed in place or moved."""
    at, to = frame(left, right)
    same, gaps = _trimmed(gaps_between(at, to, len(left.texts), len(right.texts)), left, right)
    unsettled = _unsettled(gaps, left, right, settings, cancelled)
    changed = _changed(unsettled, left, right, cancelled)
    moved = _moved(unsettled, changed, left, right, cancelled)
    same = sorted((*zip(at.tolist(), to.tolist(), strict=True), *same))
    return Matching(same, unsettled, changed, moved)


def frame(left: Half, right: Half) -> tuple[Numbers, Numbers]:
    """Return the numbers of the paragraphs that come once on each side and stay in order."""
    at, to = once_in_both(left, right)
    long = left.sizes[at] >= _SHORTEST_FRAME
    at, to = at[long], to[long]

    def tie() -> Numbers:
        hashes = [crc32(left.texts[number].encode()) for number in ints(at)]
        return np.array(hashes, np.int64)

    chain = heaviest_chain(to, left.sizes[at], tie)
    return at[chain], to[chain]


def once_in_both(left: Half, right: Half) -> tuple[Numbers, Numbers]:
    """Return the numbers of the paragraphs that come once on each side, by the left's order."""
    many = 1 + max(left.keys.max(initial=-1), right.keys.max(initial=-1))
    once = (np.bincount(left.keys, minlength=many) == 1) & (
        np.bincount(right.keys, minlength=many) == 1
    )
    place = np.zeros(many, np.int64)
    place[right.keys] = np.arange(len(right.keys))
    at = np.flatnonzero(once[left.keys])
    return at, place[left.keys[at]]


def gaps_between(at: Numbers, to: Numbers, left: int, right: int) -> list[Group]:
    """Return what lies between the paragraphs of a frame, where there is anything."""
    starts = np.stack([np.append(0, at + 1), np.append(0, to + 1)])
    ends = np.stack([np.append(at, left), np.append(to, right)])
    some = np.flatnonzero((starts < ends).any(axis=0))
    rows = np.stack([starts[0, some], ends[0, some], starts[1, some], ends[1, some]], axis=1)
    return [Group(*row) for row in rows.tolist()]


def _trimmed(
    gaps: Sequence[Group], left: Half, right: Half
) -> tuple[list[tuple[int, int]], list[Group]]:
    """Take off what is the same at the ends of gaps."""
    same: list[tuple[int, int]] = []
    rests: list[Group] = []
    ours, theirs = left.texts, right.texts
    for start, left_end, to, right_end in gaps:
        while start < left_end and to < right_end and ours[start] == theirs[to]:
            same.append((start, to))
            start, to = start + 1, to + 1
        while start < left_end and to < right_end and ours[left_end - 1] == theirs[right_end - 1]:
            left_end, right_end = left_end - 1, right_end - 1
            same.append((left_end, right_end))
        if start < left_end or to < right_end:
            rests.append(Group(start, left_end, to, right_end))
    return same, rests


def _unsettled(
    gaps: list[Group], left: Half, right: Half, settings: Settings, cancelled: StopAsked
) -> Unsettled:
    ours = [number for gap in gaps for number in range(gap.left, gap.left_end)]
    theirs = [number for gap in gaps for number in range(gap.right, gap.right_end)]
    one, other = spell(
        [left.texts[number] for number in ours],
        [right.texts[number] for number in theirs],
        settings,
        cancelled,
    )
    return Unsettled(gaps, one, other, ours, theirs)


def _changed(unsettled: Unsettled, left: Half, right: Half, cancelled: StopAsked) -> list[Group]:
    found: list[Group] = []
    at = to = 0
    for number, gap in enumerate(unsettled.gaps):
        if number % 64 == 0 and cancelled():
            raise Cancelled
        many, others = gap.left_end - gap.left, gap.right_end - gap.right
        if many and others:
            ours = [unsettled.left.paragraph(n) for n in range(at, at + many)]
            theirs = [unsettled.right.paragraph(n) for n in range(to, to + others)]
            flipped = is_flipped(gap, left, right, sum(map(len, ours)) - sum(map(len, theirs)))
            found += [group.shifted(at, to) for group in groups(ours, theirs, flipped=flipped)]
        at, to = at + many, to + others
    return found


def is_flipped(group: Group, left: Half, right: Half, more_words: int) -> bool:
    """Tell whether the right is the canonically smaller side: fewer words, then its words."""
    if more_words:
        return more_words > 0
    return left.texts[group.left : group.left_end] > right.texts[group.right : group.right_end]


def _moved(
    unsettled: Unsettled, changed: Sequence[Group], left: Half, right: Half, cancelled: StopAsked
) -> list[Group]:
    """Return the groups that are elsewhere: of what is left over, what is nearly the same."""
    ours = _left_over(len(unsettled.left_numbers), [(g.left, g.left_end) for g in changed])
    theirs = _left_over(len(unsettled.right_numbers), [(g.right, g.right_end) for g in changed])
    if not ours or not theirs:
        return []
    our_words = [unsettled.left.paragraph(n) for n in ours]
    their_words = [unsettled.right.paragraph(n) for n in theirs]
    found: list[Group] = []
    lefts, rights, votes = voting(our_words, their_words)
    for i, j, many in zip(ints(lefts), ints(rights), ints(votes), strict=True):
        shortest = min(len(our_words[i]), len(their_words[j]))
        enough = many >= _FEWEST_MOVE_VOTES and shortest >= _SHORTEST_MOVE
        if enough and are_alike(our_words[i], their_words[j]):
            found.append(Group(ours[i], ours[i] + 1, theirs[j], theirs[j] + 1))
    return found


def _left_over(size: int, taken: Sequence[tuple[int, int]]) -> list[int]:
    left = np.ones(size, np.bool_)
    for start, end in taken:
        left[start:end] = False
    return np.flatnonzero(left).tolist()
