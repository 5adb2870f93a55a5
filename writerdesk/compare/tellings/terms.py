"""What two drafts say, as rows of numbers: their words, the stems that say something, classes.

Each different word is stemmed and looked up once for both drafts; what follows is done to whole
columns of numbers. Stock words, which any scene has, weigh little whatever row they stand in.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from writerdesk.compare.tellings.readings import Reading
from writerdesk.compare.tellings.rows import Numbers, Rows, Table, weighted
from writerdesk.compare.tellings.stems import stemmed
from writerdesk.compare.tellings.vocabulary import Vocabulary, vocabulary
from writerdesk.compare.values import StopAsked, ask, never
from writerdesk.frozen import frozen

# Openers and stock phrases say nothing. Tried with the tales cut and parted: with three or six
# tenths of the weight of others they gain .006 and .008 on the rewrites, which is noise.
_STOCK_WORTH = np.float32(0)


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
    """What each numbered word and stem is worth, and each stem's classes."""

    worth: Table
    worth_of_stem: Table
    classes: tuple[tuple[int, ...], ...]


def terms(left: Reading, right: Reading, stop: StopAsked = never) -> Terms:
    """Return what two drafts say as rows of weighted terms."""
    ask(stop)
    both = stemmed(left.said, right.said)
    ask(stop)
    known = vocabulary()
    stems = _Stems(
        _worth(both.of_words, known),
        _worth(both.stems, known),
        tuple(known.classes.get(stem, ()) for stem in both.stems),
    )
    spelled = [
        _Spelled(len(side), side.said.paragraph, words)
        for side, words in zip((left, right), both.words, strict=True)
    ]
    content = tuple(_content(side, both.stem) for side in spelled)
    classes = [_classes(side, stems) for side in _asking(content, stop)]
    return Terms(
        weighted(_columns(spelled), stems.worth, stop),
        weighted(_columns(content), stems.worth_of_stem, stop),
        weighted(_columns(classes), None, stop),
    )


def _asking(sides: Iterable[_Spelled], stop: StopAsked) -> Iterator[_Spelled]:
    for side in sides:
        ask(stop)
        yield side


def _worth(stems: Iterable[str], known: Vocabulary) -> Table:
    return np.array(
        [_STOCK_WORTH if stem in known.stock else np.float32(1) for stem in stems], np.float32
    )


def _content(side: _Spelled, stem_of: Numbers) -> _Spelled:
    stem = stem_of[side.word] if len(side.word) else side.word
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
