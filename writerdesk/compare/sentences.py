"""Which sentences of two tied passages answer each other, and how alike they are.

The words both keep say it: sentences that share a fair part of the shorter one's words answer each
other. The whole is told in *strands*, runs of sentences with one likeness each.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from writerdesk.compare.chains import Numbers
from writerdesk.compare.kept import Blocks
from writerdesk.compare.spelling import Flags, Spelled
from writerdesk.compare.values import Likeness


class Run(NamedTuple):
    """Sentences of group ``group`` that answer each other (half-open); how, and by what."""

    group: int
    left: int
    left_end: int
    right: int
    right_end: int
    kept: int
    kind: Likeness


class Sentences(NamedTuple):
    """One side's sentences: their first words and one end more, and their paragraphs."""

    starts: Numbers
    paragraphs: Numbers

    @classmethod
    def of(cls, side: Spelled) -> "Sentences":
        """Return the sentences of spelled paragraphs."""
        starts = np.flatnonzero(side.first)
        if not len(starts) or starts[-1] != len(side.words):
            starts = np.append(starts, len(side.words))
        return cls(starts, np.searchsorted(side.bases, starts[:-1], "right") - 1)


_ORDER = {kind: place for place, kind in enumerate(Likeness)}
# How many of the words of both sides must be kept, in order, to call a passage edited or reworked.
EDITED = 0.6
REWORKED = 0.25
# A sentence answers another that has a quarter of its words; of fewer than two words, all.
_LEAST_SHARED = 0.25


def likeness(kept: int, left: int, right: int, *, whole_sentence: bool = False) -> Likeness:
    """Return how alike passages of so many words are that keep ``kept`` of them in order."""
    longer = max(left, right)
    if kept >= EDITED * longer:
        return Likeness.EDITED
    if kept >= REWORKED * longer or whole_sentence:
        return Likeness.REWORKED
    return Likeness.REWRITTEN


def least_alike(kinds: Iterable[Likeness]) -> Likeness:
    """Return the least alike of kinds; the same, of none."""
    return max(kinds, key=_ORDER.__getitem__, default=Likeness.SAME)


def answering(blocks: Blocks, left: Sentences, right: Sentences) -> Iterator[Run]:
    """Give the runs of sentences that answer each other, in order."""
    last: Run | None = None
    was_same = False
    for group, one, other, words, same, near in _answers(blocks, left, right):
        if last and last.group == group:
            # Sentences that stayed the same go on; others only with a sentence they share.
            goes_on = (
                (one, other) == (last.left_end, last.right_end)
                if same and was_same
                else one == last.left_end - 1 or other == last.right_end - 1
            )
            if goes_on and near:
                kept = last.kept + words
                last = last._replace(left_end=one + 1, right_end=other + 1, kept=kept)
                was_same = was_same and same
                continue
            if one < last.left_end or other < last.right_end:
                continue
        if last:
            yield _closed(last, left, right)
        last = Run(group, one, one + 1, other, other + 1, words, Likeness.SAME)
        was_same = same
    if last:
        yield _closed(last, left, right)


def _closed(run: Run, left: Sentences, right: Sentences) -> Run:
    size = int(left.starts[run.left_end] - left.starts[run.left])
    others = int(right.starts[run.right_end] - right.starts[run.right])
    if run.kept == size == others:
        return run
    return run._replace(kind=likeness(run.kept, size, others))


def _answers(
    blocks: Blocks, left: Sentences, right: Sentences
) -> Iterator[tuple[int, int, int, int, bool, bool]]:
    """Give the sentences that answer each other, one by one.

    Each comes with its group, the words both keep, whether they are the same, and whether they
    stand in the paragraphs of those before.
    """
    if not len(blocks.group):
        return iter(())
    group, ours, theirs = blocks.words()
    one = np.searchsorted(left.starts, ours, "right") - 1
    other = np.searchsorted(right.starts, theirs, "right") - 1
    differs = (one[1:] != one[:-1]) | (other[1:] != other[:-1]) | (group[1:] != group[:-1])
    first = np.flatnonzero(np.concatenate(([True], differs)))
    words = np.diff(np.append(first, len(one)))
    one, other, group = one[first], other[first], group[first]
    sizes = left.starts[one + 1] - left.starts[one]
    others = right.starts[other + 1] - right.starts[other]
    shorter = np.minimum(sizes, others)
    enough = (words >= _LEAST_SHARED * shorter) & (words >= np.minimum(2, shorter))
    one, other, group, words = one[enough], other[enough], group[enough], words[enough]
    same = (words == sizes[enough]) & (words == others[enough])
    near = _repeats(left.paragraphs[one]) & _repeats(right.paragraphs[other])
    return zip(
        group.tolist(),
        one.tolist(),
        other.tolist(),
        words.tolist(),
        same.tolist(),
        near.tolist(),
        strict=True,
    )


def _repeats(places: Numbers) -> Flags:
    return np.concatenate(([False], places[1:] == places[:-1]))[: len(places)]
