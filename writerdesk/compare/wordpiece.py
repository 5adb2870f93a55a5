"""Sentences as the numbers a model of meaning reads: words, cut into the pieces it knows.

Sentence models that are given away share one way to do so: letters small and without accents, signs
by themselves, each word from its front in the longest pieces of a list, ``vocab.txt``; pieces
inside a word begin with ``##``.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from writerdesk.frozen import frozen

VOCABULARY, _TOKENIZER = "vocab.txt", "tokenizer.json"
# A longer word is noise to such a model, as they were trained.
_LONGEST_WORD = 100
_UNKNOWN, _FIRST, _LAST = "[UNK]", "[CLS]", "[SEP]"


@frozen
class WordPiece:
    """The pieces a model knows, by their numbers; ``is_small``: it knows no capitals."""

    pieces: Mapping[str, int]
    is_small: bool

    def encode(self, text: str, most: int) -> list[int]:
        """Return the numbers of a sentence's pieces, at most so many with those at its ends."""
        inside = [number for word in self._words(text) for number in self._parted(word)]
        first, last = ([self.pieces[end]] if end in self.pieces else [] for end in (_FIRST, _LAST))
        return [*first, *inside[: most - len(first) - len(last)], *last] or [self.pieces[_UNKNOWN]]

    def _words(self, text: str) -> list[str]:
        if self.is_small:
            apart = unicodedata.normalize("NFD", text.lower())
            text = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
        return "".join(f" {sign} " if _stands_alone(sign) else sign for sign in text).split()

    def _parted(self, word: str) -> Iterator[int]:
        found: list[int] = []
        start, end = 0, len(word)
        while start < end and len(word) <= _LONGEST_WORD:
            piece = self.pieces.get(word[start:end] if start == 0 else f"##{word[start:end]}")
            if piece is None:
                end -= 1
                continue
            found.append(piece)
            start, end = end, len(word)
        yield from found if found and start == len(word) else [self.pieces[_UNKNOWN]]


def pieces_in(folder: Path) -> WordPiece:
    """Read the pieces a model knows from its folder; raises if there is no list of them."""
    if (folder / VOCABULARY).exists():
        lines = (folder / VOCABULARY).read_text("utf-8").splitlines()
        pieces = {line: number for number, line in enumerate(lines)}
    else:
        written = json.loads((folder / _TOKENIZER).read_text("utf-8"))
        pieces = cast("dict[str, int]", written["model"]["vocab"])
    if _UNKNOWN not in pieces:
        raise ValueError("a list of pieces knows what it does not know")
    told = (piece for piece in pieces if not piece.startswith("["))
    return WordPiece(pieces, is_small=all(piece == piece.lower() for piece in told))


def _stands_alone(sign: str) -> bool:
    """Tell what is a word by itself: signs, and characters that are written without spaces."""
    if sign.isalnum():
        return "\u3400" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff"
    return not sign.isspace() and unicodedata.category(sign)[0] in "PS"
