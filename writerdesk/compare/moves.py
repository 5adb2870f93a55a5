"""What stands elsewhere: of the paragraphs that answer nothing in their place, what is alike."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

import numpy as np

from writerdesk.compare.chains import PHRASE, ints
from writerdesk.compare.finds import Alone
from writerdesk.compare.letters import Numbers
from writerdesk.compare.ties import SHORTEST_MOVE, are_alike, shared_once, votes_of
from writerdesk.compare.values import StopAsked, ask, asking
from writerdesk.frozen import frozen
from writerdesk.manuscript.alike import common_end, common_start

_FEWEST_MOVE_VOTES = 3

# To seek phrases one by one takes as long as to count all of them: so many of so many.
_MOST_SOUGHT = 1 << 18
# No word is this sign.
_SEAM = "\0"

_Words = Sequence[str]


@frozen(eq=False)
class _Parts:
    """Which of some lonely paragraphs answer each other in part, by their numbers.

    ``phrases`` are the places on the right of the phrases that each side has once, in the order of
    the left. ``alike`` is what was told of every two that phrases spoke for.
    """

    left: _Words = ()
    right: _Words = ()
    found: Sequence[tuple[int, int]] = ()
    phrases: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    alike: Mapping[tuple[str, str], bool] = field(default_factory=dict[tuple[str, str], bool])

    def again(self, left: _Words, right: _Words, cancelled: StopAsked) -> "_Parts":
        """Return the same of other paragraphs, of which most were known."""
        if self.left == left and self.right == right:
            return self
        if known := self._moved_on(left, right):
            return known
        at, to = shared_once(left, right, cancelled)
        alike: dict[tuple[str, str], bool] = {}
        found: list[tuple[int, int]] = []
        voted: Iterable[tuple[int, int, int]] = ()
        if len(at) >= _FEWEST_MOVE_VOTES:
            lefts, rights, many = votes_of(at, to, left, right)
            voted = zip(ints(lefts), ints(rights), ints(many), strict=True)
        for i, j, votes in asking(voted, cancelled):
            one, other = both = left[i], right[j]
            if votes < _FEWEST_MOVE_VOTES or min(len(one), len(other)) < SHORTEST_MOVE:
                continue
            known = self.alike.get(both)
            alike[both] = (
                bool(are_alike(one, other, cancelled=cancelled)) if known is None else known
            )
            if alike[both]:
                found.append((i, j))
        return _Parts(left, right, found, to, alike)

    def _moved_on(self, left: _Words, right: _Words) -> "_Parts | None":
        """Return the same if nothing came or went on one side that says what the other says."""
        if (self.left == left) == (self.right == right):
            return None
        if self.left == left:
            came = _Came.of(self.right, right)
            if came.says_what(left):
                return None
            to = self.phrases + (self.phrases >= came.words_before) * came.more_words
            found = [(i, came.moved(j)) for i, j in self.found]
            return _Parts(left, right, found, to, self.alike)
        came = _Came.of(self.left, left)
        if came.says_what(right):
            return None
        found = [(came.moved(i), j) for i, j in self.found]
        return _Parts(left, right, found, self.phrases, self.alike)


class _Came(NamedTuple):
    """What came and what went among some paragraphs, from the ``start`` on; ``more`` are there now.

    Before it stand ``words_before``, and after it everything is ``more_words`` further on.
    """

    some: _Words
    start: int
    more: int
    words_before: int
    more_words: int

    @classmethod
    def of(cls, before: _Words, now: _Words) -> "_Came":
        start = common_start(before, now)
        end = common_end(before[start:], now[start:])
        went, came = before[start : len(before) - end], now[start : len(now) - end]
        return cls(
            [*went, *came],
            start,
            len(came) - len(went),
            sum(map(len, before[:start])),
            sum(map(len, came)) - sum(map(len, went)),
        )

    def says_what(self, others: _Words) -> bool:
        """Tell whether a phrase of these may be one of others: it is, or there are too many."""
        whole = _SEAM.join(others)
        if len(whole) * sum(map(len, self.some)) > _MOST_SOUGHT:
            return True
        return any(
            words[at : at + PHRASE] in whole
            for words in self.some
            for at in range(len(words) - PHRASE + 1)
        )

    def moved(self, number: int) -> int:
        """Return the number of a paragraph that stayed."""
        return number + self.more if number >= self.start else number


@frozen(eq=False)
class Elsewhere:
    """Which paragraphs that answer nothing in their place stand elsewhere, whole or in part.

    ``left`` and ``right`` are the words of the lonely ones, ``found`` their numbers among them.
    """

    left: _Words = ()
    right: _Words = ()
    found: Sequence[tuple[int, int]] = ()
    parts: _Parts = field(default_factory=_Parts)

    @property
    def phrases(self) -> Numbers:
        """Where the phrases stand on the right that each side has once, by the left's order."""
        return self.parts.phrases

    def again(self, left: _Words, right: _Words, cancelled: StopAsked) -> "Elsewhere":
        """Return the same of other paragraphs, of which most were known."""
        if self.left == left and self.right == right:
            return self
        whole = _whole(left, right)
        one, other = set(whole), set(whole.values())
        ours = [n for n in range(len(left)) if n not in one]
        theirs = [n for n in range(len(right)) if n not in other]
        ask(cancelled)
        parts = self.parts.again([left[n] for n in ours], [right[n] for n in theirs], cancelled)
        found = sorted((*whole.items(), *((ours[i], theirs[j]) for i, j in parts.found)))
        return Elsewhere(left, right, found, parts)


def moved(
    alone: tuple[Alone, Alone], known: Elsewhere, cancelled: StopAsked
) -> tuple[Elsewhere, Numbers]:
    """Return what stands elsewhere, and which paragraphs these are, a row of `Group` each."""
    left, right = alone
    found = known.again(left.words, right.words, cancelled)
    i, j = np.array(found.found, np.int64).reshape(-1, 2).T
    at, to = left.places[i], right.places[j]
    return found, np.array((at, at + 1, to, to + 1)).T


def _whole(left: _Words, right: _Words) -> dict[int, int]:
    """Return which paragraphs stand elsewhere word for word, if each side has them once."""
    ours, theirs = Counter(left), Counter(right)
    places = {words: number for number, words in enumerate(right)}
    return {
        number: places[words]
        for number, words in enumerate(left)
        if len(words) >= SHORTEST_MOVE and ours[words] == theirs[words] == 1
    }
