"""Character sheets: what can be done to them, and what they tell.

Fields are defined once for the story; a value is for the story or for one of its drafts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from writerdesk.manuscript import Document, Value
from writerdesk.story.identities import Identities
from writerdesk.story.sheet import (
    ALIASES,
    NAME,
    VALUE,
    WHOLE_STORY,
    Character,
    FieldType,
    Relation,
    SheetField,
)
from writerdesk.story.story import Story

_Sheet = TypeVar("_Sheet", SheetField, Character)


def sheet_fields(story: Story, template: str = "") -> tuple[SheetField, ...]:
    """Return the fields of a sheet in the writer's order: those of all, and of its template."""
    return tuple(one for one in _in_order(story, SheetField) if one.template in ("", template))


def characters(story: Story) -> tuple[Character, ...]:
    """Return the sheets in the writer's order."""
    return _in_order(story, Character)


def character(story: Story, id: str) -> Character:
    """Return one sheet, deleted or not; raises KeyError if there is none."""
    item = story.items[id]
    if not isinstance(item, Character):
        raise KeyError(id)
    return item


def add_field(
    story: Story,
    name: str,
    identities: Identities,
    *,
    type: FieldType = FieldType.TEXT,
    choices: Iterable[str] = (),
    template: str = "",
) -> Story:
    """Return the story with one more field on every sheet, or on those of a template."""
    place = _next_place(story, SheetField)
    id = identities.record()
    return story.put(SheetField(id, name, type.value, place, tuple(choices), template))


def add_character(story: Story, name: str, identities: Identities, *, template: str = "") -> Story:
    """Return the story with a new sheet."""
    new = Character(identities.record(), _next_place(story, Character), template)
    return story.put(new.saying(NAME + WHOLE_STORY, name))


def delete_sheet(story: Story, id: str) -> Story:
    """Return the story without a sheet, a field or a relation; it can be brought back."""
    item = story.items[id]
    if not isinstance(item, Character | SheetField | Relation):
        raise KeyError(id)
    return story.put(replace(item, deleted=True))


def call(story: Story, id: str, name: str, *, draft: str = WHOLE_STORY) -> Story:
    """Return the story in which somebody has this name, in a draft or in the story."""
    return story.put(character(story, id).saying(NAME + draft, name))


def also_call(story: Story, id: str, aliases: Iterable[str], *, draft: str = WHOLE_STORY) -> Story:
    """Return the story in which somebody goes by these other names, in a draft or everywhere."""
    return story.put(character(story, id).saying(ALIASES + draft, tuple(aliases)))


def say(
    story: Story, id: str, sheet_field: str, value: Value, *, draft: str = WHOLE_STORY
) -> Story:
    """Return the story with a value on a sheet, for a draft or the story; None takes it away."""
    return story.put(character(story, id).saying(f"{VALUE}{sheet_field}/{draft}", value))


def relate(
    story: Story, one: str, other: str, identities: Identities, *, word: str, back: str
) -> Story:
    """Return the story with a relation between two sheets."""
    ends = character(story, one).id, character(story, other).id
    return story.put(Relation(identities.record(), *ends, word, back))


def relations(story: Story, id: str) -> tuple[tuple[str, Character, Relation], ...]:
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


def differences(story: Story, id: str) -> Mapping[str, Mapping[str, Value]]:
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


def _in_order(story: Story, kind: type[_Sheet]) -> tuple[_Sheet, ...]:
    found = (one for one in story.of_kind(kind) if not one.deleted)
    return tuple(sorted(found, key=lambda one: (one.place, one.id)))


def _next_place(story: Story, kind: type[SheetField] | type[Character]) -> int:
    items = cast("Iterable[SheetField | Character]", story.of_kind(kind))
    return max((one.place for one in items), default=0) + 1


def move_field(story: Story, id: str, *, by: int) -> Story:
    """Return the story with a field so many places further down, or up if negative."""
    order = list(_in_order(story, SheetField))
    at = next(number for number, one in enumerate(order) if one.id == id)
    moved = order.pop(at)
    order.insert(max(0, at + by), moved)
    wanted = ((one, place) for place, one in enumerate(order, start=1) if one.place != place)
    return story.put(*(replace(one, place=place) for one, place in wanted))


def templates(story: Story) -> tuple[str, ...]:
    """Return the names of the templates there are, in the order of the alphabet."""
    named = {one.template for one in _in_order(story, SheetField)}
    named |= {one.template for one in characters(story)}
    return tuple(sorted(named - {""}))


def use_template(story: Story, id: str, template: str) -> Story:
    """Return the story with a sheet of another template; what was noted on it stays noted."""
    return story.put(replace(character(story, id), template=template))
