"""What taking a passage into another column means there: where it goes and what it takes over."""

from typing import NamedTuple

from writerdesk.compare.segments import Run
from writerdesk.compare.stops import Reading, Stop
from writerdesk.compare.values import Span, Strand
from writerdesk.manuscript import ParagraphId, sentence_spans


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
    after: ParagraphId | None
    instead: Span | None = None


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
        return WordsTaking(
            column, target, (own.paragraph,), own.start, own.end, other.paragraph, other
        )
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


def _after_what_is_told(reading: Reading, column: int, run: Run, target: int) -> ParagraphId | None:
    """Return the paragraph of ``target`` after which something of ``column`` would stand."""
    stop = reading.stop_at(column, run.end - 1)
    there = stop.runs[target] if stop else None
    place = there.end if there else _seam(reading, column, run.end - 1, target)
    return reading.documents[target].ids[place - 1] if place else None


def _place_in(reading: Reading, stop: Stop, target: int) -> Run:
    return reading.segments[stop.segment].runs[target]


def _seam(reading: Reading, column: int, paragraph: int, target: int) -> int:
    """Return before which paragraph of ``target`` something of ``column`` would stand."""
    for segment in reading.segments:
        run = segment.runs[column]
        if run.start <= paragraph < run.end:
            return segment.runs[target].end
    return len(reading.documents[target])
