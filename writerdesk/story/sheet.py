"""What a character sheet is: fields of the writer's own, and what each draft says of them.

Every value is a field of its own in the record, so that two copies of a story that were written in
apart can be united value by value.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

from writerdesk.frozen import frozen
from writerdesk.manuscript import Record, Value
from writerdesk.story.fields import number_in, text_in, texts_in, texts_of, yes_in

WHOLE_STORY = ""
"""Stands where a draft's id stands, for what holds in the story as a whole."""

NAME, ALIASES, VALUE = "name/", "aliases/", "value/"
_OWN = ("place", "template", "deleted")
_NONE: Mapping[str, Value] = MappingProxyType({})


class FieldType(StrEnum):
    """What a field of a sheet holds."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    TAGS = "tags"
    PICTURE = "picture"
    DATE = "date"


@frozen
class SheetField:
    """A field all sheets have; ``type`` is a value of `FieldType`, ``choices`` are what it offers.

    A template's fields have its name; a field without one is on every sheet.
    """

    kind: ClassVar[str] = "sheet_field"
    id: str
    name: str = ""
    type: str = FieldType.TEXT.value
    place: int = 0
    choices: tuple[str, ...] = ()
    template: str = ""
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "SheetField":
        """Read a field from its fields."""
        return cls(
            record.id,
            text_in(record, "name"),
            text_in(record, "type") or FieldType.TEXT.value,
            number_in(record, "place"),
            texts_in(record, "choices"),
            text_in(record, "template"),
            yes_in(record, "deleted"),
        )


@frozen
class Character:
    """A person, a place or a thing.

    ``said`` has, under a key for each, the name and the aliases in the story and in each draft, and
    the values of the fields: read it by `name_in`, `aliases_in` and `value_in`.
    """

    kind: ClassVar[str] = "character"
    id: str
    place: int = 0
    template: str = ""
    said: Mapping[str, Value] = field(default_factory=lambda: _NONE)
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "Character":
        """Read a sheet from its fields."""
        said = dict(record.fields)
        for own in _OWN:
            said.pop(own, None)
        return cls(
            record.id,
            number_in(record, "place"),
            text_in(record, "template"),
            said,
            yes_in(record, "deleted"),
        )

    def to_fields(self) -> Mapping[str, Value]:
        """Return the fields the sheet is kept as."""
        own: dict[str, Value] = {
            "place": self.place,
            "template": self.template,
            "deleted": self.deleted,
        }
        return {**{name: value for name, value in own.items() if value}, **self.said}

    @property
    def name(self) -> str:
        """The name chosen for the story."""
        return self.own_name_in(WHOLE_STORY)

    def own_name_in(self, draft: str) -> str:
        """Return the name this draft gives, empty if none is noted."""
        value = self.said.get(NAME + draft)
        return value if isinstance(value, str) else ""

    def name_in(self, draft: str) -> str:
        """Return the name in a draft; the story's where none is noted."""
        return self.own_name_in(draft) or self.name

    def own_aliases_in(self, draft: str) -> tuple[str, ...]:
        """Return the other names noted for a draft, or for the story, and for nothing else."""
        return texts_of(self.said.get(ALIASES + draft))

    def aliases_in(self, draft: str) -> tuple[str, ...]:
        """Return what else a draft calls them, and what the story does."""
        own = (self.own_aliases_in(key) for key in (draft, WHOLE_STORY))
        return tuple(dict.fromkeys(alias for aliases in own for alias in aliases))

    def own_value_in(self, sheet_field: str, draft: str) -> Value:
        """Return what a draft says, None if nothing is noted."""
        return self.said.get(f"{VALUE}{sheet_field}/{draft}")

    def value_in(self, sheet_field: str, draft: str) -> Value:
        """Return what a draft says; what holds in the story where nothing is noted."""
        own = self.own_value_in(sheet_field, draft)
        return self.own_value_in(sheet_field, WHOLE_STORY) if own is None else own

    def saying(self, key: str, value: Value) -> "Character":
        """Return the sheet with one thing said, or no longer said."""
        said = {**self.said, key: value}
        return replace(self, said={name: v for name, v in said.items() if v not in (None, "", ())})


@frozen
class Relation:
    """What ``one`` is to ``other``, entered once: ``word`` from that end, ``back`` from the other.

    "tunes for" and "has sent for" is one relation.
    """

    kind: ClassVar[str] = "relation"
    id: str
    one: str = ""
    other: str = ""
    word: str = ""
    back: str = ""
    deleted: bool = False

    @classmethod
    def from_record(cls, record: Record) -> "Relation":
        """Read a relation from its fields."""
        return cls(
            record.id,
            text_in(record, "one"),
            text_in(record, "other"),
            text_in(record, "word"),
            text_in(record, "back"),
            yes_in(record, "deleted"),
        )
