"""What words are in sentences, by their first two and last two letters: many words at once."""

from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final

import numpy as np

from writerdesk.compare.letters import WINDOW, Bytes, Flags, Letters, Numbers
from writerdesk.manuscript.sentences import ABBREVIATIONS, can_begin, can_end

ENDS: Final = 1
"""A sentence may end with the word."""
BEGINS: Final = 2
"""A sentence may begin with it."""
LIGHT: Final = 4
"""It is mostly grammar."""
CAPITAL: Final = 8
"""It has a capital, as names have."""

_ENDS, _BEGINS, _LIGHT, _CAPITAL = map(np.uint8, (ENDS, BEGINS, LIGHT, CAPITAL))
# Words this short are mostly grammar: kept alone between two changes they are kept by chance.
_LONGEST_LIGHT = 3
_LOWER, _UPPER, _DIGIT, _STOP, _DOT, _CLOSE, _MIDDLE = 1, 2, 4, 8, 16, 32, 64
_LETTER = _LOWER | _UPPER
_SORTS = np.zeros(256, np.uint8)
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
_SORTS_OF = bytes(_SORTS)
# All of them are shorter, with their dot, than what is read at once: a longer word is none.
_ABBREVIATED = frozenset(
    int.from_bytes(f"{word}.".encode().ljust(WINDOW, b"\0"), "little")
    for word in ABBREVIATIONS
    if word.isascii() and len(word) < WINDOW
)
_IN_ORDER = np.array(sorted(_ABBREVIATED), np.uint64)
_SMALL = np.uint64(0x2020202020202020)


def signs_of(letters: Letters, words: Numbers) -> Bytes:
    """Return the signs of some words of texts.

    Nearly all are told by their letters, all at once; the others ask the rules of sentences.
    """
    signs, no_end, no_start = _by_letters(letters, words)
    ends = [can_end(word) * ENDS for word in letters.words(words[no_end])]
    signs[no_end] |= np.array(ends, np.uint8)
    begins = [_beginning(word) for word in letters.words(words[no_start])]
    signs[no_start] |= np.array(begins, np.uint8)
    return signs


def sign_of(word: str) -> int:
    """Return the signs of a single word that may be empty: the same, read letter by letter."""
    written = word.encode()
    signs = LIGHT if len(word) <= _LONGEST_LIGHT else 0
    if written.isalpha() and written.islower():  # most words
        return signs
    sorts = written[:2].ljust(2, b"\0") + written[-2:].rjust(2, b"\0")
    first, second, before, last = sorts.translate(_SORTS_OF)
    if first & (_LETTER | _DIGIT) or (first == _CLOSE and second & _LETTER):
        is_capital = bool((first if first != _CLOSE else second) & _UPPER)
        signs |= BEGINS if is_capital or first == _DIGIT else 0
    elif written:
        signs |= _beginning(word)
    if _UPPER in (first, second):
        signs |= CAPITAL
    return signs | (ENDS if _ends(word, before, last) else 0)


def _ends(word: str, before: int, last: int) -> bool:
    """Tell whether a sentence may end with a word of which the last two letters are known."""
    if last == _STOP and before & _LETTER:
        return True
    if last == _CLOSE and before & (_STOP | _DOT):
        return True
    if last == _DOT and before & _LETTER and _is_close(word.encode()):
        return True
    goes_on = (before if last == _CLOSE else last) & (_LETTER | _DIGIT | _MIDDLE)
    return not goes_on and can_end(word)


def _is_close(written: bytes) -> bool:
    """Tell what `_close` tells of one word."""
    if len(written) > WINDOW:
        return True
    only_letters = all(_SORTS_OF[code] & _LETTER for code in written[:-1])
    small = int.from_bytes(written.ljust(WINDOW, b"\0"), "little") | int(_SMALL)
    small &= (1 << 8 * len(written)) - 1
    return only_letters and len(written) > 2 and small not in _ABBREVIATED


def signs_of_texts(texts: Sequence[str], letters: Letters) -> Bytes:
    """Return the signs of single words, each a text of its own, that may be empty."""
    there = np.flatnonzero(np.diff(letters.bases))
    signs = np.zeros(len(texts), np.uint8)
    signs[there] = signs_of(letters, letters.bases[there])
    signs[np.fromiter(map(len, texts), np.int64, len(texts)) == 0] |= LIGHT
    return signs


def _by_letters(letters: Letters, words: Numbers) -> tuple[Bytes, Numbers, Numbers]:
    """Return the signs of words, and which the letters don't tell whether they end or begin."""
    starts, ends = letters.starts[words], letters.ends[words]
    codes, lengths = letters.codes, ends - starts
    first, second = _SORTS[codes[starts]], _SORTS[codes[starts + 1]]
    last, before = _SORTS[codes[ends - 1]], _SORTS[codes[ends - 2]]
    begins = (first & (_UPPER | _DIGIT) > 0) | ((first == _CLOSE) & (second == _UPPER))
    after = (last == _STOP) & (before & _LETTER > 0)
    after |= (last == _CLOSE) & (before & (_STOP | _DOT) > 0)
    dots = np.flatnonzero((last == _DOT) & (before & _LETTER > 0))
    after[dots] = _close(letters, starts[dots], lengths[dots])
    light = letters.lengths()[words] <= _LONGEST_LIGHT
    capital = (first == _UPPER) | (second == _UPPER)
    signs = after * _ENDS | begins * _BEGINS | light * _LIGHT | capital * _CAPITAL
    goes_on = _LETTER | _DIGIT | _MIDDLE
    no_end = ~((np.where(last == _CLOSE, before, last) & goes_on > 0) | after)
    no_start = ~((first & (_LETTER | _DIGIT) > 0) | begins)
    no_start &= ~((first == _CLOSE) & (second == _LOWER))
    return signs, np.flatnonzero(no_end), np.flatnonzero(no_start)


def _close(letters: Letters, starts: Numbers, lengths: Numbers) -> Flags:
    """Tell which words with a dot surely end a sentence: several letters, and no abbreviation."""
    size = np.minimum(lengths, WINDOW)
    places = starts[:, None] + np.minimum(np.arange(WINDOW), size[:, None] - 1)
    only_letters = (_SORTS[letters.codes[places]] & _LETTER > 0).sum(1) == size - 1
    is_long = lengths > WINDOW
    small = letters.windows[starts] | _SMALL
    shift = (8 * (WINDOW - size)).astype(np.uint64)
    small = small << shift >> shift
    near = _IN_ORDER.searchsorted(small).clip(max=len(_IN_ORDER) - 1)
    return is_long | (only_letters & (lengths > 2) & (_IN_ORDER[near] != small))


def _beginning(word: str) -> int:
    """Return what the first letters say of a word of which nobody knows yet."""
    signs = BEGINS if can_begin(word) else 0
    return signs | CAPITAL if any(map(str.isupper, word[:2])) else signs
