"""Character sheets as Markdown: a table for each, to read without us and to bring in again.

The fields come first, each with what it holds: ``- Mood (choice, on person): gay; grave``. In a
table a row is a field, the columns are the story and its drafts; a dash is nothing noted. A picture
is named there, and its file lies beside. Relations follow as a list, each on one of its two sheets:
``- tunes for → Hester Pardoe / has sent for``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from types import MappingProxyType
from typing import TypeAlias

from writerdesk.exchange import safe_name
from writerdesk.manuscript import Document, Value
from writerdesk.story.characters import (
    WHOLE_STORY,
    Character,
    FieldType,
    SheetField,
    add_character,
    add_field,
    also_call,
    call,
    character,
    characters,
    relate,
    relations,
    say,
    sheet_fields,
)
from writerdesk.story.identities import Identities
from writerdesk.story.story import Story

_PICTURE_ENDING = ".jpg"
# A format, not the interface: the same in every language.
_TITLE, _FIELD, _STORY, _DRAFT = "# Characters", "field", "story", "draft {}"
_NAME, _ALIASES, _TEMPLATE, _NOTHING = "Name", "Also called", "Template", "–"
_RELATION = re.compile(r"^- (.+) → (.+) / (.+)$", re.M)
_FIELD_LINE = re.compile(
    rf"^- (?P<name>.+) \((?P<type>{'|'.join(FieldType)})(?:, on (?P<on>.+?))?\)"
    r"(?:: (?P<choices>.+))?$",
    re.M,
)
_PICTURE = re.compile(r"!\[\]\((.+)\)")
_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


def sheets_to_markdown(story: Story) -> str:
    """Return all sheets; the pictures they name are those of `sheet_pictures`."""
    every = (one for one in story.of_kind(SheetField) if not one.deleted)
    fields = sorted(every, key=lambda one: (one.place, one.id))
    names = {key: name for name, key, _ in _pictures(story)}
    lines = "\n".join(_field_line(one) for one in fields)
    told = (_written(story, one, names) for one in characters(story))
    return "\n\n".join(part for part in (_TITLE, lines, *told) if part) + "\n"


def sheet_pictures(story: Story) -> Mapping[str, bytes]:
    """Return every picture on a sheet, each under the name of a file."""
    return {name: picture for name, _, picture in _pictures(story)}


def sheets_from_markdown(
    story: Story,
    text: str,
    identities: Identities,
    *,
    pictures: Mapping[str, bytes] = _NO_PICTURES,
) -> Story:
    """Return the story with the sheets of a Markdown text added, and the fields they need."""
    first, *parts = re.split(r"^## ", text, flags=re.M)
    story = _with_fields(story, first, identities)
    added: dict[str, str] = {}
    for part in parts:
        before = {one.id for one in characters(story)}
        story = _with_sheet(story, part, identities, pictures)
        (id,) = {one.id for one in characters(story)} - before
        added.setdefault(_heading(part), id)
    for part in parts:
        for word, other, back in _RELATION.findall(part.partition("\n")[2]):
            if other in added:
                ends = added[_heading(part)], added[other]
                story = relate(story, *ends, identities, word=word, back=back)
    return story


def _field_line(one: SheetField) -> str:
    on = f", on {one.template}" if one.template else ""
    choices = f": {'; '.join(one.choices)}" if one.choices else ""
    return f"- {one.name} ({one.type}{on}){choices}"


def _with_fields(story: Story, text: str, identities: Identities) -> Story:
    for told in _FIELD_LINE.finditer(text):
        template = told["on"] or ""
        if told["name"] not in {one.name for one in sheet_fields(story, template)}:
            story = add_field(
                story,
                told["name"],
                identities,
                type=FieldType(told["type"]),
                choices=_parts(told["choices"] or ""),
                template=template,
            )
    return story


_Key: TypeAlias = tuple[str, str, str]
"""A sheet, a field, and a draft or the story."""


def _pictures(story: Story) -> Iterator[tuple[str, _Key, bytes]]:
    letters = {WHOLE_STORY: "", **{draft.id: draft.letter for draft in story.drafts}}
    taken: set[str] = set()
    for one in characters(story):
        for field in sheet_fields(story, one.template):
            for key, letter in letters.items():
                value = one.own_value_in(field.id, key)
                if isinstance(value, bytes):
                    told = " ".join(part for part in (one.name, field.name, letter) if part)
                    name = _free_name(safe_name(told), taken)
                    yield name, (one.id, field.id, key), value


def _free_name(wanted: str, taken: set[str]) -> str:
    numbers = (f" {n}" for n in count(2))
    tries = (f"{wanted}{more}{_PICTURE_ENDING}" for more in chain([""], numbers))
    name = next(one for one in tries if one.lower() not in taken)
    taken.add(name.lower())
    return name


def _written(story: Story, one: Character, pictures: Mapping[_Key, str]) -> str:
    keys = [WHOLE_STORY, *(draft.id for draft in story.drafts)]
    heads = [_STORY, *(_DRAFT.format(number) for number in range(1, len(keys)))]
    rows = [
        [_FIELD, *heads],
        ["---"] * (len(keys) + 1),
        [_NAME, *(one.own_name_in(key) for key in keys)],
        [_ALIASES, *("; ".join(one.own_aliases_in(key)) for key in keys)],
    ]
    if one.template:
        rows.append([_TEMPLATE, one.template, *("" for _ in keys[1:])])
    for field in sheet_fields(story, one.template):
        said = [one.own_value_in(field.id, key) for key in keys]
        if any(value is not None for value in said):
            named = (pictures.get((one.id, field.id, key), "") for key in keys)
            rows.append([field.name, *map(_told, said, named)])
    table = "\n".join(_row(row) for row in rows)
    known = [
        f"- {word} → {other.name} / {relation.back}"
        for word, other, relation in relations(story, one.id)
        if relation.one == one.id
    ]
    return "\n\n".join(part for part in (f"## {one.name}", table, "\n".join(known)) if part)


def _row(cells: Iterable[str]) -> str:
    inside = (cell.replace("|", "\\|").replace("\n", "<br>") or _NOTHING for cell in cells)
    return f"| {' | '.join(inside)} |"


def _told(value: Value, picture: str) -> str:
    match value:
        case bytes():
            return f"![]({picture})"
        case None:
            return ""
        case Document():
            return "\n".join(paragraph.text for paragraph in value.paragraphs)
        case tuple():
            return "; ".join(str(part) for part in value)
        case _:
            return str(value)


def _heading(part: str) -> str:
    return part.partition("\n")[0].strip()


def _with_sheet(
    story: Story, part: str, identities: Identities, pictures: Mapping[str, bytes]
) -> Story:
    rows = list(_rows(part))
    template = next((row[1] for row in rows[2:] if row[0] == _TEMPLATE and len(row) > 1), "")
    story = add_character(story, _heading(part), identities, template=template)
    id = characters(story)[-1].id
    drafts = {_DRAFT.format(number): d.id for number, d in enumerate(story.drafts, start=1)}
    keys = {_STORY: WHOLE_STORY, **drafts}
    columns = [keys.get(head) for head in rows[0][1:]] if rows else []
    for name, *cells in rows[2:]:
        said = {
            key: cell
            for key, cell in zip(columns, cells, strict=False)
            if key is not None and cell != _NOTHING
        }
        story = _with_row(story, id, (name, said), identities, pictures)
    return story


def _with_row(
    story: Story,
    id: str,
    row: tuple[str, Mapping[str, str]],
    identities: Identities,
    pictures: Mapping[str, bytes],
) -> Story:
    name, said = row
    if name == _NAME:
        for key, cell in said.items():
            story = call(story, id, cell, draft=key)
        return story
    if name == _ALIASES:
        for key, cell in said.items():
            story = also_call(story, id, _parts(cell), draft=key)
        return story
    if name == _TEMPLATE:
        return story
    template = character(story, id).template
    if name not in {field.name for field in sheet_fields(story, template)}:
        story = add_field(story, name, identities, template=template)
    field = next(field for field in sheet_fields(story, template) if field.name == name)
    for key, cell in said.items():
        story = say(story, id, field.id, _value(field, cell, pictures), draft=key)
    return story


def _value(field: SheetField, cell: str, pictures: Mapping[str, bytes]) -> Value:
    if field.type == FieldType.TAGS:
        return tuple(_parts(cell))
    if field.type == FieldType.NUMBER and re.fullmatch(r"-?\d{1,15}", cell):
        return int(cell)
    if field.type == FieldType.PICTURE:
        named = _PICTURE.fullmatch(cell)
        return pictures.get(named[1]) if named else None
    return cell


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _rows(part: str) -> Iterator[list[str]]:
    for line in part.split("\n")[1:]:
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
            yield [_cell(cell) for cell in cells]


def _cell(cell: str) -> str:
    return cell.strip().replace("\\|", "|").replace("<br>", "\n")
