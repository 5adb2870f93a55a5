"""Character sheets as Markdown: a table for each, to read without us and to bring in again.

A row is a field, the columns are the story and its drafts; a dash is nothing noted. Relations
follow as a list, each on one of its two sheets: ``- tunes for → Hester Pardoe / has sent for``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    characters,
    relate,
    relations,
    say,
    sheet_fields,
)
from writerdesk.story.identities import Identities
from writerdesk.story.story import Story

# A format, not the interface: the same in every language.
_TITLE, _FIELD, _STORY, _DRAFT = "# Characters", "field", "story", "draft {}"
_NAME, _ALIASES, _NOTHING = "Name", "Also called", "–"
_RELATION = re.compile(r"^- (.+) → (.+) / (.+)$", re.M)


def sheets_to_markdown(story: Story) -> str:
    """Return all sheets."""
    told = (_written(story, one) for one in characters(story))
    return "\n\n".join((_TITLE, *told)) + "\n"


def sheets_from_markdown(story: Story, text: str, identities: Identities) -> Story:
    """Return the story with the sheets of a Markdown text added, and the fields they need."""
    parts = re.split(r"^## ", text, flags=re.M)[1:]
    added: dict[str, str] = {}
    for part in parts:
        before = {one.id for one in characters(story)}
        story = _with_sheet(story, part, identities)
        (id,) = {one.id for one in characters(story)} - before
        added.setdefault(_heading(part), id)
    for part in parts:
        for word, other, back in _RELATION.findall(part.partition("\n")[2]):
            if other in added:
                ends = added[_heading(part)], added[other]
                story = relate(story, *ends, identities, word=word, back=back)
    return story


def _written(story: Story, one: Character) -> str:
    keys = [WHOLE_STORY, *(draft.id for draft in story.drafts)]
    heads = [_STORY, *(_DRAFT.format(number) for number in range(1, len(keys)))]
    rows = [
        [_FIELD, *heads],
        ["---"] * (len(keys) + 1),
        [_NAME, *(one.own_name_in(key) for key in keys)],
        [_ALIASES, *("; ".join(_own_aliases(one, key)) for key in keys)],
    ]
    rows += [
        [field.name, *(_told(one.own_value_in(field.id, key)) for key in keys)]
        for field in sheet_fields(story, one.template)
        if any(one.own_value_in(field.id, key) is not None for key in keys)
    ]
    table = "\n".join(_row(row) for row in rows)
    known = [
        f"- {word} → {other.name} / {relation.back}"
        for word, other, relation in relations(story, one.id)
        if relation.one == one.id
    ]
    return "\n\n".join(part for part in (f"## {one.name}", table, "\n".join(known)) if part)


def _own_aliases(one: Character, key: str) -> Sequence[str]:
    everywhere = one.aliases_in(WHOLE_STORY) if key != WHOLE_STORY else ()
    return [alias for alias in one.aliases_in(key) if alias not in everywhere]


def _row(cells: Iterable[str]) -> str:
    inside = (cell.replace("|", "\\|").replace("\n", "<br>") or _NOTHING for cell in cells)
    return f"| {' | '.join(inside)} |"


def _told(value: Value) -> str:
    match value:
        case None | bytes():
            return ""
        case Document():
            return "\n".join(paragraph.text for paragraph in value.paragraphs)
        case tuple():
            return "; ".join(str(part) for part in value)
        case _:
            return str(value)


def _heading(part: str) -> str:
    return part.partition("\n")[0].strip()


def _with_sheet(story: Story, part: str, identities: Identities) -> Story:
    story = add_character(story, _heading(part), identities)
    id = characters(story)[-1].id
    rows = list(_rows(part))
    drafts = {_DRAFT.format(number): d.id for number, d in enumerate(story.drafts, start=1)}
    keys = {_STORY: WHOLE_STORY, **drafts}
    columns = [keys.get(head) for head in rows[0][1:]] if rows else []
    for name, *cells in rows[2:]:
        said = {
            key: cell
            for key, cell in zip(columns, cells, strict=False)
            if key is not None and cell != _NOTHING
        }
        story = _with_row(story, id, name, said, identities)
    return story


def _with_row(
    story: Story, id: str, name: str, said: Mapping[str, str], identities: Identities
) -> Story:
    if name == _NAME:
        for key, cell in said.items():
            story = call(story, id, cell, draft=key)
        return story
    if name == _ALIASES:
        for key, cell in said.items():
            story = also_call(story, id, _parts(cell), draft=key)
        return story
    if name not in {field.name for field in sheet_fields(story)}:
        story = add_field(story, name, identities)
    field = next(field for field in sheet_fields(story) if field.name == name)
    for key, cell in said.items():
        story = say(story, id, field.id, _value(field, cell), draft=key)
    return story


def _value(field: SheetField, cell: str) -> Value:
    if field.type == FieldType.TAGS:
        return tuple(_parts(cell))
    if field.type == FieldType.NUMBER and re.fullmatch(r"-?\d{1,15}", cell):
        return int(cell)
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
