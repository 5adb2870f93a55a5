"""The words of a draft in a row, as numbers, each with the place where it stands.

A text has far more words than different ones. So each different piece between two spaces is looked
at once, and what was found in it is spread over all the places where it stands.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.kept import spread
from writerdesk.compare.lexicon import Flags, Numbers
from writerdesk.compare.values import StopAsked, ask, never
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Kind, word_spans
from writerdesk.manuscript.folding import DOUBLE_QUOTES, folded_texts

# Paragraphs parted, or pieces looked at, between two questions whether to stop: a few milliseconds.
_ASKED_EACH = 256
# Two of these in a row are read as a double quotation mark.
_SINGLE = "'`"
# No space has a higher number.
_LAST_SPACE = 0x3000


@frozen(eq=False)
class Worded:
    """A draft's words: of each in a row which one it is, its paragraph and its place there.

    ``written`` and ``folded`` are the different words; ``quoted`` says which stand inside quotation
    marks, ``talk`` how much of each paragraph does. A scene break says nothing.
    """

    texts: tuple[str, ...]
    written: tuple[str, ...]
    folded: tuple[str, ...]
    word: Numbers
    paragraph: Numbers
    start: Numbers
    end: Numbers
    quoted: Flags
    talk: NDArray[np.float64]

    @property
    def sizes(self) -> Numbers:
        """How many words each paragraph has."""
        return np.bincount(self.paragraph, minlength=len(self.texts))


def worded(document: Document, stop: StopAsked = never) -> Worded:
    """Return the words of a draft."""
    texts = tuple("" if p.kind == Kind.SCENE_BREAK else p.text for p in document.paragraphs)
    number: defaultdict[str, int] = defaultdict(count().__next__)
    sizes: list[int] = []
    found: list[Numbers] = [np.zeros(0, np.int64)]
    for some in _chunks(texts, stop):
        parted = [text.split() for text in some]
        many = [len(pieces) for pieces in parted]
        sizes += many
        every = map(number.__getitem__, chain.from_iterable(parted))
        found.append(np.fromiter(every, np.int64, sum(many)))
    piece, pieces = np.concatenate(found), tuple(number)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    bases = np.cumsum(lengths + 1) - lengths - 1
    codes = np.frombuffer("\n".join((*texts, "")).encode("utf-32-le"), np.uint32)
    parts = _Parts.of(pieces, stop)
    ask(stop)
    times = parts.sizes[piece]
    inside = np.repeat(parts.first[piece], times) + spread(times)
    paragraph = np.repeat(np.repeat(np.arange(len(texts)), sizes), times)
    begins = np.repeat(_beginnings(codes), times)
    start = begins + parts.start[inside]
    ask(stop)
    in_talk, talk = _talk(codes, bases, lengths)
    ask(stop)
    return Worded(
        texts,
        parts.written,
        tuple(folded_texts(parts.written)) if parts.written else (),
        parts.word[inside],
        paragraph,
        start - bases[paragraph],
        begins + parts.end[inside] - bases[paragraph],
        in_talk[start],
        talk,
    )


@frozen(eq=False)
class _Parts:
    """The words in different pieces: those of piece n are ``sizes[n]`` from ``first[n]`` on."""

    written: tuple[str, ...]
    sizes: Numbers
    first: Numbers
    word: Numbers
    start: Numbers
    end: Numbers

    @classmethod
    def of(cls, pieces: Sequence[str], stop: StopAsked) -> "_Parts":
        number: defaultdict[str, int] = defaultdict(count().__next__)
        sizes: list[int] = []
        cells: list[tuple[int, int, int]] = []
        for some in _chunks(pieces, stop):
            for piece in some:
                if piece.isalpha() and piece.isascii():
                    cells.append((number[piece], 0, len(piece)))
                    sizes.append(1)
                    continue
                spans = word_spans(piece)
                cells.extend((number[piece[start:end]], start, end) for start, end in spans)
                sizes.append(len(spans))
        many = np.array(sizes, np.int64)
        word, start, end = np.array(cells, np.int64).reshape(-1, 3).T
        return cls(tuple(number), many, np.cumsum(many) - many, word, start, end)


def _chunks(some: Sequence[str], stop: StopAsked) -> Iterator[Sequence[str]]:
    for at in range(0, len(some), _ASKED_EACH):
        ask(stop)
        yield some[at : at + _ASKED_EACH]


def _beginnings(codes: NDArray[np.uint32]) -> Numbers:
    """Return where what stands between spaces begins."""
    filled = ~_spaces()[np.minimum(codes, _LAST_SPACE + 1)]
    filled[1:] &= ~filled[:-1]
    return np.flatnonzero(filled)


@cache
def _spaces() -> Flags:
    return np.array([chr(code).isspace() for code in range(_LAST_SPACE + 2)], np.bool_)


def _talk(
    codes: NDArray[np.uint32], bases: Numbers, lengths: Numbers
) -> tuple[Flags, NDArray[np.float64]]:
    """Return which letters stand inside quotation marks, and their share of each paragraph."""
    marks = np.zeros(len(codes), np.bool_)
    for sign in f'"{DOUBLE_QUOTES}':
        marks |= codes == ord(sign)
    for sign in _SINGLE:
        one = codes == ord(sign)
        marks[:-1] |= one[:-1] & one[1:]
    before = np.cumsum(marks) - marks
    opened = before - np.repeat(before[bases], lengths + 1)
    inside = (opened & 1 == 1) | marks
    sums = np.concatenate(([0], np.cumsum(inside)))
    return inside, (sums[bases + lengths] - sums[bases]) / np.maximum(lengths, 1)
