"""Where a name may have given way to another: names that changed where as many words stand instead.

What is found here are candidates; `names` says which of them are people with a new name.
"""

import numpy as np

from writerdesk.compare.filing import Filed
from writerdesk.compare.kept import Gaps
from writerdesk.compare.spelling import Spelled
from writerdesk.compare.table import WIDTHS, Part

# "Sergeant Pip Hale" may give way to "Corporal Rusty Hale"; longer changes are new sentences.
LONGEST_NAME = 3


def renamings(gaps: Gaps, many: int, left: Spelled, right: Spelled) -> Filed:
    """Return the names of each of so many groups that changed, with what stands there now or -1."""
    width = WIDTHS[Part.NAMES]
    ours, theirs = gaps.left_end - gaps.left, gaps.right_end - gaps.right
    some = np.flatnonzero((ours > 0) & (ours <= LONGEST_NAME))
    if not len(some):
        return Filed.nothing(many, width)
    sizes = ours[some]
    inside = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    word = np.repeat(gaps.left[some], sizes) + inside
    answered = np.repeat(sizes == theirs[some], sizes)
    other = np.where(answered, np.repeat(gaps.right[some], sizes) + inside, 0)
    names = left.lexicon.are_capital(left.numbers[word])
    group = np.repeat(gaps.group[some], sizes)
    word, other, answered, group = word[names], other[names], answered[names], group[names]
    if len(right.numbers):
        answers = right.numbers[other]
        answered &= right.lexicon.are_capital(answers)
    else:
        answers = other
    cells = (left.numbers[word], np.where(answered, answers, -1), left.first[word])
    return Filed.under(group, cells, many)
