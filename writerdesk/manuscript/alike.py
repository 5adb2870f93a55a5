"""How far two texts begin alike, and how far they end alike, found by halving."""


def common_start(left: str, right: str) -> int:
    """Return how many characters both begin with."""
    low, high = 0, min(len(left), len(right)) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle
    return low


def common_end(left: str, right: str) -> int:
    """Return how many characters both end with."""
    one, other = len(left), len(right)
    low, high = 0, min(one, other) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if left[one - middle : one - low] == right[other - middle : other - low]:
            low = middle
        else:
            high = middle
    return low
