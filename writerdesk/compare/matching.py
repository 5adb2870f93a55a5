"""Which paragraphs of two drafts stayed, and between which others lie that changed.

Paragraphs that are the same to the letter and come once on each side are the frame: the heaviest
chain of them stays in place. What lies between two of them is a gap.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, repeat
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import Numbers, heaviest_chain, ints
from writerdesk.compare.gaps import Group
from writerdesk.compare.pieces import count_pieces

# A short paragraph that comes once on both sides ("Yes.") may do so by chance: it frames nothing,
# but is found again between its neighbours.
_SHORTEST_FRAME = 4


@dataclass(frozen=True, slots=True, eq=False)
class Half:
    """One side's texts, each with a number (the same text has the same), and their words."""

    texts: Sequence[str]
    keys: Numbers
    sizes: Numbers


class TextNumbers:
    """Texts as numbers, and how many words each has; it only grows."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._sizes = np.zeros(0, np.int64)

    def __len__(self) -> int:
        return len(self._numbers)

    def half(self, texts: Sequence[str]) -> Half:
        """Return one side of a comparison."""
        known = len(self._numbers)
        keys = np.fromiter(map(self._numbers.__getitem__, texts), np.int64, len(texts))
        new = len(self._numbers) - known
        if new:
            latest = list(self._numbers)[known:]
            self._sizes = np.concatenate((self._sizes, _sizes(latest)))
        return Half(texts, keys, self._sizes[keys])


def _sizes(texts: Sequence[str]) -> Numbers:
    """Count the words of texts; nearly all have one space between two words and no other."""
    whole = " ".join(texts)
    if any(sign in whole for sign in _UNEVEN) or whole[:1] == " " or whole[-1:] == " " or not whole:
        return np.fromiter(map(count_pieces, texts), np.int64, len(texts))
    return np.fromiter(map(str.count, texts, repeat(" ")), np.int64, len(texts)) + 1


# Two spaces (an empty text leaves two, too), or another than the usual one.
_UNEVEN = ("  ", "\n", "\t", "\u00a0", "\u2009", "\u202f", "\u3000")


def frame(left: Half, right: Half) -> tuple[Numbers, Numbers]:
    """Return the numbers of the paragraphs that come once on each side and stay in order."""
    at, to = _once_in_both(left, right)
    long = left.sizes[at] >= _SHORTEST_FRAME
    at, to = at[long], to[long]

    def tie(starts: Numbers) -> Numbers:
        hashes = [crc32(left.texts[number].encode()) for number in ints(at[starts])]
        return np.array(hashes, np.int64)

    chain = heaviest_chain(to, left.sizes[at], tie)
    return at[chain], to[chain]


def _once_in_both(left: Half, right: Half) -> tuple[Numbers, Numbers]:
    """Return the numbers of the paragraphs that come once on each side, by the left's order."""
    many = 1 + max(left.keys.max(initial=-1), right.keys.max(initial=-1))
    once = (np.bincount(left.keys, minlength=many) == 1) & (
        np.bincount(right.keys, minlength=many) == 1
    )
    place = np.zeros(many, np.int64)
    place[right.keys] = np.arange(len(right.keys))
    at = np.flatnonzero(once[left.keys])
    return at, place[left.keys[at]]


def gaps_between(
    at: Numbers, to: Numbers, left: Half, right: Half
) -> tuple[list[tuple[int, int]], list[Group]]:
    """Return what lies between the paragraphs of a frame, where there is anything.

    What is the same at the ends of a gap comes first: it stayed as well.
    """
    starts = np.stack([np.append(0, at + 1), np.append(0, to + 1)])
    ends = np.stack([np.append(at, len(left.keys)), np.append(to, len(right.keys))])
    some = np.flatnonzero((starts < ends).any(axis=0))
    rows = np.stack([starts[0, some], ends[0, some], starts[1, some], ends[1, some]], axis=1)
    gaps = list(map(Group._make, rows.tolist()))
    same: list[tuple[int, int]] = []
    trimmed = np.flatnonzero(_begin_or_end_alike(rows, left.keys, right.keys)).tolist()
    for number in trimmed:
        gaps[number] = _without_ends(gaps[number], left.keys, right.keys, same)
    if trimmed:
        gaps = [gap for gap in gaps if gap.left < gap.left_end or gap.right < gap.right_end]
    return same, gaps


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
