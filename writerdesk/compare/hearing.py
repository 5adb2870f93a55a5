"""What witnesses say of two drafts, by numbers, and the links they vouch for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from writerdesk.compare.tellings.sureness import Bonded, Heard
from writerdesk.compare.values import Asked, Bond, By, Link
from writerdesk.manuscript import Document

Cells: TypeAlias = Mapping[tuple[int, int], float]


def heard_of(asked: Asked) -> tuple[Heard, ...]:
    """Return what the witnesses say, by the numbers of paragraphs as they stand now."""
    return tuple(
        Heard(tuple(_bonded(witness.left, asked.left)), tuple(_bonded(witness.right, asked.right)))
        for witness in asked.witnesses
    )


def _bonded(bonds: Iterable[Bond], document: Document) -> Iterable[Bonded]:
    """Give ties by number; an edit may have taken away some of what they tied."""
    for bond in bonds:
        places = [place for id in bond.ours if (place := document.place_of(id)) is not None]
        if places:
            yield Bonded((min(places), max(places) + 1), bond.theirs, bond.sure)


def with_vouched(links: Sequence[Link], vouched: Cells, asked: Asked) -> tuple[Link, ...]:
    """Return the links with what witnesses vouch for, which no weaker link of its own outweighs."""
    if not vouched:
        return tuple(links)
    left, right = asked.left, asked.right
    found = {(link.left, link.right): link for link in links}
    for (i, j), sure in vouched.items():
        two = left.ids[i], right.ids[j]
        own = found.get(two)
        if own is None or (own.by is By.FOUND and own.confidence < sure):
            found[two] = Link(*two, round(sure, 4))
    return tuple(sorted(found.values(), key=lambda link: _places(link, left, right)))


def _places(link: Link, left: Document, right: Document) -> tuple[int, int]:
    return left.place_of(link.left) or 0, right.place_of(link.right) or 0
