"""Words as characters: a passage becomes a string in which every different word is one character.

Strings of words can be compared, sliced and searched at the speed of strings. Only whether two
characters are the same ever matters, never which ones they are, so that no result hangs on the
order in which the words came.
"""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.values import Cancelled, Settings, StopAsked, never
from writerdesk.manuscript.folding import folded_word
from writerdesk.manuscript.sentences import can_begin, can_end

Numbers = NDArray[np.int32]

# Characters above the last that is no surrogate; there are more than a million of them.
_FIRST = 0x21
_SURROGATES = range(0xD800, 0xE000)
_LAST = 0x10FFFF
# Paragraphs between two looks at whether somebody wants the work stopped: a millisecond.
_OFTEN = 64
_WORD = re.compile(r"\S+")
# Words this short are mostly grammar: kept alone between two changes they are kept by chance.
_LONGEST_LIGHT_WORD = 3


class VocabularyFull(Exception):
    """More different words than there are characters."""


class Vocabulary(dict[str, str]):
    """Every word's character; words that the settings overlook the difference of share one."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._overlooks_more = settings.capitals or settings.punctuation
        self._next: int = _FIRST
        self.light = set[str]()
        self.enders = bytearray(_FIRST)
        self.beginners = bytearray(_FIRST)

    def __missing__(self, word: str) -> str:
        plain = folded_word(word)
        if self._overlooks_more:
            plain = _plain(plain, self._settings)
        character = self.get(plain) or self._new(plain)
        self[word] = character
        return character

    def spell(self, texts: Sequence[str], cancelled: StopAsked = never) -> "Spelled":
        """Return the words of many paragraphs as one string, and where each word stands."""
        spell = self.__getitem__
        parts: list[str] = []
        lengths = array("i")
        uneven: list[int] = []
        for number, text in enumerate(texts):
            if number % _OFTEN == 0 and cancelled():
                raise Cancelled
            words = text.split()
            parts.append("".join(map(spell, words)))
            sizes = list(map(len, words))
            lengths.extend(sizes)
            if len(text) != sum(sizes) + len(words) - 1:
                uneven.append(number)
        bases = list(accumulate(map(len, parts), initial=0))
        starts, ends = _places(np.array(lengths, np.int32), bases)
        for number in uneven:
            spans = [found.span() for found in _WORD.finditer(texts[number])]
            here = slice(bases[number], bases[number + 1])
            starts[here] = [start for start, _ in spans]
            ends[here] = [end for _, end in spans]
        spelled = "".join(parts)
        return Spelled(spelled, bases, starts, ends, self._sentences(spelled, bases))

    def _sentences(self, spelled: str, bases: list[int]) -> list[int]:
        """Return the words that begin a sentence, and one more where the last one ends."""
        codes = np.frombuffer(spelled.encode("utf-32-le"), np.uint32)
        ends = np.frombuffer(bytes(self.enders), np.bool_)[codes]
        begins = np.frombuffer(bytes(self.beginners), np.bool_)[codes]
        first = np.zeros(len(codes) + 1, np.bool_)
        first[1:-1] = ends[:-1] & begins[1:]
        first[bases] = True
        return np.flatnonzero(first).tolist()

    def _new(self, word: str) -> str:
        if self._next in _SURROGATES:
            skipped = bytes(len(_SURROGATES))
            self.enders += skipped
            self.beginners += skipped
            self._next = _SURROGATES.stop
        if self._next > _LAST:
            raise VocabularyFull
        character = self[word] = chr(self._next)
        self._next += 1
        self.enders.append(can_end(word))
        self.beginners.append(can_begin(word))
        if len(word) <= _LONGEST_LIGHT_WORD:
            self.light.add(character)
        return character


@dataclass(frozen=True, slots=True, eq=False)
class Spelled:
    """Paragraphs as words: the words of paragraph n are ``words[bases[n]:bases[n + 1]]``.

    ``starts`` and ``ends`` say where each word stands in its paragraph, ``sentences`` which words
    begin a sentence.
    """

    words: str
    bases: list[int]
    starts: Numbers
    ends: Numbers
    sentences: list[int]

    def paragraph(self, number: int) -> str:
        """Return the words of one paragraph."""
        return self.words[self.bases[number] : self.bases[number + 1]]


def _places(lengths: Numbers, bases: list[int]) -> tuple[Numbers, Numbers]:
    """Return where words start and end that are parted by single spaces."""
    ends = np.cumsum(lengths + 1, dtype=np.int32) - 1
    starts = ends - lengths
    sizes = np.diff(bases)
    offsets = np.zeros(len(sizes), np.int32)
    filled = sizes > 0
    offsets[filled] = starts[np.array(bases[:-1], np.int64)[filled]]
    shift = np.repeat(offsets, sizes)
    return starts - shift, ends - shift


def _plain(word: str, settings: Settings) -> str:
    if settings.capitals:
        word = word.casefold()
    return "".join(filter(str.isalnum, word)) if settings.punctuation else word
