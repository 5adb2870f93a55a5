"""Which sentences of two tied passages answer each other, and how alike they are.

The words both keep say it: sentences that share a fair part of the shorter one's words answer each
other. The whole is told in *strands*, runs of sentences with one likeness each.
"""

from typing import NamedTuple, TypeAlias

import numpy as np

from writerdesk.compare.kept import Blocks
from writerdesk.compare.letters import Flags, Numbers
from writerdesk.compare.spelling import Spelled
from writerdesk.compare.table import KINDS
from writerdesk.compare.values import Likeness
from writerdesk.frozen import frozen


@frozen(eq=False)
class Runs:
    """Runs of sentences that answer each other (half-open): of which group, how, by what."""

    group: Numbers
    left: Numbers
    left_end: Numbers
    right: Numbers
    right_end: Numbers
    kept: Numbers
    kind: Numbers


class Sentences(NamedTuple):
    """One side's sentences: their first words and one end more, their pieces, each word's own."""

    starts: Numbers
    pieces: Numbers
    of_words: Numbers

    @classmethod
    def of(cls, side: Spelled) -> "Sentences":
        """Return the sentences of spelled pieces."""
        # Behind the last word of a paragraph one begins, be it the last.
        starts = np.flatnonzero(side.first)
        pieces = np.searchsorted(side.bases, starts[:-1], "right") - 1
        return cls(starts, pieces, np.cumsum(side.first[:-1]) - 1)


Answer: TypeAlias = tuple[int, int, int, int, bool, bool]
"""Two sentences that answer each other: their group, their numbers, the words both keep, whether
they are the same, and whether they stand in the paragraphs of those before."""

SAME, EDITED, REWORKED, REWRITTEN = map(
    KINDS.index, (Likeness.SAME, Likeness.EDITED, Likeness.REWORKED, Likeness.REWRITTEN)
)
# How many of the words of both sides must be kept, in order, to call a passage edited or reworked.
_LEAST_EDITED = 0.6
_LEAST_REWORKED = 0.25
# A sentence answers another that has a quarter of its words; of fewer than two words, all.
_LEAST_SHARED = 0.25


def least_alike(kinds: "list[Likeness]") -> Likeness:
    """Return the least alike of kinds; the same, of none."""
    return KINDS[max(map(KINDS.index, kinds), default=SAME)]


def kinds_of(kept: Numbers, longer: Numbers, answered: Flags | None = None) -> Numbers:
    """Return how alike passages of so many words are that keep ``kept`` of them in order.

    ``answered`` says where a sentence was kept: that is no rewriting, whatever the words say.
    """
    reworked = kept >= _LEAST_REWORKED * longer
    if answered is not None:
        reworked |= answered
    kinds = np.where(reworked, REWORKED, REWRITTEN)
    return np.where(kept >= _LEAST_EDITED * longer, EDITED, kinds)


def kind_of(kept: int, longer: int, *, answered: bool = False) -> int:
    """Return how alike two passages are, as `kinds_of` does."""
    if kept >= _LEAST_EDITED * longer:
        return EDITED
    return REWORKED if kept >= _LEAST_REWORKED * longer or answered else REWRITTEN


def are_enough(words: int, shorter: int) -> bool:
    """Tell whether so many kept words make an answer of two sentences, of which one has fewer."""
    return words >= _LEAST_SHARED * shorter and words >= min(2, shorter)


def answering(blocks: Blocks, left: Sentences, right: Sentences) -> Runs:
    """Return the runs of sentences that answer each other, in order."""
    found = _answers(blocks, left, right)
    starts = np.flatnonzero(~found.goes_on)
    ends = np.append(starts[1:], len(found.group))[: len(starts)] - 1
    at, end = found.left[starts], found.left[ends] + 1
    to, until = found.right[starts], found.right[ends] + 1
    kept = np.add.reduceat(found.kept, starts) if len(starts) else found.kept
    sizes = left.starts[end] - left.starts[at]
    others = right.starts[until] - right.starts[to]
    kinds = kinds_of(kept, np.maximum(sizes, others))
    kinds[(kept == sizes) & (kept == others)] = SAME
    return Runs(found.group[starts], at, end, to, until, kept, kinds)


class _Answers(NamedTuple):
    """Every two sentences that answer each other: of which group, which, and the words both keep.

    ``goes_on`` tells which of them belong in one run with the two before.
    """

    group: Numbers
    left: Numbers
    right: Numbers
    kept: Numbers
    goes_on: Flags

    def taken(self, some: Flags) -> "_Answers":
        group, left, right, kept, goes_on = self
        return _Answers(group[some], left[some], right[some], kept[some], goes_on[some])


def _answers(blocks: Blocks, left: Sentences, right: Sentences) -> _Answers:
    """Return the sentences that answer each other.

    Those that stayed the same go on with each other; others only with a sentence they share. What
    shares a sentence with those before, but stands in another paragraph, answers nothing.
    """
    kept = _kept_in_sentences(blocks, left, right)
    found, same = _that_answer(_Answers(*kept, np.zeros(len(kept[0]), np.bool_)), left, right)
    while len(found.group):
        group, one, other, _, goes_on = found
        near = _repeats(left.pieces[one]) & _repeats(right.pieces[other]) & _repeats(group)
        shares = _repeats(group) & (_repeats(one) | _repeats(other))
        goes_on[:] = near & (shares | (_repeats(one, 1) & _repeats(other, 1) & same))
        goes_on[1:] &= shares[1:] | same[:-1]
        torn = shares & ~near
        if not torn.any():
            break
        # What follows on one that goes shares its sentence, perhaps, with none that stays.
        torn[1:] &= ~torn[:-1]
        found, same = found.taken(~torn), same[~torn]
    return found


def _that_answer(found: _Answers, left: Sentences, right: Sentences) -> tuple[_Answers, Flags]:
    """Return the sentences that keep enough of each other, and which of them stayed the same."""
    sizes = left.starts[found.left + 1] - left.starts[found.left]
    others = right.starts[found.right + 1] - right.starts[found.right]
    shorter, kept = np.minimum(sizes, others), found.kept
    enough = (kept >= _LEAST_SHARED * shorter) & (kept >= np.minimum(2, shorter))
    return found.taken(enough), ((kept == sizes) & (kept == others))[enough]


def _kept_in_sentences(
    blocks: Blocks, left: Sentences, right: Sentences
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return every two sentences that kept words stand in, and how many stand there together."""
    block, place = _cut(blocks, left.starts, right.starts)
    if not len(block):
        return block, block, block, block
    sizes = blocks.size[block] - place
    sizes[:-1] = np.where(block[1:] == block[:-1], place[1:] - place[:-1], sizes[:-1])
    one = left.of_words[blocks.left[block] + place]
    other = right.of_words[blocks.right[block] + place]
    group = blocks.group[block]
    first = np.flatnonzero(~(_repeats(one) & _repeats(other) & _repeats(group)))
    return group[first], one[first], other[first], np.add.reduceat(sizes, first)


def _cut(blocks: Blocks, left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
    """Cut kept words where a sentence starts on either side: of which block, from where in it."""
    cuts = [np.arange(len(blocks.size)) << _HALF]
    for starts, borders in ((blocks.left, left), (blocks.right, right)):
        order = starts.argsort(kind="stable")
        inside = starts[order].searchsorted(borders, "right") - 1
        block, borders = order[inside[inside >= 0]], borders[inside >= 0]
        place = borders - starts[block]
        inside = place < blocks.size[block]
        cuts.append(block[inside] << _HALF | place[inside])
    both = np.sort(np.concatenate(cuts))
    both = both[~_repeats(both)]
    return both >> _HALF, both & _WORDS


_HALF = 32
_WORDS = (1 << _HALF) - 1


def _repeats(places: Numbers, more: int = 0) -> Flags:
    """Tell which numbers are as the one before, or so many more."""
    repeats = np.zeros(len(places), np.bool_)
    np.equal(places[1:], places[:-1] + more if more else places[:-1], out=repeats[1:])
    return repeats
