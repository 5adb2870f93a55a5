"""Two drafts of which one is a revision of the other: most sentences are kept.

The recipe: paragraphs that stayed frame the rest (`matching`), what lies between them is paired by
its words (`gaps`), and only what is unequal is ever taken apart into words (`details`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from zlib import crc32

import numpy as np

from writerdesk.compare.chains import Numbers, heaviest_chain, ints
from writerdesk.compare.details import Side, told
from writerdesk.compare.matching import Half, Unsettled, halves, matched
from writerdesk.compare.quiet import quiet_between
from writerdesk.compare.values import (
    NO_DETAIL,
    Detail,
    Likeness,
    Marks,
    Pair,
    Settings,
    StopAsked,
    Tally,
)
from writerdesk.manuscript import Document


@dataclass(frozen=True, slots=True, eq=False)
class Revised:
    """The pairs in the order of the left, and how many words both sides have."""

    pairs: tuple[Pair, ...]
    sizes: tuple[int, int]
    unsettled: Unsettled
    exact: bool


def revised(left: Document, right: Document, settings: Settings, cancelled: StopAsked) -> Revised:
    """Compare a draft with its revision."""
    ours, theirs = halves(
        [paragraph.text for paragraph in left.paragraphs],
        [paragraph.text for paragraph in right.paragraphs],
    )
    matching = matched(ours, theirs, settings, cancelled)
    unsettled = matching.unsettled
    groups = (*matching.changed, *matching.moved)
    found = told(groups, *_sides(unsettled, left, right), cancelled=cancelled)
    placed = [
        *(
            _Placed(at, to, same_pair(left, right, at, to, int(ours.sizes[at])))
            for at, to in matching.same
        ),
        *(
            _Placed(unsettled.left_numbers[group.left], unsettled.right_numbers[group.right], pair)
            for group, pair in zip(groups, found.pairs, strict=True)
        ),
    ]
    placed.sort()
    pairs = _with_moves(placed, ours, theirs) if matching.moved else [one.pair for one in placed]
    return Revised(
        tuple(pairs),
        (int(ours.sizes.sum()), int(theirs.sizes.sum())),
        unsettled,
        found.exact,
    )


class _Placed(NamedTuple):
    """A pair, and the numbers of its first paragraphs."""

    left: int
    right: int
    pair: Pair


def _with_moves(placed: Sequence[_Placed], left: Half, right: Half) -> list[Pair]:
    """Return the pairs; those outside the heaviest chain of pairs in order have moved."""

    def tie() -> Numbers:
        hashes = [
            crc32(left.texts[at].encode()) + crc32(right.texts[to].encode()) for at, to, _ in placed
        ]
        return np.array(hashes, np.int64)

    kept = np.array([pair.words.kept for _, _, pair in placed], np.int64)
    chain = heaviest_chain(np.array([to for _, to, _ in placed], np.int64), kept, tie)
    in_place = set(ints(chain))
    return [
        pair if number in in_place else replace(pair, moved=True)
        for number, (_, _, pair) in enumerate(placed)
    ]


def same_pair(left: Document, right: Document, at: int, to: int, words: int) -> Pair:
    """Return the pair of two paragraphs of one text."""
    ids = left.ids[at], right.ids[to]
    one, other = left.paragraphs[at], right.paragraphs[to]
    detail = NO_DETAIL
    if one is not other and one != other:
        quiet = quiet_between(ids, one, other)
        detail = Detail(Marks(quiet=quiet[0]), Marks(quiet=quiet[1]))
    return Pair((ids[0],), (ids[1],), Likeness.SAME, False, 1.0, Tally(kept=words), detail)


def _sides(unsettled: Unsettled, left: Document, right: Document) -> tuple[Side, Side]:
    ours, theirs = unsettled.left_numbers, unsettled.right_numbers
    return (
        Side(unsettled.left, [left.ids[n] for n in ours], [left.paragraphs[n] for n in ours]),
        Side(
            unsettled.right, [right.ids[n] for n in theirs], [right.paragraphs[n] for n in theirs]
        ),
    )
