"""Which sentences of two tied passages answer each other, and how alike they are.

The words both keep say it: sentences that share a fair part of the shorter one's words answer each
other. The whole is told in *strands*, runs of sentences with one likeness each.
"""

from collections.abc import Iterable
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
        starts = np.flatnonzero(side.first)
        if not len(starts) or starts[-1] != len(side.words):
            starts = np.append(starts, len(side.words))
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
    found = np.array(runs_of_answers(_answers(blocks, left, right)), np.int64).reshape(-1, 6).T
    group, at, end, to, until, kept = found
    sizes = left.starts[end] - left.starts[at]
    others = right.starts[until] - right.starts[to]
    kinds = kinds_of(kept, np.maximum(sizes, others))
    kinds[(kept == sizes) & (kept == others)] = SAME
    return Runs(group, at, end, to, until, kept, kinds)


def runs_of_answers(answers: Iterable[Answer]) -> list[int]:
    """Return the runs: the group, where they begin and end on both sides, the words kept."""
    runs: list[int] = []
    last = at = end = to = until = kept = -1
    was_same = False
    for group, one, other, words, same, near in answers:
        if last == group:
            # Sentences that stayed the same go on; others only with a sentence they share.
            if same and was_same:
                goes_on = one == end and other == until
            else:
                goes_on = one == end - 1 or other == until - 1
            if goes_on and near:
                end, until, kept = one + 1, other + 1, kept + words
                was_same = was_same and same
                continue
            if one < end or other < until:
                continue
        if last >= 0:
            runs += (last, at, end, to, until, kept)
        last, at, end, to, until, kept = group, one, one + 1, other, other + 1, words
        was_same = same
    if last >= 0:
        runs += (last, at, end, to, until, kept)
    return runs


def _answers(blocks: Blocks, left: Sentences, right: Sentences) -> "zip[Answer]":
    """Give the sentences that answer each other, one by one."""
    group, one, other, words = _kept_in_sentences(blocks, left.of_words, right.of_words)
    sizes = left.starts[one + 1] - left.starts[one]
    others = right.starts[other + 1] - right.starts[other]
    shorter = np.minimum(sizes, others)
    # The same as `are_enough`, for all of them.
    enough = (words >= _LEAST_SHARED * shorter) & (words >= np.minimum(2, shorter))
    one, other, group, words = one[enough], other[enough], group[enough], words[enough]
    same = (words == sizes[enough]) & (words == others[enough])
    near = _repeats(left.pieces[one]) & _repeats(right.pieces[other])
    columns = (group.tolist(), one.tolist(), other.tolist(), words.tolist())
    return zip(*columns, same.tolist(), near.tolist(), strict=True)


def _kept_in_sentences(
    blocks: Blocks, left: Numbers, right: Numbers
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return every two sentences that kept words stand in, and how many stand there together."""
    if not len(blocks.group):
        nothing = blocks.group
        return nothing, nothing, nothing, nothing
    group, ours, theirs = blocks.words()
    one, other = left[ours], right[theirs]
    differs = (one[1:] != one[:-1]) | (other[1:] != other[:-1]) | (group[1:] != group[:-1])
    first = np.flatnonzero(np.concatenate(([True], differs)))
    words = np.diff(np.append(first, len(one)))
    return group[first], one[first], other[first], words


def _repeats(places: Numbers) -> Flags:
    return np.concatenate(([False], places[1:] == places[:-1]))[: len(places)]
