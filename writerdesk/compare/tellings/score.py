"""How sure it is that two paragraphs tell the same: a small score whose steps can all be named.

1. How alike are the two, against their best rivals, and where do they stand? (`signals`)
2. Does the tie stand in order with the others (`order`), do the neighbours ahead and behind tie
   too, and what share of all that the two could be tied to is it?
3. How often was such a tie right? Longer paragraphs and drafts have more to go by, and drafts that
   part after a few beats have less.

Every step is a weighted sum of few numbers; the weights are learned (`weights`).
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.tellings.order import in_order
from writerdesk.compare.tellings.readings import Reading
from writerdesk.compare.tellings.signals import Likenesses, apart
from writerdesk.compare.tellings.tables import Table, strips
from writerdesk.compare.tellings.terms import Terms, terms
from writerdesk.compare.tellings.weights import CLOSE_FROM, Learned, Weights
from writerdesk.compare.values import StopAsked, ask, never
from writerdesk.frozen import frozen

Chosen: TypeAlias = NDArray[np.bool_]

# What the writer says outweighs anything found: the odds are e⁶ for what he tied, e⁻¹² against
# what he forbade.
_SAID_TIED, _SAID_NOT = 6.0, -12.0
# What stands just before or behind a tie by hand is likelier to go on in step with it.
_BESIDE_SAID = 1.5
# Whatever a walk gains elsewhere, it leads through what the writer tied.
_NO_WAY_AROUND = np.float32(1e7)
# A tie that is not chosen is never shown as one, however the weights fall.
LEAST_CONFIDENCE = 0.2
# What the writer's own model says weighs three tenths of what all words weigh, as in the trial that
# opened this door; it is not learned, since no model is shipped. Close tellings do without.
_MEANT = 12.0
# Two texts that have fewer words in common that say something tell nothing the same, however well
# one passage fits another in length and place. No telling of one story, whole, cut or parted, has
# fewer; of 120 pairs of texts of one to eight paragraphs that have nothing to do with each other 69
# have, which is nine in ten of those of up to three (docs/decisions/tellings-score.md).
_LEAST_SAID_BY_BOTH = 3
# A tie finds support in the best of those within so many paragraphs ahead, and behind.
_BESIDE = 3


@frozen
class Scored:
    """What the score says of each two paragraphs, and of the cells that the writer denied."""

    confidence: Table
    tied: Table
    is_close: bool
    denied: Mapping[tuple[int, int], float]


@frozen
class Said:
    """The cells about which the writer has said that they are tied, or are not."""

    tied: tuple[tuple[int, int], ...] = ()
    not_tied: tuple[tuple[int, int], ...] = ()


_NOTHING_SAID = Said()
_NOTHING_DENIED: Mapping[tuple[int, int], float] = MappingProxyType({})


def score(
    readings: tuple[Reading, Reading],
    found: Learned,
    stop: StopAsked,
    *,
    said: Said = _NOTHING_SAID,
    meant: Table | None = None,
) -> Scored:
    """Score each paragraph of the left with each of the right.

    ``meant`` is how alike they are by what they mean, if somebody has told.
    """
    left, right = readings
    told = terms(left, right, stop)
    seen = Likenesses(readings, told, stop)
    is_close = seen.closeness() >= CLOSE_FROM
    is_one_story = is_close or meant is not None or _have_enough_in_common(told)
    weights = found.close if is_close else found.free
    evidence, alike = odds(
        seen.each(is_pooled=not is_close), (weights.evidence, weights.alike[:4]), stop
    )
    if not is_close:
        away = apart(left, right)
        _add(alike, away, weights.alike[4], stop)
        _add(alike, np.square(away, out=away), weights.alike[5], stop)
        del away
        if meant is not None:
            _add(evidence, meant, _MEANT, stop)
            _add(alike, meant, _MEANT, stop)
    _steered(evidence, said.tied)
    _steered(alike, said.tied)
    (tied,) = odds(in_context(alike, evidence, said, stop), (weights.tied,), stop)
    del alike, evidence
    denied = {cell: 1 / (1 + exp(-float(tied[cell]))) for cell in said.not_tied}
    _settled(tied, said)
    _silence(tied, readings)
    if not is_one_story:
        tied[...] = _SAID_NOT
        _settled(tied, said)
    likely = chance(tied, stop)
    (sure,) = odds((tied, *in_all(readings, likely)), (weights.sure,), stop)
    del tied
    confidence = chance(sure, stop)
    _capped(confidence, likely, chosen(likely, weights, stop, denied=denied), stop)
    return Scored(confidence, likely, is_close, denied)


def _have_enough_in_common(told: Terms) -> bool:
    """Tell whether two drafts have words in common that say something, or all that one of them has.

    Stems are counted, each once; stock words are none.
    """
    left, right = (set(side.term[side.weight > 0].tolist()) for side in told.content)
    least = min(_LEAST_SAID_BY_BOTH, len(left), len(right))
    return len(left & right) >= max(1, least)


def odds(
    tables: Iterable[Table], weights: Sequence[Sequence[float]], stop: StopAsked
) -> tuple[Table, ...]:
    """Return weighted sums of tables, one for each of ``weights``, which begin with an intercept.

    Each table is let go before the next is asked for.
    """
    totals: list[Table] = []
    for number, table in enumerate(tables, 1):
        ask(stop)
        if not totals:
            totals = [np.full(table.shape, some[0], np.float32) for some in weights]
        for total, some in zip(totals, weights, strict=True):
            _add(total, table, some[number], stop)
    return tuple(totals)


def _add(total: Table, table: Table, weight: float, stop: StopAsked) -> None:
    if weight:
        for start, end in strips(len(total), total.shape[1], stop):
            total[start:end] += table[start:end] * np.float32(weight)


def in_context(alike: Table, evidence: Table, said: Said, stop: StopAsked) -> Iterable[Table]:
    """Give what the second step weighs, one table after the other.

    What the writer says is not tied supports nothing beside it; but its share and its place in the
    walk go to nobody else, or the next best would silently stand where he said no.
    """
    yield alike
    likely = chance(alike, stop)
    yield share(likely, stop)
    yield walked(evidence, stop, said.tied)
    for cell in said.not_tied:
        likely[cell] = 0
    yield beside(likely, stop)


def in_all(readings: tuple[Reading, Reading], likely: Table) -> tuple[Table, ...]:
    """Return what the third step weighs besides the tie: how much there is to go by."""
    return (*lengths(*readings), met(likely), size(readings, likely))


def chance(log_odds: Table, stop: StopAsked = never) -> Table:
    """Return how likely something is, from its log odds."""
    out = np.empty_like(log_odds)
    for start, end in strips(len(out), 2 * out.shape[1], stop):
        some = np.clip(log_odds[start:end], -12, 12)
        np.exp(np.negative(some, out=some), out=some)
        some += np.float32(1)
        np.reciprocal(some, out=out[start:end])
    return out


def walked(evidence: Table, stop: StopAsked, fixed: Sequence[tuple[int, int]] = ()) -> Table:
    """Return the log odds of each tie by its order among the others; ``fixed`` ties hold."""
    likelihood = np.empty_like(evidence)
    for start, end in strips(len(evidence), 2 * evidence.shape[1], stop):
        # Over e⁴ one paragraph would drag the walk along against all others; e² is what an ordinary
        # tie must weigh against passing a paragraph over (tried: 1, e, e²).
        some = np.clip(evidence[start:end], -6, 4)
        some += np.float32(2)
        np.exp(some, out=likelihood[start:end])
    for cell in fixed:
        likelihood[cell] = _NO_WAY_AROUND
    walk = in_order(likelihood, stop)
    del likelihood
    for start, end in strips(len(walk), 2 * walk.shape[1], stop):
        some = walk[start:end]
        some += np.float32(0.003)
        some /= np.float32(1.006) - some
        np.log(some, out=some)
    return walk


def share(likely: Table, stop: StopAsked = never) -> Table:
    """Return how much of what could be tied to either paragraph each tie is."""
    by_row, by_column = (
        np.log(likely.sum(axis=axis, keepdims=True) + np.float32(0.5)) for axis in (1, 0)
    )
    own = np.empty_like(likely)
    for start, end in strips(len(own), 2 * own.shape[1], stop):
        some = np.log(likely[start:end] + np.float32(0.02))
        some *= 2
        some -= by_column
        np.subtract(some, by_row[start:end], out=own[start:end])
    return own


def beside(likely: Table, stop: StopAsked = never) -> Table:
    """Return how likely the best tie just ahead of each is, and the best just behind it."""
    ahead = _best_ahead(likely, stop)
    ahead += _best_ahead(likely[::-1, ::-1], stop)[::-1, ::-1]
    return ahead


def _best_ahead(likely: Table, stop: StopAsked) -> Table:
    """Return the best of the few next rows and columns, cell by cell."""
    below, out = np.zeros_like(likely), np.zeros_like(likely)
    for step in range(1, min(_BESIDE, len(likely) - 1) + 1):
        ask(stop)
        np.maximum(below[:-step], likely[step:], out=below[:-step])
    for step in range(1, min(_BESIDE, likely.shape[1] - 1) + 1):
        ask(stop)
        np.maximum(out[:, :-step], below[:, step:], out=out[:, :-step])
    return out


def lengths(left: Reading, right: Reading) -> tuple[Table, Table]:
    """Return the log length of the shorter and of the longer paragraph of each two."""
    one, other = (np.log1p(side.said.sizes.astype(np.float32)) for side in (left, right))
    return np.minimum(one[:, None], other[None]), np.maximum(one[:, None], other[None])


def met(likely: Table) -> Table:
    """Return how much of the draft that finds less finds a tie, the same for all ties.

    Drafts that go apart after a few beats have surest ties as every draft has, but they are wrong
    more often.
    """
    least = min(likely.max(axis=axis).mean() for axis in (0, 1))
    return np.broadcast_to(np.float32(least), likely.shape)


def size(readings: tuple[Reading, Reading], likely: Table) -> Table:
    """Return the log length of the shorter draft, the same for all ties.

    Whatever two short texts tell, some paragraph of one is the best for some of the other.
    """
    words = min(len(side.said.word) for side in readings)
    return np.broadcast_to(np.float32(np.log1p(words)), likely.shape)


def chosen(
    likely: Table,
    weights: Weights,
    stop: StopAsked = never,
    *,
    denied: Mapping[tuple[int, int], float] = _NOTHING_DENIED,
) -> Chosen:
    """Tell which ties are read: clear ones, and the best of a paragraph if it is likely at all.

    What was ``denied``, as likely as it was, stays the best: the next best is not read for it.
    """
    by_row, by_column = (likely.max(axis=axis, keepdims=True) for axis in (1, 0))
    for (i, j), was in denied.items():
        by_row[i, 0] = max(by_row[i, 0], was)
        by_column[0, j] = max(by_column[0, j], was)
    out = np.empty(likely.shape, np.bool_)
    for start, end in strips(len(out), likely.shape[1], stop):
        some = likely[start:end]
        best = (some == by_row[start:end]) | (some == by_column)
        out[start:end] = (some >= weights.clear) | (best & (some >= weights.least))
    return out


def _capped(confidence: Table, likely: Table, read: Chosen, stop: StopAsked) -> None:
    """Keep what is not read below what is, however sure it looks."""
    weak = ~read
    for start, end in strips(len(likely), likely.shape[1], stop):
        some, no = confidence[start:end], weak[start:end]
        np.minimum(some, LEAST_CONFIDENCE * likely[start:end], out=some, where=no)
        np.maximum(some, LEAST_CONFIDENCE, out=some, where=~no)


def _silence(log_odds: Table, readings: tuple[Reading, Reading]) -> None:
    """Tie nothing to a paragraph without words."""
    left, right = (reading.said.sizes == 0 for reading in readings)
    log_odds[left] = _SAID_NOT
    log_odds[:, right] = _SAID_NOT


def _steered(log_odds: Table, tied: Sequence[tuple[int, int]]) -> None:
    """Make what stands beside ties by hand likelier, then hold to them."""
    rows, columns = log_odds.shape
    for i, j in tied:
        for step in (-2, -1, 1, 2):
            if 0 <= i + step < rows and 0 <= j + step < columns:
                log_odds[i + step, j + step] += _BESIDE_SAID / abs(step)
    _settled(log_odds, Said(tuple(tied)))


def _settled(log_odds: Table, said: Said) -> Table:
    for cells, value in ((said.tied, _SAID_TIED), (said.not_tied, _SAID_NOT)):
        for cell in cells:
            log_odds[cell] = value
    return log_odds
