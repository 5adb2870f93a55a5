"""Words as numbers: paragraphs in a row, every different word with a number of its own.

As strings of one character a word, passages can be compared at the speed of strings.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import ints
from writerdesk.compare.lexicon import KEPT, Flags, Lexicon, Numbers
from writerdesk.compare.values import Cancelled, Settings, StopAsked, never
from writerdesk.frozen import frozen

# Characters above those of two bytes, where no surrogates are; there are a million of them.
_FIRST_CHARACTER = 0x10000
_MOST_WORDS = 0x110000 - _FIRST_CHARACTER
# A word that is mostly grammar weighs a third: kept alone between two changes it is chance.
_LIGHT_WEIGHT = 1 / 3
# Pieces parted into words between two looks at whether somebody wants the work stopped: 5 ms.
_OFTEN = 256


class Piece(NamedTuple):
    """A paragraph's text from ``start`` to ``end``: what of it has to be looked into.

    So many words at its ``head`` and ``tail`` are known to be kept, whatever they are.
    """

    text: str
    start: int
    end: int
    head: int = 0
    tail: int = 0

    @classmethod
    def whole(cls, text: str) -> "Piece":
        """Return all of a text."""
        return cls(text, 0, len(text))


@frozen(eq=False)
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
    texts = [piece.text[piece.start : piece.end] for piece in pieces]
    found: list[Numbers] = []
    sizes: list[int] = []
    for at in range(0, len(texts), _OFTEN):
        if cancelled():
            raise Cancelled
        parted = [text.split() for text in texts[at : at + _OFTEN]]
        sizes += map(len, parted)
        found.append(_numbers(pieces[at : at + _OFTEN], parted, lexicon))
    words = np.concatenate(found) if found else np.zeros(0, np.int64)
    bases = np.fromiter(accumulate(sizes, initial=0), np.int64, len(sizes) + 1)
    starts, ends, odd = _places(pieces, texts, bases)
    reads_as = lexicon.reads_as(words)
    exact = len(lexicon) <= _MOST_WORDS
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


def _numbers(pieces: Sequence[Piece], parted: Sequence[list[str]], lexicon: Lexicon) -> Numbers:
    """Return the numbers of the words of pieces; those known to be kept are not looked up."""
    asked: list[str] = []
    known: list[tuple[int, int]] = []
    at = 0
    for piece, words in zip(pieces, parted, strict=True):
        head, tail, end = piece.head, piece.tail, at + len(words)
        if head or tail:
            asked += words[head : len(words) - tail]
            known += (at, at + head), (end - tail, end)
        else:
            asked += words
        at = end
    numbers = lexicon.numbers(asked)
    if not known:
        return numbers
    edges = np.zeros(at + 1, np.int32)
    starts, ends = np.array(known, np.int64).T
    np.add.at(edges, starts, 1)
    np.add.at(edges, ends, -1)
    whole = np.full(at, KEPT, np.int64)
    whole[np.cumsum(edges)[:-1] == 0] = numbers
    return whole


def _places(
    pieces: Sequence[Piece], texts: Sequence[str], bases: Numbers
) -> tuple[Numbers, Numbers, Flags]:
    """Return where words stand, and which pieces have other spaces than one between two words."""
    sizes = np.diff(bases)
    filled = np.flatnonzero([bool(text) for text in texts])
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    offsets = np.cumsum(lengths[filled] + 1) - lengths[filled] - 1
    whole = " ".join(filter(None, texts))
    codes = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
    blanks = np.flatnonzero(codes == _BLANK)
    odd = np.zeros(len(texts), np.bool_)
    inside = np.diff(np.searchsorted(blanks, np.append(offsets, len(codes) + 1)))
    # Behind every piece but the last is a blank that joins it to the next.
    inside[:-1] -= 1
    odd[filled] = inside != sizes[filled] - 1
    if _OTHER_SPACE.search(whole):
        # A line's end and one blank too many are as many blanks as there should be.
        odd |= np.array([" ".join(text.split()) != text for text in texts])
    if odd.any():
        return *_odd_places(pieces, texts, bases), odd
    firsts = np.array([piece.start for piece in pieces], np.int64)
    shift = np.zeros(len(texts), np.int64)
    shift[filled] = offsets
    moved = np.repeat(firsts - shift, sizes)
    starts = np.concatenate(([0], blanks + 1))[: len(moved)] + moved
    return starts, np.append(blanks, len(codes))[: len(moved)] + moved, odd


def _odd_places(
    pieces: Sequence[Piece], texts: Sequence[str], bases: Numbers
) -> tuple[Numbers, Numbers]:
    spans = [
        (found.start() + piece.start, found.end() + piece.start)
        for piece, text in zip(pieces, texts, strict=True)
        for found in _WORD.finditer(text)
    ]
    starts, ends = np.array(spans, np.int64).reshape(-1, 2).T
    assert len(starts) == bases[-1]
    return starts, ends


_BLANK = ord(" ")
_OTHER_SPACE = re.compile(r"[^\S ]")
_WORD = re.compile(r"\S+")
