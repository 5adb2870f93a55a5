"""A few paragraphs as words and sentences, in plain lists: what `spelling` does of many at once."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from writerdesk.compare.letters import WORD
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

    ``words`` and ``numbers`` are as in `Spelled`, ``signs`` what each word is in sentences.
    """

    texts: Sequence[str]
    words: str
    numbers: Sequence[int]
    signs: bytes
    bases: list[int]
    spans: list[tuple[int, int]]

    def by_paragraph(self) -> list[str]:
        """Return the words of each paragraph."""
        return [self.words[start:end] for start, end in pairwise(self.bases)]


def read(texts: Sequence[str], lexicon: Lexicon) -> Few:
    """Return a few texts as words."""
    bases, spans, words = [0], list[tuple[int, int]](), list[str]()
    for text in texts:
        found = [match.span() for match in WORD.finditer(text)]
        words += [text[start:end] for start, end in found]
        spans += found
        bases.append(len(spans))
    numbers, letters, signs = tuple(zip(*lexicon.met(words), strict=True)) or ((), (), ())
    return Few(texts, "".join(letters), numbers, bytes(signs), bases, spans)


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
