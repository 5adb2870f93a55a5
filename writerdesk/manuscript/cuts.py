"""Takes characters out of a paragraph while its marks stay on the words they were on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from writerdesk.manuscript.paragraph import Mark, Paragraph
from writerdesk.manuscript.tokens import Span


def without_spans(
    paragraph: Paragraph, spans: Sequence[Span], *, marks: Iterable[Mark] = ()
) -> Paragraph:
    """Return a paragraph without ``spans``, which are in order and don't overlap.

    ``marks`` are added to it; like its own they are given by where the text stood before.
    """
    if not spans:
        return replace(paragraph, marks=(*paragraph.marks, *marks))
    moved = list(_moved(len(paragraph.text), spans))
    return replace(
        paragraph,
        text="".join(_kept(paragraph.text, spans)),
        marks=tuple(
            mark._replace(start=moved[mark.start], end=moved[mark.end])
            for mark in (*paragraph.marks, *marks)
        ),
    )


def _moved(length: int, spans: Sequence[Span]) -> Iterator[int]:
    """Give for every place of the old text, its end too, where that is in the new one."""
    at, gone = 0, 0
    for start, end in (*spans, (length + 1, length + 1)):
        yield from range(at - gone, start - gone)
        yield from [start - gone] * (end - start)
        at, gone = end, gone + end - start


def _kept(text: str, spans: Sequence[Span]) -> Iterator[str]:
    at = 0
    for start, end in (*spans, (len(text), len(text))):
        yield text[at:start]
        at = end
