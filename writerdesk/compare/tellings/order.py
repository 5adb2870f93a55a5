"""Which pairs of paragraphs stand in order with their neighbours.

A walk through the left draft remembers where in the right one it stands: mostly it stays or goes a
step on, now and then it skips, seldom it jumps, and some paragraphs it passes over. How likely it
is to stand at each place, given all that is alike before and after, is computed both ways through
the left and both ways through the right (a hidden Markov model, as word alignment knows it).
"""

import numpy as np

from writerdesk.compare.tellings.rows import Table
from writerdesk.compare.values import Cancelled, StopAsked

# How often the walk steps back one, stays, goes on by one, two or three; the rest is jumps.
_STEPS = ((-1, 0.04), (0, 0.35), (1, 0.35), (2, 0.10), (3, 0.05))
_JUMP = 0.2
# How often a paragraph is passed over: about a third of a telling is told in no other.
_PASSED = 0.3
# The walk asks whether to stop once in so many paragraphs.
_ASKED_EACH = 16


def in_order(likelihood: Table, stop: StopAsked) -> Table:
    """Return how likely a walk through the drafts ties each two paragraphs, by its order alone.

    ``likelihood`` says how much more likely than not each two tell the same, by themselves.
    """
    by_left = _walk(likelihood, stop)
    by_right = _walk(np.ascontiguousarray(likelihood.T), stop).T
    return np.sqrt(by_left * by_right)


def _walk(likelihood: Table, stop: StopAsked) -> Table:
    rows, columns = likelihood.shape
    forward = np.empty((rows, 2, columns), np.float32)
    start = np.exp(-np.arange(columns, dtype=np.float32) / 3)
    state: Table = np.stack((start * (1 - _PASSED), start * _PASSED)).astype(np.float32)
    for number in range(rows):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        if number:
            state = _onward(state)
        state[0] *= likelihood[number]
        state /= state.sum()
        forward[number] = state
    return _met_from_behind(forward, likelihood, stop)


def _met_from_behind(forward: Table, likelihood: Table, stop: StopAsked) -> Table:
    """Return the chances of a walk that knows what is ahead as well as what it has passed."""
    rows, columns = likelihood.shape
    out = np.empty_like(likelihood)
    ahead = np.ones((2, columns), np.float32)
    for number in range(rows - 1, -1, -1):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        both = forward[number] * ahead
        out[number] = both[0] / both.sum()
        seen = ahead.copy()
        seen[0] *= likelihood[number]
        back = _stepped(seen[0], -1) * (1 - _PASSED) + seen[1] * _PASSED
        ahead = np.stack((back, back)) / back.sum()
    return out


def _onward(state: Table) -> Table:
    place = state[0] + state[1]
    return np.stack((_stepped(place, 1) * (1 - _PASSED), place * _PASSED))


def _stepped(place: Table, direction: int) -> Table:
    columns = len(place)
    out = np.full_like(place, place.sum() * _JUMP / columns)
    for step, share in _STEPS:
        by = step * direction
        if by >= 0:
            out[by:] += place[: columns - by] * share
        else:
            out[:by] += place[-by:] * share
    return out
