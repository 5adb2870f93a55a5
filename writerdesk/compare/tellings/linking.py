"""From two documents to what is found between them."""

from collections.abc import Sequence

from writerdesk.compare.tellings.answers import strands
from writerdesk.compare.tellings.cast import matched, people, renamed
from writerdesk.compare.tellings.found import Found
from writerdesk.compare.tellings.mirror import mirrored, with_smaller_first
from writerdesk.compare.tellings.pinned import cells_of
from writerdesk.compare.tellings.readings import Reading, read
from writerdesk.compare.tellings.score import Said, Scored, score
from writerdesk.compare.tellings.weights import learned
from writerdesk.compare.values import By, Link, Pin, Settings, StopAsked
from writerdesk.manuscript import Document

# Ties that are less sure than this say nothing; two novels would have millions of them.
_WORTH_NAMING = 0.05


def found_between(
    documents: tuple[Document, Document], settings: Settings, pins: Sequence[Pin], stop: StopAsked
) -> Found:
    """Find what two drafts share; swapping them mirrors the answer."""
    left, right = documents
    in_order, is_swapped = with_smaller_first(left, right)
    turned = tuple(Pin(pin.right, pin.left, pin.by) for pin in pins) if is_swapped else tuple(pins)
    found = _found(in_order, settings, turned, stop)
    return mirrored(found, left) if is_swapped else found


def scored(
    documents: tuple[Document, Document], pins: Sequence[Pin], stop: StopAsked
) -> tuple[Scored, tuple[Reading, Reading]]:
    """Return what the score says of two drafts, and what it read in them."""
    weights = learned()
    readings = tuple(read(document, weights.together, stop) for document in documents)
    cells = cells_of(pins, documents)
    tied = [cell for cell, by in cells.items() if by != By.FORBIDDEN]
    not_tied = [cell for cell, by in cells.items() if by == By.FORBIDDEN]
    both = (readings[0], readings[1])
    return score(both, weights, Said(tuple(tied), tuple(not_tied)), stop), both


def _found(
    documents: tuple[Document, Document], settings: Settings, pins: Sequence[Pin], stop: StopAsked
) -> Found:
    left, right = documents
    if not any(paragraph.text for paragraph in left.paragraphs):
        return Found()
    if not any(paragraph.text for paragraph in right.paragraphs):
        return Found()
    seen, _ = scored(documents, pins, stop)
    ties = _links(seen, documents, cells_of(pins, documents))
    worth_reading = [link for link in ties if link.confidence >= settings.least_confidence]
    cast = matched(people(left), people(right), seen.confidence)
    return Found(ties, strands(documents, worth_reading, stop), renamed(cast))


def _links(
    seen: Scored, documents: tuple[Document, Document], said: dict[tuple[int, int], By]
) -> tuple[Link, ...]:
    left, right = documents
    cells = {
        (int(i), int(j)) for i, j in zip(*(seen.confidence >= _WORTH_NAMING).nonzero(), strict=True)
    }
    out: list[Link] = []
    for i, j in sorted(cells | said.keys()):
        by = said.get((i, j), By.FOUND)
        if by != By.FORBIDDEN:
            sure = round(float(seen.confidence[i, j]), 4) if by == By.FOUND else 1.0
            out.append(Link(left.ids[i], right.ids[j], sure, by))
    return tuple(out)
