"""A few paragraphs as words and sentences, in plain lists: what `spelling` does of many at once."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import Final

import numpy as np

from writerdesk.compare.letters import WORD, Numbers
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.signs import BEGINS, ENDS, LIGHT
from writerdesk.frozen import frozen

# Words are flagged by bytes, which are sought and counted at the speed of strings.
MARKED: Final = b"\1"
KEPT: Final = b"\0"
_ARE_ENDS, _ARE_BEGINS, _ARE_LIGHT = (
    bytes(bool(signs & sign) for signs in range(256)) for sign in (ENDS, BEGINS, LIGHT)
)


@frozen(eq=False)
class Few:
    """A few paragraphs as words: those of paragraph n are ``words[bases[n]:bases[n + 1]]``.

    ``words``, ``numbers``, ``starts`` and ``ends`` are as in `Spelled`, ``signs`` what each word is
    in sentences.
    """

    texts: Sequence[str]
    words: str
    numbers: Numbers
    signs: bytes
    bases: list[int]
    starts: list[int]
    ends: list[int]

    def by_paragraph(self) -> list[str]:
        """Return the words of each paragraph."""
        return [self.words[start:end] for start, end in pairwise(self.bases)]


def read(texts: Sequence[str], lexicon: Lexicon) -> Few:
    """Return a few texts as words."""
    parts = [text.split(" ") for text in texts]
    # Where the only blanks are single spaces, as nearly everywhere, a word's place is told by the
    # sizes of those before it: half the time.
    if all(map(str.isprintable, texts)) and all(map(all, parts)):
        places = _places_of(parts)
    else:
        found = [[match.span() for match in WORD.finditer(text)] for text in texts]
        parts = [
            [text[start:end] for start, end in some]
            for text, some in zip(texts, found, strict=True)
        ]
        spans = list(chain.from_iterable(found))
        places = [start for start, _ in spans], [end for _, end in spans]
    bases = list(accumulate(map(len, parts), initial=0))
    numbers = lexicon.met(list(chain.from_iterable(parts)))
    signs = lexicon.signs(numbers).tobytes()
    return Few(texts, lexicon.characters(numbers), numbers, signs, bases, *places)


def _places_of(parts: Sequence[Sequence[str]]) -> tuple[list[int], list[int]]:
    """Return where words start and end that stand in texts one blank apart."""
    sizes = np.array([len(word) for words in parts for word in words], np.int64)
    ends = sizes.cumsum() + np.arange(len(sizes))
    many = np.array(list(map(len, parts)), np.int64)
    # Each text begins anew.
    ends -= (ends - sizes)[many.cumsum() - many].repeat(many)
    return (ends - sizes).tolist(), ends.tolist()


@frozen(eq=False)
class Side:
    """One side with its sentences: number n begins at word ``sentences[n]`` of ``pieces[n]``.

    ``light`` marks the words that are mostly grammar.
    """

    few: Few
    sentences: list[int]
    pieces: list[int]
    light: bytes

    @classmethod
    def of(cls, few: Few) -> "Side":
        """Return a few paragraphs parted into sentences."""
        bases = few.bases
        ends, begins = few.signs.translate(_ARE_ENDS), few.signs.translate(_ARE_BEGINS)
        first = set(bases)
        at = ends.find(MARKED)
        while at >= 0:
            if begins[at + 1 : at + 2] == MARKED:
                first.add(at + 1)
            at = ends.find(MARKED, at + 1)
        sentences = sorted(first)
        pieces = [bisect_right(bases, start) - 1 for start in sentences[:-1]]
        return cls(few, sentences, pieces, few.signs.translate(_ARE_LIGHT))

    def begins(self, word: int) -> bool:
        """Tell whether a sentence begins with a word."""
        return self.sentences[self.sentence_of(word)] == word

    def sentence_of(self, word: int) -> int:
        """Return the sentence a word is in."""
        return bisect_right(self.sentences, word) - 1
