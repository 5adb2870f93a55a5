"""Strands as records: runs of sentences that answer each other, those not looked into as well."""

from collections.abc import Sequence

import numpy as np

from writerdesk.compare.filing import Filed
from writerdesk.compare.gaps import Group
from writerdesk.compare.lexicon import Numbers
from writerdesk.compare.sentences import SAME, Runs, Sentences
from writerdesk.compare.spelling import Piece, Spelled
from writerdesk.compare.table import SURE
from writerdesk.frozen import frozen


@frozen(eq=False)
class Ends:
    """What was cut off groups because both sides begin or end with it.

    ``words`` are how many in all; ``rows`` has, of each such group: its number, where the sentences
    it begins with start and end in its first paragraph, where those it ends with start on both
    sides and end on both; -1 where there are none.
    """

    words: Numbers
    rows: Numbers


def ends_of(groups: Sequence[Group], left: Spelled, right: Spelled) -> Ends:
    """Return what of groups was not looked into."""
    words = np.zeros(len(groups), np.int64)
    rows: list[tuple[int, ...]] = []
    ours, theirs = left.pieces, right.pieces
    for number, (at, _, to, _) in enumerate(groups):
        text, start, end, _, _ = ours[at]
        if start or end < len(text):
            head, tail = text[:start], text[end:]
            words[number] = len(head.split()) + len(tail.split())
            rows.append((number, *_edges(head, 0), *_tail_edges(tail, ours[at], theirs[to])))
    return Ends(words, np.array(rows, np.int64).reshape(-1, 7))


def _edges(text: str, at: int) -> tuple[int, int]:
    """Return where what a text says begins and ends."""
    inside = text.strip()
    if not inside:
        return -1, -1
    start = at + len(text) - len(text.lstrip())
    return start, start + len(inside)


def _tail_edges(tail: str, left: Piece, right: Piece) -> tuple[int, int, int, int]:
    return *_edges(tail, left.end), *_edges(tail, right.end)


def strands(
    runs: Runs,
    groups: Numbers,
    sentences: tuple[Sentences, Sentences],
    sides: tuple[Spelled, Spelled],
    ends: Ends,
) -> Filed:
    """Return the strands of each group, in order."""
    ours = _spans(sides[0], sentences[0], (runs.left, runs.left_end))
    theirs = _spans(sides[1], sentences[1], (runs.right, runs.right_end))
    words = sum(
        some.starts[end] - some.starts[start]
        for some, start, end in zip(
            sentences,
            (runs.left, runs.right),
            (runs.left_end, runs.right_end),
            strict=True,
        )
    )
    sure = np.round(2.0 * SURE * runs.kept / np.maximum(1, words)).astype(np.int64)
    columns = np.stack(
        [
            runs.group,
            ours[0] - groups[runs.group, 0],
            *ours[1:],
            theirs[0] - groups[runs.group, 2],
            *theirs[1:],
            runs.kind,
            sure,
        ]
    )
    if len(ends.rows):
        columns = _with_ends(columns, ends.rows)
    return Filed.under(columns[0], tuple(columns[1:]), len(groups))


def _spans(
    side: Spelled, sentences: Sentences, runs: tuple[Numbers, Numbers]
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the pieces runs of sentences stand in, and from where to where."""
    start, end = runs
    first, last = sentences.starts[start], sentences.starts[end] - 1
    return sentences.pieces[start], side.starts[first], side.ends[last]


_GROUP, _LEFT, _LEFT_START, _LEFT_END, _RIGHT, _RIGHT_START, _RIGHT_END, _KIND = range(8)


def _with_ends(columns: Numbers, ends: Numbers) -> Numbers:
    """Add the sentences cut off at both ends; they go on in those that stayed the same."""
    heads, tails = ends[ends[:, 1] >= 0], ends[ends[:, 3] >= 0]
    nothing = np.zeros(len(heads), np.int64)
    full = nothing + SURE
    before = [heads[:, 0], nothing, heads[:, 1], heads[:, 2], nothing, heads[:, 1], heads[:, 2]]
    nothing = np.zeros(len(tails), np.int64)
    after = [tails[:, 0], nothing, tails[:, 3], tails[:, 4], nothing, tails[:, 5], tails[:, 6]]
    both = np.concatenate(
        [
            np.stack([*before, full * 0 + SAME, full]),
            columns,
            np.stack([*after, nothing + SAME, nothing + SURE]),
        ],
        axis=1,
    )
    both = both[:, np.argsort(both[_GROUP], kind="stable")]
    same = both[_KIND] == SAME
    goes_on = same[1:] & same[:-1] & (both[_GROUP, 1:] == both[_GROUP, :-1])
    for end, start in ((_LEFT_END, _LEFT_START), (_RIGHT_END, _RIGHT_START)):
        goes_on &= both[start, 1:] - both[end, :-1] == 1
    first = np.flatnonzero(np.concatenate(([True], ~goes_on)))
    last = np.append(first[1:], both.shape[1]) - 1
    merged = both[:, first]
    merged[[_LEFT_END, _RIGHT_END]] = both[[_LEFT_END, _RIGHT_END]][:, last]
    return merged
