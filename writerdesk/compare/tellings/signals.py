"""The few signals that say whether two paragraphs tell the same, each a table left by right.

Three of them are cosines, pooled with neighbours of one beat and measured against the best rivals
in row and column: of all words as they are written, of the stems that say something, of the classes
of words. The fourth is how far apart the two stand in their drafts.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from writerdesk.compare.tellings.readings import REACH, Reading
from writerdesk.compare.tellings.rows import Table, above_rivals, pooled_cosines, weighted
from writerdesk.compare.values import StopAsked

# A pool that reaches past a likely border blurs more than it lends (powers tried: .7, 1, 1.3, 1.5).
_SHARPNESS = 1.3


class Signals(NamedTuple):
    """One table a signal, in the order of the weights."""

    words: Table
    content: Table
    classes: Table
    apart: Table
    apart_squared: Table


def signals(left: Reading, right: Reading, *, is_pooled: bool, stop: StopAsked) -> Signals:
    """Return what speaks for and against each two paragraphs."""
    pools = tuple(
        pool(side.together if is_pooled else (0.0,) * (len(side) - 1)) for side in (left, right)
    )
    words, content, classes = (
        above_rivals(pooled_cosines(weighted(one, other), (pools[0], pools[1]), stop), stop)
        for one, other in (
            (left.words, right.words),
            (left.content, right.content),
            (left.classes, right.classes),
        )
    )
    apart = np.abs(_middles(left)[:, None] - _middles(right)[None, :])
    return Signals(words, content, classes, apart, apart * apart)


def pool(together: Sequence[float]) -> Table:
    """Return how much of each neighbour counts, in a band: column ``REACH`` is the middle."""
    count = len(together) + 1
    band = np.zeros((count, 2 * REACH + 1), np.float32)
    band[:, REACH] = 1
    chain = np.ones(count, np.float32)
    step_on = np.array([*together, 0], np.float32) ** _SHARPNESS
    for step in range(1, min(REACH, count - 1) + 1):
        chain = chain[:-1] * step_on[step - 1 : count - 1]
        band[: count - step, REACH + step] = chain
        band[step:, REACH - step] = chain
    return band


def _middles(reading: Reading) -> Table:
    """Return where in the draft the middle of each paragraph is, from 0 to 1."""
    lengths = np.array([1 + len(words) for words in reading.words], np.float32)
    return ((np.cumsum(lengths) - lengths / 2) / lengths.sum()).astype(np.float32)
