"""What an edit changed: the runs of paragraphs that differ between two states of one draft.

Both states share their unchanged paragraphs as objects, so equal ends are passed over in slices;
what is left is aligned by ids, which are unique: the longest run of ids in the same order stays.
"""

from bisect import bisect_left
from collections.abc import Sequence

from writerdesk.frozen import frozen
from writerdesk.manuscript.alike import common_end, common_start
from writerdesk.manuscript.document import Document, Item, ParagraphId


@frozen
class Splice:
    """The paragraphs numbered ``start`` to ``end`` before became ``items``."""

    start: int
    end: int
    items: tuple[Item, ...]


def splices(before: Document, after: Document) -> tuple[Splice, ...]:
    """Return the fewest runs to replace in ``before``, in order, to get the text of ``after``."""
    head = min(
        common_start(before.ids, after.ids), common_start(before.paragraphs, after.paragraphs)
    )
    tail = min(
        common_end(before.ids[head:], after.ids[head:]),
        common_end(before.paragraphs[head:], after.paragraphs[head:]),
    )
    left = range(head, len(before) - tail)
    right = range(head, len(after) - tail)
    kept = [
        (i, j)
        for i, j in _same_order(before.ids[left.start : left.stop], after, right)
        if before.paragraphs[i + head] == after.paragraphs[j]
    ]
    found: list[Splice] = []
    at, to = left.start, right.start
    for i, j in [*((i + head, j) for i, j in kept), (left.stop, right.stop)]:
        if at < i or to < j:
            born = zip(after.ids[to:j], after.paragraphs[to:j], strict=True)
            found.append(Splice(at, i, tuple(born)))
        at, to = i + 1, j + 1
    return tuple(found)


def apply_splices(document: Document, changes: Sequence[Splice]) -> Document:
    """Return ``document`` with every splice done; their numbers are those before any of them."""
    for change in reversed(changes):
        document = document.splice(change.start, change.end, change.items)
    return document


def _same_order(ids: Sequence[ParagraphId], after: Document, right: range) -> list[tuple[int, int]]:
    """Return the longest list of (number in ``ids``, number in ``after``) that rises in both."""
    places = {after.ids[j]: j for j in right}
    tops: list[int] = []
    chains: list[tuple[int, int, int]] = []  # number before, number after, previous in the chain
    last: list[int] = []
    for i, paragraph in enumerate(ids):
        j = places.get(paragraph)
        if j is None:
            continue
        rank = bisect_left(tops, j)
        chains.append((i, j, last[rank - 1] if rank else -1))
        tops[rank : rank + 1] = [j]
        last[rank : rank + 1] = [len(chains) - 1]
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        i, j, at = chains[at]
        chain.append((i, j))
    return chain[::-1]
