"""What a note is: a value, readable from and writable to the fields it is kept as."""

from enum import StrEnum
from typing import ClassVar

from writerdesk.frozen import frozen
from writerdesk.manuscript import Anchor, Document, Record
from writerdesk.story.fields import NO_TEXT, anchor_in, document_in, text_in, yes_in


class NoteOn(StrEnum):
    """What a note can be on; one on a beat shows at all tellings of its passage."""

    STORY = "story"
    DRAFT = "draft"
    BEAT = "beat"
    PASSAGE = "passage"


@frozen
class Note:
    """A note; ``on`` is a value of `NoteOn`, ``draft`` the draft it is on where it has no anchor.

    ``source`` says where it came from, if not from the writer's hand: a footnote, a comment.
    """

    kind: ClassVar[str] = "note"
    id: str
    on: str = NoteOn.STORY.value
    draft: str = ""
    anchor: Anchor | None = None
    text: Document = NO_TEXT
    done: bool = False
    source: str = ""
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "Note":
        """Read a note from its fields."""
        return cls(
            id=record.id,
            on=text_in(record, "on") or NoteOn.STORY.value,
            draft=text_in(record, "draft"),
            anchor=anchor_in(record, "anchor"),
            text=document_in(record, "text"),
            done=yes_in(record, "done"),
            source=text_in(record, "source"),
            deleted=yes_in(record, "deleted"),
        )
