"""Which words of a passage carry which mark, as the window and the spoken view tell it.

What fits a pair depends on how alike its sentences are: in edited ones the changed words, in
reworked ones the changed sentences, in rewritten ones the phrases both have, and nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from writerdesk.compare.bounds import Bound
from writerdesk.compare.stops import Reading
from writerdesk.compare.values import Comparison, Likeness, Marks, Pair, Quiet, QuietKind, Span
from writerdesk.manuscript import ParagraphId


class MarkKind(StrEnum):
    """The kinds of mark on words; each has a shape of its own."""

    CHANGED = "changed"
    REWORKED = "reworked"
    SHARED = "shared"
    ECHO = "echo"
    TYPOGRAPHY = "typography"
    FORMAT = "format"


class Drawn(NamedTuple):
    """A mark on the characters from ``start`` to ``end`` (half-open, code points)."""

    start: int
    end: int
    kind: MarkKind


class DrawnMarks:
    """The marks of all passages of a reading; echoes are indexed once, the rest is looked up."""

    def __init__(self, reading: Reading, comparisons: Mapping[tuple[int, int], Comparison]) -> None:
        self._reading = reading
        self._comparisons = comparisons
        self._quiet: dict[tuple[int, ParagraphId], list[Drawn]] | None = None
        self._echoes: dict[tuple[int, ParagraphId], list[Drawn]] = {}
        for columns, comparison in comparisons.items():
            for echo in comparison.echoes:
                for column, span in zip(columns, echo, strict=True):
                    mark = Drawn(span.start, span.end, MarkKind.ECHO)
                    self._echoes.setdefault((column, span.paragraph), []).append(mark)

    def on(self, column: int, paragraph: int, *, quiet: bool = False) -> tuple[Drawn, ...]:
        """Return the marks on a paragraph, in order; ``quiet`` with typography and format."""
        id = self._reading.documents[column].ids[paragraph]
        found = set(self._echoes.get((column, id), ()))
        for bound in self._reading.bounds_at(column, paragraph):
            if pair := self._reading.pair_of(bound):
                found.update(_marks(pair, bound, column, id))
        if quiet:
            found.update(self._quiet_marks().get((column, id), ()))
        return tuple(sorted(found))

    def _quiet_marks(self) -> Mapping[tuple[int, ParagraphId], Sequence[Drawn]]:
        """Return where only signs or format differ; gathered when it is first asked for."""
        if self._quiet is None:
            self._quiet = {}
            for columns, comparison in self._comparisons.items():
                for pair in comparison.pairs:
                    sides = pair.detail.left.quiet, pair.detail.right.quiet
                    for column, marks in zip(columns, sides, strict=True):
                        for mark in marks:
                            place = column, mark.paragraph
                            self._quiet.setdefault(place, []).append(_quiet(mark))
        return self._quiet


def _marks(pair: Pair, bound: Bound, column: int, id: ParagraphId) -> Iterator[Drawn]:
    side = bound.columns.index(column)
    detail = pair.detail
    marks = detail.right if side else detail.left
    yield from _shown(pair, marks, id, side)
    if bound.kind is Likeness.SAME:
        # All of it is shared; marked, it would be the loudest of all.
        return
    for shared in detail.shared:
        if shared[side].paragraph == id:
            yield Drawn(shared[side].start, shared[side].end, MarkKind.SHARED)


def _shown(pair: Pair, marks: Marks, id: ParagraphId, side: int) -> Iterator[Drawn]:
    for span in marks.shown:
        if span.paragraph == id:
            kind = _likeness(pair, span, side)
            if kind is Likeness.REWRITTEN:
                continue
            words = MarkKind.CHANGED if kind is Likeness.EDITED else MarkKind.REWORKED
            yield Drawn(span.start, span.end, words)


def _likeness(pair: Pair, span: Span, side: int) -> Likeness:
    """Return how alike the sentences are that a mark stands in; without any, the pair."""
    for strand in pair.detail.strands:
        own = strand.right if side else strand.left
        if own.paragraph == span.paragraph and own.start <= span.start and span.end <= own.end:
            return strand.kind
    return Likeness.REWORKED if pair.detail.strands else pair.kind


def _quiet(mark: Quiet) -> Drawn:
    format = mark.kind is QuietKind.FORMAT
    return Drawn(mark.start, mark.end, MarkKind.FORMAT if format else MarkKind.TYPOGRAPHY)
