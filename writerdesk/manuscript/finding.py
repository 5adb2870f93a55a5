"""Finds words in a draft and replaces them; quotes, dashes, spaces and capitals are overlooked."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from writerdesk.manuscript.document import Document
from writerdesk.manuscript.folding import fold, folded_text, folded_texts
from writerdesk.manuscript.paragraph import Kind, Mark, Paragraph
from writerdesk.manuscript.tokens import Span, word_spans


class Found(NamedTuple):
    """Where something was found: the paragraph's number, and from where to where in it."""

    number: int
    start: int
    end: int


def find(
    document: Document, words: str, *, keep_case: bool = False, whole_words: bool = False
) -> tuple[Found, ...]:
    """Return every place where ``words`` stand, in order, never touching each other.

    With ``whole_words`` only where they are no part of a longer one.
    """
    wanted = folded_text(words, keep_case=keep_case)
    if not wanted:
        return ()
    texts = [p.text for p in document.paragraphs]
    return tuple(
        Found(number, *span)
        for number, folded in enumerate(folded_texts(texts, keep_case=keep_case))
        if wanted in folded and document.paragraphs[number].kind != Kind.SCENE_BREAK
        for span in _spans(texts[number], wanted, keep_case=keep_case)
        if not whole_words or _is_whole(texts[number], span)
    )


def replaced(document: Document, places: Sequence[Found], instead: str) -> Document:
    """Return the document with other words at these places; marks around them stay.

    What is put in wears the marks of the first letter it replaces.
    """
    for number, found in groupby(sorted(places), key=lambda place: place.number):
        paragraph = document.paragraphs[number]
        for place in reversed(list(found)):
            paragraph = _with(paragraph, place.start, place.end, instead)
        item = (document.ids[number], paragraph)
        document = document.splice(number, number + 1, [item])
    return document


def _is_whole(text: str, span: Span) -> bool:
    words = word_spans(text)
    starts, ends = {start for start, _ in words}, {end for _, end in words}
    inside = any(start < span[0] < end or start < span[1] < end for start, end in words)
    return not inside and (span[0] in starts or span[1] in ends)


def _spans(text: str, wanted: str, *, keep_case: bool) -> list[tuple[int, int]]:
    folded = fold(text, keep_case=keep_case)
    spans: list[tuple[int, int]] = []
    at = folded.text.find(wanted)
    while at >= 0:
        spans.append(folded.span(at, at + len(wanted)))
        at = folded.text.find(wanted, at + len(wanted))
    return spans


def _with(paragraph: Paragraph, start: int, end: int, instead: str) -> Paragraph:
    grown = len(instead) - (end - start)
    marks = tuple(_moved(mark, start, end, grown, len(instead)) for mark in paragraph.marks)
    text = paragraph.text[:start] + instead + paragraph.text[end:]
    return replace(paragraph, text=text, marks=marks)


def _moved(mark: Mark, start: int, end: int, grown: int, put_in: int) -> Mark:
    """Return a mark after the stretch from ``start`` to ``end`` became ``put_in`` letters."""
    after = start + put_in
    opens = mark.start
    if mark.start >= end:
        opens = mark.start + grown
    elif mark.start > start:
        opens = after
    closes = mark.end
    if mark.end >= end:
        closes = mark.end + grown
    elif mark.end > start:
        closes = after
    return mark._replace(start=opens, end=closes)
