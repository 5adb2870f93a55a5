"""The ties of a comparison as they are drawn: how sure each is, and what of them is shown.

There may be tens of thousands of passages that are the same in a revision: they are joined here,
and nothing is made for any one of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import compress, count, pairwise
from operator import eq, not_
from typing import NamedTuple

from writerdesk.compare.pairs import Pairs
from writerdesk.compare.segments import Run
from writerdesk.compare.table import KINDS, ROW, Row
from writerdesk.compare.table import SURE as WHOLE
from writerdesk.compare.values import By, Comparison, Likeness, Link, Pair, Relation
from writerdesk.manuscript import ParagraphId

# A tie is drawn solid from the first on, dashed from the second, and below it only where all are
# asked for. Of stories left out, whole, cut and parted, nine in ten of what is shown from .85 on is
# right, and of 144 pairs of unrelated texts nothing is shown; of the three drafts this is for, 10
# pairs are, read one by one and right, and from .8 on 11 of 14 (docs/decisions/tellings-score.md).
SURE, LIKELY = 0.9, 0.85


class Certainty(StrEnum):
    """How sure a tie has to be to be shown; each stop shows more than the one before."""

    SURE = "sure"
    LIKELY = "likely"
    ALL = "all"


class Bound(NamedTuple):
    """A tie of two columns as it is drawn: what it binds, how alike, how sure, moved or not.

    ``pair`` is its number among the pairs of the comparison; a tie too weak to be one has none.
    """

    columns: tuple[int, int]
    runs: tuple[Run, Run]
    kind: Likeness
    certainty: Certainty
    moved: bool
    pair: int | None = None

    def run_in(self, column: int) -> Run | None:
        """Return the run it binds in ``column``, if it binds one."""
        return self.runs[self.columns.index(column)] if column in self.columns else None


def bounds_between(
    columns: tuple[int, int],
    comparison: Comparison,
    certainty: Certainty,
    *,
    joined: bool = True,
) -> list[Bound]:
    """Return the ties of two columns that are sure enough to be shown.

    Neighbouring passages that are the same in a revision are one tie if they may be ``joined``.
    """
    out = bounds_of_rows(columns, comparison, certainty, joined=joined)
    if certainty is Certainty.ALL:
        out.extend(_weak_bounds(columns, comparison))
    return out


def bounds_of_rows(
    columns: tuple[int, int],
    comparison: Comparison,
    certainty: Certainty,
    *,
    joined: bool = True,
    rows: range | None = None,
) -> list[Bound]:
    """Return the ties of the pairs with these numbers, or of all of them."""
    heads = _heads(comparison, rows)
    base = rows.start if rows else 0
    shown = _SHOWN.index(certainty)
    joined = joined and comparison.relation is Relation.REVISION
    first = list(compress(count(), map(not_, _follows(heads)))) if joined else heads.numbers
    out: list[Bound] = []
    for number, following in pairwise((*first, len(heads.start))):
        left = Run(heads.start[number], heads.end[following - 1])
        runs = left, Run(heads.to[number], heads.until[following - 1])
        kind, moved, confidence = heads.kind[number], heads.moved[number], heads.sure[number]
        if joined and kind is Likeness.SAME and not moved:
            out.append(Bound(columns, runs, kind, Certainty.SURE, moved=False))
            continue
        pair = base + number
        sure = Certainty.SURE if confidence >= SURE else _certainty(confidence, comparison, pair)
        if _SHOWN.index(sure) <= shown:
            out.append(Bound(columns, runs, kind, sure, bool(moved), pair))
    return out


def are_drawn_alike(one: Comparison, other: Comparison) -> bool:
    """Tell whether two comparisons of the same passages have the same ties, each as sure.

    It may say no where they have; most edits are inside passages that are tied as before.
    """
    if (one.relation, one.pins, one.weak_links, one.left_only, one.right_only) != (
        other.relation,
        other.pins,
        other.weak_links,
        other.left_only,
        other.right_only,
    ):
        return False
    if not isinstance(one.pairs, Pairs) or not isinstance(other.pairs, Pairs):
        return False
    ours, theirs = one.pairs.table.rows, other.pairs.table.rows
    if any(ours[column::ROW] != theirs[column::ROW] for column in range(Row.SURE)):
        return False
    sure = zip(ours[Row.SURE :: ROW], theirs[Row.SURE :: ROW], strict=True)
    return all(
        _certainty(before / WHOLE, one, number) is _certainty(after / WHOLE, other, number)
        for number, (before, after) in enumerate(sure)
        if before != after
    )


def passages_moved(comparison: Comparison) -> int:
    """Return how many passages of the left stand elsewhere in the right."""
    if not isinstance(comparison.pairs, Pairs):
        return sum(len(pair.left) for pair in comparison.pairs if pair.moved)
    table = comparison.pairs.table
    rows = map(table.row, compress(count(), table.rows[Row.MOVED :: ROW].tolist()))
    return sum(row[Row.LEFT_END] - row[Row.LEFT] for row in rows)


def ties_held_back(comparisons: Iterable[Comparison], certainty: Certainty) -> int:
    """Return how many more ties of tellings would be drawn if all were asked for."""
    tellings = [each for each in comparisons if each.relation is Relation.TELLINGS]
    return sum(
        _SHOWN.index(_certainty(pair.confidence, comparison, number)) > _SHOWN.index(certainty)
        for comparison in tellings
        for number, pair in enumerate(comparison.pairs)
    ) + sum(
        len(list(_weak(comparison))) for comparison in tellings if certainty is not Certainty.ALL
    )


class _Heads(NamedTuple):
    """Where pairs stand in both texts, by number, what they are, whether moved, and how sure."""

    start: Sequence[int]
    end: Sequence[int]
    to: Sequence[int]
    until: Sequence[int]
    kind: Sequence[Likeness]
    moved: Sequence[int]
    sure: Sequence[float]

    @property
    def numbers(self) -> range:
        """The numbers of all of them."""
        return range(len(self.start))


def _heads(comparison: Comparison, numbers: range | None) -> _Heads:
    """Return where pairs stand and what they are; as little as possible is made for them."""
    pairs = comparison.pairs
    if isinstance(pairs, Pairs):
        rows = pairs.table.rows
        if numbers is not None:
            rows = rows[numbers.start * ROW : numbers.stop * ROW]
        rows = rows.tolist()
        start, end, to, until, kind, moved, sure = (rows[column::ROW] for column in range(7))
        kinds = list(map(KINDS.__getitem__, kind))
        return _Heads(start, end, to, until, kinds, moved, [each / WHOLE for each in sure])
    left, right = _numbers(comparison)
    if numbers is not None:
        pairs = pairs[numbers.start : numbers.stop]
    return _Heads(
        [left[pair.left[0]] for pair in pairs],
        [left[pair.left[-1]] + 1 for pair in pairs],
        [right[pair.right[0]] for pair in pairs],
        [right[pair.right[-1]] + 1 for pair in pairs],
        [pair.kind for pair in pairs],
        [pair.moved for pair in pairs],
        [pair.confidence for pair in pairs],
    )


def _follows(heads: _Heads) -> Iterator[bool]:
    """Tell of each pair whether it is the same on both sides and follows at once on another such.

    Most pairs of a long revision do: they stand level of themselves, in one piece, and none of
    them need be made.
    """
    plain = [
        kind is Likeness.SAME and not moved
        for kind, moved in zip(heads.kind, heads.moved, strict=True)
    ]
    yield from [False] if plain else []
    for both, there, here in zip(
        pairwise(plain),
        map(eq, heads.end, heads.start[1:]),
        map(eq, heads.until, heads.to[1:]),
        strict=False,
    ):
        yield there and here and both[0] and both[1]


_SHOWN = (Certainty.SURE, Certainty.LIKELY, Certainty.ALL)


def _certainty(confidence: float, comparison: Comparison, number: int) -> Certainty:
    """Return from which certainty on a pair is shown; changes of a revision always are."""
    if confidence >= SURE or not _BY_HAND.isdisjoint(_told_by(comparison.pairs, number)):
        return Certainty.SURE
    is_shown = comparison.relation is Relation.REVISION or confidence >= LIKELY
    return Certainty.LIKELY if is_shown else Certainty.ALL


_BY_HAND = frozenset((By.CONFIRMED, By.DRAWN))


def _told_by(pairs: Sequence[Pair], number: int) -> Iterable[By]:
    if isinstance(pairs, Pairs):
        return pairs.told_by(number)
    return (link.by for link in pairs[number].links)


def _weak_bounds(columns: tuple[int, int], comparison: Comparison) -> Iterator[Bound]:
    """Yield the strongest of the weak links of passages that nothing else ties."""
    left, right = _numbers(comparison)
    for link in _weak(comparison):
        one, other = left[link.left], right[link.right]
        runs = Run(one, one + 1), Run(other, other + 1)
        yield Bound(columns, runs, Likeness.REWRITTEN, Certainty.ALL, moved=False)


def _weak(comparison: Comparison) -> Iterator[Link]:
    """Yield the weak links, the strongest first, each of passages no stronger one has taken."""
    free = set(comparison.left_only), set(comparison.right_only)
    for link in sorted(comparison.weak_links, key=lambda link: (-link.confidence, link)):
        if link.left in free[0] and link.right in free[1] and link.by is not By.FORBIDDEN:
            free[0].discard(link.left)
            free[1].discard(link.right)
            yield link


_Numbers = Mapping[ParagraphId, int]


def _numbers(comparison: Comparison) -> tuple[_Numbers, _Numbers]:
    left, right = comparison.left.ids, comparison.right.ids
    return dict(zip(left, range(len(left)), strict=True)), dict(
        zip(right, range(len(right)), strict=True)
    )
