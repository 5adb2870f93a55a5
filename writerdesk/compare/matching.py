"""Which paragraphs of two drafts stayed, and between which others lie that changed.

Paragraphs that are the same to the letter and come once on each side are the frame: the heaviest
chain of them stays in place. What lies between two of them is a gap.
"""

from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import Numbers, heaviest_chain, ints
from writerdesk.compare.gaps import Group
from writerdesk.compare.texts import Texts

# A short paragraph that comes once on both sides ("Yes.") may do so by chance: it frames nothing,
# but is found again between its neighbours.
_SHORTEST_FRAME = 4


class Framed(NamedTuple):
    """What lies between the paragraphs of a frame: gaps, and the number of the text before each.

    The gap at the beginning comes after -1. No text of a frame comes twice: it names its gap.
    """

    gaps: Numbers
    after: Numbers


UNFRAMED = Framed(np.zeros((0, 4), np.int64), np.zeros(0, np.int64))


def frame(left: Texts, right: Texts) -> tuple[Numbers, Numbers]:
    """Return the numbers of the paragraphs that come once on each side and stay in order."""
    at, to = _once_in_both(left, right)
    long = left.sizes[at] >= _SHORTEST_FRAME
    at, to = at[long], to[long]

    def tie(starts: Numbers) -> Numbers:
        hashes = [crc32(left.paragraphs[number].text.encode()) for number in ints(at[starts])]
        return np.array(hashes, np.int64)

    chain = heaviest_chain(to, left.sizes[at], tie)
    return at[chain], to[chain]


def _once_in_both(left: Texts, right: Texts) -> tuple[Numbers, Numbers]:
    """Return the numbers of the paragraphs that come once on each side, by the left's order."""
    many = 1 + max(left.keys.max(initial=-1), right.keys.max(initial=-1))
    once = (np.bincount(left.keys, minlength=many) == 1) & (
        np.bincount(right.keys, minlength=many) == 1
    )
    place = np.zeros(many, np.int64)
    place[right.keys] = np.arange(len(right.keys))
    at = np.flatnonzero(once[left.keys])
    return at, place[left.keys[at]]


def gaps_between(at: Numbers, to: Numbers, left: Texts, right: Texts) -> tuple[Numbers, "Framed"]:
    """Return what lies between the paragraphs of a frame, where there is anything.

    What is the same at the ends of a gap comes first, two numbers each: it stayed as well.
    """
    starts = np.stack([np.append(0, at + 1), np.append(0, to + 1)])
    ends = np.stack([np.append(at, len(left.keys)), np.append(to, len(right.keys))])
    some = np.flatnonzero((starts < ends).any(axis=0))
    gaps = np.stack([starts[0, some], ends[0, some], starts[1, some], ends[1, some]], axis=1)
    after = np.append(-1, left.keys[at])[some]
    same: list[tuple[int, int]] = []
    trimmed = np.flatnonzero(_begin_or_end_alike(gaps, left.keys, right.keys))
    for number in ints(trimmed):
        gap = Group(*ints(gaps[number]))
        gaps[number] = _without_ends(gap, left.keys, right.keys, same)
    if len(trimmed):
        left_over = (gaps[:, 0] < gaps[:, 1]) | (gaps[:, 2] < gaps[:, 3])
        gaps, after = gaps[left_over], after[left_over]
    return np.array(sorted(same), np.int64).reshape(-1, 2), Framed(gaps, after)


def _begin_or_end_alike(gaps: Numbers, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
    starts, ends, to_starts, to_ends = gaps.T
    if not len(left) or not len(right):
        return np.zeros(len(gaps), np.bool_)
    first, to_first = np.minimum(starts, len(left) - 1), np.minimum(to_starts, len(right) - 1)
    alike = (left[first] == right[to_first]) | (left[ends - 1] == right[to_ends - 1])
    return alike & (starts < ends) & (to_starts < to_ends)


def _without_ends(gap: Group, ours: Numbers, theirs: Numbers, same: list[tuple[int, int]]) -> Group:
    start, end, to, to_end = gap
    while start < end and to < to_end and ours[start] == theirs[to]:
        same.append((start, to))
        start, to = start + 1, to + 1
    while start < end and to < to_end and ours[end - 1] == theirs[to_end - 1]:
        end, to_end = end - 1, to_end - 1
        same.append((end, to_end))
    return Group(start, end, to, to_end)
