"""What stands elsewhere: of the paragraphs that answer nothing in their place, what is alike."""

from collections.abc import Mapping, Sequence
from dataclasses import field

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.finds import Alone, Finds
from writerdesk.compare.gaps import Group, are_alike, shared_once, votes_of
from writerdesk.compare.lexicon import Numbers
from writerdesk.compare.matching import Framed
from writerdesk.frozen import frozen

# Shorter paragraphs are found in another place by chance.
_SHORTEST_MOVE = 8
_FEWEST_MOVE_VOTES = 3

_Words = Sequence[str]


@frozen(eq=False)
class Elsewhere:
    """Which paragraphs that answer nothing in their place answer each other elsewhere.

    ``left`` and ``right`` are the words of the lonely ones, ``found`` their numbers among them.
    ``phrases`` are the places on the right of the phrases that each side has once, in the order of
    the left. ``alike`` is what was told of every two that phrases spoke for.
    """

    left: _Words = ()
    right: _Words = ()
    found: tuple[tuple[int, int], ...] = ()
    phrases: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    alike: Mapping[tuple[str, str], bool] = field(default_factory=dict[tuple[str, str], bool])

    def again(self, left: _Words, right: _Words) -> "Elsewhere":
        """Return the same of other paragraphs, of which most were known."""
        if self.left == left and self.right == right:
            return self
        at, to = shared_once(left, right)
        alike: dict[tuple[str, str], bool] = {}
        found: list[tuple[int, int]] = []
        lefts, rights, many = votes_of(at, to, left, right)
        for i, j, votes in zip(ints(lefts), ints(rights), ints(many), strict=True):
            one, other = both = left[i], right[j]
            if votes < _FEWEST_MOVE_VOTES or min(len(one), len(other)) < _SHORTEST_MOVE:
                continue
            known = self.alike.get(both)
            alike[both] = bool(are_alike(one, other)) if known is None else known
            if alike[both]:
                found.append((i, j))
        return Elsewhere(left, right, tuple(found), to, alike)


def moved(framed: Framed, finds: Finds, known: Elsewhere) -> tuple[Elsewhere, list[Group]]:
    """Return what stands elsewhere, and which paragraphs these are."""
    left, right = finds.alone
    found = known.again(left.words, right.words)
    if not found.found:
        return found, []
    ours = _numbers(framed.gaps[:, 0], left)
    theirs = _numbers(framed.gaps[:, 2], right)
    ties = [(ours[one], theirs[other]) for one, other in found.found]
    return found, [Group(one, one + 1, other, other + 1) for one, other in ties]


def _numbers(starts: Numbers, alone: Alone) -> list[int]:
    return ints(starts.repeat(alone.bases[1:] - alone.bases[:-1]) + alone.places)
