"""A comparison as flat arrays, for the way from the worker to the window.

Only numbers and a few short texts travel: paragraphs by their number, kinds by theirs. The window
builds the comparison over its own paragraphs, a slice at a time, so that no key has to wait.
"""

import json
import struct
import time
from array import array
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import TypeVar, cast

from writerdesk.compare.values import (
    NO_DETAIL,
    By,
    Comparison,
    Detail,
    Likeness,
    Link,
    Marks,
    Name,
    Pair,
    Pin,
    Quiet,
    QuietKind,
    Relation,
    Settings,
    Shared,
    Span,
    Strand,
    Summary,
    Tally,
    Words,
)
from writerdesk.manuscript import Document, ParagraphId

T = TypeVar("T")

_HEAD = struct.Struct("<III")
_LIKENESS, _QUIET, _BY = tuple(Likeness), tuple(QuietKind), tuple(By)


def to_arrays(comparison: Comparison) -> bytes:
    """Write a comparison down without its documents, settings and pins, which the asker has."""
    out = _Writer(comparison.left, comparison.right)
    out.many(comparison.pairs, out.pair)
    out.many(comparison.left_only, out.left)
    out.many(comparison.right_only, out.right)
    out.many(comparison.weak_links, out.link)
    out.many(comparison.echoes, out.shared)
    head = {
        "relation": comparison.relation,
        "names": comparison.names,
        "summary": asdict(comparison.summary),
        "exact": comparison.exact,
        "texts": out.texts,
    }
    written = json.dumps(head, separators=(",", ":")).encode()
    ints, floats = out.ints.tobytes(), out.floats.tobytes()
    return b"".join((_HEAD.pack(len(written), len(ints), len(floats)), written, ints, floats))


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the two documents, with the settings and pins that were sent along."""

    left: Document
    right: Document
    settings: Settings
    pins: tuple[Pin, ...] = ()


def from_arrays(
    data: bytes | memoryview, asked: Asked, seconds: float = 0.003
) -> Generator[None, None, Comparison]:
    """Build the comparison again, pausing about every ``seconds``; what it returns is whole."""
    head, reader = _opened(data, asked)
    until = time.perf_counter() + seconds
    pairs: list[Pair] = []
    for _ in range(reader.int()):
        pairs.append(reader.pair())
        # Looking at the clock takes 0.1 µs, a pair 13: each one can be looked after.
        if time.perf_counter() > until:
            yield
            until = time.perf_counter() + seconds
    summary = cast("dict[str, dict[str, int]]", head["summary"])
    return Comparison(
        left=asked.left,
        right=asked.right,
        settings=asked.settings,
        pins=asked.pins,
        relation=Relation(str(head["relation"])),
        pairs=tuple(pairs),
        left_only=tuple(reader.left() for _ in range(reader.int())),
        right_only=tuple(reader.right() for _ in range(reader.int())),
        weak_links=tuple(reader.link() for _ in range(reader.int())),
        echoes=tuple(reader.shared() for _ in range(reader.int())),
        names=tuple(Name(*name) for name in cast("list[tuple[str, str, int]]", head["names"])),
        summary=Summary(Words(**summary["words"]), summary["passages"], summary["beats"]),
        exact=head["exact"] is True,
    )


def _opened(data: bytes | memoryview, asked: Asked) -> "tuple[dict[str, object], _Reader]":
    head_length, ints_length, floats_length = _HEAD.unpack_from(data)
    start = _HEAD.size + head_length
    head = cast("dict[str, object]", json.loads(bytes(data[_HEAD.size : start])))
    ints, floats = array("i"), array("d")
    ints.frombytes(data[start : start + ints_length])
    floats.frombytes(data[start + ints_length : start + ints_length + floats_length])
    return head, _Reader(asked, ints, floats, cast("list[str]", head["texts"]))


class _Writer:
    """The arrays as they grow; a method for each value, as in `_Reader`."""

    def __init__(self, left: Document, right: Document) -> None:
        self._left = {id: number for number, id in enumerate(left.ids)}
        self._right = {id: number for number, id in enumerate(right.ids)}
        self.ints, self.floats = array("i"), array("d")
        self.texts: list[str] = []

    def many(self, values: Sequence[T], write: Callable[[T], None]) -> None:
        self.ints.append(len(values))
        for value in values:
            write(value)

    def left(self, id: ParagraphId) -> None:
        self.ints.append(self._left[id])

    def right(self, id: ParagraphId) -> None:
        self.ints.append(self._right[id])

    def link(self, link: Link) -> None:
        self.ints.extend((self._left[link.left], self._right[link.right], _BY.index(link.by)))
        self.floats.append(link.confidence)

    def shared(self, shared: Shared) -> None:
        self._span(self._left, shared.left)
        self._span(self._right, shared.right)

    def pair(self, pair: Pair) -> None:
        self.many(pair.left, self.left)
        self.many(pair.right, self.right)
        is_plain = pair.detail is NO_DETAIL
        self.ints.extend((_LIKENESS.index(pair.kind), pair.moved, *pair.words, is_plain))
        self.floats.append(pair.confidence)
        self.many(pair.links, self.link)
        if not is_plain:
            self._detail(pair.detail)

    def _detail(self, detail: Detail) -> None:
        for numbers, marks in ((self._left, detail.left), (self._right, detail.right)):
            self.many(marks.exact, partial(self._span, numbers))
            self.many(marks.shown, partial(self._span, numbers))
            self.many(marks.quiet, partial(self._quiet, numbers))
        self.many(detail.strands, self._strand)
        self.many(detail.shared, self.shared)
        self.ints.append(len(detail.renamed))
        self.texts.extend(name for names in detail.renamed for name in names)

    def _strand(self, strand: Strand) -> None:
        self._span(self._left, strand.left)
        self._span(self._right, strand.right)
        self.ints.append(_LIKENESS.index(strand.kind))
        self.floats.append(strand.confidence)

    def _quiet(self, numbers: Mapping[ParagraphId, int], quiet: Quiet) -> None:
        kind = _QUIET.index(quiet.kind)
        self.ints.extend((numbers[quiet.paragraph], quiet.start, quiet.end, kind))

    def _span(self, numbers: Mapping[ParagraphId, int], span: Span) -> None:
        self.ints.extend((numbers[span.paragraph], span.start, span.end))


class _Reader:
    """The arrays as they are read off; a method for each value, as in `_Writer`."""

    def __init__(
        self, asked: Asked, ints: "array[int]", floats: "array[float]", texts: Sequence[str]
    ) -> None:
        self._left, self._right = asked.left.ids, asked.right.ids
        self._floats, self._texts = iter(floats), iter(texts)
        # The next number: the one thing that everything here is made of.
        self.int: Callable[[], int] = iter(ints).__next__

    def left(self) -> ParagraphId:
        return self._left[self.int()]

    def right(self) -> ParagraphId:
        return self._right[self.int()]

    def link(self) -> Link:
        left, right = self.left(), self.right()
        by = _BY[self.int()]
        return Link(left, right, next(self._floats), by)

    def shared(self) -> Shared:
        return Shared(self._span(self._left), self._span(self._right))

    def pair(self) -> Pair:
        left = tuple(self.left() for _ in range(self.int()))
        right = tuple(self.right() for _ in range(self.int()))
        kind, moved = _LIKENESS[self.int()], bool(self.int())
        words = Tally(self.int(), self.int(), self.int(), self.int())
        is_plain, confidence = bool(self.int()), next(self._floats)
        links = tuple(self.link() for _ in range(self.int()))
        detail = NO_DETAIL if is_plain else self._detail()
        return Pair(left, right, kind, moved, confidence, words, detail, links)

    def _detail(self) -> Detail:
        left, right = self._marks(self._left), self._marks(self._right)
        strands = tuple(self._strand() for _ in range(self.int()))
        shared = tuple(self.shared() for _ in range(self.int()))
        renamed = tuple((next(self._texts), next(self._texts)) for _ in range(self.int()))
        return Detail(left, right, strands, shared, renamed)

    def _marks(self, ids: Sequence[ParagraphId]) -> Marks:
        exact = tuple(self._span(ids) for _ in range(self.int()))
        shown = tuple(self._span(ids) for _ in range(self.int()))
        quiet = tuple(self._quiet(ids) for _ in range(self.int()))
        return Marks(exact, shown, quiet)

    def _strand(self) -> Strand:
        left, right = self._span(self._left), self._span(self._right)
        kind = _LIKENESS[self.int()]
        return Strand(left, right, kind, next(self._floats))

    def _quiet(self, ids: Sequence[ParagraphId]) -> Quiet:
        return Quiet(ids[self.int()], self.int(), self.int(), _QUIET[self.int()])

    def _span(self, ids: Sequence[ParagraphId]) -> Span:
        return Span(ids[self.int()], self.int(), self.int())
