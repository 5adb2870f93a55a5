"""Swapping the drafts mirrors the answer: the same side is always read first.

Sums of many numbers hang on their order in the last digit; so does what is best of two equals. The
draft with fewer words is read as the left one, and the answer turned round if it was the right.
"""

from writerdesk.compare.tellings.found import Found
from writerdesk.compare.values import Link, Name, Strand
from writerdesk.manuscript import Document
from writerdesk.manuscript.tokens import count_words


def with_smaller_first(left: Document, right: Document) -> tuple[tuple[Document, Document], bool]:
    """Return both drafts in the order in which they are read, and whether they were swapped."""
    is_swapped = _key(right) < _key(left)
    return ((right, left) if is_swapped else (left, right)), is_swapped


def mirrored(found: Found, left: Document) -> Found:
    """Turn round what was found; ``left`` is the draft whose order the ties are given in."""
    place = {id: number for number, id in enumerate(left.ids)}
    ties = (Link(link.right, link.left, link.confidence, link.by) for link in found.links)
    strands = (
        Strand(strand.right, strand.left, strand.kind, strand.confidence)
        for strand in found.strands
    )
    return Found(
        tuple(sorted(ties, key=lambda link: place[link.left])),
        tuple(
            sorted(strands, key=lambda strand: (place[strand.left.paragraph], strand.left.start))
        ),
        tuple(Name(name.right, name.left, name.places) for name in found.names),
        found.exact,
    )


def _key(document: Document) -> tuple[int, tuple[str, ...]]:
    texts = tuple(paragraph.text for paragraph in document.paragraphs)
    return sum(count_words(text) for text in texts), texts
