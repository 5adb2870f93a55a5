"""Two tellings of one story: passages tied by what they tell become pairs to read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from writerdesk.compare.chains import heaviest_chain, ints
from writerdesk.compare.details import Side, told
from writerdesk.compare.filing import Rows
from writerdesk.compare.gaps import Group
from writerdesk.compare.gathering import Tie, gathered
from writerdesk.compare.named import told_of
from writerdesk.compare.pairs import Pairs
from writerdesk.compare.phrases import shared_phrases
from writerdesk.compare.sentences import least_alike
from writerdesk.compare.spelling import spell
from writerdesk.compare.table import Part, Table
from writerdesk.compare.tabling import table_of
from writerdesk.compare.tellings import links as links_between
from writerdesk.compare.tellings.content import Content
from writerdesk.compare.values import (
    Asked,
    Detail,
    Likeness,
    Link,
    Name,
    Pair,
    Shared,
    Span,
    StopAsked,
    Strand,
    ask,
)
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, ParagraphId


@frozen(eq=False)
class Tied:
    """Pairs in the order of the left, and what is said besides them."""

    table: Table
    weak_links: tuple[Link, ...]
    echoes: tuple[Shared, ...]
    names: tuple[Name, ...]
    exact: bool


# Whether to stop is asked once in so many pairs, each of which takes a fifth of a millisecond.
_ASKED_EACH = 32


def tied(asked: Asked, cancelled: StopAsked) -> Tied:
    """Compare two tellings."""
    left, right, settings = asked.left, asked.right, asked.settings
    found = links_between(left, right, settings=settings, pins=asked.pins, cancelled=cancelled)
    ask(cancelled)
    seen = gathered(found, asked, cancelled)
    groups = seen.groups
    ask(cancelled)
    one, other = spell(
        [paragraph.text for paragraph in left.paragraphs],
        [paragraph.text for paragraph in right.paragraphs],
        settings,
        cancelled,
    )
    sides = Side(one, left.paragraphs), Side(other, right.paragraphs)
    words = told(
        np.array(groups, np.int64).reshape(-1, 4), *sides, tellings=True, cancelled=cancelled
    )
    ask(cancelled)
    pairs = Pairs(_without_marks(words.rows).table(()), left.ids, right.ids)
    places = _places(groups, left, right)
    shared, echoes = _phrases(groups, places, found.contents, cancelled)
    answers = _answers(found.strands, places)
    finished: list[Pair] = []
    for number, pair in enumerate(pairs):
        if number % _ASKED_EACH == 0:
            ask(cancelled)
        parts = seen.inside[number], answers[number], shared[number]
        finished.append(replace(_finished(pair, *parts), confidence=seen.sure[number]))
    # A weak link between two paragraphs of one pair says less than the pair does: left out.
    paired = {
        (left.ids[n], right.ids[m])
        for group in groups
        for n in range(*group[:2])
        for m in range(*group[2:])
    }
    weak = tuple(link for link in seen.links if (link.left, link.right) not in paired)
    ask(cancelled)
    moved = _with_moves(groups, finished)
    table = _with_marks(table_of(moved, left, right, cancelled), words.rows)
    is_exact = found.exact and bool(words.exact.all())
    names = told_of(found.names, finished, (left, right))
    return Tied(table, weak, echoes, names, is_exact)


def _without_marks(rows: Rows) -> Rows:
    """Return rows without their marks: nothing that follows reads or changes those."""
    none = Rows.none(len(rows.facts)).parts
    return Rows(rows.facts, (*none[: Part.STRANDS], *rows.parts[Part.STRANDS :]))


def _with_marks(table: Table, rows: Rows) -> Table:
    marks = rows.table(()).parts[: Part.STRANDS]
    return Table(table.rows, (*marks, *table.parts[Part.STRANDS :]), table.names)


def _places(
    groups: Sequence[Group], left: Document, right: Document
) -> tuple[dict[ParagraphId, int], dict[ParagraphId, int]]:
    """Return the number of each paragraph's group, for both sides."""
    ours = {left.ids[n]: number for number, group in enumerate(groups) for n in range(*group[:2])}
    theirs = {
        right.ids[n]: number for number, group in enumerate(groups) for n in range(*group[2:])
    }
    return ours, theirs


def _phrases(
    groups: Sequence[Group],
    places: tuple[dict[ParagraphId, int], dict[ParagraphId, int]],
    contents: tuple[Content, Content],
    cancelled: StopAsked,
) -> tuple[defaultdict[int, list[Shared]], tuple[Shared, ...]]:
    ours, theirs = (np.full(len(content.ids), -1, np.int64) for content in contents)
    for number, group in enumerate(groups):
        ours[group.left : group.left_end] = number
        theirs[group.right : group.right_end] = number
    shared, echoes = shared_phrases(contents, (ours, theirs), cancelled)
    by_group: defaultdict[int, list[Shared]] = defaultdict(list)
    for phrase in shared:
        by_group[places[0][phrase.left.paragraph]].append(phrase)
    return by_group, echoes


def _answers(
    strands: Iterable[Strand], places: tuple[dict[ParagraphId, int], dict[ParagraphId, int]]
) -> defaultdict[int, list[Strand]]:
    """Return the strands inside each group."""
    ours, theirs = places
    by_group: defaultdict[int, list[Strand]] = defaultdict(list)
    for strand in strands:
        number = ours.get(strand.left.paragraph)
        if number is not None and number == theirs.get(strand.right.paragraph):
            by_group[number].append(strand)
    return by_group


def _finished(
    pair: Pair, ties: Sequence[Tie], strands: Iterable[Strand], shared: Sequence[Shared]
) -> Pair:
    """Return a pair with its ties, with what answers by meaning as well as by words."""
    by_words = [strand for strand in pair.detail.strands if strand.kind != Likeness.REWRITTEN]
    by_meaning = [
        strand._replace(kind=Likeness.REWRITTEN)
        for strand in strands
        if not any(_overlap(strand, other) for other in by_words)
    ]
    every = tuple(sorted((*by_words, *by_meaning), key=lambda strand: _reading(strand, pair)))
    detail = Detail(pair.detail.left, pair.detail.right, every, tuple(shared))
    return replace(
        pair,
        kind=least_alike([strand.kind for strand in every]) if every else pair.kind,
        links=tuple(tie.link for tie in ties),
        detail=detail,
    )


def _reading(strand: Strand, pair: Pair) -> tuple[int, ...]:
    left, right = strand.left, strand.right
    return (
        pair.left.index(left.paragraph),
        left.start,
        pair.right.index(right.paragraph),
        right.start,
    )


def _overlap(one: Strand, other: Strand) -> bool:
    return _touches(one.left, other.left) or _touches(one.right, other.right)


def _touches(one: Span, other: Span) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _with_moves(groups: Sequence[Group], pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return the pairs; those outside the surest chain of pairs in order have moved."""
    weights = np.array([round(1000 * pair.confidence) for pair in pairs], np.int64)
    rights = np.array([group.right for group in groups], np.int64)
    both = rights + [group.left for group in groups]
    in_place = set(ints(heaviest_chain(rights, weights, lambda starts: both[starts])))
    return tuple(
        pair if number in in_place else replace(pair, moved=True)
        for number, pair in enumerate(pairs)
    )
