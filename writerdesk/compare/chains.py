"""What stays in order: the heaviest chain of ties that do not cross, and the phrases to tie by."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.values import StopAsked, ask, asking

Numbers = NDArray[np.int64]
_Places = Sequence[int] | Numbers

# Three characters of 21 bits fit into one number, so that phrases are compared exactly.
_BITS = np.uint64(21)
PHRASE = 3
# Any odd number spreads phrases over a table; this one is 2**64 over the golden ratio. With so much
# room in it one phrase in ten falls where another stands.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_ROOM = 8


def ints(numbers: Numbers) -> list[int]:
    """Return an array as a list of plain numbers."""
    return numbers.tolist()


def heaviest_chain(
    rights: Numbers, weights: Numbers, tie: Callable[[Numbers], Numbers] | None = None
) -> Numbers:
    """Return the numbers of the heaviest ties that do not cross.

    The ties are in the order of the left, ``rights`` are their different places on the right.
    ``tie`` gives a number to each run of ties that go on together, told by its first one, that
    decides between chains of one weight; it is only asked when ties cross, and must be the same
    whichever side is called left.
    """
    if len(rights) < 2 or (rights[1:] > rights[:-1]).all():
        return np.arange(len(rights))
    there = np.zeros(int(rights.max()) + 1, np.int64)
    there[rights] = 1
    ranks = there.cumsum()[rights]
    starts = np.concatenate((_FIRST, (ranks[1:] - ranks[:-1] != 1).nonzero()[0] + 1))
    heavy = np.add.reduceat(weights.astype(np.int64), starts) << 36
    if tie is not None:
        heavy += tie(starts) & 0xFFFFF
    chosen = _heaviest_runs(ranks[starts].tolist(), heavy.tolist())
    in_chain = np.zeros(len(starts), np.bool_)
    in_chain[chosen] = True
    sizes = np.concatenate((starts[1:], [len(rights)])) - starts
    return in_chain.repeat(sizes).nonzero()[0]


_FIRST = np.zeros(1, np.int64)
_NOTHING = np.zeros(0, np.int64)


def _heaviest_runs(ranks: list[int], weights: list[int]) -> list[int]:
    """Return the numbers of the heaviest increasing runs.

    Of the chains found so far only those are kept that no chain outdoes which ends lower: they rise
    in rank and in weight, so that the best one to go on from is found by halving.
    """
    tops: list[int] = []
    sums: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for run, (rank, weight) in enumerate(zip(ranks, weights, strict=True)):
        at = bisect_left(tops, rank)
        before.append(lasts[at - 1] if at else -1)
        heaviest = weight + (sums[at - 1] if at else 0)
        if at == len(tops):
            tops.append(rank)
            sums.append(heaviest)
            lasts.append(run)
            continue
        end = at
        while end < len(sums) and sums[end] <= heaviest:
            end += 1
        tops[at:end], sums[at:end], lasts[at:end] = [rank], [heaviest], [run]
    run = lasts[-1] if lasts else -1
    chain: list[int] = []
    while run >= 0:
        chain.append(run)
        run = before[run]
    return chain[::-1]


def phrases_once_in_both(
    left: str, right: str, cancelled: StopAsked, seams: tuple[_Places, _Places] = ((), ())
) -> tuple[Numbers, Numbers]:
    """Return where the phrases of three words stand that each side has once, by the left's order.

    No phrase runs over a seam.
    """
    ours, theirs = (
        _phrases(text, seam)
        for text, seam in asking(zip((left, right), seams, strict=True), cancelled, 1)
    )
    ask(cancelled)
    if not len(ours.phrases) or not len(theirs.phrases):
        return _NOTHING, _NOTHING
    (one, here), (other, there) = (_once(some) for some in _that_may_meet(ours, theirs))
    ask(cancelled)
    if not len(one) or not len(other):
        return _NOTHING, _NOTHING
    to = np.minimum(other.searchsorted(one), len(other) - 1)
    both = other[to] == one
    lefts, rights = here[both], there[to[both]]
    order = lefts.argsort()
    return lefts[order], rights[order]


class _Phrases(NamedTuple):
    """Phrases, each as one number, and where they stand."""

    phrases: NDArray[np.uint64]
    places: Numbers


def _phrases(words: str, seams: _Places) -> _Phrases:
    if len(words) < PHRASE:
        return _Phrases(np.zeros(0, np.uint64), _NOTHING)
    codes = np.frombuffer(words.encode("utf-32-le"), np.uint32).astype(np.uint64)
    phrases = (codes[:-2] << (_BITS + _BITS)) | (codes[1:-1] << _BITS) | codes[2:]
    whole = np.ones(len(phrases), np.bool_)
    for back in (1, 2):
        places = np.asarray(seams, np.int64) - back
        whole[places[(places >= 0) & (places < len(phrases))]] = False
    places = np.flatnonzero(whole)
    return _Phrases(phrases[places], places)


def _that_may_meet(left: _Phrases, right: _Phrases) -> Iterator[_Phrases]:
    """Leave out nearly all phrases that one side alone has, so that few have to be sorted.

    Of two novels that have nothing to do with each other these are nine in ten.
    """
    bits = (max(len(left.phrases), len(right.phrases)) * _ROOM).bit_length()
    shift = np.uint64(64 - bits)
    ours, theirs = ((some.phrases * _SPREAD >> shift).view(np.int64) for some in (left, right))
    for some, here, there in ((left, ours, theirs), (right, theirs, ours)):
        met = np.zeros(1 << bits, np.bool_)
        met[there] = True
        may_meet = met[here].nonzero()[0]
        yield _Phrases(some.phrases[may_meet], some.places[may_meet])


def _once(some: _Phrases) -> _Phrases:
    """Return the phrases that come once, in the order of their numbers."""
    phrases, places = some
    order = phrases.argsort()
    ordered = phrases[order]
    differs = np.ones(len(ordered) + 1, np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=differs[1:-1])
    once = differs[1:] & differs[:-1]
    return _Phrases(ordered[once], places[order[once]])
