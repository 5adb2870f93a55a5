"""A comparison in figures."""

import numpy as np

from writerdesk.compare.filing import Cells, places_of
from writerdesk.compare.lexicon import Numbers
from writerdesk.compare.table import KINDS, ROW, Row, Table
from writerdesk.compare.values import Summary, Words
from writerdesk.manuscript import Document, ParagraphId

LEFT_ONLY = "left_only"
RIGHT_ONLY = "right_only"


def summed_up(table: Table, sizes: tuple[Numbers, Numbers]) -> Summary:
    """Sum up a table; ``sizes`` are how many words each paragraph of both sides has."""
    facts = _facts(table)
    kinds = facts[:, Row.KIND]
    lengths = facts[:, Row.LEFT_END] - facts[:, Row.LEFT]
    lengths += facts[:, Row.RIGHT_END] - facts[:, Row.RIGHT]
    passages = np.bincount(kinds, lengths, len(KINDS)).astype(int).tolist()
    beats = np.bincount(kinds, minlength=len(KINDS)).tolist()
    said = {str(kind): many for kind, many in zip(KINDS, passages, strict=True) if many}
    told = {str(kind): many for kind, many in zip(KINDS, beats, strict=True) if many}
    ours, theirs = (
        _in_no_row(facts, side, len(words))
        for side, words in zip((Row.LEFT, Row.RIGHT), sizes, strict=True)
    )
    for name, lonely in ((LEFT_ONLY, ours), (RIGHT_ONLY, theirs)):
        said[name] = len(lonely)
        told[name] = int(np.count_nonzero(lonely[1:] - lonely[:-1] > 1)) + bool(len(lonely))
    return Summary(_words(facts, sizes, int(sizes[1][theirs].sum())), said, told)


def standing_alone(document: Document, table: Table, side: Row) -> tuple[ParagraphId, ...]:
    """Return the paragraphs of a side that are in no row."""
    alone: list[int] = _in_no_row(_facts(table), side, len(document)).tolist()
    return tuple(document.ids[number] for number in alone)


def _facts(table: Table) -> Cells:
    return np.frombuffer(table.rows, np.int32).reshape(-1, ROW)


def _in_no_row(facts: Cells, side: Row, many: int) -> Numbers:
    """Return the numbers of the paragraphs of a side that are in no row."""
    ends = np.append(facts[:, side], many), np.append(0, facts[:, side + 1])
    starts, befores = ends
    starts.sort()
    befores.sort()
    some = (befores < starts).nonzero()[0]
    return places_of(befores[some].astype(np.int64), (starts - befores)[some].astype(np.int64))


def _words(facts: Cells, sizes: tuple[Numbers, Numbers], alone: int) -> Words:
    """Sum up words: what is kept elsewhere has moved, what no word stands for was removed.

    ``alone`` are the words of the right's paragraphs in no row.
    """
    has_moved = facts[:, Row.MOVED] > 0
    kept, moved = (int(facts[some, Row.KEPT].sum()) for some in (~has_moved, has_moved))
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
