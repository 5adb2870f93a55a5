"""Which sentences of two tied passages answer each other, and how alike they are.

The words both keep say it: sentences that share a fair part of the shorter one's words answer each
other. The whole is told in *strands*, runs of sentences with one likeness each.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from writerdesk.compare.values import Likeness
from writerdesk.compare.wording import Kept


class Run(NamedTuple):
    """Sentences of both sides that answer each other, as words from start to end; and how."""

    left: int
    left_end: int
    right: int
    right_end: int
    kept: int
    kind: Likeness


class Bounds(NamedTuple):
    """Where one side's sentences and paragraphs begin, and where the last one ends, in words."""

    sentences: Sequence[int]
    paragraphs: Sequence[int]


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


def answering(kept: Sequence[Kept], left: Bounds, right: Bounds) -> list[Run]:
    """Return the runs of sentences that answer each other, in order."""
    runs: list[_Open] = []
    for one, other, words in _shared_words(kept, left.sentences, right.sentences):
        size = left.sentences[one + 1] - left.sentences[one]
        others = right.sentences[other + 1] - right.sentences[other]
        if words < _LEAST_SHARED * min(size, others) or (words < 2 and words < min(size, others)):
            continue
        same = words == size == others
        at = _paragraph(left, one), _paragraph(right, other)
        last = runs[-1] if runs else None
        if last and last.at == at and last.takes(one, other, same=same):
            last.take(one, other, words)
        elif not last or (one > last.left_end and other > last.right_end):
            runs.append(_Open(at, one, other, words, same=same))
    return [run.closed(left.sentences, right.sentences) for run in runs]


class _Open:
    """A run that may still grow."""

    __slots__ = ("at", "kept", "left", "left_end", "right", "right_end", "same")

    def __init__(
        self, at: tuple[int, int], left: int, right: int, kept: int, *, same: bool
    ) -> None:
        self.at, self.kept, self.same = at, kept, same
        self.left = self.left_end = left
        self.right = self.right_end = right

    def takes(self, left: int, right: int, *, same: bool) -> bool:
        if self.same and same:
            return (left, right) == (self.left_end + 1, self.right_end + 1)
        return left == self.left_end or right == self.right_end

    def take(self, left: int, right: int, kept: int) -> None:
        self.left_end, self.right_end = left, right
        self.kept += kept

    def closed(self, left: Sequence[int], right: Sequence[int]) -> Run:
        start, end = left[self.left], left[self.left_end + 1]
        to, to_end = right[self.right], right[self.right_end + 1]
        same = self.kept == end - start == to_end - to
        kind = Likeness.SAME if same else likeness(self.kept, end - start, to_end - to)
        return Run(start, end, to, to_end, self.kept, kind)


def _paragraph(side: Bounds, sentence: int) -> int:
    return bisect_right(side.paragraphs, side.sentences[sentence]) - 1


def _shared_words(
    kept: Sequence[Kept], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int, int]]:
    """Return how many words each two sentences share, in order."""
    shared: list[tuple[int, int, int]] = []
    one = other = 0
    for at, to, size in kept:
        end = at + size
        while at < end:
            while left[one + 1] <= at:
                one += 1
            while right[other + 1] <= to:
                other += 1
            step = min(end - at, left[one + 1] - at, right[other + 1] - to)
            if shared and shared[-1][:2] == (one, other):
                shared[-1] = (one, other, shared[-1][2] + step)
            else:
                shared.append((one, other, step))
            at, to = at + step, to + step
    return shared
