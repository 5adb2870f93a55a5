"""Words as numbers: paragraphs in a row, every different word with a number of its own.

As strings of one character a word, passages can be compared at the speed of strings.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import ints
from writerdesk.compare.filing import bases_of
from writerdesk.compare.letters import Flags, Letters, Numbers, Places, Short
from writerdesk.compare.lexicon import Lexicon, New
from writerdesk.compare.signs import BEGINS, ENDS, LIGHT
from writerdesk.compare.values import Settings, StopAsked, ask, never
from writerdesk.frozen import frozen

# Letters parted into words between two looks at whether somebody wants the work stopped: 5 ms.
_OFTEN = 1 << 18


@frozen(eq=False)
class Spelled:
    """Paragraphs as words: those of paragraph n are ``words[bases[n]:bases[n + 1]]``.

    Words that read the same have the same character in ``words``; ``numbers`` are those of the
    lexicon, which differ where words are written differently. ``places`` say where each word stands
    in its paragraph, ``first`` which begin a sentence, ``odd_spaces``, where they are told, after
    which stands something else than a usual space; ``light`` counts the words before each that are
    mostly grammar.
    """

    lexicon: Lexicon
    texts: Sequence[str]
    words: str
    numbers: Short
    bases: Numbers
    places: Places
    first: Flags
    light: NDArray[np.int32]
    odd_spaces: Flags
    exact: bool

    def part(self, start: int, end: int) -> "Spelled":
        """Return some of the paragraphs as if there were no others."""
        bases = self.bases[start : end + 1]
        one, other = int(bases[0]), int(bases[-1])
        words, edges = slice(one, other), slice(one, other + 1)
        return Spelled(
            lexicon=self.lexicon,
            texts=self.texts[start:end],
            words=self.words[words],
            numbers=self.numbers[words],
            bases=bases - one,
            places=self.places.part(words, slice(start, end)),
            first=self.first[edges],
            light=self.light[edges],
            odd_spaces=self.odd_spaces[words],
            exact=self.exact,
        )

    def by_paragraph(self) -> list[str]:
        """Return the words of each paragraph."""
        words = self.words
        return [words[start:end] for start, end in pairwise(ints(self.bases))]


def spell(
    left: Sequence[str], right: Sequence[str], settings: Settings, cancelled: StopAsked = never
) -> tuple[Spelled, Spelled]:
    """Return the words of both sides' paragraphs; the same word has the same number in both."""
    return spelled_sides(left, right, Lexicon(settings), cancelled)


def spelled_sides(
    left: Sequence[str], right: Sequence[str], lexicon: Lexicon, cancelled: StopAsked
) -> tuple[Spelled, Spelled]:
    """Return the words of both sides, parted in one go: for a few texts that is half the price."""
    whole, many = spelled([*left, *right], lexicon, cancelled), len(left)
    return whole.part(0, many), whole.part(many, many + len(right))


def spelled(texts: Sequence[str], lexicon: Lexicon, cancelled: StopAsked) -> Spelled:
    """Return the words of texts, by a lexicon that learns those it does not know."""
    batches: list[_Batch] = []
    new: list[New] = []
    try:
        for some in _batches(texts):
            ask(cancelled)
            letters = Letters.of(some, plain=lexicon.settings.quotes_and_dashes)
            ask(cancelled)
            numbers, more = lexicon.met_in(letters)
            batches.append(_Batch.of(letters, numbers, lexicon.settings))
            new += more
    finally:
        # What was met has to be known, whoever wants the work stopped.
        lexicon.learn(new)
    ask(cancelled)
    signs = np.concatenate([lexicon.signs(batch.numbers) for batch in batches])
    bases = bases_of(np.concatenate([batch.sizes for batch in batches]))
    first = np.zeros(len(signs) + 1, np.bool_)
    first[1:-1] = (signs[:-1] & ENDS > 0) & (signs[1:] & BEGINS > 0)
    first[bases] = True
    ask(cancelled)
    light = np.zeros(len(signs) + 1, np.int32)
    np.cumsum(signs & LIGHT > 0, out=light[1:])
    return Spelled(
        lexicon=lexicon,
        texts=texts,
        words="".join([lexicon.characters(batch.numbers) for batch in batches]),
        numbers=np.concatenate([batch.numbers for batch in batches]),
        bases=bases,
        places=Places.joined([batch.places for batch in batches]),
        first=first,
        light=light,
        odd_spaces=np.concatenate([batch.odd_spaces for batch in batches]),
        exact=not lexicon.is_full,
    )


class _Batch(NamedTuple):
    """Some of the texts as words; see `Spelled`. ``sizes`` are how many words each text has."""

    numbers: Short
    sizes: Numbers
    places: Places
    odd_spaces: Flags

    @classmethod
    def of(cls, letters: Letters, numbers: Numbers, settings: Settings) -> "_Batch":
        """Keep what is told of words once their letters are gone."""
        return cls(
            numbers.astype(np.int32),
            letters.bases[1:] - letters.bases[:-1],
            letters.places(),
            _NOT_TOLD if settings.spaces else letters.odd_spaces(),
        )


_NOT_TOLD = np.zeros(0, np.bool_)


def _batches(texts: Sequence[str]) -> list[Sequence[str]]:
    """Return texts in runs of so many letters; at least one run."""
    ends = list(accumulate(map(len, texts)))
    if not ends or ends[-1] <= _OFTEN:
        return [texts]
    cuts = {bisect_left(ends, many) for many in range(_OFTEN, ends[-1] + 1, _OFTEN)} - {0}
    return [texts[start:end] for start, end in pairwise((0, *sorted(cuts), len(texts)))]
