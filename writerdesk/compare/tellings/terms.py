"""What two drafts say, as rows of numbers: their words, the stems that say something, classes.

Each different word is stemmed and looked up once for both drafts; what follows is done to whole
columns of numbers. Stock words, which any scene has, weigh little whatever row they stand in.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from writerdesk.compare.tellings.readings import Reading
from writerdesk.compare.tellings.rows import Numbers, Rows, Table, weighted
from writerdesk.compare.tellings.vocabulary import Vocabulary, vocabulary
from writerdesk.compare.values import Cancelled, StopAsked
from writerdesk.frozen import frozen

# Tried with the tales cut and parted: 0, .3 and .6 of the weight of others; .3 is best by a hair.
_STOCK_WORTH = np.float32(0.3)
# Words of so many paragraphs are numbered between two questions whether to stop.
_ASKED_EACH = 64


class Terms(NamedTuple):
    """The rows of both drafts, by three ways to tell what is said."""

    words: tuple[Rows, Rows]
    content: tuple[Rows, Rows]
    classes: tuple[Rows, Rows]


@frozen
class _Spelled:
    """The words of one draft in a row: which paragraph each stands in, and its number."""

    count: int
    paragraph: Numbers
    word: Numbers


class _Stems(NamedTuple):
    """Of each numbered word: its stem's number or -1, what it is worth; each stem's classes."""

    of_word: Numbers
    worth: Table
    worth_of_stem: Table
    classes: tuple[tuple[int, ...], ...]


def terms(left: Reading, right: Reading, stop: StopAsked) -> Terms:
    """Return what two drafts say as rows of weighted terms."""
    number: dict[str, int] = {}
    sides = _spelled(left, number, stop), _spelled(right, number, stop)
    stems = _stemmed(number, vocabulary())
    content = tuple(_content(side, stems) for side in sides)
    return Terms(
        weighted(_columns(sides), stems.worth),
        weighted(_columns(content), stems.worth_of_stem),
        weighted(_columns(_classes(side, stems) for side in content), None),
    )


def _spelled(reading: Reading, number: dict[str, int], stop: StopAsked) -> _Spelled:
    numbers: list[int] = []
    for place, some in enumerate(reading.words):
        if place % _ASKED_EACH == 0 and stop():
            raise Cancelled
        numbers.extend([number.setdefault(word, len(number)) for word in some])
    lengths = [len(some) for some in reading.words]
    paragraph = np.repeat(np.arange(len(lengths)), lengths)
    return _Spelled(len(lengths), paragraph, np.array(numbers, np.int64))


def _stemmed(number: dict[str, int], known: Vocabulary) -> _Stems:
    stem_number: dict[str, int] = {}
    stems = [known.stem(word) for word in number]
    of_word = [
        -1 if word in known.light else stem_number.setdefault(stem, len(stem_number))
        for word, stem in zip(number, stems, strict=True)
    ]
    return _Stems(
        np.array(of_word, np.int64),
        _worth(stems, known),
        _worth(stem_number, known),
        tuple(known.classes.get(stem, ()) for stem in stem_number),
    )


def _worth(stems: Iterable[str], known: Vocabulary) -> Table:
    return np.array(
        [_STOCK_WORTH if stem in known.stock else np.float32(1) for stem in stems], np.float32
    )


def _content(side: _Spelled, stems: _Stems) -> _Spelled:
    stem = stems.of_word[side.word] if len(side.word) else side.word
    says = stem >= 0
    return _Spelled(side.count, side.paragraph[says], stem[says])


def _classes(content: _Spelled, stems: _Stems) -> _Spelled:
    """Return the classes of each paragraph's different stems, each as often as stems have it."""
    size = np.array([len(some) for some in stems.classes], np.int64)
    first = np.cumsum(size) - size
    every = np.array([one for some in stems.classes for one in some], np.int64)
    different = np.unique(content.paragraph * max(1, len(size)) + content.word)
    paragraph, stem = np.divmod(different, max(1, len(size)))
    times = size[stem] if len(size) else stem
    ends = np.cumsum(times)
    place = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - times, times)
    return _Spelled(
        content.count, np.repeat(paragraph, times), every[np.repeat(first[stem], times) + place]
    )


def _columns(sides: Iterable[_Spelled]) -> tuple[tuple[int, Numbers, Numbers], ...]:
    return tuple((side.count, side.paragraph, side.word) for side in sides)
