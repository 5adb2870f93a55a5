"""Swapping the drafts mirrors the answer: the same side is always read first.

Sums of many numbers hang on their order in the last digit; so does what is best of two equals. The
draft with fewer words is read as the left one, and the answer turned round if it was the right.
"""

from collections.abc import Sequence

from writerdesk.compare.tellings.found import Found
from writerdesk.compare.tellings.readings import Reading
from writerdesk.compare.tellings.worded import Worded
from writerdesk.compare.values import Link, Name, Pin, Strand
from writerdesk.manuscript import Document


def is_right_first(readings: tuple[Reading, Reading]) -> bool:
    """Tell whether the right draft is the one to be read first: fewer words, then their order."""
    left, right = readings[0].said, readings[1].said
    if len(left.word) != len(right.word):
        return len(right.word) < len(left.word)
    return (_words(right), right.texts) < (_words(left), left.texts)


def turned(pins: Sequence[Pin]) -> tuple[Pin, ...]:
    """Return the writer's word as it stands when the drafts are swapped."""
    return tuple(Pin(pin.right, pin.left, pin.by) for pin in pins)


def mirrored(found: Found, left: Document) -> Found:
    """Turn round what was found; ``left`` is the draft whose order the ties are given in."""
    place = {id: number for number, id in enumerate(left.ids)}
    ties = (Link(link.right, link.left, link.confidence, link.by) for link in found.links)
    strands = (
        Strand(strand.right, strand.left, strand.kind, strand.confidence)
        for strand in found.strands
    )
    return Found(
        (found.contents[1], found.contents[0]),
        tuple(sorted(ties, key=lambda link: place[link.left])),
        tuple(
            sorted(strands, key=lambda strand: (place[strand.left.paragraph], strand.left.start))
        ),
        tuple(Name(name.right, name.left, name.places) for name in found.names),
        found.exact,
        (found.sizes[1], found.sizes[0]),
        {(right, left): odds for (left, right), odds in found.odds.items()},
        {(right, left): sure for (left, right), sure in found.denied.items()},
    )


def _words(said: Worded) -> list[str]:
    return [said.folded[word] for word in said.word.tolist()]
