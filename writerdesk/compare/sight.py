"""How columns are looked at: the window on them, what stands at its focus line, what is seen."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias


class View(NamedTuple):
    """The window on the columns: how high it is, and the heights in it that mean something.

    ``focus`` is where columns are level, ``top`` where the text begins when nothing is scrolled,
    ``rest`` where the end of the longest column stays at the very end.
    """

    height: float
    focus: float
    top: float = 0.0
    rest: float = 0.0


class Spot(NamedTuple):
    """What stands at a column's focus line: an item, and how much of it is above the line."""

    item: int
    part: float


class Shown(NamedTuple):
    """An item in view: where its top is, from the top of the view, and how high it is."""

    item: int
    top: float
    height: float


class Laid(NamedTuple):
    """A column after an edit: its bounds now, and the items between which there are others.

    Those from ``start`` to ``end`` gave way to as many as there are ``heights``, which are guesses.
    """

    bounds: Sequence[int]
    start: int
    end: int
    heights: Sequence[float]


Measure: TypeAlias = Callable[[int, int], float]
"""Tells how high an item of a column really is."""
