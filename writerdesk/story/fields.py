"""Reads and writes the fields of records, whatever a stranger or a newer program put into them.

A field of another shape than expected reads as absent: a story that came by mail may hold anything.
"""

from writerdesk.manuscript import Anchor, Document, ParagraphId, Passage, Record, Value

NO_TEXT = Document()
"""The text of what has none yet; it is known by identity and leaves no trace in a record."""


def text_in(record: Record, field: str) -> str:
    """Return a text, empty if there is none."""
    value = record.fields.get(field)
    return value if isinstance(value, str) else ""


def number_in(record: Record, field: str) -> int:
    """Return a whole number, 0 if there is none."""
    value = record.fields.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def texts_in(record: Record, field: str) -> tuple[str, ...]:
    """Return the texts of a list."""
    return texts_of(record.fields.get(field))


def texts_of(value: Value) -> tuple[str, ...]:
    """Return the texts of a stored list."""
    if not isinstance(value, tuple):
        return ()
    return tuple(part for part in value if isinstance(part, str))


def document_in(record: Record, field: str) -> Document:
    """Return a text with paragraphs."""
    value = record.fields.get(field)
    return value if isinstance(value, Document) else NO_TEXT


def yes_in(record: Record, field: str) -> bool:
    """Tell whether a field says yes."""
    return record.fields.get(field) is True


def anchor_in(record: Record, field: str) -> Anchor | None:
    """Return an anchor, None if there is none or it makes no sense."""
    match record.fields.get(field):
        case (str(draft), tuple(ids), int(start), int(end), str(words), str(before), str(after)):
            paragraphs = _paragraphs(ids)
            if not paragraphs or start < 0 or end < -1:
                return None
            passage = Passage(draft, paragraphs, start, None if end < 0 else end)
            return Anchor(passage, words, before, after)
        case _:
            return None


def stored(value: object) -> Value:
    """Return what a field of an item is kept as."""
    match value:
        case Anchor(passage, words, before, after):
            ids = tuple((id.replica, id.counter) for id in passage.paragraphs)
            end = -1 if passage.end is None else passage.end
            return (passage.draft, ids, passage.start, end, words, before, after)
        case _:
            return value  # pyright: ignore[reportReturnType] - items hold values and anchors only


def _paragraphs(ids: tuple[Value, ...]) -> tuple[ParagraphId, ...]:
    """Return the ids of an anchor; none if one of them makes no sense."""
    found: list[ParagraphId] = []
    for id in ids:
        match id:
            case (int(replica), int(counter)):
                found.append(ParagraphId(replica, counter))
            case _:
                return ()
    return tuple(found)
