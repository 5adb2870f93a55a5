"""A comparison in figures."""

import numpy as np

from writerdesk.compare.filing import Cells
from writerdesk.compare.letters import Numbers
from writerdesk.compare.table import KINDS, ROW, Row, Table
from writerdesk.compare.values import Summary, Words

LEFT_ONLY = "left_only"
RIGHT_ONLY = "right_only"


def summed_up(
    table: Table, sizes: tuple[Numbers, Numbers], alone: tuple[Numbers, Numbers]
) -> Summary:
    """Sum up a table.

    ``sizes`` are how many words each paragraph of both sides has, ``alone`` those in no row.
    """
    facts = _facts(table)
    kinds = facts[:, Row.KIND].astype(np.int64)
    lengths = facts[:, Row.LEFT_END] - facts[:, Row.LEFT]
    lengths += facts[:, Row.RIGHT_END]
    lengths -= facts[:, Row.RIGHT]
    passages = np.bincount(kinds, lengths, len(KINDS)).astype(int).tolist()
    beats = np.bincount(kinds, minlength=len(KINDS)).tolist()
    said = {str(kind): many for kind, many in zip(KINDS, passages, strict=True) if many}
    told = {str(kind): many for kind, many in zip(KINDS, beats, strict=True) if many}
    for name, lonely in zip((LEFT_ONLY, RIGHT_ONLY), alone, strict=True):
        said[name] = len(lonely)
        told[name] = int(np.count_nonzero(lonely[1:] - lonely[:-1] > 1)) + bool(len(lonely))
    return Summary(_words(facts, sizes, int(sizes[1][alone[1]].sum())), said, told)


def standing_alone(table: Table, side: Row, many: int) -> Numbers:
    """Return which of a side's paragraphs, so many, are in no row."""
    facts = _facts(table)
    edges = np.zeros(many + 1, np.int8)
    # No two rows begin or end at the same paragraph.
    edges[facts[:, side]] = 1
    edges[facts[:, side + 1]] -= 1
    return (edges.cumsum(dtype=np.int8)[:many] == 0).nonzero()[0]


def _facts(table: Table) -> Cells:
    return np.frombuffer(table.rows, np.int32).reshape(-1, ROW)


def _words(facts: Cells, sizes: tuple[Numbers, Numbers], alone: int) -> Words:
    """Sum up words: what is kept elsewhere has moved, what no word stands for was removed.

    ``alone`` are the words of the right's paragraphs in no row.
    """
    has_moved = facts[:, Row.MOVED].nonzero()[0]
    moved = int(facts[has_moved, Row.KEPT].sum())
    kept = int(facts[:, Row.KEPT].sum()) - moved
    changed = int(facts[:, Row.CHANGED].sum())
    left, right = (int(words.sum()) for words in sizes)
    return Words(
        left=left,
        right=right,
        kept=kept,
        changed=changed,
        added=int(facts[:, Row.ADDED].sum()) + alone,
        removed=left - kept - moved - changed,
        moved=moved,
    )
