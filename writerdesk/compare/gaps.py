"""Which paragraphs answer each other between two that stayed the same.

Few paragraphs are tied by the words they keep, one to one and in order; many are first parted at
the phrases both sides have once. A paragraph left over beside a tie joins it if its words are
there: that is how splits and joins are found.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from writerdesk.compare.chains import PHRASE, Numbers, heaviest_chain, phrases_once_in_both

Tie: TypeAlias = tuple[int, int]


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


# Up to a thousand words a side every two paragraphs are looked at, 0.1 ms; above, phrases vote.
_FEW = 1 << 20
# Two paragraphs of unrelated prose keep a quarter to a third of their words in order by chance,
# nearly all of them grammar.
_LEAST_ALIKE = 0.45
# Alone between two kept paragraphs, the place speaks for a tie as well.
_LEAST_ALIKE_ALONE = 0.2
_LEAST_CONTAINED = 0.6
_SHORTEST_CONTAINED = 6
# A paragraph that was edited and joined: .42 finds what .5 left (F1 on one seed .9904, then .9931).
_LEAST_JOINING = 0.42
_SHORTEST_JOINING = 3
# A sentence went over to the next paragraph: so many words, and half of what changed in the two.
_FEWEST_EXCHANGED = 6
_LEAST_EXCHANGED = 0.5
_FEWEST_VOTES = 2
# Two neighbours of a tie that keep most of their words are tied without a look at others.
_EVIDENT = 0.6
# Two paragraphs of 4,000 words; longer ones are judged by the phrases both have once.
_LARGEST_JOIN = 1 << 24
# The table of a longest chain of paragraphs takes a bit a cell: 32 MB.
_MOST_REPEATED = 1 << 28
_OF_NO_KIND = chr(0x10FFFF)


def groups(left: Sequence[str], right: Sequence[str], *, flipped: bool) -> list[Group]:
    """Return which of the spelled paragraphs answer each other, in order.

    ``flipped`` says that the right is the canonically smaller side and goes first.
    """
    if flipped:
        return [group.mirrored() for group in groups(right, left, flipped=False)]
    if len(left) == len(right) == 1:
        return [Group(0, 1, 0, 1)] if are_alike(left[0], right[0], alone=True) else []
    joined = _joining(_with_neighbours(_ties(left, right), left, right), left, right)
    return _merged(joined, left, right)


def are_alike(left: str, right: str, *, alone: bool = False) -> int:
    """Return how many words both keep if that many speak for a tie, otherwise 0."""
    shorter, both = min(len(left), len(right)), len(left) + len(right)
    if not shorter:
        return 0
    kept = _words_kept(left, right)
    if 2 * kept >= (_LEAST_ALIKE_ALONE if alone else _LEAST_ALIKE) * both:
        return kept
    contained = shorter >= _SHORTEST_CONTAINED and kept >= _LEAST_CONTAINED * shorter
    return kept if contained else 0


def _words_kept(left: str, right: str) -> int:
    if len(left) * len(right) <= _LARGEST_JOIN:
        return LCSseq.similarity(left, right)
    at, _ = phrases_once_in_both(left, right)
    return min(len(left), len(right), len(at) + PHRASE - 1)


def _with_neighbours(ties: Sequence[Tie], left: Sequence[str], right: Sequence[str]) -> list[Tie]:
    """Add ties between two that stand alone there, for which their place speaks as well."""
    found: list[Tie] = []
    at = to = 0
    for one, other in (*ties, (len(left), len(right))):
        if one - at == other - to:
            found += [
                (at + n, to + n)
                for n in range(one - at)
                if are_alike(left[at + n], right[to + n], alone=True)
            ]
        found.append((one, other))
        at, to = one + 1, other + 1
    return found[:-1]


def _ties(left: Sequence[str], right: Sequence[str]) -> list[Tie]:
    if not left or not right:
        return []
    if sum(map(len, left)) * sum(map(len, right)) <= _FEW or len(left) == len(right) == 1:
        return _ties_of_few(left, right)
    anchors = _voted(left, right)
    if not anchors:
        return _equal(left, right)
    ties: list[Tie] = []
    at, to = 0, 0
    for one, other in (*anchors, (len(left), len(right))):
        ties += [(i + at, j + to) for i, j in _ties(left[at:one], right[to:other])]
        ties.append((one, other))
        at, to = one + 1, other + 1
    return ties[:-1]


def _ties_of_few(left: Sequence[str], right: Sequence[str]) -> list[Tie]:
    """Return the ties that keep the most words without crossing.

    What is evident at both ends is tied first, which spares looking at every two.
    """
    start, many = 0, min(len(left), len(right))
    while start < many and _is_evident(left[start], right[start]):
        start += 1
    end = 0
    while end < many - start and _is_evident(left[-1 - end], right[-1 - end]):
        end += 1
    middle = _ties_of_most(left[start : len(left) - end], right[start : len(right) - end])
    ends = range(-end, 0)
    return [
        *((at, at) for at in range(start)),
        *((start + one, start + other) for one, other in middle),
        *((len(left) + at, len(right) + at) for at in ends),
    ]


def _is_evident(left: str, right: str) -> bool:
    longer = max(len(left), len(right))
    return _EVIDENT * longer <= min(len(left), len(right)) and (
        _words_kept(left, right) >= _EVIDENT * longer
    )


def _ties_of_most(left: Sequence[str], right: Sequence[str]) -> list[Tie]:
    kept = [[are_alike(one, other) for other in right] for one in left]
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below, here = kept[i], best[i + 1], best[i]
        for j in range(len(right) - 1, -1, -1):
            here[j] = max(below[j], here[j + 1], row[j] + below[j + 1])
    ties: list[Tie] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if kept[i][j] and best[i][j] == kept[i][j] + best[i + 1][j + 1]:
            ties.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return ties


def _voted(left: Sequence[str], right: Sequence[str]) -> list[Tie]:
    """Return the ties that the most phrases speak for without crossing."""
    lefts, rights, votes = voting(left, right)
    enough = votes >= _FEWEST_VOTES
    lefts, rights, votes = lefts[enough], rights[enough], votes[enough]
    chain = heaviest_chain(rights, votes)
    return list(zip(lefts[chain].tolist(), rights[chain].tolist(), strict=True))


def _equal(left: Sequence[str], right: Sequence[str]) -> list[Tie]:
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


def _joining(ties: Sequence[Tie], left: Sequence[str], right: Sequence[str]) -> list[Group]:
    """Return the ties with the paragraphs beside them that were split off or joined to them."""
    found: list[Group] = []
    ends = (*ties[1:], (len(left), len(right)))
    at, to = 0, 0
    for (one, other), (left_end, right_end) in zip(ties, ends, strict=False):
        group = Group(one, one + 1, other, other + 1)
        if (at, to, left_end, right_end) != (one, other, one + 1, other + 1):
            group = _grown(group, Group(at, left_end, to, right_end), left, right)
        at, to = group.left_end, group.right_end
        found.append(group)
    return found


def _grown(group: Group, limits: Group, left: Sequence[str], right: Sequence[str]) -> Group:
    grew = True
    while grew:
        grew = False
        for wider in (
            group._replace(right_end=group.right_end + 1),
            group._replace(left_end=group.left_end + 1),
            group._replace(right=group.right - 1),
            group._replace(left=group.left - 1),
        ):
            if _is_within(wider, limits) and _joins(group, wider, left, right):
                group, grew = wider, True
                break
    return group


def _is_within(group: Group, limits: Group) -> bool:
    return (
        limits.left <= group.left
        and group.left_end <= limits.left_end
        and limits.right <= group.right
        and group.right_end <= limits.right_end
    )


def _joins(group: Group, wider: Group, left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether the words of the paragraph that makes a group wider are on the other side."""
    one, other = _words(group, left, right)
    more, others = _words(wider, left, right)
    added = len(more) + len(others) - len(one) - len(other)
    if len(more) * len(others) > _LARGEST_JOIN:
        return False
    if added < _SHORTEST_JOINING:
        return _goes_on(group, wider, left, right)
    gained = LCSseq.similarity(more, others) - LCSseq.similarity(one, other)
    return gained >= _LEAST_JOINING * added


def _goes_on(group: Group, wider: Group, left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether a very short paragraph stands on the other side just where it would be joined.

    The few words beside it have to be there as well: "Yes." alone is everywhere.
    """
    (one, other), (more, others) = _words(group, left, right), _words(wider, left, right)
    inner, outer, whole = (one, more, other) if len(more) > len(one) else (other, others, one)
    beside = _SHORTEST_JOINING
    added = len(outer) - len(inner)
    seam = outer[-added - beside :] if outer.startswith(inner) else outer[: added + beside]
    return bool(added) and len(inner) >= beside and seam in whole


def _merged(found: Sequence[Group], left: Sequence[str], right: Sequence[str]) -> list[Group]:
    """Join neighbouring groups between which words went from one paragraph to the next."""
    merged: list[Group] = []
    for group in found:
        last = merged[-1] if merged else None
        both = last and Group(last.left, group.left_end, last.right, group.right_end)
        if both and last and _exchange(last, group, left, right):
            merged[-1] = both
        else:
            merged.append(group)
    return merged


def _exchange(one: Group, other: Group, left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether neighbouring groups keep clearly more words together than each by itself."""
    if (one.left_end, one.right_end) != (other.left, other.right):
        return False
    first, second = _words(one, left, right), _words(other, left, right)
    ours, theirs = first[0] + second[0], first[1] + second[1]
    if len(ours) * len(theirs) > _LARGEST_JOIN:
        return False
    apart = LCSseq.similarity(*first) + LCSseq.similarity(*second)
    changed = min(len(ours), len(theirs)) - apart
    if changed < _FEWEST_EXCHANGED:
        return False
    gained = LCSseq.similarity(ours, theirs) - apart
    return gained >= _FEWEST_EXCHANGED and gained >= _LEAST_EXCHANGED * changed


def _words(group: Group, left: Sequence[str], right: Sequence[str]) -> tuple[str, str]:
    return "".join(left[group.left : group.left_end]), "".join(right[group.right : group.right_end])


def voting(left: Sequence[str], right: Sequence[str]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the paragraphs that vote for each other the most, and with how many phrases."""
    return votes_of(*shared_once(left, right), left, right)


def shared_once(left: Sequence[str], right: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return where phrases stand that each side has once, in all its paragraphs together."""
    bases = tuple(list(accumulate(map(len, some), initial=0)) for some in (left, right))
    return phrases_once_in_both("".join(left), "".join(right), (bases[0], bases[1]))


def votes_of(
    at: Numbers, to: Numbers, left: Sequence[str], right: Sequence[str]
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the paragraphs that vote for each other the most by phrases, and with how many."""
    left_bases = np.array(list(accumulate(map(len, left), initial=0)))
    right_bases = np.array(list(accumulate(map(len, right), initial=0)))
    one = np.searchsorted(left_bases, at, "right") - 1
    other = np.searchsorted(right_bases, to, "right") - 1
    ties, votes = np.unique(one * len(right) + other, return_counts=True)
    lefts, rights = ties // max(1, len(right)), ties % max(1, len(right))
    chosen = _first_choice(lefts, votes, len(left)) & _first_choice(rights, votes, len(right))
    return lefts[chosen], rights[chosen], votes[chosen]


def _first_choice(places: Numbers, votes: Numbers, size: int) -> NDArray[np.bool_]:
    """Tell which ties have the most votes at their place; the first of equals."""
    most = np.zeros(size, np.int64)
    np.maximum.at(most, places, votes)
    leading = np.flatnonzero(votes == most[places])
    _, first = np.unique(places[leading], return_index=True)
    chosen = np.zeros(len(places), np.bool_)
    chosen[leading[first]] = True
    return chosen
