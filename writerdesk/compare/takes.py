"""What taking a passage into another column means there: where it goes and what it takes over.

Whatever is taken of one reading, in whatever order, lies in the order in which both columns are
read: a passage goes behind the nearest that stands before it then, be it the target's own or one
that was taken. So all that can be taken of a revision (`takings`) makes the target what the source
is, whichever comes first.
"""

from collections.abc import Iterator
from typing import NamedTuple

from writerdesk.compare.segments import Run, Segment
from writerdesk.compare.stops import Reading, Stop
from writerdesk.compare.values import Relation, Span, Strand
from writerdesk.manuscript import ParagraphId, sentence_spans


class Standing(NamedTuple):
    """A paragraph of the target, or one of the source that may have been taken meanwhile."""

    column: int
    paragraph: ParagraphId


After = tuple[Standing, ...]
"""What stands before, the nearest first: it goes after the first that is there, else it is first.

The last is one that nothing takes away.
"""


class Taking(NamedTuple):
    """Passages of one column that go into another: after a paragraph there, instead of others.

    ``paragraphs`` is empty where the other column has nothing: taking that takes the passages out.
    """

    column: int
    target: int
    paragraphs: tuple[ParagraphId, ...]
    after: After
    instead: tuple[ParagraphId, ...]


class Words(NamedTuple):
    """Characters of one paragraph, or of several from inside the first to inside the last."""

    column: int
    run: Run
    start: int
    end: int


class WordsTaking(NamedTuple):
    """Words of one column that go into another: in place of a sentence there, or by themselves.

    Where no sentence answers them, ``instead`` is None and they become paragraphs after ``after``.
    """

    column: int
    target: int
    paragraphs: tuple[ParagraphId, ...]
    start: int
    end: int
    after: After
    instead: Span | None = None


def taking(reading: Reading, stop: Stop, column: int, target: int) -> Taking:
    """Return what it means to take a whole stop from ``column`` into ``target``.

    What has moved in a revision goes where the source has it; a beat stays where it is told.
    """
    run, there = stop.runs[column], stop.runs[target]
    if run and (there is None or _goes_elsewhere(reading, stop)):
        segment = reading.segment_of(column, run.start)
    else:
        segment = reading.segment_of(target, there.start) if there else stop.segment
    source, other = reading.documents[column], reading.documents[target]
    return Taking(
        column,
        target,
        source.ids[run.start : run.end] if run else (),
        _before(reading, segment, column, target),
        other.ids[there.start : there.end] if there else (),
    )


def takings(reading: Reading, column: int, target: int) -> Iterator[Taking]:
    """Give all that can be taken: what differs in words, in how it is set, in empty lines."""
    source, other = reading.documents[column], reading.documents[target]
    for stop in reading.stops:
        if stop.runs[column] or stop.runs[target]:
            yield taking(reading, stop, column, target)
    for number, segment in enumerate(reading.segments):
        run, there = segment.runs[column], segment.runs[target]
        if _has_stop(reading, column, run) or _has_stop(reading, target, there):
            continue
        if source.paragraphs[run.start : run.end] != other.paragraphs[there.start : there.end]:
            after = _before(reading, number, column, target)
            ids = other.ids[there.start : there.end]
            yield Taking(column, target, source.ids[run.start : run.end], after, ids)


def _has_stop(reading: Reading, column: int, run: Run) -> bool:
    return run.start < run.end and reading.stop_at(column, run.start) is not None


def taking_part(reading: Reading, column: int, run: Run, target: int) -> Taking:
    """Return what it means to take some passages of a stop: they go in after what is told there."""
    source = reading.documents[column]
    stop = reading.stop_at(column, run.start)
    if stop is not None and stop.runs[column] == run:
        return taking(reading, stop, column, target)
    after = _after_what_is_told(reading, column, run, target)
    return Taking(column, target, source.ids[run.start : run.end], after, ())


def taking_words(reading: Reading, words: Words, target: int) -> WordsTaking:
    """Return what it means to take a sentence or some words into ``target``.

    A sentence that others answer takes their place, and with it go those it answers together with:
    two sentences that became one are taken as two.
    """
    column, run, start, end = words
    strand = _answer(reading, words, target)
    if strand is not None:
        own, other = strand
        after = (Standing(target, other.paragraph),)
        return WordsTaking(column, target, (own.paragraph,), own.start, own.end, after, other)
    ids = reading.documents[column].ids[run.start : run.end]
    after = _after_what_is_told(reading, column, run, target)
    return WordsTaking(column, target, ids, start, end, after)


def _answer(reading: Reading, words: Words, target: int) -> tuple[Span, Span] | None:
    """Return the sentences the words lie in and those of ``target`` that answer them."""
    column, run, start, end = words
    document = reading.documents[column]
    if run.end - run.start != 1 or not _are_sentences(document.paragraphs[run.start].text, words):
        return None
    id = document.ids[run.start]
    for bound in reading.bounds_at(column, run.start):
        pair = reading.pair_of(bound)
        if pair is None or target not in bound.columns:
            continue
        side = bound.columns.index(column)
        for strand in pair.detail.strands:
            own, other = _sides(strand, side)
            if own.paragraph == id and own.start <= start and end <= own.end:
                return own, other
    return None


def _sides(strand: Strand, side: int) -> tuple[Span, Span]:
    return (strand.right, strand.left) if side else (strand.left, strand.right)


def _are_sentences(text: str, words: Words) -> bool:
    """Tell whether words begin where a sentence does and end where one does."""
    spans = sentence_spans(text)
    return words.start in {start for start, _ in spans} and words.end in {end for _, end in spans}


def _after_what_is_told(reading: Reading, column: int, run: Run, target: int) -> After:
    """Return the paragraphs of ``target`` after which something of ``column`` would stand."""
    stop = reading.stop_at(column, run.end - 1)
    there = stop.runs[target] if stop else None
    place = there.end if there else _seam(reading, column, run.end - 1, target)
    found: list[Standing] = []
    for number in range(place - 1, -1, -1):
        found.append(Standing(target, reading.documents[target].ids[number]))
        if _stays(reading, target, number):
            break
    return tuple(found)


def _before(reading: Reading, segment: int, column: int, target: int) -> After:
    """Return what stands before a segment in ``target``, or will when it is taken."""
    found: list[Standing] = []
    for place in range(segment - 1, -1, -1):
        found += _standing(reading, place, column, target)
        if _is_kept(reading, place, target):
            break
    return tuple(found)


def _standing(reading: Reading, place: int, column: int, target: int) -> Iterator[Standing]:
    """Yield what may stand in ``target`` at a segment, the last first."""
    segment = reading.segments[place]
    run, there = segment.runs[column], segment.runs[target]
    stop = _told_elsewhere(reading, segment, (column, target))
    if stop and not _goes_elsewhere(reading, stop):
        # It goes where the target tells it.
        run = (stop.runs[column] if there.start < there.end else None) or Run(0, 0)
    for one, some in ((column, run), (target, there)):
        ids = reading.documents[one].ids
        yield from (Standing(one, id) for id in reversed(ids[some.start : some.end]))


def _told_elsewhere(reading: Reading, segment: Segment, columns: tuple[int, int]) -> Stop | None:
    """Return the stop of a segment of which one column has a part here, the other elsewhere."""
    if segment.ties:
        return None
    for column in columns:
        start, end = segment.runs[column]
        stop = reading.stop_at(column, start) if start < end else None
        if stop and all(stop.runs[each] for each in columns):
            return stop
    return None


def _goes_elsewhere(reading: Reading, stop: Stop) -> bool:
    return stop.moved and reading.relation is Relation.REVISION


def _is_kept(reading: Reading, segment: int, target: int) -> bool:
    """Tell whether a segment has passages of ``target`` that no stop takes away."""
    start, end = reading.segments[segment].runs[target]
    return start < end and _stays(reading, target, start)


def _stays(reading: Reading, target: int, paragraph: int) -> bool:
    """Tell whether a paragraph is the same on both sides; an empty line of one side is not."""
    is_stop = reading.stop_at(target, paragraph) is not None
    return not is_stop and not reading.stands_alone(target, paragraph)


def _seam(reading: Reading, column: int, paragraph: int, target: int) -> int:
    """Return before which paragraph of ``target`` something of ``column`` would stand."""
    for segment in reading.segments:
        run = segment.runs[column]
        if run.start <= paragraph < run.end:
            return segment.runs[target].end
    return len(reading.documents[target])
