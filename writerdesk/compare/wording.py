"""Which words two passages both keep: the longest chain of words both have in the same order."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from rapidfuzz.distance import LCSseq, MatchingBlock

from writerdesk.compare.chains import (
    PHRASE,
    Numbers,
    heaviest_chain,
    phrases_once_in_both,
)
from writerdesk.compare.values import StopAsked, ask


class Block(NamedTuple):
    """``size`` words both have: from ``a`` on in the one, from ``b`` on in the other."""

    a: int
    b: int
    size: int


Kept: TypeAlias = Block | MatchingBlock


# Above this many cells the chain is cut at phrases both have once: the table of a longest chain
# takes a bit a cell (2 MB here), and two unrelated novels would fill the memory.
LARGEST_TABLE = 1 << 24
# Runs of phrases between two looks at whether somebody wants the work stopped: 3 ms.
_OFTEN = 256


def matching_blocks(left: str, right: str) -> Sequence[MatchingBlock]:
    """Return the words two passages both keep, in order; the last block may be empty."""
    return LCSseq.editops(left, right).as_matching_blocks()


def kept_words(left: str, right: str, cancelled: StopAsked) -> tuple[Sequence[Kept], bool]:
    """Return the words both keep, in order, and whether no limit cut the search short.

    Of several longest chains the one is taken that a search finds which reads ``left`` first.
    """
    if not left or not right:
        return [], True
    if len(left) * len(right) <= LARGEST_TABLE:
        return matching_blocks(left, right), True
    return _kept_between_phrases(left, right, cancelled)


def _kept_between_phrases(left: str, right: str, cancelled: StopAsked) -> tuple[list[Block], bool]:
    ask(cancelled)
    lefts, rights = phrases_once_in_both(left, right, cancelled)
    ask(cancelled)
    chain = heaviest_chain(rights, rights * 0 + 1)
    if not len(chain):
        return [], False
    found: list[Block] = []
    exact = True
    at, to = 0, 0
    runs = (*_runs(lefts[chain], rights[chain], left, right), (len(left), len(right), 0))
    for number, (start, end, size) in enumerate(runs):
        if number % _OFTEN == 0:
            ask(cancelled)
        if at < start and to < end:
            between, whole = kept_words(left[at:start], right[to:end], cancelled)
            found += [Block(one.a + at, one.b + to, one.size) for one in between]
            exact &= whole
        # Phrases overlap: each adds what the one before it has not told yet.
        told = max(at - start, to - end, 0)
        if told < size:
            found.append(Block(start + told, end + told, size - told))
            at, to = start + size, end + size
    return found, exact


def _runs(lefts: Numbers, rights: Numbers, left: str, right: str) -> list[list[int]]:
    """Return phrases with nothing else between them as one: where, and how many words."""
    ours, theirs = (
        np.frombuffer(words.encode("utf-32-le"), np.uint32)[start:]
        for words, start in ((left, lefts[0]), (right, rights[0]))
    )
    at, to = lefts - lefts[0], rights - rights[0]
    sizes = np.diff(at, append=len(ours))
    # What would stand opposite each word if both went on side by side from the phrase before it.
    opposite = np.arange(len(ours)) + (to - at).repeat(sizes)
    opposite.clip(max=len(theirs) - 1, out=opposite)
    others = np.zeros(len(ours) + 1, np.int64)
    (ours != theirs[opposite]).cumsum(out=others[1:])
    goes_on = (at[1:] - at[:-1] == to[1:] - to[:-1]) & (others[at[1:]] == others[at[:-1]])
    first = np.flatnonzero(~goes_on) + 1
    first, last = np.append(0, first), np.append(first, len(at)) - 1
    many = at[last] - at[first] + PHRASE
    return np.stack((lefts[first], rights[first], many), axis=1).tolist()
