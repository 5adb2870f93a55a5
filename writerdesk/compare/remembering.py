"""What was found between two drafts, known again after an edit: only what is new is looked for.

What is found in a gap hangs on nothing but the paragraphs in it. So a gap is known again if it
comes after the same paragraph of the frame and all in it is the same, wherever it stands by now;
and tied passages are known again by what they say.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.filing import places_of
from writerdesk.compare.finds import NOTHING, Finds, joined
from writerdesk.compare.gaps import Group
from writerdesk.compare.letters import Flags, Numbers
from writerdesk.compare.matching import UNFRAMED, Framed
from writerdesk.compare.texts import NO_TEXTS, Texts
from writerdesk.frozen import frozen

# After one edit all but a few gaps follow each other as they did: then slices are put together.
_MOST_PATCHES = 16

_Look = Callable[[Sequence[Group]], Finds]


@frozen(eq=False)
class KnownGaps:
    """What was found in the gaps of a frame."""

    finds: Finds = NOTHING
    framed: Framed = UNFRAMED
    sides: tuple[Texts, Texts] = (NO_TEXTS, NO_TEXTS)

    def again(self, framed: Framed, left: Texts, right: Texts, look: _Look) -> "KnownGaps":
        """Return what is in gaps; ``look`` is asked about those that are not known."""
        places = self._places(framed, left, right)
        new = (places < 0).nonzero()[0]
        found = look(_groups(framed.gaps[new]))
        if len(self.finds.cut):
            places[new] = len(self.finds.cut) + np.arange(len(new))
            found = self._patched(places, found)
        return KnownGaps(found, framed, (left, right))

    def _patched(self, places: Numbers, found: Finds) -> Finds:
        """Return what is at some places among the finds and then those newly found."""
        edits = _edits(places, len(self.finds.cut))
        if edits is None:
            return joined((self.finds, found)).taken(places)
        finds = self.finds
        for start, end, first, last in reversed(edits):
            finds = finds.patched(start, end, found.between(first, last))
        return finds

    def _places(self, framed: Framed, left: Texts, right: Texts) -> Numbers:
        """Return which of the known gaps each gap is, or -1."""
        known = self.framed
        place = np.full(2 + max(known.after.max(initial=-1), framed.after.max(initial=-1)), -1)
        place[known.after + 1] = np.arange(len(known.after))
        places = place[framed.after + 1]
        some = (places >= 0).nonzero()[0]
        before, after = known.gaps[places[some]], framed.gaps[some]
        ours, theirs = self.sides
        same = _say_the_same(ours, left, before[:, :2], after[:, :2])
        same &= _say_the_same(theirs, right, before[:, 2:], after[:, 2:])
        places[some[~same]] = -1
        return places


def _edits(places: Numbers, known: int) -> list[tuple[int, int, int, int]] | None:
    """Return which known places became which new ones (half-open), if there are few, in order.

    ``places`` counts new ones from ``known`` on.
    """
    breaks = ((places[1:] != places[:-1] + 1) | (places[1:] == known)).nonzero()[0] + 1
    if len(breaks) > _MOST_PATCHES:
        return None
    edits: list[tuple[int, int, int, int]] = []
    at = new = last = 0
    for start, end in pairwise((0, *ints(breaks), len(places))):
        if start == end:
            break
        first, until = int(places[start]), int(places[end - 1]) + 1
        if first >= known:
            last = until - known
        elif first < at:
            return None
        else:
            if at < first or new < last:
                edits.append((at, first, new, last))
            at, new = until, last
    if at < known or new < last:
        edits.append((at, known, new, last))
    return edits


@frozen(eq=False)
class KnownTies:
    """What tied passages keep, by what they say."""

    finds: Finds = NOTHING
    places: Mapping[tuple[bytes, ...], int] = field(default_factory=dict[tuple[bytes, ...], int])

    def again(self, ties: Numbers, left: Texts, right: Texts, look: _Look) -> "KnownTies":
        """Return what tied passages keep; ``look`` is asked about those that are not known."""
        known, new = len(self.finds.cut), list[Group]()
        places: list[int] = []
        remembered: dict[tuple[bytes, ...], int] = {}
        for number, tie in enumerate(_groups(ties)):
            key = _key(tie, left, right)
            place = self.places.get(key, -1)
            if place < 0:
                place = known + len(new)
                new.append(tie)
            places.append(place)
            remembered[key] = number
        found = look(new)
        if known and places:
            found = joined((self.finds, found)).taken(np.array(places, np.int64))
        return KnownTies(found, remembered)


def _groups(rows: Numbers) -> list[Group]:
    gaps: list[list[int]] = rows.tolist()
    return [Group(*gap) for gap in gaps]


def _say_the_same(known: Texts, side: Texts, before: Numbers, after: Numbers) -> Flags:
    """Tell of runs of paragraphs (half-open) whether they still say the same, set the same."""
    if known is side:
        return (before[:, 0] == after[:, 0]) & (before[:, 1] == after[:, 1])
    sizes = after[:, 1] - after[:, 0]
    same = sizes == before[:, 1] - before[:, 0]
    some = same.nonzero()[0]
    sizes = sizes[some]
    at, to = places_of(before[some, 0], sizes), places_of(after[some, 0], sizes)
    differs = (known.keys[at] != side.keys[to]) | (known.settings[at] != side.settings[to])
    same[some.repeat(sizes)[differs]] = False
    return same


def _key(tie: Group, left: Texts, right: Texts) -> tuple[bytes, ...]:
    ours, theirs = slice(tie.left, tie.left_end), slice(tie.right, tie.right_end)
    return (
        left.keys[ours].tobytes(),
        left.settings[ours].tobytes(),
        right.keys[theirs].tobytes(),
        right.settings[theirs].tobytes(),
    )
