"""Renamed people: one name that gave way to another in many places is one finding."""

import re
from collections.abc import Sequence

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.filing import Cells, Filed, Rows
from writerdesk.compare.letters import Flags, Numbers
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.table import Part, Table
from writerdesk.compare.values import Name
from writerdesk.manuscript import Document

# Twice may be chance; three times, and most of the times the name went, is a new name.
_FEWEST_PLACES = 3
_LEAST_SHARE = 0.6
_NAME = re.compile(r"[^\W\d_][\w-]*")
# Capitals everywhere, and nobody's name.
_TITLES = ("Mr", "Mrs", "Ms", "Dr", "St")
_PRONOUNS = ("I", "He", "She", "It", "We", "You", "They", "His", "Her", "Its", "Our", "Your", "My")
_NOBODY = frozenset((*_TITLES, *_PRONOUNS, "Their", "O", "Oh"))


class NamesMet:
    """The names in words, each word looked at once; it only grows."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {"": 0}
        # One more than the number of its name, 0 for a word not seen. One place before all words
        # is for -1, which is no word and has no name.
        self._of_words = np.ones(1, np.int32)
        # The last words that changed of which no name gave way to another often enough.
        self.nobody = np.zeros((0, 3), np.int32)

    def names(self) -> list[str]:
        """Return the names by their numbers; the first is none."""
        return list(self._ids)

    def numbers(self, names: Sequence[str]) -> list[int]:
        """Return the numbers of names that were met."""
        return [self._ids[name] for name in names]

    def of(self, words: Cells, lexicon: Lexicon) -> Numbers:
        """Return the numbers of the names in words; -1 is no word and has none."""
        if len(self._of_words) <= len(lexicon):
            known, self._of_words = self._of_words, np.zeros(len(lexicon) + 1, np.int32)
            self._of_words[: len(known)] = known
        found = self._of_words[words + 1]
        if not found.all():
            new = sorted(set(words[found == 0].tolist()))
            names = (bare_name(lexicon.word(number)) for number in new)
            ids = [self._ids.setdefault(name, len(self._ids)) + 1 for name in names]
            self._of_words[np.array(new, np.int64) + 1] = ids
            found = self._of_words[words + 1]
        return found.astype(np.int64) - 1


def with_renamed(
    rows: Rows, lexicon: Lexicon, met: NamesMet, left: Document
) -> tuple[Table, tuple[Name, ...]]:
    """Return rows as a table that knows of renamed people only, and these people."""
    part = rows.parts[Part.NAMES]
    both = np.zeros((0, 2), np.int64)
    found: tuple[Name, ...] = ()
    if not np.array_equal(part.cells, met.nobody):
        both = met.of(part.cells[:, :2], lexicon)
        likely = _likely(both)
        if not len(likely):
            met.nobody = part.cells
        found = _renamed(likely, both, part.cells[:, 2] > 0, (met.names(), left))
    if not found:
        parts = list(rows.parts)
        parts[Part.NAMES] = Filed.nothing(len(rows.facts), part.cells.shape[1])
        return Rows(rows.facts, tuple(parts)).table(()), ()
    texts = sorted({name for both in found for name in both[:2]})
    numbers = met.numbers(texts)
    swaps = np.array([(*met.numbers(name[:2]),) for name in found], np.int64).reshape(-1, 2)
    kept = (both[:, None, :] == swaps).all(axis=2).any(axis=1)
    parts = list(rows.parts)
    place = np.zeros(len(met.names()), np.int64)
    place[numbers] = np.arange(len(texts))
    parts[Part.NAMES] = _only(part, place[both], kept)
    return Rows(rows.facts, tuple(parts)).table(texts), found


def _only(part: Filed, names: Numbers, kept: Flags) -> Filed:
    """Return the records that are kept, with names by their numbers among the table's texts."""
    many = len(part.bases) - 1
    if not kept.any():
        return Filed.nothing(many, part.cells.shape[1])
    rows = np.repeat(np.arange(many), np.diff(part.bases))[kept]
    return Filed.under(rows, (*names[kept].T, part.cells[kept, 2]), many)


def _likely(both: Numbers) -> Numbers:
    """Return which names may have given way to which: two names each, and in how many places.

    ``both`` are names that changed and what stands in their place, by number.
    """
    went = both[(both[:, 0] > 0) & (both[:, 0] != both[:, 1])]
    gone = np.bincount(went[:, 0])
    many = int(both.max(initial=0)) + 1
    answered = went[went[:, 1] > 0]
    swaps, places = np.unique(answered[:, 0] * many + answered[:, 1], return_counts=True)
    likely = (places >= _FEWEST_PLACES) & (places >= _LEAST_SHARE * gone[swaps // many])
    return np.stack((swaps // many, swaps % many, places), axis=1)[likely]


def _renamed(
    likely: Numbers, both: Numbers, are_first: Flags, told: tuple[Sequence[str], Document]
) -> tuple[Name, ...]:
    """Return who is called otherwise in the right draft, the most frequent first.

    ``are_first`` says where a sentence begins, where every word has a capital.
    """
    names, left = told
    rows: list[list[int]] = likely.tolist()
    inside = set(ints(both[(both[:, 0] != both[:, 1]) & ~are_first, 0]))
    found = [
        Name(names[one], names[other], count)
        for one, other, count in rows
        if one in inside or not _is_a_word(names[one], left)
    ]
    return tuple(sorted(found, key=lambda name: (-name.places, name.left, name.right)))


def _is_a_word(name: str, left: Document) -> bool:
    """Tell whether what only ever begins sentences is a word like any other."""
    plain = re.compile(rf"\b{re.escape(name.lower())}\b")
    return any(plain.search(paragraph.text) for paragraph in left.paragraphs)


def bare_name(word: str) -> str:
    """Return the name in a word with its signs and its 's; nothing if none is there."""
    found = _NAME.search(word)
    name = found.group() if found else ""
    return name if name[:1].isupper() and name not in _NOBODY else ""
