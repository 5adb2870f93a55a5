"""One side of a comparison as numbers: every paragraph's text, and its words counted.

The same text has the same number, so that what was found between some texts is known again by their
numbers. After an edit only the paragraphs of the changed stretch are looked up: all others are the
same objects as before.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from itertools import count
from operator import attrgetter
from typing import NamedTuple
from zlib import crc32

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.letters import WORD, Numbers, words_in
from writerdesk.compare.values import StopAsked, ask, never
from writerdesk.frozen import frozen
from writerdesk.manuscript import Paragraph
from writerdesk.manuscript.alike import common_end, common_start


@frozen(eq=False)
class Texts:
    """One side: its paragraphs, the numbers of their texts, and how many words they have.

    ``sizes`` are told as far as anybody counted: see `counted`. ``outside`` are the paragraphs that
    are tied by hand, ``known`` the hashes of texts that were asked for.
    """

    paragraphs: tuple[Paragraph, ...]
    keys: Numbers
    sizes: Numbers
    outside: frozenset[int] = frozenset()
    known: "_Hashes" = field(default_factory=lambda: _Hashes())

    def new_since(self, before: "Texts", kept: "Sequence[Kept]") -> Numbers:
        """Return which paragraphs are new since an earlier state, of which some stayed."""
        new = [np.arange(start, end) for start, end in _new(kept, len(self.keys))]
        if self.outside or before.outside:
            # What is tied by hand, or no longer is, counts as another text.
            for at, to, size in kept:
                differs = before.keys[at : at + size] != self.keys[to : to + size]
                new.append(differs.nonzero()[0] + to)
        return np.sort(np.concatenate(new))

    def counted(self, places: Numbers) -> Numbers:
        """Return how many words some paragraphs have; nobody counts those of one twice."""
        sizes = self.sizes[places]
        new = places[sizes == _UNCOUNTED]
        if len(new):
            self.sizes[new] = _sizes_of([self.paragraphs[n].text for n in ints(new)])
            sizes = self.sizes[places]
        return sizes

    def all_counted(self) -> Numbers:
        """Return how many words every paragraph has."""
        self.counted((self.sizes == _UNCOUNTED).nonzero()[0])
        return self.sizes

    def note_sizes(self, places: Numbers, sizes: Sequence[int] | Numbers) -> None:
        """Take note of how many words some paragraphs have, which somebody counted."""
        self.sizes[places] = sizes

    def hashes(self, places: Numbers) -> Numbers:
        """Return a number of each of some texts that hangs on what it says only."""
        keys = self.keys[places]
        found = self.known.of(keys)
        if found.min(initial=0) < 0:
            new = (found < 0).nonzero()[0]
            texts = (self.paragraphs[place].text for place in ints(places[new]))
            found[new] = self.known.learn(keys[new], texts)
        return found


class _Hashes:
    """The hashes of texts by their numbers, -1 for one nobody asked for; it only grows."""

    def __init__(self) -> None:
        self._known = np.zeros(0, np.int64)

    def of(self, keys: Numbers) -> Numbers:
        """Return what is known of texts by their numbers."""
        many = int(keys.max(initial=-1)) + 1
        if many > len(self._known):
            known, self._known = self._known, np.full(many + _MORE_HASHES, -1, np.int64)
            self._known[: len(known)] = known
        return self._known[keys]

    def learn(self, keys: Numbers, texts: Iterable[str]) -> Numbers:
        """Return the hashes of texts, which have these numbers, and keep them."""
        self._known[keys] = [crc32(text.encode()) for text in texts]
        return self._known[keys]


# An edit adds a text: the table does not grow with each.
_MORE_HASHES = 1024
# Texts looked up between two looks at whether somebody wants the work stopped: 5 ms.
_OFTEN = 4096
_NOTHING = np.zeros(0, np.int64)
# Changed paragraphs are counted when they are parted into words, and that is most of the work.
_UNCOUNTED = -1
NO_TEXTS = Texts((), _NOTHING, _NOTHING)


class TextNumbers:
    """Texts as numbers; it only grows."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._hashes = _Hashes()

    def __len__(self) -> int:
        return len(self._numbers)

    def texts(
        self,
        paragraphs: tuple[Paragraph, ...],
        before: Texts = NO_TEXTS,
        cancelled: StopAsked = never,
    ) -> "tuple[Texts, Sequence[Kept]]":
        """Return one side of a comparison, and what stayed of an earlier state of it."""
        if paragraphs is before.paragraphs:
            return before, [Kept(0, 0, len(paragraphs))]
        kept = _kept(before.paragraphs, paragraphs)
        new = [paragraphs[at:to] for at, to in _new(kept, len(paragraphs))]
        keys = [self._keys_of(some, cancelled) for some in new]
        texts = Texts(
            paragraphs,
            _patched(before.keys, kept, keys),
            _patched(before.sizes, kept, [np.full(len(some), _UNCOUNTED) for some in keys]),
            known=self._hashes,
        )
        return texts, kept

    def apart(self, side: Texts, outside: frozenset[int], sign: str) -> Texts:
        """Number paragraphs that stand outside as nothing else is numbered, on neither side."""
        if not outside:
            return side
        keys, some = side.keys.copy(), sorted(outside)
        keys[some] = self.keys([f"\0{sign}{side.paragraphs[n].text}" for n in some])
        return replace(side, keys=keys, outside=outside)

    def keys(self, texts: Sequence[str]) -> Numbers:
        """Return the numbers of texts; those never met get the next ones."""
        return np.fromiter(map(self._numbers.__getitem__, texts), np.int64, len(texts))

    def _keys_of(self, paragraphs: tuple[Paragraph, ...], cancelled: StopAsked) -> Numbers:
        found: list[Numbers] = []
        for start in range(0, len(paragraphs), _OFTEN):
            ask(cancelled)
            found.append(self.keys(list(map(_TEXT, paragraphs[start : start + _OFTEN]))))
        return np.concatenate(found) if found else _NOTHING


_TEXT = attrgetter("text")


# Words of so few texts are counted one by one.
_FEW, _SHORT = 4, 4_000


def _sizes_of(texts: Sequence[str]) -> Numbers:
    if sum(map(len, texts[:_FEW])) > _SHORT or len(texts) > _FEW:
        return words_in(texts)
    return np.array([len(WORD.findall(text)) for text in texts], np.int64)


class Kept(NamedTuple):
    """Paragraphs that are the same as before: where they were, where they are now, how many."""

    before: int
    after: int
    size: int


# One paragraph that went elsewhere leaves three stretches; what is parted more is looked up.
_MOST_KEPT = 6


def _kept(before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]) -> list[Kept]:
    """Return the stretches that are as they were, if they are few and long."""
    end = common_end(before, after)
    old, new = before[: len(before) - end], after[: len(after) - end]
    kept: list[Kept] = []
    at = to = 0
    while at < len(old) and to < len(new) and len(kept) < _MOST_KEPT:
        # As it was, after one that is gone, after one that is new, after one that was changed.
        skips = ((0, 0),) if not kept else ((1, 0), (0, 1), (1, 1))
        longest = max(
            (Kept(at + i, to + j, common_start(old[at + i :], new[to + j :])) for i, j in skips),
            key=_SIZE,
        )
        kept.append(longest)
        if not longest.size and longest.before + longest.after:
            break
        at, to = longest.before + longest.size, longest.after + longest.size
    rest = Kept(len(old), len(new), end)
    return [some for some in (*kept, rest) if some.size]


_SIZE = attrgetter("size")


def between(kept: Iterable[tuple[int, int]], many: int) -> list[tuple[int, int]]:
    """Return what lies before, between and after stretches, where they start and how long."""
    starts, ends = [0], list[int]()
    for start, size in kept:
        ends.append(start)
        starts.append(start + size)
    return list(zip(starts, (*ends, many), strict=True))


def _new(kept: "Sequence[Kept]", many: int) -> list[tuple[int, int]]:
    return between(((some.after, some.size) for some in kept), many)


def _patched(before: Numbers, kept: Sequence[Kept], new: Sequence[Numbers]) -> Numbers:
    """Return the numbers kept from before with those of what is new around them."""
    parts = [new[0]]
    for some, following in zip(kept, new[1:], strict=True):
        parts += before[some.before : some.before + some.size], following
    return np.concatenate(parts)
