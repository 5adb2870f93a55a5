"""A note on a beat shows at all its tellings: beside the passages that tell the same as its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from writerdesk.compare.stops import Reading, Stop
from writerdesk.manuscript import ParagraphId
from writerdesk.story.beside import NOTHING, Beside, Noted, beside
from writerdesk.story.story import Story
from writerdesk.ui.pane import Column

_Said = Mapping[str, Mapping[ParagraphId, Beside]]


def beside_columns(story: Story, columns: Sequence[Column], reading: Reading | None) -> _Said:
    """Return what stands beside the drafts in some columns, as the story is now."""
    drafts = {draft.id for draft in story.drafts}
    said = {one.draft: beside(story, one.draft) for one in columns if one.draft in drafts}
    return at_all_tellings(said, columns, reading) if reading else said


def at_all_tellings(said: _Said, columns: Sequence[Column], reading: Reading) -> _Said:
    """Return what stands beside the columns, each beat's notes at the start of every telling."""
    if not any(
        one.on_beat for told in said.values() for here in told.values() for one in here.notes
    ):
        # Asked after every word that is typed, of thousands of stops that have none.
        return said
    shown = {draft: dict(told) for draft, told in said.items()}
    for stop in reading.stops:
        noted = tuple(_on_beat(said, columns, stop))
        for number, run in enumerate(stop.runs) if noted else ():
            column = columns[number]
            if run is None or column.draft not in shown:
                continue
            first = column.document.ids[run.start]
            here = shown[column.draft].get(first, NOTHING)
            mine = {one.id for id in _ids(column, stop, number) for one in _notes(said, column, id)}
            new = tuple(replace(one, start=0) for one in noted if one.id not in mine)
            if new:
                shown[column.draft][first] = replace(here, notes=(*here.notes, *new))
    return shown


def _on_beat(said: _Said, columns: Sequence[Column], stop: Stop) -> Sequence[Noted]:
    return [
        one
        for number, column in enumerate(columns)
        for id in _ids(column, stop, number)
        for one in _notes(said, column, id)
        if one.on_beat
    ]


def _ids(column: Column, stop: Stop, number: int) -> Sequence[ParagraphId]:
    run = stop.runs[number]
    return column.document.ids[run.start : run.end] if run else ()


def _notes(said: _Said, column: Column, id: ParagraphId) -> Sequence[Noted]:
    return said.get(column.draft, {}).get(id, NOTHING).notes
