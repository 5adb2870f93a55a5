"""Character sheets as Markdown: a table for each, to read without us and to bring in again.

The fields come first, each with what it holds: ``- Mood (choice, on person): gay; grave``. In a
table a row is a field, the columns are the story and its drafts; a dash is nothing noted. A picture
is named there, and its file lies beside. Relations follow as a list, each on one of its two sheets:
``- tunes for → Hester Pardoe / has sent for``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

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
    use_template,
)
from writerdesk.story.identities import Identities
from writerdesk.story.left import Left, TakenIn
from writerdesk.story.story import Story

_PICTURE_ENDING = ".jpg"
# A format, not the interface: the same in every language.
_TITLE, _FIELD, _STORY, _DRAFT = "# Characters", "field", "story", "draft {}"
_NAME, _ALIASES, _TEMPLATE, _NOTHING = "Name", "Also called", "Template", "–"
_RELATION = re.compile(r"- (.+) → (.+) / (.+)")
# A relation is a few words; in a line without end the same words could be read in too many ways.
_LONGEST_LINE = 2000
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
) -> TakenIn:
    """Return the story with what a Markdown text says on sheets, and the fields they need.

    A sheet of a name that is there already gets what the text says on it; a dash changes nothing.
    """
    first, *parts = re.split(r"^## ", text, flags=re.M)
    story = _with_fields(story, first, identities)
    sheets = [_Sheet(part.partition("\n")[0].strip(), part.split("\n")[1:]) for part in parts]
    there: dict[str, list[str]] = {}
    for one in reversed(characters(story)):
        there.setdefault(one.name, []).append(one.id)
    ids: list[str] = []
    for sheet in sheets:
        same = there.get(sheet.heading)
        if not same:
            story = add_character(story, sheet.heading, identities)
        ids.append(same.pop() if same else characters(story)[-1].id)
        story = _with_sheet(story, ids[-1], sheet, identities, pictures)
    story = _with_relations(story, sheets, ids, identities)
    return TakenIn(story, _left(story, first, sheets, pictures))


class _Sheet(NamedTuple):
    heading: str
    lines: list[str]


def _with_relations(
    story: Story, sheets: Sequence[_Sheet], ids: Sequence[str], identities: Identities
) -> Story:
    named = {one.name: one.id for one in reversed(characters(story))}
    named.update(reversed([(sheet.heading, id) for sheet, id in zip(sheets, ids, strict=True)]))
    for sheet, id in zip(sheets, ids, strict=True):
        for word, other, back in _relations(sheet):
            known = {(said, whom.id, how.back) for said, whom, how in relations(story, id)}
            if other in named and (word, named[other], back) not in known:
                story = relate(story, id, named[other], identities, word=word, back=back)
    return story


def _relations(sheet: _Sheet) -> Iterator[tuple[str, str, str]]:
    for line in sheet.lines:
        if said := _RELATION.fullmatch(line[:_LONGEST_LINE]):
            yield said[1], said[2], said[3]


def _left(
    story: Story, first: str, sheets: Sequence[_Sheet], pictures: Mapping[str, bytes]
) -> Counter[Left]:
    """Count what was said and had no place to go."""
    names = {one.name for one in characters(story)} | {sheet.heading for sheet in sheets}
    drafts = {_DRAFT.format(number) for number in range(1, len(story.drafts) + 1)}
    left: Counter[Left] = Counter()
    for line in first.split("\n"):
        left[Left.LINE] += not (line.strip() in ("", _TITLE) or _FIELD_LINE.fullmatch(line))
    for sheet in sheets:
        rows = list(_rows(sheet.lines))
        heads = rows[0][1:] if rows else []
        for head in heads:
            left[Left.DRAFT] += head not in (_STORY, *drafts)
        for line in sheet.lines:
            relation = _RELATION.fullmatch(line[:_LONGEST_LINE])
            left[Left.PERSON] += relation is not None and relation[2] not in names
            left[Left.LINE] += not (relation or line.startswith("|") or not line.strip())
        named = (_PICTURE.fullmatch(cell) for row in rows for cell in row[1:])
        left[Left.PICTURE] += sum(1 for one in named if one and one[1] not in pictures)
    return +left


def pictures_named(text: str) -> frozenset[str]:
    """Return the names of the pictures that the sheets of a text show."""
    cells = (cell for row in _rows(text.split("\n")) for cell in row)
    return frozenset(one[1] for one in map(_PICTURE.fullmatch, cells) if one)


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


def _with_sheet(
    story: Story, id: str, sheet: _Sheet, identities: Identities, pictures: Mapping[str, bytes]
) -> Story:
    rows = list(_rows(sheet.lines))
    template = next((row[1] for row in rows[2:] if row[0] == _TEMPLATE and len(row) > 1), "")
    if template and template != character(story, id).template:
        story = use_template(story, id, template)
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
    if name in (_NAME, _ALIASES):
        return _with_names(story, id, row)
    if name == _TEMPLATE:
        return story
    template = character(story, id).template
    if name not in {field.name for field in sheet_fields(story, template)}:
        story = add_field(story, name, identities, template=template)
    field = next(field for field in sheet_fields(story, template) if field.name == name)
    for key, cell in said.items():
        value = _value(field, cell, pictures)
        # What says the same stays what it is: a rich text, for instance.
        if value is not None and value != _plain(character(story, id).own_value_in(field.id, key)):
            story = say(story, id, field.id, value, draft=key)
    return story


def _with_names(story: Story, id: str, row: tuple[str, Mapping[str, str]]) -> Story:
    name, said = row
    for key, cell in said.items():
        sheet = character(story, id)
        if name == _NAME and cell != sheet.own_name_in(key):
            story = call(story, id, cell, draft=key)
        if name == _ALIASES and tuple(_parts(cell)) != sheet.own_aliases_in(key):
            story = also_call(story, id, _parts(cell), draft=key)
    return story


def _plain(value: Value) -> Value:
    return _told(value, "").strip() if isinstance(value, str | Document) else value


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


def _rows(lines: Iterable[str]) -> Iterator[list[str]]:
    for line in lines:
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
            yield [_cell(cell) for cell in cells]


def _cell(cell: str) -> str:
    return cell.strip().replace("\\|", "|").replace("<br>", "\n")
