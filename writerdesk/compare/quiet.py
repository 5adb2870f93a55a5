"""Differences that are no words: typography, italics, kinds of paragraph."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from writerdesk.compare.values import Quiet, QuietKind
from writerdesk.compare.wording import Kept
from writerdesk.manuscript import Paragraph, ParagraphId

if TYPE_CHECKING:
    from writerdesk.compare.details import Side

Quiets = tuple[tuple[Quiet, ...], tuple[Quiet, ...]]
_Spans = Sequence[tuple[int, int]]


class _Stretch(NamedTuple):
    """Kept words that lie in one paragraph: from ``at`` to ``end`` of its side's words."""

    side: "Side"
    number: int
    at: int
    end: int

    @property
    def id(self) -> ParagraphId:
        return self.side.ids[self.number - self.side.first]

    @property
    def paragraph(self) -> Paragraph:
        return self.side.paragraphs[self.number - self.side.first]

    def text(self) -> str:
        spelled = self.side.spelled
        return self.paragraph.text[int(spelled.starts[self.at]) : int(spelled.ends[self.end - 1])]

    def words(self) -> list[tuple[int, int]]:
        spelled, here = self.side.spelled, slice(self.at, self.end)
        return list(zip(spelled.starts[here].tolist(), spelled.ends[here].tolist(), strict=True))


def quiet_differences(left: "Side", right: "Side", kept: Sequence[Kept]) -> Quiets:
    """Return what differs in words both keep, on both sides."""
    ours: list[Quiet] = []
    theirs: list[Quiet] = []
    for one, other in _stretches(left, right, kept):
        if one.text() != other.text():
            first, second = one.words(), other.words()
            differing = _typography(one.paragraph.text, other.paragraph.text, first, second)
            _add(ours, one.id, (first for first, _ in differing), QuietKind.TYPOGRAPHY)
            _add(theirs, other.id, (second for _, second in differing), QuietKind.TYPOGRAPHY)
        if not _same_format(one.paragraph, other.paragraph):
            first, second = one.words(), other.words()
            differing = _format(one.paragraph, other.paragraph, first, second)
            _add(ours, one.id, (first for first, _ in differing), QuietKind.FORMAT)
            _add(theirs, other.id, (second for _, second in differing), QuietKind.FORMAT)
    return tuple(ours), tuple(theirs)


def quiet_between(
    ids: tuple[ParagraphId, ParagraphId], left: Paragraph, right: Paragraph
) -> Quiets:
    """Return how two paragraphs of one text differ in format."""
    length = len(left.text)
    edges = {0, length, *(at for mark in (*left.marks, *right.marks) for at in mark[:2])}
    pieces = list(zip(sorted(edges), sorted(edges)[1:], strict=False))
    differing = _format(left, right, pieces, pieces)
    ours: list[Quiet] = []
    theirs: list[Quiet] = []
    _add(ours, ids[0], (first for first, _ in differing), QuietKind.FORMAT)
    _add(theirs, ids[1], (second for _, second in differing), QuietKind.FORMAT)
    return tuple(ours), tuple(theirs)


def _stretches(
    left: "Side", right: "Side", kept: Sequence[Kept]
) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Give the kept words in stretches that lie in one paragraph on both sides."""
    ours, theirs = left.spelled.bases, right.spelled.bases
    for at, to, size in kept:
        at, to = at + left.start, to + right.start
        end = at + size
        while at < end:
            one, other = bisect_right(ours, at), bisect_right(theirs, to)
            step = min(end - at, ours[one] - at, theirs[other] - to)
            yield (
                _Stretch(left, one - 1, at, at + step),
                _Stretch(right, other - 1, to, to + step),
            )
            at, to = at + step, to + step


_Differing = list[tuple[tuple[int, int], tuple[int, int]]]


def _typography(left: str, right: str, ours: _Spans, theirs: _Spans) -> _Differing:
    """Return the words, and the spaces between two words, that are written differently."""
    differing: _Differing = []
    before = other_before = -1
    for (start, end), (begin, until) in zip(ours, theirs, strict=True):
        if before >= 0 and left[before:start] != right[other_before:begin]:
            differing.append(((before, start), (other_before, begin)))
        if left[start:end] != right[begin:until]:
            differing.append(((start, end), (begin, until)))
        before, other_before = end, until
    return differing


def _same_format(left: Paragraph, right: Paragraph) -> bool:
    return not left.marks and not right.marks and _shape(left) == _shape(right)


def _format(left: Paragraph, right: Paragraph, ours: _Spans, theirs: _Spans) -> _Differing:
    """Return the words that are set differently; where the paragraphs are, all of them."""
    if _shape(left) != _shape(right):
        return list(zip(ours, theirs, strict=True))
    return [
        (one, other)
        for one, other in zip(ours, theirs, strict=True)
        if _set_as(left, *one) != _set_as(right, *other)
    ]


def _shape(paragraph: Paragraph) -> tuple[object, ...]:
    return (
        paragraph.kind,
        paragraph.level,
        paragraph.numbering,
        paragraph.align,
        paragraph.direction,
        paragraph.more,
    )


def _set_as(paragraph: Paragraph, start: int, end: int) -> set[tuple[int, int, str, str]]:
    return {
        (max(mark.start - start, 0), min(mark.end, end) - end, mark.name, mark.value)
        for mark in paragraph.marks
        if mark.start < end and start < mark.end
    }


def _add(
    found: list[Quiet], id: ParagraphId, spans: Iterator[tuple[int, int]], kind: QuietKind
) -> None:
    """Add spans; those that touch, or are parted by a space, are told as one."""
    for start, end in spans:
        last = found[-1] if found else None
        if last and (last.paragraph, last.kind) == (id, kind) and start - last.end <= 1:
            found[-1] = Quiet(id, last.start, end, kind)
        else:
            found.append(Quiet(id, start, end, kind))
