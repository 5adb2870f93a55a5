"""Pairs that were put together one by one, as a table."""

from array import array
from collections.abc import Iterable, Sequence

from writerdesk.compare.table import BYS, KINDS, PARTS, QUIET, SURE, Part, Records, Table, view
from writerdesk.compare.values import Cancelled, Marks, Pair, Quiet, Span, StopAsked, never
from writerdesk.manuscript import Document, ParagraphId

# Pairs between two questions whether to stop: some 4 ms.
_ASKED_EACH = 128


def table_of(
    pairs: Sequence[Pair], left: Document, right: Document, stop: StopAsked = never
) -> Table:
    """Return pairs of neighbouring paragraphs, in the order of the left, as a table."""
    writer = _Writer(left, right)
    for number, pair in enumerate(pairs):
        if number % _ASKED_EACH == 0 and stop():
            raise Cancelled
        writer.add(pair)
    return writer.table()


class _Writer:
    """The numbers of a table as they grow."""

    def __init__(self, left: Document, right: Document) -> None:
        self._left = {id: number for number, id in enumerate(left.ids)}
        self._right = {id: number for number, id in enumerate(right.ids)}
        self._rows = array("i")
        self._cells = tuple(array("i") for _ in PARTS)
        self._bases = tuple(array("i", [0]) for _ in PARTS)
        self._many = [0] * len(PARTS)
        self._names: dict[str, int] = {}

    def table(self) -> Table:
        """Return the table of all pairs added."""
        parts = zip(self._bases, self._cells, strict=True)
        return Table(
            view(self._rows),
            tuple(Records(view(bases), view(cells)) for bases, cells in parts),
            tuple(self._names),
        )

    def add(self, pair: Pair) -> None:
        """Add a pair and all its records."""
        at, to = self._left[pair.left[0]], self._right[pair.right[0]]
        kind, sure = KINDS.index(pair.kind), round(pair.confidence * SURE)
        ends = at + len(pair.left), to + len(pair.right)
        self._rows.extend((at, ends[0], to, ends[1], kind, pair.moved, sure, *pair.words))
        self._marks(0, pair.detail.left, self._left, at)
        self._marks(3, pair.detail.right, self._right, to)
        self._ties(pair, at, to)
        for part, bases in zip(PARTS, self._bases, strict=True):
            bases.append(self._many[part])

    def _marks(self, first: int, marks: Marks, ids: dict[ParagraphId, int], at: int) -> None:
        self._put(PARTS[first], (_span(span, ids, at) for span in marks.exact))
        self._put(PARTS[first + 1], (_span(span, ids, at) for span in marks.shown))
        self._put(
            PARTS[first + 2],
            ((*_span(quiet, ids, at), QUIET.index(quiet.kind)) for quiet in marks.quiet),
        )

    def _ties(self, pair: Pair, at: int, to: int) -> None:
        left, right, detail = self._left, self._right, pair.detail
        self._put(
            Part.STRANDS,
            (
                (*_span(one, left, at), *_span(other, right, to), KINDS.index(kind), _whole(sure))
                for one, other, kind, sure in detail.strands
            ),
        )
        self._put(
            Part.SHARED,
            ((*_span(one, left, at), *_span(other, right, to)) for one, other in detail.shared),
        )
        self._put(
            Part.LINKS,
            (
                (left[one] - at, right[other] - to, BYS.index(by), _whole(sure))
                for one, other, sure, by in pair.links
            ),
        )
        self._put(
            Part.NAMES, ((self._name(one), self._name(other), 0) for one, other in detail.renamed)
        )

    def _put(self, part: Part, records: Iterable[tuple[int, ...]]) -> None:
        for record in records:
            self._cells[part].extend(record)
            self._many[part] += 1

    def _name(self, name: str) -> int:
        return self._names.setdefault(name, len(self._names))


def _span(span: Span | Quiet, ids: dict[ParagraphId, int], first: int) -> tuple[int, int, int]:
    return ids[span.paragraph] - first, span.start, span.end


def _whole(sure: float) -> int:
    return round(sure * SURE)
