"""Words that were read before: what was read of many paragraphs at once is not read again.

Around an edit stand paragraphs that were changed as well, and those the first comparison read. To
look their words up by the number of the text takes a tenth of what it takes to read them.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import numpy as np

from writerdesk.compare.few_words import Few, read
from writerdesk.compare.filing import bases_of, places_of
from writerdesk.compare.letters import Numbers
from writerdesk.compare.lexicon import Lexicon
from writerdesk.compare.spelling import Spelled


class Shelf:
    """A lexicon, and the most paragraphs that were read with it at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon: Final = lexicon
        self._spelled: Spelled | None = None
        # Which of the paragraphs a text is, by the text's number, or -1; so is every later one.
        self._pieces = np.full(1, -1, np.int64)

    def keep(self, keys: Numbers, spelled: Spelled) -> None:
        """Keep what was read of texts, which have these numbers, if it is more than is kept."""
        if self._spelled and len(self._spelled.words) >= len(spelled.words):
            return
        self._spelled = spelled
        self._pieces = np.full(int(keys.max(initial=-1)) + 2, -1, np.int64)
        self._pieces[keys] = np.arange(len(keys))

    def few(self, texts: Sequence[str], keys: Numbers) -> Few:
        """Return a few texts, which have these numbers, as words."""
        pieces = self._pieces.take(keys, mode="clip")
        is_new: list[bool] = (pieces < 0).tolist()
        if self._spelled is None or all(is_new):
            return read(texts, self.lexicon)
        if not any(is_new):
            return _taken(self._spelled, pieces, texts)
        new = [text for text, is_one in zip(texts, is_new, strict=True) if is_one]
        kept = _taken(self._spelled, pieces[pieces >= 0])
        return _shuffled(texts, is_new, (kept, read(new, self.lexicon)))


def _taken(spelled: Spelled, pieces: Numbers, said: Sequence[str] = ()) -> Few:
    """Return some of the paragraphs that were read of many."""
    first = spelled.bases[pieces]
    sizes = spelled.bases[pieces + 1] - first
    words, texts = places_of(first, sizes), pieces.repeat(sizes)
    numbers = spelled.numbers[words].astype(np.int64)
    return Few(
        said,
        spelled.lexicon.characters(numbers),
        numbers,
        spelled.lexicon.signs(numbers).tobytes(),
        bases_of(sizes).tolist(),
        spelled.places.starts_of(words, texts).tolist(),
        spelled.places.ends_of(words, texts).tolist(),
    )


def _shuffled(texts: Sequence[str], is_new: Sequence[bool], both: tuple[Few, Few]) -> Few:
    """Return texts in their order, each the next of those that were kept or of the new ones."""
    at = [0, 0]
    places: list[tuple[Few, slice]] = []
    for new in is_new:
        few, number = both[new], at[new]
        places.append((few, slice(few.bases[number], few.bases[number + 1])))
        at[new] = number + 1
    starts, ends = list[int](), list[int]()
    for few, words in places:
        starts += few.starts[words]
        ends += few.ends[words]
    return Few(
        texts,
        "".join(few.words[words] for few, words in places),
        np.concatenate([few.numbers[words] for few, words in places]),
        b"".join(few.signs[words] for few, words in places),
        list(accumulate((words.stop - words.start for _, words in places), initial=0)),
        starts,
        ends,
    )
