"""A few passages of a draft that are edited by themselves, put back into the whole."""

from collections.abc import Sequence

from writerdesk.manuscript import Document, Origin, ParagraphId


def part_of(text: Document, ids: Sequence[ParagraphId]) -> Document:
    """Return some paragraphs of a draft as a document of their own."""
    places = (text.place_of(id) for id in ids)
    return Document.from_items(
        (text.ids[place], text.paragraphs[place]) for place in places if place is not None
    )


def with_part(
    text: Document, ids: Sequence[ParagraphId], part: Document, draft: str
) -> Document | None:
    """Return a draft whose paragraphs ``ids`` say what ``part`` says now.

    None if they don't stand together any more: something else was done to the draft meanwhile.
    """
    start = text.place_of(ids[0]) if ids else None
    if start is None or text.ids[start : start + len(ids)] != tuple(ids):
        return None
    # In a part of a draft a paragraph that was parted from another is born from that draft.
    origins = {
        id: _born_in(origin, draft) for id, origin in part.origins.items() if id not in text.origins
    }
    return text.splice(
        start, start + len(ids), tuple(part), origins=origins, aliases=dict(part.aliases)
    )


def _born_in(origin: Origin, draft: str) -> Origin:
    return origin if origin.draft else origin._replace(draft=draft)
