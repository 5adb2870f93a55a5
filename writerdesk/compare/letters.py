"""Texts as bytes in a row, and where their words stand: parted by numpy, without a string a word.

A word is whatever stands between blanks. To part a novel this way takes a tenth of the time of
``split``, which makes a string of every word.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from writerdesk.frozen import frozen
from writerdesk.manuscript.folding import QUOTES

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Bytes = NDArray[np.uint8]
Short = NDArray[np.int32]

WINDOW = 8
"""So many bytes can be read at once from every place of a word."""

# No paragraph can hold it, and it counts as a blank: every byte up to the space does, of which a
# paragraph has tabs and line breaks besides.
_SEAM = "\x1f"
_SEAM_CODE = ord(_SEAM)
_LAST_BLANK = ord(" ")
_PADDING = "\0" * WINDOW
# Behind the last text stand a seam and the padding.
_BEHIND = 1 + WINDOW
# The other blanks, as UTF-8 writes them: no-break, and those of three bytes, in order.
_SPACES = (
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_FIRST_OF_TWO, _SECOND_OF_TWO = "\u00a0".encode()
_BLANKS_OF_THREE = np.array([int.from_bytes(space.encode(), "big") for space in _SPACES])
_FIRST_OF_THREE = 0xE1
_MAY_BE_LAST = np.zeros(256, np.bool_)
_MAY_BE_LAST[_BLANKS_OF_THREE & 0xFF] = True
# Read as signed numbers, the bytes that go on with a letter are less than all others.
_LEAST_FIRST = -64
WORD = re.compile("[^\0- \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
"""A word among the same blanks, for those who read a single text."""
# Texts whose words are counted at once: what is made meanwhile stays in the processor's cache.
_FEW = 512
_NOWHERE = np.zeros(0, np.int64)


@frozen(eq=False)
class Letters:
    """Texts in a row as UTF-8, and where their words start and end in it.

    The words of text n are those from ``bases[n]`` to ``bases[n + 1]``; ``texts`` is where each
    text begins. ``blank`` tells of every byte whether it parts words.
    """

    written: bytes
    codes: Bytes
    blank: Flags
    starts: Numbers
    ends: Numbers
    bases: Numbers
    texts: Numbers

    @classmethod
    def of(cls, texts: Sequence[str], *, plain: bool = False) -> "Letters":
        """Return texts in a row, parted into words; ``plain``: with straight quotes."""
        written, codes, blank = _read(texts, plain=plain)
        seams = np.flatnonzero(codes == _SEAM_CODE)
        starts, ends = _between(blank[:-WINDOW].nonzero()[0])
        bases: Numbers = np.searchsorted(starts, seams)
        return cls(written, codes, blank, starts, ends, bases, seams[:-1] + 1)

    def alone(self, words: Numbers) -> "Letters":
        """Return some words as texts of their own."""
        sizes = self.ends[words] - self.starts[words]
        ends = (sizes + 1).cumsum()
        starts = ends - sizes
        # Every word with the blank before it, which becomes the seam.
        places = (self.starts[words] - starts).repeat(sizes + 1)
        places += np.arange(len(places))
        codes = np.full(len(places) + _BEHIND, _SEAM_CODE, np.uint8)
        codes[: len(places)] = self.codes.take(places, mode="clip")
        codes[starts - 1] = _SEAM_CODE
        return Letters._of_alone(codes, starts, ends)

    @classmethod
    def joined(cls, some: "Sequence[Letters]") -> "Letters":
        """Return words that are texts of their own, of several, one after the other."""
        if len(some) == 1:
            return some[0]
        # What is behind the last word of each stands behind the last of all.
        before = list(accumulate((len(one.codes) - _BEHIND for one in some), initial=0))
        codes = [one.codes[:-_BEHIND] for one in some[:-1]]
        return cls._of_alone(
            np.concatenate((*codes, some[-1].codes)),
            np.concatenate([one.starts + more for one, more in zip(some, before, strict=False)]),
            np.concatenate([one.ends + more for one, more in zip(some, before, strict=False)]),
        )

    @classmethod
    def _of_alone(cls, codes: Bytes, starts: Numbers, ends: Numbers) -> "Letters":
        bases = np.arange(len(starts) + 1)
        return cls(codes.tobytes(), codes, codes <= _LAST_BLANK, starts, ends, bases, starts)

    @property
    def windows(self) -> NDArray[np.uint64]:
        """The bytes from every place on, as one number."""
        return np.ndarray((len(self.codes) - WINDOW + 1,), "<u8", self.codes, strides=(1,))

    def words(self, numbers: Numbers) -> list[str]:
        """Return some words as they are written."""
        written = self.written
        places = zip(self.starts[numbers].tolist(), self.ends[numbers].tolist(), strict=True)
        return [written[start:end].decode() for start, end in places]

    def goes_on(self) -> Numbers:
        """Return which bytes go on with a letter."""
        if self.written.isascii():
            return _NOWHERE
        return (self.codes.view(np.int8) < _LEAST_FIRST).nonzero()[0]

    def lengths(self) -> Numbers:
        """Return how many letters every word has; few words have letters of several bytes."""
        sizes = self.ends - self.starts
        if len(sizes) and len(goes_on := self.goes_on()):
            words = self.starts.searchsorted(goes_on, "right") - 1
            inside = words[(self.starts[words] < goes_on) & (goes_on < self.ends[words])]
            sizes -= np.bincount(inside, minlength=len(sizes))
        return sizes

    def places(self) -> "Places":
        """Return where the words stand."""
        goes_on = self.goes_on()
        return Places(
            self.starts.astype(np.int32),
            self.ends.astype(np.int32),
            self.texts - goes_on.searchsorted(self.texts),
            goes_on.astype(np.int32),
            len(self.codes),
        )

    def odd_spaces(self) -> Flags:
        """Tell of every word whether something else than one usual space follows it."""
        odd = np.zeros(len(self.starts), np.bool_)
        follows = self.ends[:-1]
        odd[:-1] = (self.starts[1:] != follows + 1) | (self.codes[follows] != _LAST_BLANK)
        return odd


@frozen(eq=False)
class Places:
    """Where the words of texts start and end, by their bytes; letters are counted when asked for.

    Of some hundred thousand words only those are asked for at which a mark starts or ends.
    ``letters`` are how many begin before each text, ``goes_on`` the bytes that go on with one, of
    so many as ``size`` says.
    """

    starts: Short
    ends: Short
    letters: Numbers
    goes_on: Short
    size: int

    @classmethod
    def joined(cls, some: "Sequence[Places]") -> "Places":
        """Return the places of words in texts that follow each other."""
        if len(some) == 1:
            return some[0]
        before = list(accumulate((places.size for places in some), initial=0))
        many = (places.size - len(places.goes_on) for places in some)
        letters = zip(some, accumulate(many, initial=0), strict=False)

        def moved(columns: Iterable[Short]) -> Short:
            both = zip(columns, before, strict=False)
            return np.concatenate([column + np.int32(more) for column, more in both])

        return cls(
            moved(places.starts for places in some),
            moved(places.ends for places in some),
            np.concatenate([places.letters + more for places, more in letters]),
            moved(places.goes_on for places in some),
            before[-1],
        )

    def part(self, words: slice, texts: slice) -> "Places":
        """Return the places of some of the texts."""
        return replace(
            self, starts=self.starts[words], ends=self.ends[words], letters=self.letters[texts]
        )

    def starts_of(self, words: Numbers, texts: Numbers) -> Numbers:
        """Return where some words start in their texts, in code points."""
        return self._letters(self.starts[words]) - self.letters[texts]

    def ends_of(self, words: Numbers, texts: Numbers) -> Numbers:
        """Return where some words end in their texts, in code points."""
        return self._letters(self.ends[words]) - self.letters[texts]

    def _letters(self, places: Short) -> Numbers:
        """Return how many letters begin before places."""
        return places - self.goes_on.searchsorted(places)


def straight(text: str) -> str:
    """Return a text with straight quotes, in which every letter stands where it stood."""
    if not text.isascii():
        for quote, instead in QUOTES:
            text = text.replace(quote, instead)
    return text


def words_in(texts: Sequence[str]) -> Numbers:
    """Return how many words texts have."""
    counted = [_words_in(texts[at : at + _FEW]) for at in range(0, len(texts), _FEW)]
    return np.concatenate(counted) if counted else np.zeros(0, np.int64)


def _words_in(texts: Sequence[str]) -> Numbers:
    _, codes, blank = _read(texts)
    seams = np.flatnonzero(codes == _SEAM_CODE)
    # Behind which bytes a word begins, up to the last seam.
    begins = (blank[:-1] > blank[1:]).nonzero()[0]
    edges: Numbers = np.searchsorted(begins, seams)
    return edges[1:] - edges[:-1]


def _read(texts: Sequence[str], *, plain: bool = False) -> tuple[bytes, Bytes, Flags]:
    """Return texts in a row, and of every byte whether it parts words."""
    whole = _SEAM.join(("", *texts, _PADDING))
    written = (straight(whole) if plain else whole).encode()
    codes = np.frombuffer(written, np.uint8)
    blank = codes <= _LAST_BLANK
    if not written.isascii():
        _blank_out(codes, blank)
    return written, codes, blank


def _between(blanks: Numbers) -> tuple[Numbers, Numbers]:
    """Return where what stands between blanks starts and ends; most stand alone."""
    starts, ends = blanks[:-1] + 1, blanks[1:]
    if (some := starts < ends).all():
        return starts, ends
    return starts[some], ends[some]


def _blank_out(codes: Bytes, blank: Flags) -> None:
    """Note the blanks that take several bytes."""
    two = (codes == _FIRST_OF_TWO).nonzero()[0]
    if len(two):
        _note(blank, two[codes[two + 1] == _SECOND_OF_TWO], 2)
    first = (codes >= _FIRST_OF_THREE).nonzero()[0]
    # Most that take three are quotes and dashes: their last byte tells it.
    first = first[_MAY_BE_LAST[codes[first + 2]]]
    if not len(first):
        return
    three = codes[first].astype(np.int64) << 16
    three |= codes[first + 1].astype(np.int64) << 8
    three |= codes[first + 2]
    place = _BLANKS_OF_THREE[:-1].searchsorted(three)
    _note(blank, first[_BLANKS_OF_THREE[place] == three], 3)


def _note(blank: Flags, places: Numbers, size: int) -> None:
    for at in range(size):
        blank[places + at] = True
