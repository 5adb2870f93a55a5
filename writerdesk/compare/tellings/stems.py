"""The words of two drafts as numbers both have: the same word, the same stem, the same number.

Each different word is stemmed and looked up once for both drafts, however often it is there.
"""

import numpy as np

from writerdesk.compare.lexicon import Numbers
from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.tellings.worded import Worded
from writerdesk.frozen import frozen


@frozen(eq=False)
class Stemmed:
    """The words of two drafts in a row, by a number that both share.

    ``of_words`` has the stem of each numbered word; ``stem`` its number among ``stems``, or -1 for
    a light word, which says nothing.
    """

    words: tuple[Numbers, Numbers]
    of_words: tuple[str, ...]
    stem: Numbers
    stems: tuple[str, ...]


def stemmed(left: Worded, right: Worded) -> Stemmed:
    """Number the words of two drafts, and their stems."""
    known = vocabulary()
    number: dict[str, int] = {}
    left_words, right_words = (
        np.array([number.setdefault(word, len(number)) for word in side.folded], np.int64)
        for side in (left, right)
    )
    of_words = tuple(map(known.stem, number))
    stems: dict[str, int] = {}
    stem = [
        -1 if word in known.light else stems.setdefault(stem, len(stems))
        for word, stem in zip(number, of_words, strict=True)
    ]
    words = left_words[left.word], right_words[right.word]
    return Stemmed(words, of_words, np.array(stem, np.int64), tuple(stems))
