"""Which pairs of paragraphs stand in order with their neighbours.

A walk through the left draft remembers where in the right one it stands: mostly it stays or goes a
step on, now and then it skips, seldom it jumps, and some paragraphs it passes over. How likely it
is to stand at each place, given all that is alike before and after, is computed both ways through
the left and both ways through the right (a hidden Markov model, as word alignment knows it).
"""

from collections.abc import Sequence

import numpy as np

from writerdesk.compare.tellings.tables import Table
from writerdesk.compare.values import Cancelled, StopAsked

# How often the walk steps back three, two or one, stays, goes on by one, two or three; the rest is
# jumps.
_STEPS = (0, 0, 0.04, 0.35, 0.35, 0.10, 0.05)
_JUMP = np.float32(0.2)
_REACH = len(_STEPS) // 2
# How often a paragraph is passed over: about a third of a telling is told in no other.
_PASSED = np.float32(0.3)
_GONE_ON = np.float32(1) - _PASSED
# The steps as places to take from, and how much of each, for a walk that goes on.
_TAPS = tuple((2 * _REACH - n, _GONE_ON * np.float32(s)) for n, s in enumerate(_STEPS) if s)
_TAPS_BACK = tuple((n, _GONE_ON * np.float32(s)) for n, s in enumerate(_STEPS) if s)
_sum = np.add.reduce
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
    place = np.exp(-np.arange(columns, dtype=np.float32) / 3)
    step = _Step(columns, _TAPS)
    step.stands[:] = place / _sum(place)
    place = step.stands * _GONE_ON
    for number in range(rows):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        place *= likelihood[number]
        # Wherever the walk stood, all of it together is one, and so much of it passes over.
        whole = np.float32(1) / (_sum(place) + _PASSED)
        np.multiply(place, whole, out=tied[number])
        np.multiply(step.stands, _PASSED * whole, out=passed[number])
        np.add(tied[number], passed[number], out=step.stands)
        step.on(np.float32(1), place)
    return _met_from_behind(tied, passed, likelihood, stop)


def _met_from_behind(tied: Table, passed: Table, likelihood: Table, stop: StopAsked) -> Table:
    rows, columns = likelihood.shape
    ahead, back = np.ones(columns, np.float32), np.empty(columns, np.float32)
    step = _Step(columns, _TAPS_BACK)
    for number in range(rows - 1, -1, -1):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        here = tied[number]
        here *= ahead
        here *= np.float32(1) / (_sum(here) + passed[number] @ ahead)
        np.multiply(ahead, likelihood[number], out=step.stands)
        step.on(_sum(step.stands), back)
        ahead *= _PASSED
        ahead += back
        ahead *= np.float32(1) / _sum(ahead)
    return tied


class _Step:
    """One step of the walk, from where it ``stands``; nothing is made anew for it."""

    def __init__(self, columns: int, taps: Sequence[tuple[int, np.float32]]) -> None:
        room = np.zeros(columns + 2 * _REACH, np.float32)
        self.stands = room[_REACH:-_REACH]
        self._from = [(room[tap : tap + columns], share) for tap, share in taps]
        self._lent = np.empty(columns, np.float32)
        self._jump = _JUMP * _GONE_ON / np.float32(columns)

    def on(self, whole: np.float32, out: Table) -> None:
        """Write down where the walk stands after a step; ``whole`` is how much of it there is."""
        (first, share), *others = self._from
        np.multiply(first, share, out=out)
        out += whole * self._jump
        for some, share in others:
            np.multiply(some, share, out=self._lent)
            out += self._lent
