"""Which paragraphs answer each other one to one between two that stayed the same.

Few paragraphs are tied by the words they keep, in order; many are first parted at the phrases both
sides have once.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from writerdesk.compare.chains import PHRASE, heaviest_chain, ints, phrases_once_in_both
from writerdesk.compare.letters import Numbers
from writerdesk.compare.values import StopAsked, ask, asking, never
from writerdesk.manuscript.alike import common_end, common_start

Tie: TypeAlias = tuple[int, int, int]
"""Two paragraphs that answer each other, by their numbers, and the words they keep."""

# Up to two thousand words a side every two paragraphs are looked at; above, phrases vote.
_FEW = 1 << 22
# Two paragraphs of unrelated prose keep a quarter to a third of their words in order by chance,
# nearly all of them grammar.
_LEAST_ALIKE = 0.45
# Alone between two kept paragraphs, the place speaks for a tie as well.
_LEAST_ALIKE_ALONE = 0.2
_FEW_NEIGHBOURS = 16
_LEAST_CONTAINED = 0.6
_SHORTEST_CONTAINED = 6
# So many words at a paragraph's start or end are hardly ever another's: a sentence was kept, the
# rest was written anew (F1 of the marks on one seed .9917, then .9958).
TELLING_END = 8
# Shorter paragraphs are found in another place by chance.
SHORTEST_MOVE = 8
# So many words in a row at the beginning or end are hardly ever another's of the few beside it. F1
# of the marks on two seeds: .9917 and .9950 without, .9958 and .9950 with six words, .9972 and
# .9960 with four; where half of the sentences were edited .9889, .9897 and .9901.
_ROW = 4
_ROWS = slice(_ROW), slice(-_ROW, None)
_FEWEST_VOTES = 2
# Of phrases they have once, two parts of one novel have three in common for a hundred words; a gap
# in a novel of which half the sentences were edited had 76.
_LEAST_SHARED = 0.05
# Two neighbours of a tie that keep most of their words are tied without a look at others.
_EVIDENT = 0.6
# Up to so many phrases are counted one by one in half the time.
_A_FEW_PHRASES = 256
# Up to so many pairs are judged one by one, which takes as long as to judge them in arrays: 20 µs.
_A_HANDFUL = 64
LARGEST_SEARCH = 1 << 24
"""Two passages of 4,000 words; longer ones are judged by the phrases both have once."""
# The table of a longest chain of paragraphs takes a bit a cell: 32 MB.
_MOST_REPEATED = 1 << 28
_OF_NO_KIND = chr(0x10FFFF)


def ties_of(left: Sequence[str], right: Sequence[str], cancelled: StopAsked) -> list[Tie]:
    """Return which of the spelled paragraphs answer each other, in order."""
    found = _ties(left, right, cancelled)
    if len(found) in (len(left), len(right)):
        return found
    return _with_neighbours(found, left, right, cancelled)


def are_alike(left: str, right: str, *, alone: bool = False, cancelled: StopAsked = never) -> int:
    """Return how many words both keep if that many speak for a tie, otherwise 0."""
    shorter, both = min(len(left), len(right)), len(left) + len(right)
    if not shorter:
        return 0
    kept = words_kept(left, right, cancelled)
    # One word is no sign, wherever it stands: two items of a list may have the number alone.
    least = _LEAST_ALIKE_ALONE if alone and kept > 1 else _LEAST_ALIKE
    if 2 * kept >= least * both:
        return kept
    contained = shorter >= _SHORTEST_CONTAINED and kept >= _LEAST_CONTAINED * shorter
    return kept if contained or _have_an_end_in_common(left, right) else 0


def _have_an_end_in_common(left: str, right: str) -> bool:
    """Tell whether two paragraphs begin or end with the same words, whatever the rest says."""
    start, end = left[:TELLING_END], left[-TELLING_END:]
    return len(start) == TELLING_END and (right.startswith(start) or right.endswith(end))


def words_kept(left: str, right: str, cancelled: StopAsked = never) -> int:
    """Return how many words both have in one order, of long passages at least."""
    if len(left) * len(right) <= LARGEST_SEARCH:
        return LCSseq.similarity(left, right)
    at, _ = phrases_once_in_both(left, right, cancelled)
    return min(len(left), len(right), len(at) + PHRASE - 1)


def shared_once(
    left: Sequence[str], right: Sequence[str], cancelled: StopAsked
) -> tuple[Numbers, Numbers]:
    """Return where phrases stand that each side has once, in all its paragraphs together."""
    bases = tuple(list(accumulate(map(len, some), initial=0)) for some in (left, right))
    return phrases_once_in_both("".join(left), "".join(right), cancelled, (bases[0], bases[1]))


def votes_of(
    at: Numbers, to: Numbers, left: Sequence[str], right: Sequence[str]
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the paragraphs that vote for each other the most by phrases, and with how many."""
    if len(at) <= _A_FEW_PHRASES:
        return _votes_of_few(ints(at), ints(to), left, right)
    left_bases = np.array(list(accumulate(map(len, left), initial=0)))
    right_bases = np.array(list(accumulate(map(len, right), initial=0)))
    one = np.searchsorted(left_bases, at, "right") - 1
    other = np.searchsorted(right_bases, to, "right") - 1
    ties, votes = np.unique(one * len(right) + other, return_counts=True)
    lefts, rights = ties // max(1, len(right)), ties % max(1, len(right))
    chosen = _first_choice(lefts, votes, len(left)) & _first_choice(rights, votes, len(right))
    return lefts[chosen], rights[chosen], votes[chosen]


def _votes_of_few(
    at: Sequence[int], to: Sequence[int], left: Sequence[str], right: Sequence[str]
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the same of a few phrases, counted one by one."""
    ours, theirs = (list(accumulate(map(len, some), initial=0)) for some in (left, right))
    votes = Counter(
        (bisect_right(ours, one) - 1, bisect_right(theirs, other) - 1)
        for one, other in zip(at, to, strict=True)
    )
    # The first of equals leads, so the last is noted first.
    ordered = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]), reverse=True)
    of_left = {tie[0]: tie for tie, _ in ordered}
    of_right = {tie[1]: tie for tie, _ in ordered}
    chosen = sorted(
        (*tie, many) for tie, many in ordered if of_left[tie[0]] == of_right[tie[1]] == tie
    )
    lefts, rights, found = np.array(chosen, np.int64).reshape(-1, 3).T
    return lefts, rights, found


def _with_neighbours(
    ties: Sequence[Tie], left: Sequence[str], right: Sequence[str], cancelled: StopAsked
) -> list[Tie]:
    """Add ties between two, as many of one side as of the other, for which their place speaks."""
    found: list[Tie] = []
    at = to = 0
    for tie in asking((*ties, (len(left), len(right), 0)), cancelled):
        one, other, _ = tie
        if at < one and to < other:
            if one - at == other - to <= _FEW_NEIGHBOURS:
                for here, there in zip(range(at, one), range(to, other), strict=True):
                    kept = are_alike(left[here], right[there], alone=True, cancelled=cancelled)
                    if kept:
                        found.append((here, there, kept))
            else:
                found += _by_their_ends(left[at:one], right[to:other], at, to)
        found.append(tie)
        at, to = one + 1, other + 1
    return found[:-1]


def _by_their_ends(left: Sequence[str], right: Sequence[str], at: int, to: int) -> list[Tie]:
    """Return ties of left-over paragraphs that begin or end alike, counted from ``at`` and ``to``.

    Half of a long paragraph written anew leaves fewer words than speak for a tie, but in a row.
    """
    ends = [
        {
            text[cut]: number
            for number, text in reversed(list(enumerate(right)))
            if len(text) >= _ROW
        }
        for cut in _ROWS
    ]
    found: list[Tie] = []
    begin = 0
    for number, text in enumerate(left):
        places = [some.get(text[cut], -1) for cut, some in zip(_ROWS, ends, strict=True)]
        after = [place for place in places if place >= begin and len(text) >= _ROW]
        if after:
            other = min(after)
            found.append((at + number, to + other, words_kept(text, right[other])))
            begin = other + 1
    return found


def _ties(left: Sequence[str], right: Sequence[str], cancelled: StopAsked) -> list[Tie]:
    if not left or not right:
        return []
    ask(cancelled)
    if sum(map(len, left)) * sum(map(len, right)) <= _FEW or len(left) == len(right) == 1:
        return _ties_of_few(left, right)
    start, end = _same_at_ends(left, right)
    if start or end:
        many, others = len(left) - end, len(right) - end
        between = _ties(left[start:many], right[start:others], cancelled)
        return [
            *((n, n, len(left[n])) for n in range(start)),
            *((i + start, j + start, kept) for i, j, kept in between),
            *((many + n, others + n, len(left[many + n])) for n in range(end)),
        ]
    at, to = shared_once(left, right, cancelled)
    ask(cancelled)
    anchors = _voted(at, to, left, right)
    ask(cancelled)
    if len(at) < _LEAST_SHARED * min(sum(map(len, left)), sum(map(len, right))):
        # Of two texts that have next to nothing in common only what is alike is tied.
        tied = [
            (one, other, are_alike(left[one], right[other], cancelled=cancelled))
            for one, other in asking(anchors, cancelled)
        ]
        return [tie for tie in tied if tie[2]] or _kept(_equal(left, right), left, right, cancelled)
    found: list[Tie] = []
    start = begin = 0
    for tie in (*_kept(anchors, left, right, cancelled), (len(left), len(right), 0)):
        one, other, _ = tie
        if start < one and begin < other:
            between = _ties(left[start:one], right[begin:other], cancelled)
            found += ((i + start, j + begin, kept) for i, j, kept in between)
        found.append(tie)
        start, begin = one + 1, other + 1
    return found[:-1]


def _same_at_ends(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """Return how many paragraphs are word for word the same at the beginning, and at the end."""
    start = common_start(left, right)
    return start, common_end(left[start:], right[start:])


def _kept(
    places: Sequence[tuple[int, int]],
    left: Sequence[str],
    right: Sequence[str],
    cancelled: StopAsked,
) -> list[Tie]:
    return [
        (one, other, words_kept(left[one], right[other], cancelled))
        for one, other in asking(places, cancelled)
    ]


def _ties_of_few(left: Sequence[str], right: Sequence[str]) -> list[Tie]:
    """Return the ties that keep the most words without crossing.

    What is evident where it stands is tied first, which spares looking at every two.
    """
    many, others = len(left), len(right)
    if many == others:
        evident = _evident(range(many), left, right)
    else:
        few = min(many, others)
        start = _evident(range(few), left, right, first=True)
        end = _evident(range(-1, len(start) - few - 1, -1), left, right, first=True)
        evident = [*start, *((n + many, n + others, kept) for n, _, kept in reversed(end))]
    if len(evident) == many == others:
        return evident
    found: list[Tie] = []
    at = to = 0
    for tie in (*evident, (many, others, 0)):
        one, other, _ = tie
        if at < one and to < other and (one - at > 1 or other - to > 1):
            found += _ties_of_most(left[at:one], right[to:other], at, to)
        found.append(tie)
        at, to = one + 1, other + 1
    return found[:-1]


def _evident(
    numbers: range, left: Sequence[str], right: Sequence[str], *, first: bool = False
) -> list[Tie]:
    """Return which paragraphs of one number keep most of their words; ``first``: until one not."""
    found: list[Tie] = []
    for number in numbers:
        one, other = left[number], right[number]
        many, others = len(one), len(other)
        shorter, least = (many, _EVIDENT * others) if many < others else (others, _EVIDENT * many)
        if least <= shorter and (kept := words_kept(one, other)) >= least:
            found.append((number, number, kept))
        elif first:
            break
    return found


def _ties_of_most(left: Sequence[str], right: Sequence[str], at: int, to: int) -> list[Tie]:
    """Return the ties that keep the most words, counted from ``at`` and ``to`` on."""
    kept = _all_kept(left, right)
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below, here = kept[i], best[i + 1], best[i]
        for j in range(len(right) - 1, -1, -1):
            here[j] = max(below[j], here[j + 1], row[j] + below[j + 1])
    ties: list[Tie] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if kept[i][j] and best[i][j] == kept[i][j] + best[i + 1][j + 1]:
            ties.append((at + i, to + j, kept[i][j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return ties


def _all_kept(left: Sequence[str], right: Sequence[str]) -> list[list[int]]:
    """Return for every two paragraphs what `are_alike` says."""
    kept = cdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
    if len(left) * len(right) > _A_HANDFUL:
        return _alike(kept, left, right)
    rows: list[list[int]] = kept.tolist()
    others = list(map(len, right))
    for one, row in zip(left, rows, strict=True):
        many = len(one)
        for place, size in enumerate(others):
            words = row[place]
            if words + words >= _LEAST_ALIKE * (many + size):
                continue
            shorter = many if many < size else size
            if words < _LEAST_CONTAINED * shorter or shorter < _SHORTEST_CONTAINED:
                tells = words >= TELLING_END and _have_an_end_in_common(one, right[place])
                row[place] = words if tells else 0
    return rows


def _alike(kept: NDArray[np.int32], left: Sequence[str], right: Sequence[str]) -> list[list[int]]:
    """Return the words every two paragraphs keep where they speak for a tie, otherwise 0."""
    ours = np.fromiter(map(len, left), np.int32, len(left))[:, None]
    theirs = np.fromiter(map(len, right), np.int32, len(right))
    shorter = np.minimum(ours, theirs)
    alike = 2 * kept >= _LEAST_ALIKE * (ours + theirs)
    alike |= (shorter >= _SHORTEST_CONTAINED) & (kept >= _LEAST_CONTAINED * shorter)
    some: list[list[int]] = np.argwhere((kept >= TELLING_END) & ~alike).tolist()
    for i, j in some:
        alike[i, j] = _have_an_end_in_common(left[i], right[j])
    return np.where(alike, kept, 0).tolist()


def _voted(
    at: Numbers, to: Numbers, left: Sequence[str], right: Sequence[str]
) -> list[tuple[int, int]]:
    """Return the ties that the most phrases speak for without crossing."""
    lefts, rights, votes = votes_of(at, to, left, right)
    enough = votes >= _FEWEST_VOTES
    lefts, rights, votes = lefts[enough], rights[enough], votes[enough]
    chain = heaviest_chain(rights, votes)
    return list(zip(ints(lefts[chain]), ints(rights[chain]), strict=True))


def _equal(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest chain of equal paragraphs, where the same few come again and again."""
    if len(left) * len(right) > _MOST_REPEATED:
        return []
    kinds = {words: chr(number) for number, words in enumerate(dict.fromkeys(left))}
    one = "".join(kinds[words] for words in left)
    other = "".join(kinds.get(words, _OF_NO_KIND) for words in right)
    return [
        (block.a + at, block.b + at)
        for block in LCSseq.editops(one, other).as_matching_blocks()
        for at in range(block.size)
    ]


def _first_choice(places: Numbers, votes: Numbers, size: int) -> NDArray[np.bool_]:
    """Tell which ties have the most votes at their place; the first of equals."""
    most = np.zeros(size, np.int64)
    np.maximum.at(most, places, votes)
    leading = np.flatnonzero(votes == most[places])
    _, first = np.unique(places[leading], return_index=True)
    chosen = np.zeros(len(places), np.bool_)
    chosen[leading[first]] = True
    return chosen
