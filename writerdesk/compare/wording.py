"""Which words two passages both keep, told the way an editor would tell it.

First the truth: the longest chain of words both have in the same order. Then what reads well: words
kept by chance between two changes belong to the change.
"""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from writerdesk.compare.chains import (
    PHRASE,
    Numbers,
    heaviest_chain,
    phrases_once_in_both,
)


class Kept(NamedTuple):
    """``size`` words both have: from ``left`` on in the one, from ``right`` on in the other."""

    left: int
    right: int
    size: int

    def mirrored(self) -> "Kept":
        """Return the same words with the sides swapped."""
        return Kept(self.right, self.left, self.size)


# Above this many cells the chain is cut at phrases both have once: the table of a longest chain
# takes a bit a cell (2 MB here), and two unrelated novels would fill the memory.
_LARGEST_TABLE = 1 << 24
# A light word weighs a third of another: "of the" kept between two changes is chance.
_LIGHT = 1 / 3


def kept_words(left: str, right: str, *, flipped: bool = False) -> tuple[list[Kept], bool]:
    """Return the words both keep, in order, and whether no limit cut the search short.

    ``flipped`` says that the right is the canonically smaller side: it goes first, and the answer
    is turned round, so that swapping the sides mirrors the result.
    """
    if flipped:
        kept, exact = kept_words(right, left)
        return [one.mirrored() for one in kept], exact
    start = common_start(left, right)
    end = common_end(left[start:], right[start:])
    middle, exact = _kept(left[start : len(left) - end], right[start : len(right) - end])
    found = [Kept(0, 0, start)] if start else []
    found += [Kept(i + start, j + start, size) for i, j, size in middle]
    if end:
        found.append(Kept(len(left) - end, len(right) - end, end))
    return _joined(found), exact


def common_start(left: str, right: str) -> int:
    """Return how many words both begin with."""
    most = min(len(left), len(right))
    low, high = 0, most + 1
    while high - low > 1:
        middle = (low + high) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle
    return low


def common_end(left: str, right: str) -> int:
    """Return how many words both end with."""
    one, other = len(left), len(right)
    low, high = 0, min(one, other) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if left[one - middle : one - low] == right[other - middle : other - low]:
            low = middle
        else:
            high = middle
    return low


def without_chance(
    kept: list[Kept], sizes: tuple[int, int], words: str, light: Collection[str]
) -> list[Kept]:
    """Return ``kept`` without the words that two changes around them have in common by chance.

    ``words`` are the left's, ``sizes`` how many both sides have.
    """
    while True:
        strong = [
            one
            for number, one in enumerate(kept)
            if not _is_chance(number, kept, sizes, _weight(words, one, light))
        ]
        if len(strong) == len(kept):
            return strong
        kept = strong


def _is_chance(number: int, kept: list[Kept], sizes: tuple[int, int], weight: float) -> bool:
    left, right, size = kept[number]
    before = kept[number - 1] if number else Kept(0, 0, 0)
    after = kept[number + 1] if number + 1 < len(kept) else Kept(*sizes, 0)
    changed_before = max(left - before.left, right - before.right) - before.size
    changed_after = max(after.left - left, after.right - right) - size
    if not changed_before or not changed_after:
        return False
    return weight <= 1 or weight * 2 < min(changed_before, changed_after)


def _weight(words: str, kept: Kept, light: Collection[str]) -> float:
    if kept.size > 12:
        return kept.size
    return sum(_LIGHT if word in light else 1 for word in words[kept.left : kept.left + kept.size])


def _kept(left: str, right: str) -> tuple[list[Kept], bool]:
    if not left or not right:
        return [], True
    if len(left) * len(right) <= _LARGEST_TABLE:
        blocks = LCSseq.editops(left, right).as_matching_blocks()
        return [Kept(block.a, block.b, block.size) for block in blocks if block.size], True
    return _kept_between_phrases(left, right)


def _kept_between_phrases(left: str, right: str) -> tuple[list[Kept], bool]:
    lefts, rights = phrases_once_in_both(left, right)
    chain = heaviest_chain(rights, rights * 0 + 1)
    found: list[Kept] = []
    exact = bool(len(chain))
    at, to = 0, 0
    for start, end, size in (*_runs(lefts[chain], rights[chain]), Kept(len(left), len(right), 0)):
        # Phrases overlap: each adds what the one before it has not told yet.
        told = max(at - start, to - end, 0)
        if not told:
            between, whole = _kept(left[at:start], right[to:end]) if exact else ([], False)
            found += [Kept(i + at, j + to, many) for i, j, many in between]
            exact &= whole
        if told < size:
            found.append(Kept(start + told, end + told, size - told))
            at, to = start + size, end + size
    return found, exact


def _runs(lefts: Numbers, rights: Numbers) -> list[Kept]:
    """Return phrases that follow each other word by word as one."""
    if not len(lefts):
        return []
    first = np.flatnonzero(np.concatenate(([True], (np.diff(lefts) != 1) | (np.diff(rights) != 1))))
    sizes = np.diff(np.append(first, len(lefts))) + PHRASE - 1
    return [
        Kept(*row)
        for row in zip(lefts[first].tolist(), rights[first].tolist(), sizes.tolist(), strict=True)
    ]


def _joined(kept: list[Kept]) -> list[Kept]:
    joined: list[Kept] = []
    for one in kept:
        last = joined[-1] if joined else None
        if last and (last.left + last.size, last.right + last.size) == one[:2]:
            joined[-1] = Kept(last.left, last.right, last.size + one.size)
        else:
            joined.append(one)
    return joined
