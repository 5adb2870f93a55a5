"""Two drafts of which one is a revision of the other: most sentences are kept.

The recipe: paragraphs that stayed frame the rest (`matching`), what lies between them is paired by
its words (`gaps`), and only what is unequal is ever taken apart into words (`details`).
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from writerdesk.compare.details import Side, told
from writerdesk.compare.gaps import Group
from writerdesk.compare.matching import Matching, Unsettled, halves, matched
from writerdesk.compare.quiet import quiet_between
from writerdesk.compare.values import (
    NO_DETAIL,
    Cancelled,
    Detail,
    Likeness,
    Marks,
    Pair,
    Settings,
    StopAsked,
    Tally,
)
from writerdesk.compare.vocabulary import Vocabulary
from writerdesk.manuscript import Document, ParagraphId


@dataclass(frozen=True, slots=True, eq=False)
class Revised:
    """The pairs in the order of the left, and the paragraphs in none."""

    pairs: tuple[Pair, ...]
    left_only: tuple[ParagraphId, ...]
    right_only: tuple[ParagraphId, ...]
    sizes: tuple[int, int]
    exact: bool


def revised(left: Document, right: Document, settings: Settings, cancelled: StopAsked) -> Revised:
    """Compare a draft with its revision."""
    ours, theirs = halves(
        [paragraph.text for paragraph in left.paragraphs],
        [paragraph.text for paragraph in right.paragraphs],
    )
    vocabulary = Vocabulary(settings)
    matching = matched(ours, theirs, vocabulary, cancelled)
    placed = [(at, same_pair(left, right, at, to, int(ours.sizes[at]))) for at, to in matching.same]
    exact = True
    for number, (group, moved) in enumerate(_groups(matching)):
        if number % 64 == 0 and cancelled():
            raise Cancelled
        one, other = _sides(group, matching.unsettled, left, right)
        pair, whole = told(one, other, vocabulary.light, moved=moved)
        placed.append((matching.unsettled.left_numbers[group.left], pair))
        exact &= whole
    placed.sort(key=_place)
    pairs = tuple(pair for _, pair in placed)
    return Revised(
        pairs,
        _others(left.ids, {id for pair in pairs for id in pair.left}),
        _others(right.ids, {id for pair in pairs for id in pair.right}),
        (int(ours.sizes.sum()), int(theirs.sizes.sum())),
        exact,
    )


def same_pair(left: Document, right: Document, at: int, to: int, words: int) -> Pair:
    """Return the pair of two paragraphs of one text."""
    ids = left.ids[at], right.ids[to]
    one, other = left.paragraphs[at], right.paragraphs[to]
    detail = NO_DETAIL
    if one is not other and one != other:
        quiet = quiet_between(ids, one, other)
        detail = Detail(Marks(quiet=quiet[0]), Marks(quiet=quiet[1]))
    return Pair((ids[0],), (ids[1],), Likeness.SAME, False, 1.0, Tally(kept=words), detail)


def _groups(matching: Matching) -> Iterator[tuple[Group, bool]]:
    """Give the groups of unsettled paragraphs, and whether each has moved."""
    for group in matching.changed:
        yield group, False
    if not matching.moved:
        return
    unsettled = matching.unsettled
    in_place = sorted(
        (
            *((at, at + 1, to, to + 1) for at, to in matching.same),
            *(
                (
                    unsettled.left_numbers[group.left],
                    unsettled.left_numbers[group.left_end - 1] + 1,
                    unsettled.right_numbers[group.right],
                    unsettled.right_numbers[group.right_end - 1] + 1,
                )
                for group in matching.changed
            ),
        )
    )
    for group in matching.moved:
        at, to = unsettled.left_numbers[group.left], unsettled.right_numbers[group.right]
        place = bisect_left(in_place, (at,))
        before = in_place[place - 1][3] if place else 0
        after = in_place[place][2] if place < len(in_place) else to + 1
        yield group, not before <= to < after


def _sides(
    group: Group, unsettled: Unsettled, left: Document, right: Document
) -> tuple[Side, Side]:
    at = unsettled.left_numbers[group.left]
    end = at + group.left_end - group.left
    to = unsettled.right_numbers[group.right]
    until = to + group.right_end - group.right
    return (
        Side(unsettled.left, group.left, left.ids[at:end], left.paragraphs[at:end]),
        Side(unsettled.right, group.right, right.ids[to:until], right.paragraphs[to:until]),
    )


def _others(ids: Sequence[ParagraphId], paired: Collection[ParagraphId]) -> tuple[ParagraphId, ...]:
    return tuple(id for id in ids if id not in paired)


def _place(placed: tuple[int, Pair]) -> int:
    return placed[0]
