"""Which rows have moved: those outside the heaviest chain of rows in order."""

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.chains import heaviest_chain, ints
from writerdesk.compare.framing import margin_of
from writerdesk.compare.letters import Numbers
from writerdesk.compare.table import Row
from writerdesk.compare.texts import Texts

# Of the 20 bits that decide between chains of one weight.
_SAID = (1 << 19) - 1


def note_moves(facts: NDArray[np.signedinteger], apart: Numbers, sides: tuple[Texts, Texts]) -> int:
    """Note which rows have moved; return by how many words the others outweigh any other chain.

    Only rows that stand ``apart`` from the search cross others. Between them, and where they belong
    on the right, rows stay or move together.
    """
    left, right = sides
    facts[:, Row.MOVED] = 0
    starts, are_others = _runs(facts, np.sort(apart[:, 0]))

    def tie(runs: Numbers) -> Numbers:
        rows = starts[runs]
        lefts, _, rights = facts[rows, : Row.RIGHT_END].T
        said = left.hashes(lefts) + right.hashes(rights)
        # Of two that say the same the one stays that was found in its place.
        return (said & _SAID) + (are_others[rows] * (_SAID + 1))

    kept = np.add.reduceat(facts[:, Row.KEPT], starts).astype(np.int64)
    rights = facts[starts, Row.RIGHT].astype(np.int64)
    crosses = np.ones(len(starts), np.bool_)
    crosses[heaviest_chain(rights, kept, tie)] = False
    ends = np.append(starts[1:], len(facts))
    for start, end in zip(ints(starts[crosses]), ints(ends[crosses]), strict=True):
        facts[start:end, Row.MOVED] = 1
    return margin_of((np.arange(len(starts)), rights), kept, crosses)[0]


def _runs(facts: NDArray[np.signedinteger], lefts: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return where runs of rows begin that stay or move together, and which rows are not apart.

    ``lefts`` are the left paragraphs of those apart, in order.
    """
    rows, rights = (np.ascontiguousarray(facts[:, side]) for side in (Row.LEFT, Row.RIGHT))
    found = rows.searchsorted(lefts)
    # What was forbidden is no row.
    found = found[rows.take(found, mode="clip") == lefts]
    are_apart = np.zeros(len(facts), np.bool_)
    are_apart[found] = True
    are_others = ~are_apart
    others = are_others.nonzero()[0]
    there = rights[others].searchsorted(rights[found])
    behind = ints(others[there[there < len(others)]])
    apart_rows = ints(found)
    first = {0, *apart_rows, *(row + 1 for row in apart_rows), *behind}
    first.discard(len(facts))
    return np.array(sorted(first), np.int64), are_others
