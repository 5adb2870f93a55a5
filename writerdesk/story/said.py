"""What the writer says of passages: that they tell the same, what they are worth, what beats are.

Each is a value, readable from and writable to the fields it is kept as.
"""

from enum import StrEnum
from typing import ClassVar

from writerdesk.frozen import frozen
from writerdesk.manuscript import Anchor, Record
from writerdesk.story.fields import anchor_in, number_in, text_in, yes_in


@frozen
class Tie:
    """Two passages of two drafts, and what the writer said of them: a value of `compare.By`."""

    kind: ClassVar[str] = "tie"
    id: str
    left: Anchor | None = None
    right: Anchor | None = None
    by: str = ""
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "Tie":
        """Read a tie from its fields."""
        left, right = anchor_in(record, "left"), anchor_in(record, "right")
        return cls(record.id, left, right, text_in(record, "by"), yes_in(record, "deleted"))


class Judgement(StrEnum):
    """What can be said of a passage; a star is for a sentence nobody wants to lose."""

    KEEP = "keep"
    MAYBE = "maybe"
    LEAVE = "leave"
    STAR = "star"


@frozen
class Verdict:
    """A judgement (a value of `Judgement`) on the passage it is anchored at."""

    kind: ClassVar[str] = "verdict"
    id: str
    anchor: Anchor | None = None
    judgement: str = ""
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "Verdict":
        """Read a verdict from its fields."""
        return cls(
            record.id,
            anchor_in(record, "anchor"),
            text_in(record, "judgement"),
            yes_in(record, "deleted"),
        )


class BeatSays(StrEnum):
    """What can be said of a beat; ``PLACE`` is where it stands in the writer's own order."""

    NAME = "name"
    LEFT_OUT = "left_out"
    JOIN_WITH_NEXT = "join_with_next"
    SPLIT_HERE = "split_here"
    TO_BLEND = "to_blend"
    PLACE = "place"


@frozen
class BeatMark:
    """One thing said of the beat that holds the passage it is anchored at."""

    kind: ClassVar[str] = "beat"
    id: str
    anchor: Anchor | None = None
    says: str = ""
    name: str = ""
    place: int = 0
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "BeatMark":
        """Read what was said of a beat from its fields."""
        return cls(
            record.id,
            anchor_in(record, "anchor"),
            text_in(record, "says"),
            text_in(record, "name"),
            number_in(record, "place"),
            yes_in(record, "deleted"),
        )
