"""Strands as records: runs of sentences that answer each other."""

import numpy as np

from writerdesk.compare.filing import Filed
from writerdesk.compare.letters import Numbers
from writerdesk.compare.sentences import Runs, Sentences
from writerdesk.compare.spelling import Spelled
from writerdesk.compare.table import SURE


def strands(
    runs: Runs,
    groups: Numbers,
    sentences: tuple[Sentences, Sentences],
    sides: tuple[Spelled, Spelled],
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
    return Filed.under(columns[0], tuple(columns[1:]), len(groups))


def _spans(
    side: Spelled, sentences: Sentences, runs: tuple[Numbers, Numbers]
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the pieces runs of sentences stand in, and from where to where."""
    start, end = runs
    first, last = sentences.starts[start], sentences.starts[end] - 1
    pieces, places = sentences.pieces[start], side.places
    # A run never leaves its paragraph.
    return pieces, places.starts_of(first, pieces), places.ends_of(last, pieces)
