"""Words as numbers: paragraphs in a row, every different word with a number of its own.

As strings of one character a word, passages can be compared at the speed of strings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import ints
from writerdesk.compare.lexicon import Flags, Lexicon, Numbers
from writerdesk.compare.values import Cancelled, Settings, StopAsked, never

# Characters above those of two bytes, where no surrogates are; there are a million of them.
_FIRST_CHARACTER = 0x10000
_MOST_WORDS = 0x110000 - _FIRST_CHARACTER
# A word that is mostly grammar weighs a third: kept alone between two changes it is chance.
_LIGHT_WEIGHT = 1 / 3
# Pieces parted into words between two looks at whether somebody wants the work stopped: 5 ms.
_OFTEN = 256


class Piece(NamedTuple):
    """A paragraph's text from ``start`` to ``end``: what of it has to be looked into."""

    text: str
    start: int
    end: int

    @classmethod
    def whole(cls, text: str) -> "Piece":
        """Return all of a text."""
        return cls(text, 0, len(text))


@dataclass(frozen=True, slots=True, eq=False)
class Spelled:
    """Pieces as words: those of piece n are ``words[bases[n]:bases[n + 1]]``.

    Words that read the same have the same character in ``words``; ``numbers`` are those of the
    lexicon, which differ where words are written differently. ``starts`` and ``ends`` say where
    each word stands in its paragraph, ``first`` which begin a sentence; ``weights`` adds up how
    much the words before each say.
    """

    lexicon: Lexicon
    words: str
    numbers: Numbers
    bases: Numbers
    starts: Numbers
    ends: Numbers
    first: Flags
    weights: NDArray[np.float64]
    pieces: Sequence[Piece]
    odd_spaces: Flags
    exact: bool

    def by_piece(self) -> list[str]:
        """Return the words of each piece."""
        words = self.words
        return [words[start:end] for start, end in pairwise(ints(self.bases))]


def spell(
    left: Sequence[str], right: Sequence[str], settings: Settings, cancelled: StopAsked = never
) -> tuple[Spelled, Spelled]:
    """Return the words of both sides' paragraphs; the same word has the same number in both."""
    lexicon = Lexicon(settings)
    one, other = (tuple(map(Piece.whole, texts)) for texts in (left, right))
    return spelled_pieces(one, lexicon, cancelled), spelled_pieces(other, lexicon, cancelled)


def spelled_pieces(pieces: Sequence[Piece], lexicon: Lexicon, cancelled: StopAsked) -> Spelled:
    """Return the words of pieces, by a lexicon that learns those it does not know."""
    texts = [text[start:end] for text, start, end in pieces]
    numbers: list[int] = []
    sizes: list[int] = []
    for at in range(0, len(texts), _OFTEN):
        if cancelled():
            raise Cancelled
        parted = [text.split() for text in texts[at : at + _OFTEN]]
        sizes += map(len, parted)
        numbers += lexicon.numbers(list(chain.from_iterable(parted)))
    words = np.array(numbers, np.int64)
    bases = np.fromiter(accumulate(sizes, initial=0), np.int64, len(sizes) + 1)
    starts, ends, odd = _places(pieces, texts, words, bases, lexicon)
    reads_as = lexicon.reads_as(words)
    exact = lexicon.different <= _MOST_WORDS
    characters = np.minimum(reads_as, _MOST_WORDS - 1) + _FIRST_CHARACTER
    first = np.zeros(len(words) + 1, np.bool_)
    first[1:-1] = lexicon.sentence_starts(words)
    first[bases] = True
    weights = np.where(lexicon.are_light(words), _LIGHT_WEIGHT, 1.0)
    return Spelled(
        lexicon=lexicon,
        words=characters.astype("<u4").tobytes().decode("utf-32-le"),
        numbers=words,
        bases=bases,
        starts=starts,
        ends=ends,
        first=first,
        weights=np.concatenate(([0.0], np.cumsum(weights))),
        pieces=pieces,
        odd_spaces=odd,
        exact=exact,
    )


def _places(
    pieces: Sequence[Piece],
    texts: Sequence[str],
    words: Numbers,
    bases: Numbers,
    lexicon: Lexicon,
) -> tuple[Numbers, Numbers, Flags]:
    """Return where words stand, and which pieces have other spaces than one between two words."""
    lengths = lexicon.lengths(words).astype(np.int64)
    many = len(pieces)
    sizes = np.diff(bases)
    firsts = np.fromiter((start for _, start, _ in pieces), np.int64, many)
    before = np.concatenate(([0], np.cumsum(lengths + 1)))
    starts = before[:-1] + np.repeat(firsts - before[bases[:-1]], sizes)
    spaces = np.fromiter(map(str.count, texts, repeat(" ")), np.int64, many)
    filled = np.fromiter(map(len, texts), np.int64, many)
    taken = before[bases[1:]] - before[bases[:-1]] - 1
    odd = (sizes > 0) & ((spaces != sizes - 1) | (filled != taken))
    for number in np.flatnonzero(odd & (filled != taken)).tolist():
        text, at = texts[number], 0
        for word in range(int(bases[number]), int(bases[number + 1])):
            at = _next_word(text, at)
            starts[word] = at + firsts[number]
            at += int(lengths[word])
    return starts, starts + lengths, odd


def _next_word(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at
