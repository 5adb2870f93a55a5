"""What a story is made of: its details and its drafts, each readable from and writable to fields.

An item is a frozen value with an id. A field that has its plain value leaves no trace, so a field
added later changes nothing for stories that lack it; fields and kinds of a newer program are kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import ClassVar, TypeAlias

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Record, Value
from writerdesk.story.fields import (
    NO_TEXT,
    document_in,
    number_in,
    stored,
    text_in,
    texts_in,
    yes_in,
)
from writerdesk.story.note import Note
from writerdesk.story.said import BeatMark, Tie, Verdict
from writerdesk.story.sheet import Character, Relation, SheetField

DETAILS_ID = "story"


@frozen
class Details:
    """What is said of the story as a whole; ``goal`` is words, 0 is none.

    ``spelled`` are words the writer spells so on purpose: the story's own dictionary.
    ``manuscript`` is the draft that is to be sent off, if the writer has said which.
    ``told_apart`` are names, with line ends between, that the writer said are different people's.
    """

    kind: ClassVar[str] = "story"
    id: str = DETAILS_ID
    title: str = ""
    author: str = ""
    language: str = ""
    goal: int = 0
    spelled: tuple[str, ...] = ()
    told_apart: tuple[str, ...] = ()
    manuscript: str = ""

    @classmethod
    def from_record(cls, record: Record) -> "Details":
        """Read the story's details from its fields."""
        return cls(
            record.id,
            text_in(record, "title"),
            text_in(record, "author"),
            text_in(record, "language"),
            number_in(record, "goal"),
            texts_in(record, "spelled"),
            texts_in(record, "told_apart"),
            text_in(record, "manuscript"),
        )


@frozen
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
    place: int = 0
    written_by: str = ""
    origin: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "Draft":
        """Read a draft from its fields."""
        return cls(
            id=record.id,
            letter=text_in(record, "letter"),
            text=document_in(record, "text"),
            name=text_in(record, "name"),
            colour=text_in(record, "colour"),
            status=text_in(record, "status"),
            goal=number_in(record, "goal"),
            place=number_in(record, "place"),
            written_by=text_in(record, "written_by"),
            origin=texts_in(record, "origin"),
            set_aside=texts_in(record, "set_aside"),
            deleted=yes_in(record, "deleted"),
        )


@frozen
class Unknown:
    """A record of a newer program: kept as it is."""

    id: str
    record: Record

    @property
    def kind(self) -> str:
        """The kind the newer program gave it."""
        return self.record.kind


Item: TypeAlias = (
    Details | Draft | Note | SheetField | Character | Relation | Tie | Verdict | BeatMark | Unknown
)

_KINDS = (Details, Draft, Note, SheetField, Character, Relation, Tie, Verdict, BeatMark)
_READERS: Mapping[str, Callable[[Record], Item]] = {kind.kind: kind.from_record for kind in _KINDS}
_BY_NAME: Mapping[str, type[Item]] = {kind.kind: kind for kind in _KINDS}


def item_kind(name: str) -> type[Item]:
    """Return what a record of a kind is."""
    return _BY_NAME.get(name, Unknown)


def item_from(record: Record) -> Item:
    """Return what a record means."""
    reader = _READERS.get(record.kind)
    return reader(record) if reader else Unknown(record.id, record)


def fields_of(item: Item) -> Mapping[str, Value]:
    """Return the fields an item is kept as, without those that have their plain value."""
    if isinstance(item, Unknown):
        return item.record.fields
    if isinstance(item, Character):
        return item.to_fields()
    return {
        field.name: value
        for field in fields(item)
        if field.name != "id" and not _is_plain(value := stored(getattr(item, field.name)))
    }


def _is_plain(value: Value) -> bool:
    return value is None or value is NO_TEXT or value in ("", 0, ())
