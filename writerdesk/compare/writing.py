"""A comparison as plain JSON, with paragraphs by number."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import TypeAlias

from writerdesk.compare.values import Comparison, Marks, Pair, Quiet, Shared, Span, Summary
from writerdesk.manuscript import Document, ParagraphId

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def to_json(comparison: Comparison) -> dict[str, Json]:
    """Return a comparison as JSON says it; every key is always there."""
    return _Writer(comparison).whole()


class _Writer:
    """Looks up the numbers of one comparison's paragraphs."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def whole(self) -> dict[str, Json]:
        this = self._comparison
        words = this.summary.words
        return {
            "relation": this.relation.value,
            "left": _side(this.left, words.left),
            "right": _side(this.right, words.right),
            "links": [
                [self._left(one), self._right(other), sure, by.value]
                for one, other, sure, by in this.links
            ],
            "pairs": [self._pair(pair) for pair in this.pairs],
            "echoes": [self._shared(echo) for echo in this.echoes],
            "names": [list(name) for name in this.names],
            "left_only": [self._left(id) for id in this.left_only],
            "right_only": [self._right(id) for id in this.right_only],
            "summary": _summary(this.summary),
            "exact": this.exact,
        }

    def _pair(self, pair: Pair) -> Json:
        detail = pair.detail
        return {
            "left": [self._left(id) for id in pair.left],
            "right": [self._right(id) for id in pair.right],
            "kind": pair.kind.value,
            "moved": pair.moved,
            "confidence": pair.confidence,
            **_marks("left", detail.left, self._left),
            **_marks("right", detail.right, self._right),
            "strands": [
                [*self._span_left(one), *self._span_right(other), kind.value, sure]
                for one, other, kind, sure in detail.strands
            ],
            "shared": [self._shared(shared) for shared in detail.shared],
        }

    def _shared(self, shared: Shared) -> Json:
        return [*self._span_left(shared.left), *self._span_right(shared.right)]

    def _span_left(self, span: Span) -> tuple[int, int, int]:
        return self._left(span.paragraph), span.start, span.end

    def _span_right(self, span: Span) -> tuple[int, int, int]:
        return self._right(span.paragraph), span.start, span.end

    def _left(self, id: ParagraphId) -> int:
        return _number(self._comparison.left, id)

    def _right(self, id: ParagraphId) -> int:
        return _number(self._comparison.right, id)


def _number(document: Document, id: ParagraphId) -> int:
    number = document.place_of(id)
    if number is None:
        raise ValueError("a comparison tells of paragraphs of its documents only")
    return number


def _side(document: Document, words: int) -> Json:
    texts: list[Json] = [paragraph.text for paragraph in document.paragraphs]
    return {"name": document.title, "words": words, "paragraphs": texts}


def _marks(side: str, marks: Marks, number: Callable[[ParagraphId], int]) -> dict[str, Json]:
    return {
        f"{side}_marks": _spans(marks.exact, number),
        f"{side}_shown": _spans(marks.shown, number),
        f"{side}_quiet": _spans(marks.quiet, number),
    }


def _spans(spans: Iterable[Span] | Iterable[Quiet], number: Callable[[ParagraphId], int]) -> Json:
    found: dict[str, Json] = {}
    for id, *rest in spans:
        inside = found.setdefault(str(number(id)), [])
        if isinstance(inside, list):
            inside.append([str(part) if isinstance(part, str) else part for part in rest])
    return found


def _summary(summary: Summary) -> Json:
    words: dict[str, Json] = asdict(summary.words)
    return {
        "words": words,
        "passages": dict(summary.passages),
        "beats": dict(summary.beats),
    }
