"""How far two texts begin alike, and how far they end alike, found by halving.

The same for the paragraphs of two drafts: those that are one object are passed over in slices.
"""

from collections.abc import Sequence


def common_start(left: Sequence[object], right: Sequence[object]) -> int:
    """Return how many characters both begin with, or how many things."""
    low, high = 0, min(len(left), len(right)) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle
    return low


def common_end(left: Sequence[object], right: Sequence[object]) -> int:
    """Return how many characters both end with, or how many things."""
    one, other = len(left), len(right)
    low, high = 0, min(one, other) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if left[one - middle : one - low] == right[other - middle : other - low]:
            low = middle
        else:
            high = middle
    return low
