"""Which paragraphs of two drafts stayed, and between which others lie that changed.

Paragraphs that are the same to the letter and come once on each side are the frame: the heaviest
chain of them stays in place. What lies between two of them is a gap.
"""

from typing import NamedTuple
from zlib import crc32

import numpy as np

from writerdesk.compare.chains import Numbers, heaviest_chain, ints
from writerdesk.compare.lexicon import Flags
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
    many = 1 + int(max(left.keys.max(initial=-1), right.keys.max(initial=-1)))
    once = np.bincount(left.keys, minlength=many) == 1
    once &= np.bincount(right.keys, minlength=many) == 1
    place = np.zeros(many, np.int64)
    place[right.keys] = np.arange(len(right.keys))
    at = once[left.keys].nonzero()[0]
    return at, place[left.keys[at]]


def gaps_between(at: Numbers, to: Numbers, left: Texts, right: Texts) -> tuple[Numbers, Framed]:
    """Return what lies between the paragraphs of a frame, where there is anything.

    What is the same at the ends of a gap comes first, two numbers each: it stayed as well.
    """
    edges = np.empty((len(at) + 1, 4), np.int64)
    edges[0, 0::2], edges[-1, 1::2] = 0, (len(left.keys), len(right.keys))
    edges[1:, 0], edges[:-1, 1], edges[1:, 2], edges[:-1, 3] = at + 1, at, to + 1, to
    some = ((edges[:, 0] < edges[:, 1]) | (edges[:, 2] < edges[:, 3])).nonzero()[0]
    gaps = edges[some]
    after = np.concatenate((_AT_THE_BEGINNING, left.keys[at]))[some]
    trimmed = _begin_or_end_alike(gaps, left.keys, right.keys).nonzero()[0]
    same: list[tuple[int, int]] = []
    if len(trimmed):
        gaps[trimmed] = _without_ends(gaps[trimmed], left.keys, right.keys, same)
        left_over = (gaps[:, 0] < gaps[:, 1]) | (gaps[:, 2] < gaps[:, 3])
        gaps, after = gaps[left_over], after[left_over]
    return np.array(same, np.int64).reshape(-1, 2), Framed(gaps, after)


_AT_THE_BEGINNING = np.array([-1])


def _begin_or_end_alike(gaps: Numbers, left: Numbers, right: Numbers) -> Flags:
    starts, ends, to_starts, to_ends = gaps.T
    both = ((starts < ends) & (to_starts < to_ends)).nonzero()[0]
    starts, ends, to_starts, to_ends = gaps[both].T
    alike = np.zeros(len(gaps), np.bool_)
    alike[both] = (left[starts] == right[to_starts]) | (left[ends - 1] == right[to_ends - 1])
    return alike


def _without_ends(
    gaps: Numbers, left: Numbers, right: Numbers, same: list[tuple[int, int]]
) -> list[tuple[int, int, int, int]]:
    """Return gaps without what both sides begin and end with, which is added to ``same``."""
    ours, theirs = left.data, right.data
    rest: list[tuple[int, int, int, int]] = []
    rows: list[list[int]] = gaps.tolist()
    for start, end, to, to_end in rows:
        while start < end and to < to_end and ours[start] == theirs[to]:
            same.append((start, to))
            start, to = start + 1, to + 1
        while start < end and to < to_end and ours[end - 1] == theirs[to_end - 1]:
            end, to_end = end - 1, to_end - 1
            same.append((end, to_end))
        rest.append((start, end, to, to_end))
    return rest
