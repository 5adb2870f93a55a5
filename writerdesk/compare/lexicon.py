"""Every different word of two drafts once: its number, what it reads as, what it is in sentences.

A text has far more words than different ones. What can be told of a word by itself is told when it
is first met, for all new words at once; after that a word is a number that looks it up. Numbers
are exact, never hashes; only whether two are the same ever matters, never which they are, so that
no result hangs on the order in which the words came. A lexicon only grows: the words of an edited
paragraph are met among those already known.
"""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import count, islice
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.values import Settings
from writerdesk.manuscript.folding import folded_texts
from writerdesk.manuscript.sentences import can_begin, can_end

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

# Words this short are mostly grammar: kept alone between two changes they are kept by chance.
_LONGEST_LIGHT_WORD = 3
_ENDS, _BEGINS, _LIGHT, _CAPITAL = 1, 2, 4, 8


KEPT = 0
"""Stands for a word that is known to be kept, which one need not look up."""
_NO_WORD = " "


class Lexicon:
    """The words met so far, under the settings that say what of them is overlooked."""

    def __init__(self, settings: Settings) -> None:
        self.settings: Final = settings
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._reads_as, self._signs = array("i"), bytearray()
        self._numbers[_NO_WORD]  # the first number, KEPT, is no word's
        self._reads_as.append(KEPT)
        self._signs.append(0)

    def __len__(self) -> int:
        return len(self._numbers)

    def numbers(self, words: Sequence[str]) -> Numbers:
        """Return the numbers of words; those never met get the next ones."""
        return np.fromiter(map(self._numbers.__getitem__, words), np.int64, len(words))

    def reads_as(self, words: Numbers) -> Numbers:
        """Return one number for all words that read the same."""
        self._learn()
        return np.array(self._reads_as, np.int64)[words]

    def sentence_starts(self, words: Numbers) -> Flags:
        """Tell of each word but the first whether it begins a sentence, by the one before it."""
        signs = self._signs_of(words)
        return (signs[:-1] & _ENDS > 0) & (signs[1:] & _BEGINS > 0)

    def are_light(self, words: Numbers) -> Flags:
        """Tell which words are mostly grammar."""
        return self._signs_of(words) & _LIGHT > 0

    def are_capital(self, words: Numbers) -> Flags:
        """Tell which words have a capital, as names have."""
        return self._signs_of(words) & _CAPITAL > 0

    def words(self) -> list[str]:
        """Return all words as they are written, by their numbers."""
        return list(self._numbers)

    def _signs_of(self, words: Numbers) -> NDArray[np.uint8]:
        self._learn()
        return np.frombuffer(bytes(self._signs), np.uint8)[words]

    def _learn(self) -> None:
        """Look at the words that are new.

        One that reads as another is met as that other as well, so there may be more to learn.
        """
        while (first := len(self._signs)) < len(self._numbers):
            many = len(self._numbers) - first
            words = list(islice(reversed(self._numbers), many))[::-1]
            seen = _Seen(words)
            reads_as = np.arange(first, first + many, dtype=np.int32)
            for place, plain in _otherwise(words, seen, self.settings):
                reads_as[place] = self._numbers[plain]
            self._reads_as.frombytes(reads_as.tobytes())
            self._signs += seen.signs().tobytes()


class _Seen:
    """New words, as their letters all in a row."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        whole = "\n".join((*words, ""))
        self._codes = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
        self._ends = np.flatnonzero(self._codes == ord("\n"))
        self._starts = np.concatenate(([0], self._ends[:-1] + 1))

    def odd(self) -> list[int]:
        """Return the places of words that may have to be folded."""
        codes = self._codes
        odd = (codes > _LAST_PLAIN) | (codes == ord("`"))
        for sign in (".", "-", "'"):
            one = codes == ord(sign)
            odd[:-1] |= one[:-1] & one[1:]
        places = np.searchsorted(self._starts, np.flatnonzero(odd), "right") - 1
        return np.unique(places).tolist()

    def signs(self) -> NDArray[np.uint8]:
        """Return what a sentence makes of the words.

        Nearly all are told by their first two and last two signs, all at once; the others ask the
        rules of sentences.
        """
        starts, ends = self._starts, self._ends
        lengths = ends - starts
        sorts = _SORTS[np.minimum(self._codes, _OTHER)]
        for sign, instead in _STRAIGHT:
            sorts[self._codes == ord(sign)] = _SORTS[ord(instead)]
        first, second = sorts[starts], sorts[np.minimum(starts + 1, ends)]
        last, before = sorts[np.maximum(ends - 1, starts)], sorts[np.maximum(ends - 2, starts)]
        begins = (first & (_UPPER | _DIGIT) > 0) | ((first == _CLOSE) & (second == _UPPER))
        ending = (last == _STOP) | ((last == _DOT) & (lengths > _LONGEST_ABBREVIATION))
        after = ending & (before & _LETTER > 0) | (last == _CLOSE) & (before & (_STOP | _DOT) > 0)
        signs = np.where(lengths <= _LONGEST_LIGHT_WORD, _LIGHT, 0).astype(np.uint8)
        signs[begins] |= _BEGINS
        signs[after] |= _ENDS
        signs[(first == _UPPER) | (second == _UPPER)] |= _CAPITAL
        words = self._words
        is_told = (last & (_LETTER | _DIGIT | _MIDDLE) > 0) | after
        for number in np.flatnonzero(~is_told).tolist():
            signs[number] |= _ENDS if can_end(words[number]) else 0
        is_told = (first & (_LETTER | _DIGIT) > 0) | begins
        is_told |= (first == _CLOSE) & (second == _LOWER)
        for number in np.flatnonzero(~is_told).tolist():
            signs[number] |= _beginning(words[number])
        signs[lengths == 0] = 0
        return signs


def _otherwise(words: list[str], seen: _Seen, settings: Settings) -> list[tuple[int, str]]:
    """Return the words that read otherwise than they are written, with the settings' leave."""
    plain = words
    if settings.quotes_and_dashes:
        odd = seen.odd()
        folded = folded_texts([words[place] for place in odd], keep_case=True)
        if not (settings.capitals or settings.punctuation):
            return list(zip(odd, folded, strict=True))
        plain = list(words)
        for place, text in zip(odd, folded, strict=True):
            plain[place] = text
    if settings.capitals:
        plain = [word.lower() for word in plain]
    if settings.punctuation:
        plain = ["".join(filter(str.isalnum, word)) for word in plain]
    both = enumerate(zip(words, plain, strict=True))
    return [(place, text) for place, (word, text) in both if text != word]


_LAST_PLAIN = 126
_LOWER, _UPPER, _DIGIT, _STOP, _DOT, _CLOSE, _MIDDLE, _OTHER = 1, 2, 4, 8, 16, 32, 64, 128
_LETTER = _LOWER | _UPPER
_SORTS = np.zeros(_OTHER + 1, np.uint8)
for _sort, _some in (
    (_LOWER, ascii_lowercase),
    (_UPPER, ascii_uppercase),
    (_DIGIT, digits),
    (_STOP, "!?"),
    (_DOT, "."),
    (_CLOSE, "\"')]}"),
    (_MIDDLE, ",;:"),
):
    _SORTS[list(map(ord, _some))] = _sort
_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))
# The longest abbreviation there is, and its dot; a longer word ends its sentence with it.
_LONGEST_ABBREVIATION = 8


def _beginning(word: str) -> int:
    """Return what the first letters say of a word of which nobody knows yet."""
    signs = _BEGINS if can_begin(word) else 0
    return signs | _CAPITAL if any(map(str.isupper, word[:2])) else signs
