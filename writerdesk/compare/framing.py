"""What is new since an earlier comparison: the edits between paragraphs of the frame that stayed.

What is found between two paragraphs of the frame hangs on nothing but the paragraphs between them.
Where the same two follow each other as before, and the same stands between them, nothing is new.
"""

from collections.abc import Sequence
from dataclasses import field
from typing import NamedTuple

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.filing import bases_of
from writerdesk.compare.letters import Flags, Numbers
from writerdesk.frozen import frozen

# After one edit all but a few paragraphs of the frame follow each other as they did.
_MOST_EDITS = 16
NOTHING_CROSSES = 1 << 60
"""The margin of a frame that nothing crosses: there is no other chain."""
_NONE = np.zeros(0, np.int64)
_NO_EDGES = np.zeros((4, 0), np.int64)


@frozen(eq=False)
class Frame:
    """The paragraphs that stayed on both sides, their texts, and how many paragraphs there are.

    ``margin`` is by how many words at least any other chain of them is lighter, ``crossing`` how
    many words at most those have that cross it.
    """

    at: Numbers = field(default_factory=lambda: _NONE)
    to: Numbers = field(default_factory=lambda: _NONE)
    texts: Numbers = field(default_factory=lambda: _NONE)
    many: tuple[int, int] = (0, 0)
    margin: int = 0
    crossing: int = 0

    @property
    def sides(self) -> tuple[tuple[Numbers, int], tuple[Numbers, int]]:
        """Where it is on each side, and how many paragraphs that side has."""
        return (self.at, self.many[0]), (self.to, self.many[1])


def margin_of(places: tuple[Numbers, Numbers], weights: Numbers, crosses: Flags) -> tuple[int, int]:
    """Return by how much a chain is at least heavier than any other, and what crosses it weighs.

    To take in what crosses the chain, any other has to leave out what it crosses.
    """
    if not crosses.any():
        return NOTHING_CROSSES, 0
    stays = ~crosses
    before = bases_of(weights[stays])
    start, end = (before[side[stays].searchsorted(side[crosses])] for side in places)
    crossing = int(weights[crosses].sum())
    return int(np.abs(end - start).min()) - crossing, crossing


class Edit(NamedTuple):
    """Numbers in the frame before and in the frame now, between which everything is new.

    -1 is the beginning of both drafts, and one more than the last the end.
    """

    start: int
    end: int
    first: int
    last: int


class Stretch(NamedTuple):
    """Paragraphs of one side before and now, between which everything is new."""

    start: int
    end: int
    first: int
    last: int

    @property
    def moved(self) -> int:
        """How far everything moved that comes after."""
        return self.last - self.end


@frozen(eq=False)
class Change:
    """What is new since an earlier comparison, in the order of both sides."""

    frame: Frame
    edits: Sequence[Edit]
    left: Sequence[Stretch]
    right: Sequence[Stretch]

    @classmethod
    def of(cls, before: Frame, now: Frame, edits: Sequence[Edit]) -> "Change":
        """Return what is new by the numbers of the frame."""
        left, right = (
            [
                Stretch(
                    _place(edit.start, *old),
                    _place(edit.end, *old),
                    _place(edit.first, *new),
                    _place(edit.last, *new),
                )
                for edit in edits
            ]
            for old, new in zip(before.sides, now.sides, strict=True)
        )
        return cls(now, edits, left, right)

    def inside(self) -> tuple[Numbers, Numbers]:
        """Return what of the frame is new, and the edges around it, in four rows."""
        inside = [slice(edit.first + 1, edit.last) for edit in self.edits]
        same = [
            np.concatenate((_NONE, *(side[some] for some in inside)))
            for side in (self.frame.at, self.frame.to)
        ]
        edges = [self._edges(edit) for edit in self.edits]
        return np.array(same), np.concatenate((_NO_EDGES, *edges), axis=1)

    def _edges(self, edit: Edit) -> Numbers:
        _, _, first, last = edit
        # Four rows of numbers, so that each of them lies in a row.
        edges = np.empty((4, last - first), np.int64)
        for row, (places, many) in zip((0, 2), self.frame.sides, strict=True):
            edges[row, 0] = _place(first, places, many) + 1
            edges[row, 1:] = places[first + 1 : last] + 1
            edges[row + 1, :-1] = places[first + 1 : last]
            edges[row + 1, -1] = _place(last, places, many)
        return edges

    def apart(self, rows: Numbers) -> Numbers:
        """Return rows of `Group` by the numbers they have now; what is inside an edit has none."""
        now = rows.copy()
        for column, some in ((0, self.left), (2, self.right)):
            moved, inside = moves(rows[:, column], some)
            now[:, column : column + 2] += moved[:, None]
            now[inside] = -1
        return now

    def moved(self) -> list[tuple[int, int]]:
        """Return how far both sides moved before the first edit, and after each."""
        both = zip(self.left, self.right, strict=True)
        return [(0, 0), *((one.moved, other.moved) for one, other in both)]


def moves(places: Numbers, stretches: Sequence[Stretch]) -> tuple[Numbers, Flags]:
    """Return how far paragraphs moved, and which of them are in stretches."""
    starts, ends, _, lasts = np.array((*stretches, _NOWHERE), np.int64).T
    run = ends[:-1].searchsorted(places, "right")
    moved = np.concatenate((_NOT_AT_ALL, lasts - ends))
    return moved[run], places > starts[run]


_NOWHERE = Stretch(*[int(np.iinfo(np.int64).max)] * 4)
_NOT_AT_ALL = np.zeros(1, np.int64)


def changed(known: Frame, now: Frame, new: tuple[Numbers, Numbers]) -> Change:
    """Return what is new since a frame; some paragraphs are ``new`` on each side."""
    start, end = _alike(known, now, new)
    last, until = len(known.at) - end, len(now.at) - end
    before = start + _places_in(known.texts[start:last], now.texts[start:until])
    is_new = before[1:] != before[:-1] + 1
    for old, places, some in zip(known.sides, now.sides, new, strict=True):
        steps = _steps(old, start, last).take(before[1:] - start, mode="clip")
        is_new |= steps != _steps(places, start, until)
        is_new[places[0].searchsorted(some) - start] = True
        # What of the frame itself is new lies inside an edit.
        is_new[places[0].searchsorted(some, "right") - start] = True
    edits = [
        Edit(int(before[first]), int(before[end]), start + first - 1, start + end - 1)
        for first, end in _runs(is_new)
    ]
    # Where much was turned round on both sides the frame may be, too.
    if len(edits) > _MOST_EDITS or any(edit.start >= edit.end for edit in edits):
        edits = [Edit(-1, len(known.at), -1, len(now.at))]
    return Change.of(known, now, edits)


def _place(number: int, places: Numbers, many: int) -> int:
    if number < 0:
        return -1
    return int(places[number]) if number < len(places) else many


def _alike(known: Frame, now: Frame, new: tuple[Numbers, Numbers]) -> tuple[int, int]:
    """Return how much of the frame is as it was at the beginning, and at the end."""
    many, others = len(known.at), len(now.at)
    most = min(many, others)
    differs = known.texts[:most] != now.texts[:most]
    differs_behind = known.texts[many - most :] != now.texts[others - most :]
    start = end = most
    for (old, size), (places, now_size), some in zip(known.sides, now.sides, new, strict=True):
        differs |= old[:most] != places[:most]
        differs_behind |= old[many - most :] - size != places[others - most :] - now_size
        if len(some):
            start = min(start, int(places.searchsorted(int(some[0]))))
            end = min(end, others - int(places.searchsorted(int(some[-1]), "right")))
    start, end = _first(differs[:start]), _first(differs_behind[::-1][:end])
    return start, min(end, most - start)


def _first(flags: Flags) -> int:
    """Return where the first flag is set, or how many there are."""
    return int(flags.argmax()) if flags.any() else len(flags)


def _places_in(texts: Numbers, others: Numbers) -> Numbers:
    """Return where among texts others stand (-2: nowhere), between the beginning and the end."""
    many = 1 + max(int(texts.max(initial=-1)), int(others.max(initial=-1)))
    place = np.full(many, -2, np.int64)
    place[texts] = np.arange(len(texts))
    return np.concatenate(([-1], place[others], [len(texts)]))


def _steps(side: tuple[Numbers, int], start: int, end: int) -> Numbers:
    """Return how far it is to each of some places, and to the one behind, from the one before."""
    places, many = side
    first, last = _place(start - 1, places, many), _place(end, places, many)
    places = np.concatenate(([first], places[start:end], [last]))
    return places[1:] - places[:-1]


def _runs(flags: Flags) -> list[tuple[int, int]]:
    """Return from where to where flags are set."""
    edges = np.zeros(len(flags) + 2, np.int8)
    edges[1:-1] = flags
    bounds = ints((edges[1:] != edges[:-1]).nonzero()[0])
    return list(zip(bounds[::2], bounds[1::2], strict=True))
