"""Every different word of two drafts once: its number, what it reads as, what it is in sentences.

A text has far more words than different ones. What can be told of a word by itself is told when it
is first met, for all new words at once; after that a word is a number that looks it up. Numbers
are exact, never hashes; only whether two are the same ever matters, never which they are, so that
no result hangs on the order in which the words came. A lexicon only grows: the words of an edited
paragraph are met among those already known.
"""

from array import array
from collections import defaultdict
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


class Lexicon:
    """The words met so far, under the settings that say what of them is overlooked."""

    def __init__(self, settings: Settings) -> None:
        self.settings: Final = settings
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._folds: defaultdict[str, int] = defaultdict(count().__next__)
        self._reads_as, self._lengths, self._signs = array("i"), array("i"), bytearray()

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def different(self) -> int:
        """How many words there are that read differently."""
        return len(self._folds)

    def numbers(self, words: list[str]) -> list[int]:
        """Return the numbers of words; those never met get the next ones."""
        known = len(self._numbers)
        found = list(map(self._numbers.__getitem__, words))
        if len(self._numbers) > known:
            new = list(islice(reversed(self._numbers), len(self._numbers) - known))
            self._learn(new[::-1])
        return found

    def reads_as(self, words: Numbers) -> Numbers:
        """Return one number for all words that read the same."""
        return np.array(self._reads_as, np.int32)[words]

    def lengths(self, words: Numbers) -> Numbers:
        """Return how many characters words have."""
        return np.array(self._lengths, np.int32)[words]

    def sentence_starts(self, words: Numbers) -> Flags:
        """Tell of each word but the first whether it begins a sentence, by the one before it."""
        signs = np.frombuffer(bytes(self._signs), np.uint8)[words]
        return (signs[:-1] & _ENDS > 0) & (signs[1:] & _BEGINS > 0)

    def are_light(self, words: Numbers) -> Flags:
        """Tell which words are mostly grammar."""
        return np.frombuffer(bytes(self._signs), np.uint8)[words] & _LIGHT > 0

    def are_capital(self, words: Numbers) -> Flags:
        """Tell which words have a capital, as names have."""
        return np.frombuffer(bytes(self._signs), np.uint8)[words] & _CAPITAL > 0

    def words(self) -> list[str]:
        """Return all words as they are written, by their numbers."""
        return list(self._numbers)

    def _learn(self, words: list[str]) -> None:
        self._reads_as.extend(map(self._folds.__getitem__, _folded(words, self.settings)))
        lengths, signs = _looked_at(words)
        self._lengths.frombytes(lengths.astype(np.int32).tobytes())
        self._signs += signs.tobytes()


def _folded(words: list[str], settings: Settings) -> list[str]:
    """Return what words read as, with what the settings overlook left out."""
    if settings.quotes_and_dashes:
        words = folded_texts(words, keep_case=True)
    if settings.capitals:
        words = [word.lower() for word in words]
    if settings.punctuation:
        words = ["".join(filter(str.isalnum, word)) for word in words]
    return words


def _looked_at(words: list[str]) -> tuple[Numbers, NDArray[np.uint8]]:
    """Return the lengths of words and what a sentence makes of them.

    Nearly all are told by their first two and last two signs, all at once; the others ask the rules
    of sentences.
    """
    whole = "\n".join((*words, ""))
    for sign, instead in _STRAIGHT:
        whole = whole.replace(sign, instead)
    codes = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
    sorts = _SORTS[np.minimum(codes, _OTHER)]
    ends = np.flatnonzero(codes == ord("\n"))
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts
    first, second = sorts[starts], sorts[np.minimum(starts + 1, ends - 1)]
    last, before = sorts[ends - 1], sorts[np.maximum(ends - 2, starts)]
    begins = (first & (_UPPER | _DIGIT) > 0) | ((first == _CLOSE) & (second == _UPPER))
    is_long = lengths > _LONGEST_ABBREVIATION
    ending = (last == _STOP) | ((last == _DOT) & is_long)
    after = ending & (before & _LETTER > 0) | (last == _CLOSE) & (before & (_STOP | _DOT) > 0)
    signs = np.where(lengths <= _LONGEST_LIGHT_WORD, _LIGHT, 0).astype(np.uint8)
    signs |= np.where(begins, _BEGINS, 0).astype(np.uint8)
    signs |= np.where(after, _ENDS, 0).astype(np.uint8)
    signs |= np.where((first == _UPPER) | (second == _UPPER), _CAPITAL, 0).astype(np.uint8)
    is_plain = (last & (_LETTER | _DIGIT | _MIDDLE) > 0) | after
    is_plain &= (first & (_LETTER | _DIGIT) > 0) | begins | ((first == _CLOSE) & (second == _LOWER))
    for number in np.flatnonzero(~is_plain).tolist():
        signs[number] = _signs(words[number])
    return lengths, signs


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


def _signs(word: str) -> int:
    """Return the same of one word of which nobody knows yet."""
    signs = _LIGHT if len(word) <= _LONGEST_LIGHT_WORD else 0
    signs |= _BEGINS if can_begin(word) else 0
    signs |= _CAPITAL if any(map(str.isupper, word[:2])) else 0
    return signs | _ENDS if can_end(word) else signs
