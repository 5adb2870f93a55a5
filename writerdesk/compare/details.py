"""What is inside pairs: which words changed, how it is shown, what is only typography.

Everything is worked out in words of all groups at once, so that a split or joined paragraph is no
change of its words; only at the end it becomes places in paragraphs.
"""

from collections.abc import Sequence

import numpy as np

from writerdesk.compare.chains import ints
from writerdesk.compare.filing import Filed, Rows
from writerdesk.compare.kept import Blocks, Gaps, Ranges, gaps_of, kept_blocks
from writerdesk.compare.letters import Flags, Numbers
from writerdesk.compare.renamings import renamings
from writerdesk.compare.sentences import REWRITTEN, SAME, Runs, Sentences, answering, kinds_of
from writerdesk.compare.shown import SILENT, WHOLE, WORDS, runs_of, shown_words
from writerdesk.compare.spelling import Spelled
from writerdesk.compare.strands import strands
from writerdesk.compare.table import ROW, SURE, WIDTHS, Row
from writerdesk.compare.unlike import Place, quiet_words
from writerdesk.compare.values import StopAsked, ask
from writerdesk.frozen import frozen
from writerdesk.manuscript import Paragraph


@frozen(eq=False)
class Side:
    """One side's paragraphs that are in groups, and what of them was spelled."""

    spelled: Spelled
    paragraphs: Sequence[Paragraph]


@frozen(eq=False)
class Told:
    """A row for each group, in their order, and of which no limit cut a search for words short."""

    rows: Rows
    exact: Flags


def told(
    groups: Numbers,
    left: Side,
    right: Side,
    *,
    tellings: bool = False,
    cancelled: StopAsked,
) -> Told:
    """Tell what tied runs of paragraphs keep and change: a row of `Group` each."""
    if not len(groups):
        return Told(Rows.none(), np.ones(0, np.bool_))
    ask(cancelled)
    ranges = Ranges.of(groups, left.spelled, right.spelled)
    flipped = _flipped(groups, ranges, left, right)
    blocks, exact = kept_blocks(ranges, flipped, left.spelled, right.spelled, cancelled)
    ask(cancelled)
    sentences = Sentences.of(left.spelled), Sentences.of(right.spelled)
    runs = answering(blocks, *sentences)
    ask(cancelled)
    alone = SILENT if tellings else WHOLE
    gaps = gaps_of(blocks, ranges)
    ours = _Marked(left, groups[:, :2], _changed(blocks.left, blocks.size, ranges.ours()))
    theirs = _Marked(right, groups[:, 2:], _changed(blocks.right, blocks.size, ranges.theirs()))
    ask(cancelled)
    quiet = quiet_words(groups, blocks, (left.spelled, right.spelled), (left, right))
    ask(cancelled)
    parts = [
        *ours.parts(sentences[0], (runs.left, runs.left_end, runs.kind), alone, quiet[0]),
        *theirs.parts(sentences[1], (runs.right, runs.right_end, runs.kind), alone, quiet[1]),
        strands(runs, groups, sentences, (left.spelled, right.spelled)),
        Filed.nothing(len(groups), WIDTHS[7]),
        Filed.nothing(len(groups), WIDTHS[8]),
        renamings(gaps, len(groups), left.spelled, right.spelled),
    ]
    ask(cancelled)
    facts = _facts(groups, blocks, gaps, ranges)
    facts[:, Row.KIND] = _kinds(facts, runs, ranges)
    return Told(Rows(facts, tuple(parts)), exact & left.spelled.exact)


class _Marked:
    """One side's words, which of them changed and which are shown."""

    def __init__(self, side: Side, groups: Numbers, changed: Flags) -> None:
        self._spelled = side.spelled
        self._changed = changed
        self._many = len(groups)
        pieces = len(side.paragraphs)
        self._group, self._first = np.full(pieces, -1, np.int64), np.zeros(pieces, np.int64)
        sizes = groups[:, 1] - groups[:, 0]
        first = np.repeat(groups[:, 0], sizes)
        places = first + _inside(sizes)
        self._group[places], self._first[places] = np.repeat(np.arange(self._many), sizes), first

    def parts(
        self,
        sentences: Sentences,
        runs: tuple[Numbers, Numbers, Numbers],
        alone: int,
        quiet: Sequence[tuple[Place, int]],
    ) -> tuple[Filed, Filed, Filed]:
        """Return exact, shown and quiet marks; ``alone``: how sentences are that answer nothing."""
        how = np.full(len(sentences.starts) - 1, alone, np.int8)
        starts, ends, kinds = runs
        in_runs = np.repeat(starts, ends - starts) + _inside(ends - starts)
        by_words = (kinds != SAME) & (kinds != REWRITTEN)
        how[in_runs] = np.repeat(np.where(by_words, WORDS, SILENT), ends - starts)
        told = how.take(sentences.of_words, mode="clip")
        shown = shown_words(self._changed, told, self._spelled)
        return self._filed(self._changed), self._filed(shown), self._quiet(quiet)

    def _filed(self, flags: Flags) -> Filed:
        spelled = self._spelled
        border = np.zeros(len(flags) + 1, np.bool_)
        border[spelled.bases] = True
        starts, ends = runs_of(flags, border)
        pieces = np.searchsorted(spelled.bases, starts, "right") - 1
        inside = self._group[pieces] >= 0
        if not inside.all():
            starts, ends, pieces = starts[inside], ends[inside], pieces[inside]
        places = spelled.places
        cells = (
            pieces - self._first[pieces],
            places.starts_of(starts, pieces),
            places.ends_of(ends - 1, pieces),
        )
        return Filed.under(self._group[pieces], cells, self._many)

    def _quiet(self, quiet: Sequence[tuple[Place, int]]) -> Filed:
        if not quiet:
            return Filed.nothing(self._many, 4)
        rows = np.array([(*place, kind) for place, kind in quiet], np.int64)
        pieces = rows[:, 0]
        cells = (pieces - self._first[pieces], rows[:, 1], rows[:, 2], rows[:, 3])
        return Filed.under(self._group[pieces], cells, self._many)


def _inside(sizes: Numbers) -> Numbers:
    return np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _facts(groups: Numbers, blocks: Blocks, gaps: Gaps, ranges: Ranges) -> Numbers:
    """Return the numbers of each row but its kind."""
    many = len(groups)
    ours, theirs = gaps.left_end - gaps.left, gaps.right_end - gaps.right

    def summed(rows: Numbers, sizes: Numbers) -> Numbers:
        return np.bincount(rows, sizes, many).astype(np.int64)

    facts = np.zeros((many, ROW), np.int64)
    facts[:, : Row.KIND] = groups
    facts[:, Row.KEPT] = summed(blocks.group, blocks.size)
    facts[:, Row.CHANGED] = summed(gaps.group, ours * (theirs > 0))
    facts[:, Row.REMOVED] = summed(gaps.group, ours * (theirs == 0))
    facts[:, Row.ADDED] = summed(gaps.group, theirs * (ours == 0))
    both = ranges.left_sizes + ranges.right_sizes
    kept = 2.0 * facts[:, Row.KEPT]
    facts[:, Row.SURE] = np.round(SURE * np.divide(kept, both, out=np.ones(many), where=both > 0))
    return facts


def _kinds(facts: Numbers, runs: Runs, ranges: Ranges) -> Numbers:
    """Return the least alike kind of the runs of each row; the whole counts where all are the same.

    Sentences that answer nothing count as changed there.
    """
    least = np.zeros(len(facts), np.int64)
    np.maximum.at(least, runs.group, runs.kind)
    answered = np.zeros(len(facts), np.bool_)
    answered[runs.group] = True
    ours, theirs = ranges.left_sizes, ranges.right_sizes
    kept = facts[:, Row.KEPT]
    whole = kinds_of(kept, np.maximum(ours, theirs), answered)
    kinds = np.where(least == SAME, whole, least)
    kinds[(kept == ours) & (kept == theirs)] = SAME
    return kinds


def _flipped(groups: Numbers, ranges: Ranges, left: Side, right: Side) -> Flags:
    """Tell of which groups the right is the canonically smaller side: fewer words, then text."""
    more = ranges.left_sizes - ranges.right_sizes
    flipped = more > 0
    rows: list[list[int]] = groups.tolist()
    for number in ints((more == 0).nonzero()[0]):
        at, end, to, until = rows[number]
        ours = [paragraph.text for paragraph in left.paragraphs[at:end]]
        flipped[number] = ours > [paragraph.text for paragraph in right.paragraphs[to:until]]
    return flipped


def _changed(starts: Numbers, sizes: Numbers, ranges: tuple[Numbers, Numbers, int]) -> Flags:
    """Return which words are in a group and not kept."""
    group_starts, group_ends, many = ranges
    there = group_starts < group_ends
    edges = np.zeros(many + 1, np.int8)
    # No two that are not empty begin or end at the same word.
    edges[group_starts[there]] = 1
    edges[group_ends[there]] -= 1
    edges[starts] -= 1
    edges[starts + sizes] += 1
    return edges[:-1].cumsum(dtype=np.int8) > 0
