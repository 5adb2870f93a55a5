"""Which paragraphs of two drafts stayed, and between which others lie that changed.

Paragraphs that are the same to the letter and come once on each side are the frame: the heaviest
chain of them stays in place. What lies between two of them is a gap.
"""

from collections.abc import Iterator

import numpy as np

from writerdesk.compare.chains import Numbers, heaviest_chain, ints
from writerdesk.compare.framing import Frame, margin_of
from writerdesk.compare.texts import Texts

# A short paragraph that comes once on both sides ("Yes.") may do so by chance: it frames nothing,
# but is found again between its neighbours.
SHORTEST_FRAME = 4


def frame(left: Texts, right: Texts) -> Frame:
    """Return the paragraphs that come once on each side and stay in order."""
    at, to = _once_in_both(left, right)
    sizes = left.counted(at)
    right.note_sizes(to, sizes)
    long = sizes >= SHORTEST_FRAME
    at, to, sizes = at[long], to[long], sizes[long]
    chain = heaviest_chain(to, sizes, lambda starts: left.hashes(at[starts]))
    many = len(left.keys), len(right.keys)
    crosses = np.ones(len(at), np.bool_)
    crosses[chain] = False
    margin, crossing = margin_of((at, to), sizes, crosses)
    at, to = at[chain], to[chain]
    return Frame(at, to, left.keys[at], many, margin, crossing)


def _once_in_both(left: Texts, right: Texts) -> tuple[Numbers, Numbers]:
    """Return the numbers of the paragraphs that come once on each side, by the left's order."""
    many = 1 + int(max(left.keys.max(initial=-1), right.keys.max(initial=-1)))
    once = np.bincount(left.keys, minlength=many) == 1
    once &= np.bincount(right.keys, minlength=many) == 1
    place = np.zeros(many, np.int64)
    place[right.keys] = np.arange(len(right.keys))
    at = once[left.keys].nonzero()[0]
    return at, place[left.keys[at]]


def gaps_between(edges: Numbers, left: Texts, right: Texts) -> tuple[Numbers, Numbers]:
    """Return what lies between some edges, where there is anything.

    ``edges`` are four rows of numbers: where each stretch starts and ends on the left, and on the
    right. What is the same at the ends of a gap comes first, a row for each side: it stayed as
    well.
    """
    gaps = edges[:, _filled(edges)]
    same = [*_without(gaps, left.keys, right.keys, _BEGINNING)]
    same += _without(gaps, left.keys, right.keys, _END)
    if same:
        gaps = gaps[:, _filled(gaps)]
    return np.concatenate(same or [_NONE], axis=1), gaps


def _filled(gaps: Numbers) -> Numbers:
    return ((gaps[0] < gaps[1]) | (gaps[2] < gaps[3])).nonzero()[0]


# Which number of a gap is where it begins or ends, how far it is from there to the paragraph there,
# and which way the gap shrinks.
_BEGINNING, _END = (0, 0, 1), (1, 1, -1)
# Nearly all gaps have no more paragraphs alike at an end; then all gaps are looked at at once.
_FEW_ALIKE = 3


def _without(
    gaps: Numbers, left: Numbers, right: Numbers, end: tuple[int, int, int]
) -> Iterator[Numbers]:
    """Make gaps smaller by what both sides have alike at one end; give that, a row for each."""
    column, before, step = end
    ours, theirs = gaps[column], gaps[column + 2]
    active = _two_sided(gaps)
    for _ in range(_FEW_ALIKE):
        at, to = ours[active] - before, theirs[active] - before
        alike = left[at] == right[to]
        active = active[alike]
        if not len(active):
            return
        yield np.array((at[alike], to[alike]))
        ours[active] += step
        theirs[active] += step
        active = active[_two_sided(gaps[:, active])]
    for number in ints(active):
        starts = gaps[column::2, number] - before
        most = int(min(gaps[1, number] - gaps[0, number], gaps[3, number] - gaps[2, number]))
        steps = np.arange(most) * step
        differs = (left[starts[0] + steps] != right[starts[1] + steps]).nonzero()[0]
        alike = steps[: differs[0] if len(differs) else most]
        yield starts[:, None] + alike
        gaps[column::2, number] += step * len(alike)


def _two_sided(gaps: Numbers) -> Numbers:
    """Return which gaps have paragraphs on both sides."""
    start, end, to, until = gaps
    return ((start < end) & (to < until)).nonzero()[0]


_NONE = np.zeros((2, 0), np.int64)
