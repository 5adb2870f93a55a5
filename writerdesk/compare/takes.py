"""What taking a passage into another column means there: where it goes and what it takes over."""

from typing import NamedTuple

from writerdesk.compare.segments import Run
from writerdesk.compare.stops import Reading, Stop
from writerdesk.manuscript import ParagraphId


class Taking(NamedTuple):
    """Passages of one column that go into another: after a paragraph there, instead of others.

    ``after`` is None where they become the first. ``paragraphs`` is empty where the other column
    has nothing: taking that takes the passages out.
    """

    column: int
    target: int
    paragraphs: tuple[ParagraphId, ...]
    after: ParagraphId | None
    instead: tuple[ParagraphId, ...]


def taking(reading: Reading, stop: Stop, column: int, target: int) -> Taking:
    """Return what it means to take a whole stop from ``column`` into ``target``."""
    source, other = reading.documents[column], reading.documents[target]
    run, there = stop.runs[column], stop.runs[target]
    paragraphs = source.ids[run.start : run.end] if run else ()
    place = there or _place_in(reading, stop, target)
    after = other.ids[place.start - 1] if place.start else None
    return Taking(column, target, paragraphs, after, other.ids[place.start : place.end])


def taking_part(reading: Reading, column: int, run: Run, target: int) -> Taking:
    """Return what it means to take some passages of a stop: they go in after what is told there."""
    source, other = reading.documents[column], reading.documents[target]
    stop = reading.stop_at(column, run.start)
    if stop is not None and stop.runs[column] == run:
        return taking(reading, stop, column, target)
    there = stop.runs[target] if stop else None
    place = there.end if there else _seam(reading, column, run.start, target)
    after = other.ids[place - 1] if place else None
    return Taking(column, target, source.ids[run.start : run.end], after, ())


def _place_in(reading: Reading, stop: Stop, target: int) -> Run:
    return reading.segments[stop.segment].runs[target]


def _seam(reading: Reading, column: int, paragraph: int, target: int) -> int:
    """Return before which paragraph of ``target`` something of ``column`` would stand."""
    for segment in reading.segments:
        run = segment.runs[column]
        if run.start <= paragraph < run.end:
            return segment.runs[target].end
    return len(reading.documents[target])
