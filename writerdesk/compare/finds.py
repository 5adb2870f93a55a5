"""What is found in gaps: which paragraphs answer each other, and what each pair of them keeps.

What is found in a gap hangs on nothing but the gap, so it need not be looked for twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import partial
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.details import Side, Told, told
from writerdesk.compare.few import told_of_few
from writerdesk.compare.filing import Rows
from writerdesk.compare.gaps import Group, Plain, groups
from writerdesk.compare.known import KnownRows
from writerdesk.compare.letters import Numbers
from writerdesk.compare.shelf import Shelf
from writerdesk.compare.spelling import spelled
from writerdesk.compare.table import Row
from writerdesk.compare.texts import Texts
from writerdesk.compare.unlike import tells_words_only
from writerdesk.compare.values import StopAsked, ask
from writerdesk.frozen import frozen
from writerdesk.manuscript import Paragraph

# Gaps between two looks at whether somebody wants the work stopped: 2 ms.
_OFTEN = 64
# So many letters are read word by word: of paragraphs with a change in every ninth word both ways
# take as long at 5,000, and most that were edited have one.
_FEW = 8_000
# What was read before and told before costs little, whichever way. So many letters and paragraphs
# are at most half as many words: 4,096 a side, of which no limit cuts the search short.
_FEW_OF_MANY = 1 << 14


class Alone(NamedTuple):
    """Paragraphs of one side that answer none of their gap: their numbers, in order, and words."""

    places: Numbers
    words: Sequence[str]


NOBODY = Alone(np.zeros(0, np.int64), ())


class Finds(NamedTuple):
    """What is told of groups: a row each.

    ``cut`` are the left paragraphs of rows in which a limit cut the search for words short.
    """

    rows: Rows
    cut: Numbers


NOTHING = Finds(Rows.none(), np.zeros(0, np.int64))


@frozen(eq=False)
class Looked:
    """What was seen in gaps: the paragraphs of both sides that answer none of their gap.

    Those that answer each other are ``groups`` by their numbers among the words that were read;
    ``moved`` says how far they are from there in their drafts.
    """

    alone: tuple[Alone, Alone] = (NOBODY, NOBODY)
    words: "_Words | None" = None
    groups: Numbers = field(default_factory=lambda: np.zeros((0, 4), np.int64))
    moved: Numbers = field(default_factory=lambda: np.zeros((0, 4), np.int64))

    def told(self, ties: Numbers) -> tuple[Finds, Finds | None]:
        """Tell what groups keep and change, and ties of lonely paragraphs, if all were read here.

        That takes 2 ms less than to tell of these by themselves.
        """
        words, many = self.words, len(self.groups)
        if words is None:
            return NOTHING, None
        among = words.among(ties) if len(ties) else None
        if among is None:
            return self._finds(words.told(self.groups)), None
        told = words.told(np.concatenate((self.groups, among)))
        rows, others = told.rows.parted(many)
        others.facts[:, : Row.KIND] = ties
        return (
            self._finds(Told(rows, told.exact[:many])),
            Finds(others, ties[~told.exact[many:], Row.LEFT]),
        )

    def _finds(self, told: Told) -> Finds:
        facts = told.rows.facts
        facts[:, : Row.KIND] += self.moved
        return Finds(told.rows, facts[~told.exact, Row.LEFT])


class Means(NamedTuple):
    """What there is to look with: words that were read, rows told before, whether to stop."""

    shelf: Shelf
    known: KnownRows
    cancelled: StopAsked


def looked_into(gaps: Numbers, sides: tuple[Texts, Texts], means: Means) -> Looked:
    """Find out which paragraphs answer each other in gaps, a row of `Group` each."""
    if not len(gaps):
        return Looked()
    words, cancelled = _Words.of(gaps, sides, means), means.cancelled
    found: Plain = []
    many: list[int] = []
    for number, place in enumerate(words.places):
        if number % _OFTEN == 0:
            ask(cancelled)
        some = _groups(place, words, cancelled)
        found += some
        many.append(len(some))
    groups = np.fromiter(chain.from_iterable(found), np.int64, 4 * len(found)).reshape(-1, 4)
    alone = (
        _alone(words.ours, words.lefts, groups[:, :2]),
        _alone(words.theirs, words.rights, groups[:, 2:]),
    )
    moved = gaps - np.array(words.places, np.int64)
    return Looked(alone, words, groups, moved[:, _LEFTS_AND_RIGHTS].repeat(many, axis=0))


_LEFTS_AND_RIGHTS = [0, 0, 2, 2]


def tied_words(ties: Numbers, sides: tuple[Texts, Texts], means: Means) -> Finds:
    """Return the rows of passages that are tied whatever their words say, a row of `Group` each."""
    if not len(ties):
        return NOTHING
    words = _Words.of(ties, sides, means)
    told = words.told(np.array(words.places, np.int64))
    told.rows.facts[:, : Row.KIND] = ties
    return Finds(told.rows, ties[~told.exact, Row.LEFT])


@frozen(eq=False)
class _Words:
    """The paragraphs of gaps, their numbers, and where those of each gap are among all of them.

    What stands outside has no words to be tied by. ``told`` tells what groups of these paragraphs
    keep and change.
    """

    places: Sequence[Group]
    lefts: Sequence[int]
    rights: Sequence[int]
    left: Sequence[Paragraph]
    right: Sequence[Paragraph]
    ours: list[str]
    theirs: list[str]
    told: Callable[[Numbers], Told]

    @classmethod
    def of(cls, places: Numbers, sides: tuple[Texts, Texts], means: Means) -> "_Words":
        """Return the paragraphs of gaps: few word by word, many at once."""
        left, right = sides
        gaps: list[list[int]] = places.tolist()
        lefts = [n for at, end, _, _ in gaps for n in range(at, end)]
        rights = [n for _, _, to, until in gaps for n in range(to, until)]
        at = list(accumulate((end - at for at, end, _, _ in gaps), initial=0))
        to = list(accumulate((until - to for _, _, to, until in gaps), initial=0))
        ours, theirs = [left.paragraphs[n] for n in lefts], [right.paragraphs[n] for n in rights]
        keys = left.keys[lefts], right.keys[rights]
        one, other, told = _read((ours, theirs), keys, means)
        left.note_sizes(np.array(lefts, np.int64), list(map(len, one)))
        right.note_sizes(np.array(rights, np.int64), list(map(len, other)))
        return cls(
            list(map(Group, at, at[1:], to, to[1:])),
            lefts,
            rights,
            ours,
            theirs,
            _inside(one, lefts, left.outside, _OUTSIDE[0]),
            _inside(other, rights, right.outside, _OUTSIDE[1]),
            told,
        )

    def among(self, passages: Numbers) -> Numbers | None:
        """Return passages by their numbers here, a row of `Group` each, if all were read."""
        found = np.empty_like(passages)
        for column, some in ((0, self.lefts), (2, self.rights)):
            numbers = np.array((*some, _NOWHERE), np.int64)
            start, last = passages[:, column], passages[:, column + 1] - 1
            first, end = numbers.searchsorted(start), numbers.searchsorted(last)
            there = (numbers[first] == start) & (numbers[end] == last)
            if not (there & (end - first == last - start)).all():
                return None
            found[:, column], found[:, column + 1] = first, end + 1
        return found


# Behind the last paragraph.
_NOWHERE = np.iinfo(np.int64).max


def _read(
    sides: tuple[Sequence[Paragraph], Sequence[Paragraph]],
    keys: tuple[Numbers, Numbers],
    means: Means,
) -> tuple[list[str], list[str], Callable[[Numbers], Told]]:
    """Return the words of each paragraph of both sides, and what tells of groups of them."""
    left, right = ([paragraph.text for paragraph in some] for some in sides)
    shelf, known, cancelled = means
    if _are_few((left, right), keys, shelf):
        one, other = shelf.few(left, keys[0]), shelf.few(right, keys[1])
        if not shelf.lexicon.is_full:
            few = partial(told_of_few, left=one, right=other, known=known.among(*keys))
            return one.by_paragraph(), other.by_paragraph(), few
    # Parted in one go: for a few texts that is half the price.
    whole = spelled([*left, *right], shelf.lexicon, cancelled)
    shelf.keep(np.concatenate(keys), whole)
    ours, theirs = whole.part(0, len(left)), whole.part(len(left), len(left) + len(right))
    many = partial(
        told, left=Side(ours, sides[0]), right=Side(theirs, sides[1]), cancelled=cancelled
    )
    return ours.by_paragraph(), theirs.by_paragraph(), many


def _are_few(
    sides: tuple[Sequence[str], Sequence[str]], keys: tuple[Numbers, Numbers], shelf: Shelf
) -> bool:
    """Tell whether texts are read word by word."""
    if not tells_words_only(shelf.lexicon.settings):
        return False
    letters = sum(map(len, sides[0])) + sum(map(len, sides[1]))
    if letters <= _FEW:
        return True
    if letters + len(sides[0]) + len(sides[1]) > _FEW_OF_MANY:
        return False
    return sum(map(shelf.unread, sides, keys)) <= _FEW


# What stands outside reads as one word that is nowhere else, so that it answers nothing.
_OUTSIDE = chr(0x10FFFE), chr(0x10FFFD)


def _inside(
    words: list[str], numbers: Sequence[int], outside: frozenset[int], instead: str
) -> list[str]:
    if not outside:
        return words
    return [instead if n in outside else some for n, some in zip(numbers, words, strict=True)]


def _groups(place: Group, words: _Words, cancelled: StopAsked) -> Plain:
    """Return which paragraphs of a gap answer each other, by their words."""
    at, end, to, until = place
    if at == end or to == until:
        return []
    ours, theirs = words.ours[at:end], words.theirs[to:until]
    more = sum(map(len, ours)) - sum(map(len, theirs))
    flipped = more > 0 if more else _texts(words.left, at, end) > _texts(words.right, to, until)
    found = groups(ours, theirs, cancelled, flipped=flipped)
    return [(at + i, at + k, to + j, to + m) for i, k, j, m in found]


def _texts(side: Sequence[Paragraph], start: int, end: int) -> list[str]:
    return [paragraph.text for paragraph in side[start:end]]


def _alone(words: Sequence[str], numbers: Sequence[int], groups: Numbers) -> Alone:
    """Return the paragraphs of one side in no group."""
    edges = np.zeros(len(words) + 1, np.int64)
    # No two groups begin or end at the same paragraph.
    edges[groups[:, 0]] = 1
    edges[groups[:, 1]] -= 1
    alone = ints((edges.cumsum()[:-1] == 0).nonzero()[0])
    if not alone:
        return NOBODY
    return Alone(np.array([numbers[n] for n in alone], np.int64), [words[n] for n in alone])
