"""Words as numbers: both sides' paragraphs in a row, every different word with a number of its own.

What the settings overlook is folded first, so that words that read the same have one number. A
number is exact: words of up to eight bytes are numbers as they stand, longer ones and those with
uncommon signs are looked up. Only whether two numbers are the same ever matters, never which they
are, so that no result hangs on the order in which the words came. As strings of one character a
word, passages can be compared at the speed of strings.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from string import ascii_lowercase, ascii_uppercase

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import ints
from writerdesk.compare.values import Cancelled, Settings, StopAsked, never
from writerdesk.manuscript.folding import folded_word
from writerdesk.manuscript.sentences import can_begin, can_end

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_SEAM = "\n"
# One sign for one: places stay what they are.
_EVEN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "—"))
# Characters above those of two bytes, where no surrogates are; there are a million of them.
_FIRST_CHARACTER = 0x10000
_MOST_WORDS = 0x110000 - _FIRST_CHARACTER
_PACKED = 8
# A byte that never comes in UTF-8 marks the numbers of words too long to be one themselves.
_LOOKED_UP = 0xFF << 56
# Words this short are mostly grammar: kept alone between two changes they are kept by chance.
_LONGEST_LIGHT_WORD = 3
_LIGHT_WEIGHT = 1 / 3


@dataclass(frozen=True, slots=True, eq=False)
class Spelled:
    """Paragraphs as words: those of paragraph n are ``words[bases[n]:bases[n + 1]]``.

    ``starts`` and ``ends`` say where each word stands in its paragraph, ``altered`` which words
    were folded, ``first`` which begin a sentence; ``weights`` adds up how much the words before
    each say. ``raw`` are the characters of all texts, ``raw_starts`` where in them words start.
    """

    words: str
    bases: Numbers
    starts: Numbers
    ends: Numbers
    altered: Flags
    first: Flags
    weights: NDArray[np.float64]
    raw: NDArray[np.uint32]
    raw_starts: Numbers
    exact: bool

    def paragraph(self, number: int) -> str:
        """Return the words of one paragraph."""
        return self.words[self.bases[number] : self.bases[number + 1]]


class _Parted:
    """One side's texts, parted into words; the words' places are in all the texts together."""

    def __init__(self, texts: Sequence[str], settings: Settings) -> None:
        whole = _SEAM.join(texts)
        self.raw = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
        sizes = np.fromiter(map(len, texts), np.int64, len(texts))
        self.offsets = np.concatenate(([0], np.cumsum(sizes + 1)))[: len(texts)]
        self.whole = _folded(whole, settings)
        blank = _is_blank(self.raw)
        edges = np.flatnonzero(np.diff(np.concatenate(([True], blank, [True]))))
        self.starts, self.ends = edges[0::2], edges[1::2]
        bases = np.searchsorted(self.starts, self.offsets)
        self.bases = np.append(bases, len(self.starts))
        plain = np.frombuffer(self.whole.encode("utf-32-le"), np.uint32)
        self.altered = self._with(plain != self.raw)
        self.plain = plain
        self.lengths = self.ends - self.starts
        self.keys = _packed(plain, self.starts, self.lengths)
        self.odd = self._with(_is_odd(plain)) | settings.punctuation

    def _with(self, signs: Flags) -> Flags:
        """Tell which words have one of the signs."""
        words = np.zeros(len(self.starts) + 1, np.bool_)
        words[np.searchsorted(self.starts, np.flatnonzero(signs), "right") - 1] = True
        return words[:-1]

    def words(self, numbers: Numbers) -> list[str]:
        whole, starts, ends = self.whole, ints(self.starts[numbers]), ints(self.ends[numbers])
        return [whole[start:end] for start, end in zip(starts, ends, strict=True)]

    def look_up(self, keys: "_Keys") -> None:
        """Give the words that are no numbers themselves theirs."""
        long = np.flatnonzero((self.lengths > _PACKED) & ~self.odd)
        self.keys[long] = list(map(keys.looked_up.__getitem__, self.words(long)))
        odd = np.flatnonzero(self.odd)
        self.keys[odd] = list(map(keys.__getitem__, self.words(odd)))
        self.altered[odd] = True


class _Keys(dict[str, int]):
    """The numbers of words that have to be folded one by one."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.looked_up: defaultdict[str, int] = defaultdict(count(_LOOKED_UP).__next__)

    def __missing__(self, word: str) -> int:
        plain = _plain(word, self._settings)
        short = len(plain) <= _PACKED and plain.isascii()
        key = int.from_bytes(plain.encode(), "little") if short else self.looked_up[plain]
        self[word] = key
        return key


class _Ending(dict[str, bool]):
    """Which words can end a sentence."""

    def __missing__(self, word: str) -> bool:
        can = self[word] = can_end(word)
        return can


def spell(
    left: Sequence[str],
    right: Sequence[str],
    settings: Settings,
    cancelled: StopAsked = never,
) -> tuple[Spelled, Spelled]:
    """Return the words of both sides' paragraphs; the same word has the same number in both."""
    one = _Parted(left, settings)
    if cancelled():
        raise Cancelled
    other = _Parted(right, settings)
    keys = _Keys(settings)
    for side in (one, other):
        side.look_up(keys)
        if cancelled():
            raise Cancelled
    different, ids = np.unique(np.concatenate((one.keys, other.keys)), return_inverse=True)
    exact = len(different) <= _MOST_WORDS
    characters = np.minimum(ids, _MOST_WORDS - 1) + _FIRST_CHARACTER
    parted = len(one.keys)
    return (
        _spelled(one, characters[:parted], exact=exact),
        _spelled(other, characters[parted:], exact=exact),
    )


def _spelled(side: _Parted, characters: Numbers, *, exact: bool) -> Spelled:
    words = characters.astype("<u4").tobytes().decode("utf-32-le")
    weights = np.where(side.lengths <= _LONGEST_LIGHT_WORD, _LIGHT_WEIGHT, 1.0)
    shift = np.repeat(side.offsets, np.diff(side.bases))
    return Spelled(
        words=words,
        bases=side.bases,
        starts=side.starts - shift,
        ends=side.ends - shift,
        altered=side.altered,
        first=_beginnings(side),
        weights=np.concatenate(([0.0], np.cumsum(weights))),
        raw=side.raw,
        raw_starts=side.starts,
        exact=exact,
    )


_BLANKS = np.array([9, 10, 32, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000])


def _is_blank(characters: NDArray[np.uint32]) -> Flags:
    blank = characters == 32
    rare = np.flatnonzero((characters < 32) | (characters > 126))
    odd = characters[rare]
    blank[rare] = np.isin(odd, _BLANKS) | ((odd >= 0x2000) & (odd <= 0x200A))
    return blank


def _folded(whole: str, settings: Settings) -> str:
    """Fold the signs that stand for one other, so that every place stays what it is."""
    for sign, instead in _EVEN:
        whole = whole.replace(sign, instead)
    if settings.capitals:
        lowered = whole.lower()
        if len(lowered) != len(whole):
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in whole)
        return lowered
    return whole


def _packed(plain: NDArray[np.uint32], starts: Numbers, lengths: Numbers) -> NDArray[np.uint64]:
    """Return what the first eight letters of each word are as a number."""
    letters = np.zeros(len(plain) + _PACKED, np.uint8)
    letters[: len(plain)] = plain
    windows = np.lib.stride_tricks.sliding_window_view(letters, _PACKED)[starts]
    keys = np.ascontiguousarray(windows).view("<u8").ravel()
    missing = _PACKED - np.minimum(lengths, _PACKED).astype(np.uint64)
    return keys & (~np.uint64(0) >> (missing * np.uint64(8)))


def _is_odd(plain: NDArray[np.uint32]) -> Flags:
    """Tell which are signs that a word must be folded for one by one."""
    odd = (plain > 126) | (plain == ord("`"))
    for sign in (".", "-", "'"):
        one = plain == ord(sign)
        odd[:-1] |= one[:-1] & one[1:]
    return odd


def _plain(word: str, settings: Settings) -> str:
    plain = folded_word(word)
    if settings.capitals:
        plain = plain.lower()
    return "".join(filter(str.isalnum, plain)) if settings.punctuation else plain


_STOPS, _DOT, _CLOSING, _CAPITAL, _SMALL = 1, 2, 4, 8, 16
_SORTS = np.zeros(128, np.uint8)
for _sort, _signs in (
    (_STOPS, "!?"),
    (_DOT, "."),
    (_CLOSING, "\"')]}"),
    (_CAPITAL, ascii_uppercase),
    (_SMALL, ascii_lowercase),
):
    _SORTS[list(map(ord, _signs))] = _sort
_SORTS[127] = _STOPS | _DOT | _CLOSING  # any other sign: nobody knows yet
# The longest abbreviation there is, and its dot; a longer word ends its sentence with it.
_LONGEST_ABBREVIATION = 8


def _beginnings(side: _Parted) -> Flags:
    """Tell of each word whether it begins a sentence; the first of a paragraph does.

    Nearly all are told by their last and first signs; the others ask the sentences' rules.
    """
    many = len(side.starts)
    first = np.zeros(many + 1, np.bool_)
    if many:
        sorts = _SORTS[np.minimum(side.plain, 127)]
        last, before = sorts[side.ends - 1], sorts[np.maximum(side.ends - 2, 0)]
        begin, second = sorts[side.starts], sorts[np.minimum(side.starts + 1, len(sorts) - 1)]
        closed = (last == _CLOSING) & (before & (_STOPS | _DOT) > 0)
        ends = (last == _STOPS) | closed
        ends |= (last == _DOT) & (side.lengths > _LONGEST_ABBREVIATION)
        begins = (begin == _CAPITAL) | ((begin == _CLOSING) & (second == _CAPITAL))
        first[1:-1] = ends[:-1] & begins[1:]
        may = (last & (_STOPS | _DOT | _CLOSING) > 0) & ((last != _CLOSING) | (before & 7 > 0))
        unsure = np.flatnonzero(may[:-1] & (begin[1:] != _SMALL) & ~first[1:-1])
        ending = _Ending()
        pairs = zip(side.words(unsure), side.words(unsure + 1), strict=True)
        first[unsure + 1] = [ending[one] and can_begin(other) for one, other in pairs]
    first[side.bases] = True
    return first
