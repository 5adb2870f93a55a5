"""Which pairs of paragraphs stand in order with their neighbours.

A walk through the left draft remembers where in the right one it stands: mostly it stays or goes a
step on, now and then it skips, seldom it jumps, and some paragraphs it passes over. How likely it
is to stand at each place, given all that is alike before and after, is computed both ways through
the left and both ways through the right (a hidden Markov model, as word alignment knows it).
"""

import numpy as np

from writerdesk.compare.tellings.tables import Table
from writerdesk.compare.values import Cancelled, StopAsked

# How often the walk steps back three, two or one, stays, goes on by one, two or three; the rest is
# jumps.
_STEPS = np.array([0, 0, 0.04, 0.35, 0.35, 0.10, 0.05], np.float32)
_STEPS_BACK = np.ascontiguousarray(_STEPS[::-1])
_JUMP = np.float32(0.2)
_REACH = len(_STEPS) // 2
# How often a paragraph is passed over: about a third of a telling is told in no other.
_PASSED = np.float32(0.3)
_GONE_ON = np.float32(1) - _PASSED
# The walk asks whether to stop once in so many paragraphs.
_ASKED_EACH = 16


def in_order(likelihood: Table, stop: StopAsked) -> Table:
    """Return how likely a walk through the drafts ties each two paragraphs, by its order alone.

    ``likelihood`` says how much more likely than not each two tell the same, by themselves.
    """
    out = _walk(likelihood, stop)
    out *= _walk(np.ascontiguousarray(likelihood.T), stop).T
    return np.sqrt(out, out=out)


def _walk(likelihood: Table, stop: StopAsked) -> Table:
    """Return the chances of a walk that knows what is ahead as well as what it has passed."""
    rows, columns = likelihood.shape
    tied, passed = np.empty_like(likelihood), np.empty_like(likelihood)
    start = np.exp(-np.arange(columns, dtype=np.float32) / 3)
    place, by = start * _GONE_ON, start * _PASSED
    for number in range(rows):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        place *= likelihood[number]
        whole = np.float32(1) / (place.sum() + by.sum())
        np.multiply(place, whole, out=tied[number])
        np.multiply(by, whole, out=passed[number])
        both = tied[number] + passed[number]
        place, by = _stepped(both, _STEPS) * _GONE_ON, both * _PASSED
    return _met_from_behind(tied, passed, likelihood, stop)


def _met_from_behind(tied: Table, passed: Table, likelihood: Table, stop: StopAsked) -> Table:
    rows, columns = likelihood.shape
    ahead = np.ones(columns, np.float32)
    for number in range(rows - 1, -1, -1):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        here = tied[number]
        here *= ahead
        here /= here.sum() + passed[number] @ ahead
        back = _stepped(ahead * likelihood[number], _STEPS_BACK) * _GONE_ON
        back += ahead * _PASSED
        ahead = back / back.sum()
    return tied


def _stepped(place: Table, steps: Table) -> Table:
    out = np.convolve(place, steps)[_REACH : _REACH + len(place)]
    return out + place.sum() * _JUMP / len(place)
