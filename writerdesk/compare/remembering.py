"""What was found between two drafts, taken over after an edit: only what is new was looked for.

Rows are kept in the order of the left. Those between two edits are taken over as they are, moved by
as many paragraphs as were added before them; of each edit all rows are new. Rows that stand outside
the search, what moved and what is tied by hand, may come and go anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import ints
from writerdesk.compare.filing import Patch, Rows
from writerdesk.compare.finds import NOBODY, Alone
from writerdesk.compare.framing import Change, Frame, Stretch, moves
from writerdesk.compare.letters import Numbers
from writerdesk.compare.table import Row
from writerdesk.frozen import frozen

_NONE = np.zeros(0, np.int64)


class Anew(NamedTuple):
    """What is found now: all new rows in order, and besides of everything what is as in `Stayed`.

    Of ``cut`` only the new ones; ``still`` are the rows apart that were known, or -1.
    """

    rows: Rows
    alone: tuple[Alone, Alone]
    cut: Numbers
    apart: Numbers
    still: Numbers


@frozen(eq=False)
class Stayed:
    """What was found: the rows in the order of the left, and the paragraphs that answer none.

    ``apart`` are rows that stand outside the search, what moved and what is tied by hand: four
    numbers of a `Group`, and who tied it. ``cut`` are the left paragraphs of rows in which a limit
    cut the search for words short. By at least ``margin`` words the rows that have not moved
    outweigh any other chain of them; 0 if nobody knows.
    """

    frame: Frame = field(default_factory=Frame)
    rows: Rows = field(default_factory=Rows.none)
    alone: tuple[Alone, Alone] = (NOBODY, NOBODY)
    cut: Numbers = field(default_factory=lambda: _NONE)
    apart: Numbers = field(default_factory=lambda: np.zeros((0, 5), np.int64))
    margin: int = 0

    def alone_after(self, change: Change, new: tuple[Alone, Alone]) -> tuple[Alone, Alone]:
        """Return the paragraphs in no row; ``new`` are those inside the edits."""
        return (
            _alone_after(self.alone[0], new[0], change.left),
            _alone_after(self.alone[1], new[1], change.right),
        )

    def after(self, change: Change, anew: Anew) -> "Stayed":
        """Return what is found now."""
        went, came = self._went_and_came(change, anew)
        rows = anew.rows
        if len(self.rows.facts):
            rows = self.rows.patched(rows, self._patches(change, rows, went, came))
        some = rows.facts[:, Row.LEFT].searchsorted(anew.apart[:, 0])
        rows.facts[some, Row.RIGHT : Row.KIND] = anew.apart[:, 2:4]
        cut = self.cut[~np.isin(self.cut, went)] if len(self.cut) else self.cut
        moved, inside = moves(cut, change.left)
        cut = np.concatenate(((cut + moved)[~inside], anew.cut))
        return Stayed(change.frame, rows, anew.alone, cut, anew.apart)

    def _went_and_came(self, change: Change, anew: Anew) -> tuple[list[int], list[int]]:
        """Return where rows outside the search went and came that stand in no edit on the left."""
        if np.array_equal(anew.still, anew.apart):
            return [], []
        still, apart = _as_rows(anew.still), _as_rows(anew.apart)
        inside: list[bool] = moves(self.apart[:, 0], change.left)[1].tolist()
        now, known = set(apart), set(still)
        old = zip(ints(self.apart[:, 0]), inside, still, strict=True)
        came = sorted(row[0] for row in now - known)
        return (
            [place for place, is_inside, row in old if not is_inside and row not in now],
            [n for n in came if not any(some.first < n < some.last for some in change.left)],
        )

    def _patches(
        self, change: Change, rows: Rows, went: Sequence[int], came: Sequence[int]
    ) -> list[Patch]:
        """Return which rows become which of ``rows``, the new ones."""
        before, after = (
            np.ascontiguousarray(some.facts[:, Row.LEFT]) for some in (self.rows, rows)
        )
        moved = change.moved()
        patches = [
            Patch(*places, both)
            for places, both in zip(_numbers(before, after, change.left), moved[1:], strict=True)
        ]
        for place in went:
            run, start = sum(some.end <= place for some in change.left), _at(place, before)
            patches.append(Patch(start, start + 1, 0, 0, moved[run]))
        for place in came:
            run, first = sum(some.last <= place for some in change.left), _at(place, after)
            start = _at(place - moved[run][0], before)
            patches.append(Patch(start, start, first, first + 1, moved[run]))
        return sorted(patches)


def unknown(apart: Numbers, still: Numbers) -> Numbers:
    """Return which rows that stand outside the search were not known; ``still`` are those known."""
    if np.array_equal(still, apart):
        return apart[:0]
    known = set(_as_rows(still))
    return apart[[row not in known for row in _as_rows(apart)]]


def _as_rows(numbers: Numbers) -> list[tuple[int, ...]]:
    rows: list[list[int]] = numbers.tolist()
    return [tuple(row) for row in rows]


def _at(place: int, places: NDArray[np.signedinteger]) -> int:
    return int(places.searchsorted(place))


def _alone_after(before: Alone, new: Alone, stretches: Sequence[Stretch]) -> Alone:
    if not len(before.places):
        return new
    numbers = list(_numbers(before.places, new.places, stretches))
    places = list[Numbers]()
    at = moved = 0
    for some, (start, end, first, last) in zip(stretches, numbers, strict=True):
        places += before.places[at:start] + moved, new.places[first:last]
        at, moved = end, some.moved
    places.append(before.places[at:] + moved)
    words = before.words
    if any(start < end or first < last for start, end, first, last in numbers):
        words, at = list[str](), 0
        for start, end, first, last in numbers:
            words += (*before.words[at:start], *new.words[first:last])
            at = end
        words += before.words[at:]
    return Alone(np.concatenate(places), words)


def _numbers(
    before: NDArray[np.signedinteger],
    after: NDArray[np.signedinteger],
    stretches: Sequence[Stretch],
) -> Iterator[tuple[int, int, int, int]]:
    """Yield which of some paragraphs (half-open), in order, become which by each stretch."""
    for start, end, first, last in stretches:
        yield (
            int(before.searchsorted(start, "right")),
            int(before.searchsorted(end)),
            int(after.searchsorted(first, "right")),
            int(after.searchsorted(last)),
        )
