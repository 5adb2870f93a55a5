"""The outline of a draft: its headings, each with its depth and its paragraph."""

from typing import NamedTuple

from writerdesk.manuscript.document import Document, ParagraphId
from writerdesk.manuscript.paragraph import Kind

_DEPTHS = {Kind.TITLE: 0, Kind.HEADING_1: 0, Kind.HEADING_2: 1, Kind.HEADING_3: 2}


class Entry(NamedTuple):
    """One heading: how deep it stands, what it says, and which paragraph it is."""

    level: int
    words: str
    paragraph: ParagraphId


def outline(document: Document) -> tuple[Entry, ...]:
    """Return the headings of a draft in order; a heading without words is none."""
    return tuple(
        Entry(_DEPTHS[Kind(paragraph.kind)], " ".join(paragraph.text.split()), id)
        for id, paragraph in document
        if paragraph.kind in _DEPTHS and paragraph.text.strip()
    )
