"""What stands elsewhere: of the paragraphs that answer nothing in their place, what is alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from writerdesk.compare.chains import ints
from writerdesk.compare.finds import Alone, Finds
from writerdesk.compare.gaps import Group, are_alike, shared_once, votes_of
from writerdesk.compare.lexicon import Numbers

# Shorter paragraphs are found in another place by chance.
_SHORTEST_MOVE = 8
_FEWEST_MOVE_VOTES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Elsewhere:
    """What has moved: pairs of paragraphs by their numbers.

    ``phrases`` are the places on the right of the phrases both sides' lone paragraphs have once, in
    the order of the left.
    """

    pairs: tuple[Group, ...]
    phrases: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Lone:
    """Paragraphs that answer nothing in their place: their numbers and their words."""

    numbers: list[int]
    words: list[str]


def lone(gaps: Sequence[Group], finds: Finds) -> tuple[Lone, Lone]:
    """Return the paragraphs of both sides that answer nothing in their gap."""
    ours: list[tuple[int, Alone]] = []
    theirs: list[tuple[int, Alone]] = []
    for gap, (left, right) in zip(gaps, finds.alone, strict=True):
        ours += ((gap.left, one) for one in left)
        theirs += ((gap.right, one) for one in right)
    return _lone(ours), _lone(theirs)


def elsewhere(left: Lone, right: Lone) -> Elsewhere:
    """Return what is nearly the same of lone paragraphs."""
    at, to = shared_once(left.words, right.words)
    found: list[Group] = []
    lefts, rights, votes = votes_of(at, to, left.words, right.words)
    for i, j, many in zip(ints(lefts), ints(rights), ints(votes), strict=True):
        shortest = min(len(left.words[i]), len(right.words[j]))
        enough = many >= _FEWEST_MOVE_VOTES and shortest >= _SHORTEST_MOVE
        if enough and are_alike(left.words[i], right.words[j]):
            one, other = left.numbers[i], right.numbers[j]
            found.append(Group(one, one + 1, other, other + 1))
    return Elsewhere(tuple(found), to)


def _lone(some: Sequence[tuple[int, Alone]]) -> Lone:
    return Lone([start + one.place for start, one in some], [one.words for _, one in some])
