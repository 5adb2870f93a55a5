"""Which words the groups of two drafts keep, all groups at once.

Everything is told in words of the spelled paragraphs, in flat arrays: what happens to a group never
depends on what happens to another.
"""

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.letters import Flags, Numbers
from writerdesk.compare.spelling import Spelled
from writerdesk.compare.values import StopAsked, ask
from writerdesk.compare.wording import LARGEST_TABLE, Kept, kept_words, matching_blocks
from writerdesk.frozen import frozen

# Groups between two looks at whether somebody wants the work stopped, and from how large a table on
# before each: 0.1 ms.
_OFTEN, _MANY_CELLS = 64, 1 << 20
# A word that is mostly grammar weighs a third of another.
FULL = 3
# One light word kept between two changes is chance, and so is what weighs less than a quarter of
# the smaller of them. Measured on half a novel edited at random (F1 of the marks): .978 with a half
# and any one word, .984 with a quarter and any one word, .988 so.
FAINT = 4


@frozen(eq=False)
class Ranges:
    """Words of each group on both sides: from ``left`` to ``left_end``, and so on.

    ``words`` are how many both sides have, in groups or not.
    """

    left: Numbers
    left_end: Numbers
    right: Numbers
    right_end: Numbers
    words: tuple[int, int]

    @classmethod
    def of(cls, rows: Numbers, left: Spelled, right: Spelled) -> "Ranges":
        """Return the words of groups of pieces, a row of `Group` each."""
        one, other = left.bases, right.bases
        edges = one[rows[:, 0]], one[rows[:, 1]], other[rows[:, 2]], other[rows[:, 3]]
        return cls(*edges, (len(left.words), len(right.words)))

    @property
    def left_sizes(self) -> Numbers:
        """How many words each group has on the left."""
        return self.left_end - self.left

    @property
    def right_sizes(self) -> Numbers:
        """How many words each group has on the right."""
        return self.right_end - self.right

    def ours(self) -> tuple[Numbers, Numbers, int]:
        """Return where groups begin and end on the left, of how many words."""
        return self.left, self.left_end, self.words[0]

    def theirs(self) -> tuple[Numbers, Numbers, int]:
        """Return where groups begin and end on the right, of how many words."""
        return self.right, self.right_end, self.words[1]


@frozen(eq=False)
class Blocks:
    """Kept words: of group ``group``, ``size`` from ``left`` on and from ``right`` on."""

    group: Numbers
    left: Numbers
    right: Numbers
    size: Numbers

    def taken(self, some: Flags) -> "Blocks":
        """Return some of them."""
        return Blocks(self.group[some], self.left[some], self.right[some], self.size[some])

    def words(self) -> tuple[Numbers, Numbers, Numbers]:
        """Return every kept word: its group, and where it is on both sides."""
        inside = spread(self.size)
        return (
            np.repeat(self.group, self.size),
            np.repeat(self.left, self.size) + inside,
            np.repeat(self.right, self.size) + inside,
        )


@frozen(eq=False)
class Gaps:
    """What lies between the kept words of each group, at its ends too: what changed."""

    group: Numbers
    left: Numbers
    left_end: Numbers
    right: Numbers
    right_end: Numbers


def kept_blocks(
    ranges: Ranges,
    flipped: Flags,
    left: Spelled,
    right: Spelled,
    cancelled: StopAsked,
) -> tuple[Blocks, Flags]:
    """Return the words each group keeps, and of which groups no limit cut the search short.

    ``flipped`` says of which groups the right is the canonically smaller side: it goes first, and
    the answer is turned round, so that swapping the sides mirrors the result.
    """
    found: list[Kept] = []
    many: list[int] = []
    exact = np.ones(len(flipped), np.bool_)
    ours, theirs = left.words, right.words
    edges = (ints(some) for some in (ranges.left, ranges.left_end, ranges.right, ranges.right_end))
    for number, (at, end, to, until, turned) in enumerate(
        zip(*edges, flipped.tolist(), strict=True)
    ):
        one, other = ours[at:end], theirs[to:until]
        cells = (end - at) * (until - to)
        if number % _OFTEN == 0 or cells > _MANY_CELLS:
            ask(cancelled)
        if turned:
            one, other = other, one
        if cells > LARGEST_TABLE:
            blocks, exact[number] = kept_words(one, other, cancelled)
        else:
            blocks = matching_blocks(one, other)
        found += blocks
        many.append(len(blocks))
    group = np.arange(len(many)).repeat(many)
    i = np.array([block.a for block in found], np.int64)
    j = np.array([block.b for block in found], np.int64)
    size = np.array([block.size for block in found], np.int64)
    is_turned = flipped[group]
    i, j = np.where(is_turned, j, i), np.where(is_turned, i, j)
    blocks = Blocks(group, i + ranges.left[group], j + ranges.right[group], size)
    return _without_chance(_whole(blocks.taken(size > 0)), ranges, left, right), exact


def _whole(blocks: Blocks) -> Blocks:
    """Join blocks that touch on both sides."""
    if len(blocks.group) < 2:
        return blocks
    first = np.ones(len(blocks.group), np.bool_)
    first[1:] = (
        (blocks.group[1:] != blocks.group[:-1])
        | (blocks.left[1:] != (blocks.left + blocks.size)[:-1])
        | (blocks.right[1:] != (blocks.right + blocks.size)[:-1])
    )
    starts = np.flatnonzero(first)
    return Blocks(
        blocks.group[starts],
        blocks.left[starts],
        blocks.right[starts],
        np.add.reduceat(blocks.size, starts),
    )


def spread(sizes: Numbers) -> Numbers:
    """Return 0, 1, 2… anew for each of the sizes."""
    return np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def gaps_of(blocks: Blocks, ranges: Ranges) -> Gaps:
    """Return what lies before each block, and after the last one of each group."""
    many = len(ranges.left)
    group = np.concatenate((blocks.group, np.arange(many)))
    order = np.argsort(group, kind="stable")
    starts = np.concatenate((blocks.left, ranges.left_end))[order]
    begins = np.concatenate((blocks.right, ranges.right_end))[order]
    sizes = np.concatenate((blocks.size, np.zeros(many, np.int64)))[order]
    group = group[order]
    first = np.concatenate(([True], group[1:] != group[:-1]))[: len(group)]
    at, to = np.empty_like(starts), np.empty_like(begins)
    at[1:], to[1:] = (starts + sizes)[:-1], (begins + sizes)[:-1]
    at[first], to[first] = ranges.left, ranges.right
    return Gaps(group, at, starts, to, begins)


def _without_chance(blocks: Blocks, ranges: Ranges, left: Spelled, right: Spelled) -> Blocks:
    """Leave out the words that two changes around them have in common by chance."""
    were_all = len(blocks.group)
    while len(blocks.group):
        gaps = gaps_of(blocks, ranges)
        changed = np.maximum(gaps.left_end - gaps.left, gaps.right_end - gaps.right)
        last = np.concatenate((gaps.group[1:] != gaps.group[:-1], [True]))
        place = np.flatnonzero(~last)
        before, after = changed[place], changed[place + 1]
        light = left.light[blocks.left + blocks.size] - left.light[blocks.left]
        weight = FULL * blocks.size - (FULL - 1) * light
        chance = (before > 0) & (after > 0)
        edge = left.first[blocks.left] & right.first[blocks.right]
        chance &= ((weight == 1) & ~edge) | (weight * FAINT < FULL * np.minimum(before, after))
        if not chance.any():
            break
        blocks = blocks.taken(~chance)
    return blocks if len(blocks.group) == were_all else _grown(blocks, ranges, left, right)


def _grown(blocks: Blocks, ranges: Ranges, left: Spelled, right: Spelled) -> Blocks:
    """Keep more beside what is kept, where words that were left out as chance had stood in the way.

    A word of both sides next to a kept one, after it first and then before, is kept as well.
    """
    gaps = gaps_of(blocks, ranges)
    ours, theirs, size = blocks.left.copy(), blocks.right.copy(), blocks.size.copy()
    starts, begins = gaps.left.copy(), gaps.right.copy()
    ends, untils = gaps.left_end.copy(), gaps.right_end.copy()
    # In each group stands one gap more than blocks: which block comes after a gap.
    after = np.arange(len(gaps.group)) - gaps.group
    joins = np.flatnonzero(gaps.group[1:] == gaps.group[:-1])
    some = joins + 1
    while len(some := some[(starts[some] < ends[some]) & (begins[some] < untils[some])]):
        some = some[_read_alike(left, right, starts[some], begins[some])]
        for places in (starts, begins):
            places[some] += 1
        size[after[some] - 1] += 1
    some = joins
    while len(some := some[(starts[some] < ends[some]) & (begins[some] < untils[some])]):
        some = some[_read_alike(left, right, ends[some] - 1, untils[some] - 1)]
        for places, words in ((ends, ours), (untils, theirs)):
            places[some] -= 1
            words[after[some]] -= 1
        size[after[some]] += 1
    return _whole(Blocks(blocks.group, ours, theirs, size))


def _read_alike(left: Spelled, right: Spelled, ours: Numbers, theirs: Numbers) -> Flags:
    """Tell which words of both sides read the same."""
    lexicon = left.lexicon
    return lexicon.reads_as(left.numbers[ours]) == lexicon.reads_as(right.numbers[theirs])
