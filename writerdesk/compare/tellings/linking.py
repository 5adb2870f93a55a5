"""From two documents to what is found between them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from writerdesk.compare.meaning import meaning_in
from writerdesk.compare.tellings.answers import strands
from writerdesk.compare.tellings.cast import matched, narrator, people, renamed
from writerdesk.compare.tellings.content import Content, contents
from writerdesk.compare.tellings.found import Found
from writerdesk.compare.tellings.meant import meant
from writerdesk.compare.tellings.mirror import is_right_first, mirrored, turned
from writerdesk.compare.tellings.pinned import cells_of
from writerdesk.compare.tellings.readings import Reading, read
from writerdesk.compare.tellings.score import LEAST_CONFIDENCE, Said, Scored, score
from writerdesk.compare.tellings.weights import learned
from writerdesk.compare.values import By, Link, Pin, Settings, StopAsked, ask, asking
from writerdesk.manuscript import Document, ParagraphId

# Surer than this says no more.
_UNLIKELY = 1e-5
# Ties that are less sure than this say nothing; two novels would have millions of them.
_WORTH_NAMING = 0.05


class _Sides(NamedTuple):
    """Two drafts and how they read, the one to be read first on the left."""

    documents: tuple[Document, Document]
    readings: tuple[Reading, Reading]

    def swapped(self) -> "_Sides":
        """Return them the other way round."""
        (left, right), (one, other) = self.documents, self.readings
        return _Sides((right, left), (other, one))


def found_between(
    documents: tuple[Document, Document], settings: Settings, pins: Sequence[Pin], stop: StopAsked
) -> Found:
    """Find what two drafts share; swapping them mirrors the answer."""
    sides = _read(documents, stop)
    if not all(len(reading.said.word) for reading in sides.readings):
        return Found(_contents(sides))
    if not is_right_first(sides.readings):
        return _found(sides, settings, pins, stop)
    return mirrored(_found(sides.swapped(), settings, turned(pins), stop), documents[0])


def scored(documents: tuple[Document, Document], pins: Sequence[Pin], stop: StopAsked) -> Scored:
    """Return what the score says of two drafts, read as they come."""
    return _scored(_read(documents, stop), Settings(), pins, stop)


def _read(documents: tuple[Document, Document], stop: StopAsked) -> _Sides:
    together = learned().together
    left, right = (read(document, together, stop) for document in documents)
    return _Sides(documents, (left, right))


def _scored(sides: _Sides, settings: Settings, pins: Sequence[Pin], stop: StopAsked) -> Scored:
    cells = cells_of(pins, sides.documents)
    tied = tuple(cell for cell, by in cells.items() if by != By.FORBIDDEN)
    not_tied = tuple(cell for cell, by in cells.items() if by == By.FORBIDDEN)
    by_meaning = None
    if settings.meaning is not None:
        by_meaning = meant(sides.documents, meaning_in(settings.meaning), stop)
    return score(sides.readings, learned(), stop, said=Said(tied, not_tied), meant=by_meaning)


def _found(sides: _Sides, settings: Settings, pins: Sequence[Pin], stop: StopAsked) -> Found:
    seen = _scored(sides, settings, pins, stop)
    ask(stop)
    ties = _links(seen, sides.documents, cells_of(pins, sides.documents), stop)
    worth_reading = [link for link in ties if link.confidence >= settings.least_confidence]
    ask(stop)
    said = _contents(sides)
    ask(stop)
    one, other = (reading.said for reading in sides.readings)
    named = people(one, stop), people(other, stop)
    cast = matched(*named, seen.confidence, (narrator(one), narrator(other)))
    ask(stop)
    answers = strands(said, worth_reading, stop)
    ask(stop)
    odds = _odds(seen, sides.documents, stop)
    left, right = (document.ids for document in sides.documents)
    denied = {
        (left[i], right[j]): sure
        for (i, j), sure in seen.denied.items()
        if sure >= learned().free.least
    }
    sizes = one.sizes, other.sizes
    return Found(said, ties, answers, renamed(cast), sizes=sizes, odds=odds, denied=denied)


def _odds(
    seen: Scored, documents: tuple[Document, Document], stop: StopAsked
) -> dict[tuple[ParagraphId, ParagraphId], float]:
    """Return the log odds of the ties that are read, if the tellings are free."""
    if seen.is_close:
        return {}
    left, right = documents[0].ids, documents[1].ids
    rows, columns = np.nonzero(seen.confidence >= LEAST_CONFIDENCE)
    likely = np.clip(seen.tied[rows, columns].astype(np.float64), _UNLIKELY, 1 - _UNLIKELY)
    odds = np.log(likely / (1 - likely)).tolist()
    places = zip(rows.tolist(), columns.tolist(), odds, strict=True)
    return {(left[i], right[j]): one for i, j, one in asking(places, stop)}


def _contents(sides: _Sides) -> tuple[Content, Content]:
    (left, right), (one, other) = sides.documents, sides.readings
    return contents((left.ids, right.ids), one.said, other.said)


def _links(
    seen: Scored,
    documents: tuple[Document, Document],
    said: dict[tuple[int, int], By],
    stop: StopAsked,
) -> tuple[Link, ...]:
    left, right = documents
    cells = {
        (int(i), int(j)) for i, j in zip(*(seen.confidence >= _WORTH_NAMING).nonzero(), strict=True)
    }
    out: list[Link] = []
    for i, j in asking(sorted(cells | said.keys()), stop):
        by = said.get((i, j), By.FOUND)
        if by != By.FORBIDDEN:
            sure = round(float(seen.confidence[i, j]), 4) if by == By.FOUND else 1.0
            out.append(Link(left.ids[i], right.ids[j], sure, by))
    return tuple(out)
