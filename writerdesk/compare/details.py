"""What is inside pairs: which words changed, how it is shown, what is only typography.

Everything is worked out in words of all groups at once, so that a split or joined paragraph is no
change of its words; only at the end it becomes places in paragraphs.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from writerdesk.compare.chains import Numbers, ints
from writerdesk.compare.gaps import Group
from writerdesk.compare.kept import Blocks, Ranges, gaps_of, kept_blocks
from writerdesk.compare.quiet import Place, add, set_differently, shape, typography, word_places
from writerdesk.compare.sentences import Run, Sentences, answering, least_alike, likeness
from writerdesk.compare.shown import SILENT, WHOLE, WORDS, runs_of, shown_words
from writerdesk.compare.spelling import Flags, Spelled
from writerdesk.compare.values import (
    Detail,
    Likeness,
    Marks,
    Pair,
    Quiet,
    QuietKind,
    Span,
    StopAsked,
    Strand,
    Tally,
)
from writerdesk.manuscript import Paragraph, ParagraphId


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One side's paragraphs that are in groups, spelled; and who they are."""

    spelled: Spelled
    ids: Sequence[ParagraphId]
    paragraphs: Sequence[Paragraph]


class Told(NamedTuple):
    """Pairs in the order of their groups, and whether no limit cut a search for words short."""

    pairs: list[Pair]
    exact: bool


def told(
    groups: Sequence[Group],
    left: Side,
    right: Side,
    *,
    tellings: bool = False,
    cancelled: StopAsked,
) -> Told:
    """Tell what tied runs of paragraphs keep and change."""
    if not groups:
        return Told([], exact=True)
    ranges = Ranges.of(groups, left.spelled, right.spelled)
    flipped = _flipped(groups, ranges, left, right)
    blocks, exact = kept_blocks(ranges, flipped, left.spelled, right.spelled, cancelled)
    one, other = Sentences.of(left.spelled), Sentences.of(right.spelled)
    runs = list(answering(blocks, one, other))
    ours = _Marked(left, _changed(blocks.left, blocks.size, ranges.left, ranges.left_end, left))
    theirs = _Marked(
        right, _changed(blocks.right, blocks.size, ranges.right, ranges.right_end, right)
    )
    alone = SILENT if tellings else WHOLE
    ours.show(one, [(run.left, run.left_end, run.kind) for run in runs], alone)
    theirs.show(other, [(run.right, run.right_end, run.kind) for run in runs], alone)
    inside = _Inside(runs, (one, other), (ours, theirs), _quiet(groups, blocks, left, right))
    rows = zip(groups, _tallies(blocks, ranges), _sizes(ranges), strict=True)
    pairs = [
        Pair(
            tuple(left.ids[group.left : group.left_end]),
            tuple(right.ids[group.right : group.right_end]),
            _kind(inside.runs[number], tally, sizes),
            False,
            round(2 * tally.kept / sum(sizes), 4) if sum(sizes) else 1.0,
            tally,
            inside.of(number, group),
        )
        for number, (group, tally, sizes) in enumerate(rows)
    ]
    return Told(pairs, exact=bool(exact.all()) and left.spelled.exact)


class _Marked:
    """One side's words, which of them changed and which are shown."""

    def __init__(self, side: Side, changed: Flags) -> None:
        self.side = side
        self._border = np.zeros(len(changed) + 1, np.bool_)
        self._border[side.spelled.bases] = True
        self._changed = changed
        self._exact = self._spans(changed)
        self._shown = self._exact

    def show(
        self, sentences: Sentences, runs: Iterable[tuple[int, int, Likeness]], alone: int
    ) -> None:
        """Choose what is shown; ``alone`` says how sentences are that answer nothing."""
        how = np.full(len(sentences.starts) - 1, alone)
        for start, end, kind in runs:
            how[start:end] = WORDS if kind in _TOLD_BY_WORDS else SILENT
        self._shown = self._spans(shown_words(self._changed, how, self.side.spelled))

    def of(self, start: int, end: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the exact and the shown marks of some paragraphs."""
        return self._within(self._exact, start, end), self._within(self._shown, start, end)

    def _within(self, spans: "_Spans", start: int, end: int) -> tuple[Span, ...]:
        first, last = spans.bases[start], spans.bases[end]
        return tuple(spans.spans[first:last])

    def _spans(self, flags: Flags) -> "_Spans":
        spelled = self.side.spelled
        starts, ends = runs_of(flags, self._border)
        paragraphs = np.searchsorted(spelled.bases, starts, "right") - 1
        many = np.arange(len(spelled.bases))
        spans = spans_of(self.side, paragraphs, starts, ends)
        return _Spans(ints(np.searchsorted(paragraphs, many)), spans)


class _Spans(NamedTuple):
    """Places in paragraphs; those of paragraph n are from ``bases[n]`` to ``bases[n + 1]``."""

    bases: list[int]
    spans: list[Span]


class _Inside:
    """What is inside each group, gathered from what was told of all of them."""

    def __init__(
        self,
        runs: Sequence[Run],
        sentences: tuple[Sentences, Sentences],
        marked: tuple[_Marked, _Marked],
        quiet: "tuple[_Quiets, _Quiets]",
    ) -> None:
        self.runs: defaultdict[int, list[Run]] = defaultdict(list)
        self._strands: defaultdict[int, list[Strand]] = defaultdict(list)
        sides = marked[0].side, marked[1].side
        for run, strand in zip(runs, _strands(runs, sentences, sides), strict=True):
            self.runs[run.group].append(run)
            self._strands[run.group].append(strand)
        self._marked, self._quiet = marked, quiet

    def of(self, number: int, group: Group) -> Detail:
        """Return the detail of a group."""
        ours, theirs = self._marked
        return Detail(
            Marks(*ours.of(group.left, group.left_end), tuple(self._quiet[0].get(number, ()))),
            Marks(*theirs.of(group.right, group.right_end), tuple(self._quiet[1].get(number, ()))),
            tuple(self._strands[number]),
        )


_Quiets = dict[int, list[Quiet]]
_TOLD_BY_WORDS = frozenset((Likeness.EDITED, Likeness.REWORKED))


def spans_of(side: Side, paragraphs: Numbers, starts: Numbers, ends: Numbers) -> list[Span]:
    """Return where words stand, from one to the end of another of the same paragraph."""
    spelled = side.spelled
    ids = map(side.ids.__getitem__, ints(paragraphs))
    begins, untils = ints(spelled.starts[starts]), ints(spelled.ends[ends - 1])
    return list(map(Span, ids, begins, untils))


def _strands(
    runs: Sequence[Run], sentences: tuple[Sentences, Sentences], sides: tuple[Side, Side]
) -> list[Strand]:
    if not runs:
        return []
    rows = np.array([run[1:6] for run in runs], np.int64).T
    ours, theirs = (
        spans_of(side, some.paragraphs[start], some.starts[start], some.starts[end])
        for side, some, start, end in zip(sides, sentences, rows[0:4:2], rows[1:4:2], strict=True)
    )
    one, other = sentences
    words = one.starts[rows[1]] - one.starts[rows[0]]
    words += other.starts[rows[3]] - other.starts[rows[2]]
    sure = (round(2 * run.kept / size, 4) for run, size in zip(runs, ints(words), strict=True))
    return list(map(Strand, ours, theirs, (run.kind for run in runs), sure))


def _kind(runs: Sequence[Run], tally: Tally, sizes: tuple[int, int]) -> Likeness:
    """Return the least alike kind of the runs; sentences that answer nothing count as changed."""
    if tally.kept == sizes[0] == sizes[1]:
        return Likeness.SAME
    least = least_alike(run.kind for run in runs)
    if least is not Likeness.SAME:
        return least
    return likeness(tally.kept, *sizes, whole_sentence=bool(runs))


def _flipped(groups: Sequence[Group], ranges: Ranges, left: Side, right: Side) -> list[bool]:
    """Tell of which groups the right is the canonically smaller side: fewer words, then text."""
    more = (ranges.left_end - ranges.left) - (ranges.right_end - ranges.right)
    return [
        words > 0
        if words
        else [p.text for p in left.paragraphs[group.left : group.left_end]]
        > [p.text for p in right.paragraphs[group.right : group.right_end]]
        for group, words in zip(groups, ints(more), strict=True)
    ]


def _changed(
    starts: Numbers, sizes: Numbers, group_starts: Numbers, group_ends: Numbers, side: Side
) -> Flags:
    """Return which words are in a group and not kept."""
    edges = np.zeros(len(side.spelled.words) + 1, np.int64)
    np.add.at(edges, group_starts, 1)
    np.add.at(edges, group_ends, -1)
    np.add.at(edges, starts, -1)
    np.add.at(edges, starts + sizes, 1)
    return np.cumsum(edges)[:-1] > 0


def _tallies(blocks: Blocks, ranges: Ranges) -> list[Tally]:
    many = len(ranges.left)
    gaps = gaps_of(blocks, ranges)
    ours, theirs = gaps.left_end - gaps.left, gaps.right_end - gaps.right

    def summed(groups: Numbers, sizes: Numbers) -> list[int]:
        return np.bincount(groups, sizes, many).astype(np.int64).tolist()

    kept = summed(blocks.group, blocks.size)
    changed = summed(gaps.group, ours * (theirs > 0))
    removed = summed(gaps.group, ours * (theirs == 0))
    added = summed(gaps.group, theirs * (ours == 0))
    return [Tally(*row) for row in zip(kept, changed, removed, added, strict=True)]


def _sizes(ranges: Ranges) -> list[tuple[int, int]]:
    ours, theirs = ranges.left_end - ranges.left, ranges.right_end - ranges.right
    return list(zip(ints(ours), ints(theirs), strict=True))


def _quiet(
    groups: Sequence[Group], blocks: Blocks, left: Side, right: Side
) -> tuple[_Quiets, _Quiets]:
    """Return the quiet marks of each group, on both sides."""
    group_of = {
        n: number for number, group in enumerate(groups) for n in range(group.left, group.left_end)
    }
    ours: _Quiets = {}
    theirs: _Quiets = {}
    for one, other in typography(blocks, left.spelled, right.spelled):
        number = group_of[one[0]]
        add(ours.setdefault(number, []), Quiet(left.ids[one[0]], *one[1:], QuietKind.TYPOGRAPHY))
        add(
            theirs.setdefault(number, []),
            Quiet(right.ids[other[0]], *other[1:], QuietKind.TYPOGRAPHY),
        )
    for one, other in _format(groups, blocks, left, right):
        number = group_of[one[0]]
        add(ours.setdefault(number, []), Quiet(left.ids[one[0]], *one[1:], QuietKind.FORMAT))
        add(theirs.setdefault(number, []), Quiet(right.ids[other[0]], *other[1:], QuietKind.FORMAT))
    return ours, theirs


def _format(
    groups: Sequence[Group], blocks: Blocks, left: Side, right: Side
) -> list[tuple[Place, Place]]:
    """Return the kept words that are set differently."""
    odd = [
        number
        for number, group in enumerate(groups)
        if _is_odd(
            left.paragraphs[group.left : group.left_end],
            right.paragraphs[group.right : group.right_end],
        )
    ]
    if not odd:
        return []
    inside, ours, theirs = blocks.words()
    some = np.isin(inside, odd)
    places = zip(
        word_places(left.spelled, ours[some]), word_places(right.spelled, theirs[some]), strict=True
    )
    return [
        (one, other)
        for one, other in places
        if set_differently(left.paragraphs[one[0]], right.paragraphs[other[0]], one[1:], other[1:])
    ]


def _is_odd(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> bool:
    """Tell whether words may be set differently in paragraphs."""
    return (
        any(one.marks for one in (*left, *right))
        or len({shape(one) for one in (*left, *right)}) > 1
    )
