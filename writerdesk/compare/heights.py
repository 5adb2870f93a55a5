"""Many heights in a row: guessed at first, corrected one by one, their sums always at hand.

The guesses are summed once, which is quick; only the corrections live in a Fenwick tree. So a
change of width, which makes every height a guess again, costs one pass over the numbers.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import sub


class Heights:
    """Heights of things that stand below one another, each a guess until it is corrected."""

    def __init__(self, guesses: Iterable[float]) -> None:
        self._corrected: dict[int, float] = {}
        self._begin(array("d", guesses))

    def __len__(self) -> int:
        return len(self._guesses)

    def __getitem__(self, index: int) -> float:
        return self._corrected.get(index, self._guesses[index])

    def is_known(self, index: int) -> bool:
        """Tell whether this height was measured."""
        return index in self._corrected

    def correct(self, index: int, height: float) -> bool:
        """Put a measured height in place of a guess; tell whether that moved anything."""
        difference = height - self[index]
        self._corrected[index] = height
        if difference:
            place, tree = index + 1, self._tree
            while place < len(tree):
                tree[place] += difference
                place += place & -place
        return difference != 0

    def splice(self, start: int, end: int, guesses: Sequence[float]) -> None:
        """Put others, guesses again, in place of those from ``start`` to ``end``."""
        for index, height in self._corrected.items():
            self._guesses[index] = height
        shift = len(guesses) - (end - start)
        self._corrected = {
            index + shift * (index >= end): height
            for index, height in self._corrected.items()
            if not start <= index < end
        }
        self._begin(self._guesses[:start] + array("d", guesses) + self._guesses[end:])

    def above(self, index: int) -> float:
        """Return the sum of the heights before ``index``."""
        place, total, tree = index, self._sums[index], self._tree
        while place:
            total += tree[place]
            place &= place - 1
        return total

    def guessed_between(self, bounds: Sequence[int]) -> list[float]:
        """Return the sums of the guesses from each of ``bounds`` to the next."""
        above = list(map(self._sums.__getitem__, bounds))
        return list(map(sub, above[1:], above))

    def between(self, start: int, end: int) -> float:
        """Return the sum of the heights from ``start`` to ``end`` (half-open)."""
        return self.above(end) - self.above(start)

    @property
    def total(self) -> float:
        """The sum of all heights."""
        return self.above(len(self))

    def at(self, depth: float) -> int:
        """Return which one covers ``depth``: the first or the last if none does."""
        low, high = 0, max(0, len(self) - 1)
        while low < high:
            middle = (low + high + 1) // 2
            if self.above(middle) <= depth:
                low = middle
            else:
                high = middle - 1
        return low

    def _begin(self, heights: "array[float]") -> None:
        """Take heights, corrected ones among them, as they are from now on."""
        self._guesses = heights
        self._sums = array("d", accumulate(heights, initial=0.0))
        self._tree = array("d", bytes(8 * (len(heights) + 1)))
