"""Every different word of two drafts once: its number, what it reads as, what it is in sentences.

A text has far more words than different ones. What can be told of a word by itself is told when it
is first met, for all new words at once; after that a word is a number that looks it up. Numbers
are exact, never hashes; only whether two are the same ever matters, never which they are, so that
no result hangs on the order in which the words came. A lexicon only grows: the words of an edited
paragraph are met among those already known.

The bytes of a word of up to eight are one number already, its key. Keys are kept in tables: which
place a key has in the first is worked out from the key, and one that finds another there goes on to
the next. Where a key stands is the word's number. A longer word is the word of two numbers: of what
it begins with, and of its next eight bytes.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.letters import WINDOW, Bytes, Flags, Letters, Numbers, straight
from writerdesk.compare.signs import CAPITAL, sign_of, signs_of, signs_of_texts
from writerdesk.compare.values import Settings
from writerdesk.manuscript.folding import folded_texts, folded_word

Keys = NDArray[np.uint64]

MOST_WORDS: Final = 15 << 16
"""So many words have a number of their own; a character each, above those of two bytes."""
NOTHING: Final = 0
"""The number of no word, and of a word of which nothing is left to read."""

# Characters above those of two bytes, where no surrogates are; there are a million of them.
_FIRST_CHARACTER: Final = 0x10000

# To meet so many new words at once takes as long as to meet each: a millisecond.
_FEW_NEW = 96
_DASH = "—"
_KNOWN = 128
# What letters of several bytes begin with, and those that are read as they are written: accented
# Latin ones, and the dash and the dots that others are folded to.
_FIRST_OF_SEVERAL, _ACCENTED = 0xC2, 0xC3
_DASH_CODE, _DOTS_CODE = (int.from_bytes(sign.encode(), "big") for sign in "—…")
# A table of 32,768 keys stays in the processor's cache; a novel has 20,000 different words, of
# which those that come often are met first and stand in the first table.
_TABLE_BITS = 15
_TABLE, _FIRST_TABLES = 1 << _TABLE_BITS, 4
# Any odd number spreads the keys; this one is 2**64 over the golden ratio.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(64 - _TABLE_BITS)
# No letter begins with this byte, so that no key of letters is one of two numbers.
_OF_TWO = np.uint64(0xFF << 56)
_HALF = np.uint64(24)
# The same for one word, which is worked out without numpy.
_FACTOR, _SHIFT_BITS, _TWO, _HALF_BITS = map(int, (_SPREAD, _SHIFT, _OF_TWO, _HALF))
_ALL_BITS = (1 << 64) - 1
_NUMBER = (1 << 24) - 1
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(WINDOW + 1)], np.uint64)


class New(NamedTuple):
    """Different words that were never met before, as texts of their own, and their numbers."""

    letters: Letters
    numbers: Numbers


class _Views(NamedTuple):
    """The tables for one word at a time: plain numbers, in a third of the time arrays take."""

    keys: "memoryview[int]"
    reads_as: "memoryview[int]"
    signs: "memoryview[int]"


class Lexicon:
    """The words met so far, under the settings that say what of them is overlooked."""

    def __init__(self, settings: Settings) -> None:
        self.settings: Final = settings
        # No memory is taken for what nobody looks at.
        self._keys = np.zeros(_FIRST_TABLES * _TABLE, np.uint64)
        self._keys[NOTHING] = ~np.uint64(0)
        self._reads_as = np.zeros(len(self._keys), np.int32)
        self._signs = np.zeros(len(self._keys), np.uint8)
        self._seen = self._views()
        self._met: dict[str, int] = {}
        self.is_full = False

    def __len__(self) -> int:
        """Return how many numbers there are to have; no word has a greater one."""
        return len(self._keys)

    def numbers(self, letters: Letters) -> Numbers:
        """Return the numbers of words; those never met get new ones."""
        numbers, new = self.met_in(letters)
        self.learn(new)
        return numbers

    def met_in(self, letters: Letters) -> "tuple[Numbers, Sequence[New]]":
        """Return the numbers of words, and those never met, which have to be learned then."""
        numbers = self._spelled(letters)
        new = np.flatnonzero(self.signs(numbers) == 0)
        if not len(new):
            return numbers, ()
        some, place = numbers[new], np.empty(len(self._keys), np.int32)
        place[some] = new
        each = new[place[some] == new]
        some = numbers[each]
        self._signs[some] = _KNOWN
        return numbers, (New(letters.alone(each), some),)

    def learn(self, new: "Sequence[New]") -> None:
        """Look at words that were never met, all at once."""
        if new:
            letters = Letters.joined([some.letters for some in new])
            self._learn(letters, np.concatenate([some.numbers for some in new]))

    def met(self, words: Sequence[str]) -> Numbers:
        """Return the numbers of words met one by one: of a few that is quicker than all at once."""
        met = self._met
        try:
            numbers = list(map(met.__getitem__, words))
        except KeyError:
            self._get_to_know([word for word in dict.fromkeys(words) if word not in met])
            numbers = list(map(met.__getitem__, words))
        return np.array(numbers, np.int64)

    def _get_to_know(self, new: Sequence[str]) -> None:
        if len(new) <= _FEW_NEW:
            numbers = list(map(self._meet, new))
        else:
            plain = self.settings.quotes_and_dashes
            numbers = self.numbers(Letters.of(new, plain=plain)).tolist()
        self._met.update(zip(new, numbers, strict=True))

    def _meet(self, word: str) -> int:
        if self.settings.quotes_and_dashes:
            word = straight(word)
        number = self._number_of(word)
        if not self._seen.signs[number]:
            folded = word if word.isalnum() and word.isascii() else folded_word(word)
            read = _DASH if folded == "-" else folded
            self._seen.signs[number] = sign_of(read) | _KNOWN
            read = self._overlooked(read)
            reads_as = number if read == word else self._number_of(read)
            self._seen.reads_as[number] = reads_as
        return number

    def _number_of(self, word: str) -> int:
        """Return the number of one word, or of what is left of one."""
        written = word.encode()
        number = self._place_of(int.from_bytes(written[:WINDOW], "little")) if written else NOTHING
        for start in range(WINDOW, len(written), WINDOW):
            more = self._place_of(int.from_bytes(written[start : start + WINDOW], "little"))
            number = self._place_of(_TWO | number << _HALF_BITS | more)
        return number

    def _place_of(self, key: int) -> int:
        """Return where one key stands in the tables; a new one is put there."""
        mixed, keys = key, self._seen.keys
        for table in range(0, MOST_WORDS, _TABLE):
            if table == len(keys):
                self._add_table()
                keys = self._seen.keys
            mixed = mixed * _FACTOR & _ALL_BITS
            place = (mixed >> _SHIFT_BITS) + table
            held = keys[place]
            if not held:
                keys[place] = held = key
            if held == key:
                return place
        self.is_full = True
        return NOTHING

    def reads_as(self, words: NDArray[np.signedinteger]) -> NDArray[np.int32]:
        """Return one number for all words that read the same."""
        return self._reads_as.take(words, mode="clip")

    def characters(self, words: NDArray[np.signedinteger]) -> str:
        """Return one character for all words that read the same."""
        read = self.reads_as(words)
        read += _FIRST_CHARACTER
        return read.astype("<u4", copy=False).tobytes().decode("utf-32-le")

    def signs(self, words: NDArray[np.signedinteger]) -> Bytes:
        """Return what words are in sentences, see `signs`."""
        # All numbers are in the tables; not to be asked whether they are takes half the time.
        return self._signs.take(words, mode="clip")

    def are_capital(self, words: NDArray[np.signedinteger]) -> Flags:
        """Tell which words have a capital, as names have."""
        return self._signs[words] & CAPITAL > 0

    def word(self, number: int) -> str:
        """Return a word as it is written."""
        return "" if number == NOTHING else self._written(number).decode()

    def _written(self, number: int) -> bytes:
        key = int(self._keys[number])
        if key < int(_OF_TWO):
            return key.to_bytes(WINDOW, "little").rstrip(b"\0")
        first, last = key >> int(_HALF) & _NUMBER, key & _NUMBER
        return self._written(first) + self._written(last)

    def _spelled(self, letters: Letters) -> Numbers:
        """Return the numbers of words by their letters."""
        windows, starts = letters.windows, letters.starts
        sizes = letters.ends - starts
        numbers = self._places(_keys(windows, starts, sizes))
        long = np.flatnonzero(sizes > WINDOW)
        starts, sizes = starts[long], sizes[long]
        while len(long):
            starts, sizes = starts + WINDOW, sizes - WINDOW
            more = self._places(_keys(windows, starts, sizes))
            both = _OF_TWO | numbers[long].view(np.uint64) << _HALF | more.view(np.uint64)
            numbers[long] = self._places(both)
            goes_on = sizes > WINDOW
            long, starts, sizes = long[goes_on], starts[goes_on], sizes[goes_on]
        return numbers

    def _places(self, keys: Keys) -> Numbers:
        """Return where keys stand in the tables; new ones are put there."""
        mixed = keys * _SPREAD
        mixed >>= _SHIFT
        numbers = mixed.view(np.int64)
        waiting = np.flatnonzero(~self._are_at(numbers, keys))
        keys = keys[waiting]
        mixed = keys * _SPREAD
        for table in range(_TABLE, MOST_WORDS, _TABLE):
            if not len(waiting):
                return numbers
            if table == len(self._keys):
                self._add_table()
            mixed *= _SPREAD
            places = (mixed >> _SHIFT).view(np.int64) + table
            numbers[waiting] = places
            goes_on = ~self._are_at(places, keys)
            waiting, keys, mixed = waiting[goes_on], keys[goes_on], mixed[goes_on]
        self.is_full |= len(waiting) > 0
        numbers[waiting] = NOTHING
        return numbers

    def _are_at(self, places: Numbers, keys: Keys) -> Flags:
        """Tell which keys stand at their places; those that are free take new ones."""
        held = self._keys.take(places, mode="clip")
        if not held.min(initial=1):
            free = np.flatnonzero(held == 0)
            self._keys[places[free]] = keys[free]
            held = self._keys.take(places, mode="clip")
        return held == keys

    def _add_table(self) -> None:
        self._keys = np.append(self._keys, np.zeros(_TABLE, np.uint64))
        self._reads_as = np.append(self._reads_as, np.zeros(_TABLE, np.int32))
        self._signs = np.append(self._signs, np.zeros(_TABLE, np.uint8))
        self._seen = self._views()

    def _views(self) -> "_Views":
        return _Views(self._keys.data, self._reads_as.data, self._signs.data)

    def _learn(self, letters: Letters, numbers: Numbers) -> None:
        """Look at words that are new: what they read as, and what they are in sentences."""
        self._reads_as[numbers] = numbers
        odd = _may_fold(letters)
        self._signs[numbers[~odd]] = signs_of(letters, np.flatnonzero(~odd)) | _KNOWN
        settings = self.settings
        if odd.any():
            folded = folded_texts(letters.words(np.flatnonzero(odd)), keep_case=True)
            folded = [_DASH if text == "-" else text for text in folded]
            read = Letters.of(folded)
            self._signs[numbers[odd]] = signs_of_texts(folded, read) | _KNOWN
            self._reads_as[numbers[odd]] = self._numbers_of_texts(read)
        if settings.capitals or settings.punctuation:
            # Words read alike that differ in capitals or in punctuation, as the settings say.
            read = map(self._overlooked, map(self.word, self._reads_as[numbers].tolist()))
            self._reads_as[numbers] = self._numbers_of_texts(Letters.of(list(read)))

    def _overlooked(self, word: str) -> str:
        """Return what is left of a word without what the settings overlook."""
        if self.settings.capitals:
            word = word.lower()
        return "".join(filter(str.isalnum, word)) if self.settings.punctuation else word

    def _numbers_of_texts(self, letters: Letters) -> Numbers:
        """Return the numbers of single words, each a text of its own, that may be empty."""
        there = np.flatnonzero(np.diff(letters.bases))
        numbers = np.full(len(letters.texts), NOTHING)
        numbers[there] = self._spelled(letters)[letters.bases[there]]
        return numbers


def _keys(windows: Keys, starts: Numbers, sizes: Numbers) -> Keys:
    """Return the next bytes of words of so many each."""
    keys = windows[starts]
    keys &= _MASKS.take(sizes, mode="clip")
    return keys


def _may_fold(letters: Letters) -> Flags:
    """Tell which words may read otherwise than they are written."""
    codes, blank, written = letters.codes, letters.blank, letters.written
    places = [_odd_letters(letters)]
    for sign in b".-'":
        if bytes((sign, sign)) in written:
            one = codes == sign
            places.append((one[:-1] & one[1:]).nonzero()[0])
    if b"`" in written:
        places.append((codes == ord("`")).nonzero()[0])
    # Alone between two spaces a hyphen is meant to be a dash.
    hyphens = (codes == ord("-")).nonzero()[0]
    places.append(hyphens[blank[hyphens - 1] & blank[hyphens + 1]])
    words = np.zeros(len(letters.starts), np.bool_)
    words[letters.starts.searchsorted(np.concatenate(places), "right") - 1] = True
    return words


def _odd_letters(letters: Letters) -> Numbers:
    """Return where letters of several bytes stand that may be read otherwise."""
    codes, odd = letters.codes, letters.goes_on() - 1
    odd = odd[codes[odd] >= _FIRST_OF_SEVERAL]
    # Blanks are no words.
    odd = odd[(codes[odd] != _ACCENTED) & ~letters.blank[odd]]
    first, second, third = (codes[odd + n].astype(np.int64) for n in range(3))
    sign = first << 16 | second << 8 | third
    is_plain = (sign == _DASH_CODE) | ((sign == _DOTS_CODE) & (codes[odd + 3] != ord(".")))
    return odd[~is_plain]
