"""Character sheets: fields of the writer's own, a value for the story and one for each draft.

Every value is a field of its own in the record, so that two copies of a story that were written in
apart can be united value by value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from writerdesk.manuscript import Document, Record, Value
from writerdesk.story.fields import number_in, text_in, texts_in, texts_of, yes_in

if TYPE_CHECKING:
    from writerdesk.story.identities import Identities
    from writerdesk.story.story import Story

WHOLE_STORY = ""
"""Stands where a draft's id stands, for what holds in the story as a whole."""

_NAME, _ALIASES, _VALUE = "name/", "aliases/", "value/"
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
        value = self.said.get(_NAME + draft)
        return value if isinstance(value, str) else ""

    def name_in(self, draft: str) -> str:
        """Return the name in a draft; the story's where none is noted."""
        return self.own_name_in(draft) or self.name

    def aliases_in(self, draft: str) -> tuple[str, ...]:
        """Return what else a draft calls them, and what the story does."""
        own = (texts_of(self.said.get(_ALIASES + key)) for key in (draft, WHOLE_STORY))
        return tuple(dict.fromkeys(alias for aliases in own for alias in aliases))

    def own_value_in(self, sheet_field: str, draft: str) -> Value:
        """Return what a draft says, None if nothing is noted."""
        return self.said.get(f"{_VALUE}{sheet_field}/{draft}")

    def value_in(self, sheet_field: str, draft: str) -> Value:
        """Return what a draft says; what holds in the story where nothing is noted."""
        own = self.own_value_in(sheet_field, draft)
        return self.own_value_in(sheet_field, WHOLE_STORY) if own is None else own

    def saying(self, key: str, value: Value) -> "Character":
        """Return the sheet with one thing said, or no longer said."""
        said = {**self.said, key: value}
        return replace(self, said={name: v for name, v in said.items() if v not in (None, "", ())})


@dataclass(frozen=True, slots=True)
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


_Sheet = TypeVar("_Sheet", SheetField, Character)


def sheet_fields(story: "Story", template: str = "") -> tuple[SheetField, ...]:
    """Return the fields of a sheet in the writer's order: those of all, and of its template."""
    return tuple(one for one in _in_order(story, SheetField) if one.template in ("", template))


def characters(story: "Story") -> tuple[Character, ...]:
    """Return the sheets in the writer's order."""
    return _in_order(story, Character)


def character(story: "Story", id: str) -> Character:
    """Return one sheet, deleted or not; raises KeyError if there is none."""
    item = story.items[id]
    if not isinstance(item, Character):
        raise KeyError(id)
    return item


def add_field(
    story: "Story",
    name: str,
    identities: "Identities",
    *,
    type: FieldType = FieldType.TEXT,
    choices: Iterable[str] = (),
    template: str = "",
) -> "Story":
    """Return the story with one more field on every sheet, or on those of a template."""
    place = _next_place(story, SheetField)
    id = identities.record()
    return story.put(SheetField(id, name, type.value, place, tuple(choices), template))


def add_character(
    story: "Story", name: str, identities: "Identities", *, template: str = ""
) -> "Story":
    """Return the story with a new sheet."""
    new = Character(identities.record(), _next_place(story, Character), template)
    return story.put(new.saying(_NAME + WHOLE_STORY, name))


def delete_sheet(story: "Story", id: str) -> "Story":
    """Return the story without a sheet, a field or a relation; it can be brought back."""
    item = story.items[id]
    if not isinstance(item, Character | SheetField | Relation):
        raise KeyError(id)
    return story.put(replace(item, deleted=True))


def call(story: "Story", id: str, name: str, *, draft: str = WHOLE_STORY) -> "Story":
    """Return the story in which somebody has this name, in a draft or in the story."""
    return story.put(character(story, id).saying(_NAME + draft, name))


def also_call(
    story: "Story", id: str, aliases: Iterable[str], *, draft: str = WHOLE_STORY
) -> "Story":
    """Return the story in which somebody goes by these other names, in a draft or everywhere."""
    return story.put(character(story, id).saying(_ALIASES + draft, tuple(aliases)))


def say(
    story: "Story", id: str, sheet_field: str, value: Value, *, draft: str = WHOLE_STORY
) -> "Story":
    """Return the story with a value on a sheet, for a draft or the story; None takes it away."""
    return story.put(character(story, id).saying(f"{_VALUE}{sheet_field}/{draft}", value))


def relate(
    story: "Story", one: str, other: str, identities: "Identities", *, word: str, back: str
) -> "Story":
    """Return the story with a relation between two sheets."""
    ends = character(story, one).id, character(story, other).id
    return story.put(Relation(identities.record(), *ends, word, back))


def relations(story: "Story", id: str) -> tuple[tuple[str, Character, Relation], ...]:
    """Return how somebody is related: the word for it from their end, to whom, and the relation."""
    found: list[tuple[str, Character, Relation]] = []
    for relation in story.of_kind(Relation):
        ends = ((relation.one, relation.word, relation.other),
                (relation.other, relation.back, relation.one))  # fmt: skip
        for here, word, there in ends:
            other = story.items.get(there)
            if here == id and not relation.deleted and isinstance(other, Character):
                found.append((word, other, relation))
    return tuple(one for one in found if not one[1].deleted)


def differences(story: "Story", id: str) -> Mapping[str, Mapping[str, Value]]:
    """Return the fields on which the drafts do not agree: by field, what each of them says.

    A draft of which nothing is noted says nothing. The id of the field stands first, then drafts'.
    """
    sheet = character(story, id)
    found: dict[str, Mapping[str, Value]] = {}
    for one in sheet_fields(story, sheet.template):
        said = {draft.id: sheet.own_value_in(one.id, draft.id) for draft in story.drafts}
        noted = {draft: value for draft, value in said.items() if value is not None}
        if len({_told(value) for value in noted.values()}) > 1:
            found[one.id] = noted
    return found


def _told(value: Value) -> object:
    return value.paragraphs if isinstance(value, Document) else value


def _in_order(story: "Story", kind: type[_Sheet]) -> tuple[_Sheet, ...]:
    found = (one for one in story.of_kind(kind) if not one.deleted)
    return tuple(sorted(found, key=lambda one: (one.place, one.id)))


def _next_place(story: "Story", kind: type[SheetField] | type[Character]) -> int:
    items = cast("Iterable[SheetField | Character]", story.of_kind(kind))
    return max((one.place for one in items), default=0) + 1
