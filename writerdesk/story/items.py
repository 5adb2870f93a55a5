"""What a story is made of: its details and its drafts, each readable from and writable to fields.

An item is a frozen value with an id. A field that has its plain value leaves no trace, so a field
added later changes nothing for stories that lack it; fields and kinds of a newer program are kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import ClassVar, TypeAlias

from writerdesk.manuscript import Document, Record, Value

DETAILS_ID = "story"
NO_TEXT = Document()


@dataclass(frozen=True, slots=True)
class Details:
    """What is said of the story as a whole; ``goal`` is words, 0 is none."""

    kind: ClassVar[str] = "story"
    id: str = DETAILS_ID
    title: str = ""
    author: str = ""
    language: str = ""
    goal: int = 0

    @classmethod
    def from_record(cls, record: Record) -> "Details":
        """Read the story's details from its fields."""
        return cls(
            record.id,
            _text(record, "title"),
            _text(record, "author"),
            _text(record, "language"),
            _number(record, "goal"),
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: its text and what is said of it.

    ``letter`` is for life. ``name`` is empty until the writer gives one; ``colour`` until another
    than the letter's is chosen. ``origin`` says how it came (a kind, then what of), ``set_aside``
    what intake kept out of the text. A deleted draft stays, so that it can come back.
    """

    kind: ClassVar[str] = "draft"
    id: str
    letter: str = ""
    text: Document = NO_TEXT
    name: str = ""
    colour: str = ""
    status: str = ""
    goal: int = 0
    language: str = ""
    place: int = 0
    written_by: str = ""
    origin: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "Draft":
        """Read a draft from its fields."""
        text = record.fields.get("text")
        return cls(
            id=record.id,
            letter=_text(record, "letter"),
            text=text if isinstance(text, Document) else NO_TEXT,
            name=_text(record, "name"),
            colour=_text(record, "colour"),
            status=_text(record, "status"),
            goal=_number(record, "goal"),
            language=_text(record, "language"),
            place=_number(record, "place"),
            written_by=_text(record, "written_by"),
            origin=_texts(record, "origin"),
            set_aside=_texts(record, "set_aside"),
            deleted=record.fields.get("deleted") is True,
        )


@dataclass(frozen=True, slots=True)
class Unknown:
    """A record of a newer program: kept as it is."""

    id: str
    record: Record

    @property
    def kind(self) -> str:
        """The kind the newer program gave it."""
        return self.record.kind


Item: TypeAlias = Details | Draft | Unknown


def item_from(record: Record) -> Item:
    """Return what a record means."""
    match record.kind:
        case Details.kind:
            return Details.from_record(record)
        case Draft.kind:
            return Draft.from_record(record)
        case _:
            return Unknown(record.id, record)


def fields_of(item: Item) -> Mapping[str, Value]:
    """Return the fields an item is kept as, without those that have their plain value."""
    if isinstance(item, Unknown):
        return item.record.fields
    return {
        field.name: value
        for field in fields(item)
        if field.name != "id" and not _is_plain(value := getattr(item, field.name))
    }


def _is_plain(value: Value) -> bool:
    return value is NO_TEXT or value in ("", 0, ())


def _text(record: Record, field: str) -> str:
    value = record.fields.get(field)
    return value if isinstance(value, str) else ""


def _number(record: Record, field: str) -> int:
    value = record.fields.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _texts(record: Record, field: str) -> tuple[str, ...]:
    value = record.fields.get(field)
    if not isinstance(value, tuple):
        return ()
    return tuple(part for part in value if isinstance(part, str))
