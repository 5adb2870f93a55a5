"""Words that were read before: what was read of many paragraphs at once is not read again.

Around an edit stand paragraphs that were changed as well, and those the first comparison read. To
look their words up by the number of the text takes a tenth of what it takes to read them.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import Final, NamedTuple

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.few_words import Few, read
from writerdesk.compare.letters import Numbers
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.spelling import Spelled


class Shelf:
    """A lexicon, and the most paragraphs that were read with it at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon: Final = lexicon
        self._spelled: Spelled | None = None
        # Which of the paragraphs a text is, by the text's number, or -1; so is every later one.
        self._pieces = np.full(1, -1, np.int64)

    def keep(self, keys: Numbers, spelled: Spelled) -> None:
        """Keep what was read of texts, which have these numbers, if it is more than is kept."""
        if self._spelled and len(self._spelled.words) >= len(spelled.words):
            return
        self._spelled = spelled
        self._pieces = np.full(int(keys.max(initial=-1)) + 2, -1, np.int64)
        self._pieces[keys] = np.arange(len(keys))

    def unread(self, texts: Sequence[str], keys: Numbers) -> int:
        """Return how many letters have to be read of texts, which have these numbers."""
        pieces = self._pieces_of(keys)
        return sum(len(text) for text, piece in zip(texts, pieces, strict=True) if piece < 0)

    def few(self, texts: Sequence[str], keys: Numbers) -> Few:
        """Return a few texts, which have these numbers, as words."""
        pieces, spelled = self._pieces_of(keys), self._spelled
        new = [text for text, piece in zip(texts, pieces, strict=True) if piece < 0]
        few = read(new, self.lexicon)
        if spelled is None or len(new) == len(texts):
            return few
        fresh = _each(few)
        parts = [next(fresh) if piece < 0 else _part(spelled, piece) for piece in pieces]
        numbers = np.concatenate([part.numbers for part in parts])
        return Few(
            texts,
            "".join(part.words for part in parts),
            numbers,
            self.lexicon.signs(numbers).tobytes(),
            list(accumulate((len(part.words) for part in parts), initial=0)),
            list(chain.from_iterable(part.starts for part in parts)),
            list(chain.from_iterable(part.ends for part in parts)),
        )

    def _pieces_of(self, keys: Numbers) -> list[int]:
        return ints(self._pieces.take(keys, mode="clip"))


class _Part(NamedTuple):
    """One paragraph of many that were read; see `Few`."""

    words: str
    numbers: Numbers
    starts: list[int]
    ends: list[int]


def _part(spelled: Spelled, piece: int) -> _Part:
    start, end = ints(spelled.bases[piece : piece + 2])
    words, texts = np.arange(start, end), np.full(end - start, piece)
    return _Part(
        spelled.words[start:end],
        spelled.numbers[start:end].astype(np.int64),
        ints(spelled.places.starts_of(words, texts)),
        ints(spelled.places.ends_of(words, texts)),
    )


def _each(few: Few) -> Iterator[_Part]:
    for words in map(slice, few.bases, few.bases[1:]):
        yield _Part(few.words[words], few.numbers[words], few.starts[words], few.ends[words])
