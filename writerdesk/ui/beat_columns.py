"""How wide the columns of the table of beats are: the names', then one for each draft."""

from itertools import pairwise

# The names have a fifth of a wide table, and never less than six words take.
_NAMES, _NAMES_SHARE = 176, 5


def column_widths(width: int, drafts: int) -> tuple[int, ...]:
    """Return how wide the names' column and each draft's are; together they are as wide as that."""
    names = max(_NAMES, width // _NAMES_SHARE)
    edges = [names + (width - names) * number // max(1, drafts) for number in range(drafts + 1)]
    return (names, *(right - left for left, right in pairwise(edges)))
