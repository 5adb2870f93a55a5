"""How sure it is that two paragraphs tell the same: a small score whose steps can all be named.

1. How alike are the two, against their best rivals, and where do they stand? (`signals`)
2. Does the tie stand in order with its neighbours (`order`), and what share of all that the two
   could be tied to is it?
3. How often was such a tie right? Longer paragraphs have more to go by, and drafts that part after
   a few beats have less.

Every step is a weighted sum of few numbers; the weights are learned (`weights`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from writerdesk.compare.tellings.order import in_order
from writerdesk.compare.tellings.readings import REACH, Reading
from writerdesk.compare.tellings.rows import Table, pooled_cosines, weighted
from writerdesk.compare.tellings.signals import Signals, signals
from writerdesk.compare.tellings.weights import CLOSE_FROM, Learned, Weights
from writerdesk.compare.values import StopAsked

# What the writer says outweighs anything found: the odds are e⁶ for what he tied, e⁻¹² against
# what he forbade.
_SAID_TIED, _SAID_NOT = 6.0, -12.0
# What stands just before or behind a tie by hand is likelier to go on in step with it.
_BESIDE_SAID = 1.5
# Whatever a walk gains elsewhere, it leads through what the writer tied.
_NO_WAY_AROUND = np.float32(1e7)
# A paragraph shorter than this says too little to tell how close two drafts are.
_WORDS_TO_GO_BY = 15
# A tie that is not chosen is never shown as one, however the weights fall.
LEAST_CONFIDENCE = 0.2


@dataclass(frozen=True, slots=True)
class Scored:
    """What the score says of each two paragraphs, and what it goes by."""

    confidence: Table
    tied: Table
    order: Table
    signals: Signals
    is_close: bool


@dataclass(frozen=True, slots=True)
class Said:
    """The cells about which the writer has said that they are tied, or are not."""

    tied: tuple[tuple[int, int], ...] = ()
    not_tied: tuple[tuple[int, int], ...] = ()


def score(readings: tuple[Reading, Reading], found: Learned, said: Said, stop: StopAsked) -> Scored:
    """Score each paragraph of the left with each of the right."""
    left, right = readings
    is_close = closeness(left, right, stop) >= CLOSE_FROM
    weights = found.close if is_close else found.free
    seen = signals(left, right, is_pooled=not is_close, stop=stop)
    evidence = _said(odds(seen, weights.evidence), said)
    alike = _said(odds(seen, weights.alike), said)
    order = walked(evidence, stop, said.tied)
    tied = _settled(odds((alike, share(alike), order), weights.tied), said)
    silent = _silent(left)[:, None] | _silent(right)[None, :]
    tied[silent] = _SAID_NOT
    confidence = chance(odds((tied, *lengths(left, right), met(tied)), weights.sure))
    likely = chance(tied)
    weak = ~chosen(likely, weights)
    confidence[weak] = np.minimum(confidence[weak], LEAST_CONFIDENCE * likely[weak])
    confidence[~weak] = np.maximum(confidence[~weak], LEAST_CONFIDENCE)
    return Scored(confidence, likely, order, seen, is_close)


def closeness(left: Reading, right: Reading, stop: StopAsked) -> float:
    """Return how much of its words half the paragraphs find again in one of the other draft."""
    alone = tuple(_unpooled(len(side)) for side in (left, right))
    table = pooled_cosines(weighted(left.words, right.words), (alone[0], alone[1]), stop)
    sides = ((left, table.max(axis=1)), (right, table.max(axis=0)))
    best = [
        np.median(most[long] if long.any() else most)
        for long, most in ((_long(side), most) for side, most in sides)
    ]
    return float(sum(best) / 2)


def odds(tables: Iterable[Table], weights: Sequence[float]) -> Table:
    """Return the weighted sum of tables; the weights begin with the intercept."""
    intercept, *rest = weights
    total: Table | None = None
    for table, weight in zip(tables, rest, strict=False):
        part = table * np.float32(weight)
        total = part if total is None else np.add(total, part, out=total)
    assert total is not None
    total += np.float32(intercept)
    return total


def chance(log_odds: Table) -> Table:
    """Return how likely something is, from its log odds."""
    unlikely: Table = np.exp(-np.clip(log_odds, -12, 12))
    return np.float32(1) / (np.float32(1) + unlikely)


def walked(evidence: Table, stop: StopAsked, fixed: Sequence[tuple[int, int]] = ()) -> Table:
    """Return the log odds of each tie by its order among the others; ``fixed`` ties hold."""
    # Over e⁴ one paragraph would drag the walk along against all others; e² is what an ordinary
    # tie must weigh against passing a paragraph over (tried: 1, e, e²).
    likelihood = np.exp(np.clip(evidence, -6, 4) + 2).astype(np.float32)
    for cell in fixed:
        likelihood[cell] = _NO_WAY_AROUND
    walk = in_order(likelihood, stop) + np.float32(0.003)
    return np.log(walk / (np.float32(1.006) - walk))


def share(alike: Table) -> Table:
    """Return how much of what could be tied to either paragraph this one tie is."""
    likely = chance(alike)
    own = 2 * np.log(likely + np.float32(0.02))
    others = (np.log(likely.sum(axis=axis, keepdims=True) + np.float32(0.5)) for axis in (0, 1))
    for other in others:
        own -= other
    return own


def lengths(left: Reading, right: Reading) -> tuple[Table, Table]:
    """Return the log length of the shorter and of the longer paragraph of each two."""
    one, other = (
        np.log1p(np.array([len(words) for words in side.words], np.float32))
        for side in (left, right)
    )
    return np.minimum(one[:, None], other[None]), np.maximum(one[:, None], other[None])


def met(tied: Table) -> Table:
    """Return how much of the draft that finds less finds a tie, the same for all ties.

    Drafts that go apart after a few beats have surest ties as every draft has, but they are wrong
    more often.
    """
    likely = chance(tied)
    return np.full_like(tied, min(likely.max(axis=axis).mean() for axis in (0, 1)))


def chosen(likely: Table, weights: Weights) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Tell which ties are read: clear ones, and the best of a paragraph if it is likely at all."""
    best = (likely == likely.max(axis=1, keepdims=True)) | (
        likely == likely.max(axis=0, keepdims=True)
    )
    return (likely >= weights.clear) | (best & (likely >= weights.least))


def _said(log_odds: Table, said: Said) -> Table:
    rows, columns = log_odds.shape
    for i, j in said.tied:
        for step in (-2, -1, 1, 2):
            if 0 <= i + step < rows and 0 <= j + step < columns:
                log_odds[i + step, j + step] += _BESIDE_SAID / abs(step)
    return _settled(log_odds, said)


def _settled(log_odds: Table, said: Said) -> Table:
    for cells, value in ((said.tied, _SAID_TIED), (said.not_tied, _SAID_NOT)):
        for cell in cells:
            log_odds[cell] = value
    return log_odds


def _unpooled(count: int) -> Table:
    band = np.zeros((count, 2 * REACH + 1), np.float32)
    band[:, REACH] = 1
    return band


def _long(reading: Reading) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([len(words) >= _WORDS_TO_GO_BY for words in reading.words], np.bool_)


def _silent(reading: Reading) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([not words for words in reading.words], np.bool_)
