"""Other drafts as witnesses: what they are tied to says what two drafts have in common.

Three drafts of one story are three comparisons. What two of them say of the third: passages of B
and C that are both tied to one passage of A tell the same, however few words they share.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from writerdesk.compare.pairs import Pairs
from writerdesk.compare.values import (
    Bond,
    Comparison,
    Relation,
    Witness,
)
from writerdesk.manuscript import Document, ParagraphId

_Two: TypeAlias = tuple[int, int]
# What a witness holds less likely than this says nothing: two of it make less than a tenth.
_WORTH_HEARING = 0.3
Cells: TypeAlias = Mapping[tuple[int, int], float]


def witnesses_of(comparisons: Mapping[_Two, Comparison]) -> dict[_Two, tuple[Witness, ...]]:
    """Return what all other drafts say of each two that are tellings, if they were compared."""
    drafts = sorted({draft for two in comparisons for draft in two})
    found: dict[_Two, tuple[Witness, ...]] = {}
    for left, right in combinations(drafts, 2):
        two = comparisons.get((left, right))
        if two is not None and two.relation is Relation.TELLINGS:
            others = (other for other in drafts if other not in (left, right))
            some = (_witness(left, right, other, comparisons) for other in others)
            found[left, right] = tuple(one for one in some if one.left and one.right)
    return found


def _witness(left: int, right: int, other: int, comparisons: Mapping[_Two, Comparison]) -> Witness:
    return Witness(_bonds(left, other, comparisons), _bonds(right, other, comparisons))


def _bonds(draft: int, other: int, comparisons: Mapping[_Two, Comparison]) -> tuple[Bond, ...]:
    """Return what of a draft is tied to what of another, whichever of them is on the left."""
    two = comparisons.get((min(draft, other), max(draft, other)))
    if two is None:
        return ()
    is_left = draft < other
    own = (two.left if is_left else two.right).ids
    sides = (((start, end), (to, until), sure) for start, end, to, until, sure in tied_runs(two))
    return tuple(
        Bond(tuple(own[slice(*(left if is_left else right))]), right if is_left else left, sure)
        for left, right, sure in sides
        if sure >= _WORTH_HEARING
    )


def tied_runs(comparison: Comparison) -> Iterator[tuple[int, int, int, int, float]]:
    """Yield where the pairs stand in both texts, half-open, and how sure each is; none is made."""
    pairs = comparison.pairs
    if isinstance(pairs, Pairs):
        for head in pairs.heads():
            yield head.start, head.end, head.to, head.until, head.confidence
        return
    for pair in pairs:
        one, other = _run(pair.left, comparison.left), _run(pair.right, comparison.right)
        yield *one, *other, pair.confidence


def _run(ids: Sequence[ParagraphId], document: Document) -> tuple[int, int]:
    first = document.place_of(ids[0])
    assert first is not None
    return first, first + len(ids)
