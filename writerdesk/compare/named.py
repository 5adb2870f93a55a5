"""Which people of two drafts are one, read off the pairs that are sure: no names without them.

Names are matched by where the score sees passages answer each other, and it always sees something:
between texts that have nothing to do with each other every other one had somebody who was somebody.
A name that both drafts know is nobody else's.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from writerdesk.compare.tellings.cast import NARRATOR
from writerdesk.compare.values import Name, Pair
from writerdesk.manuscript import Document, ParagraphId

# How sure a pair must be to tell who is who, and how many of the pairs that name one must name the
# other, for the one named more and the one named less. Read one by one over all tales: of 37 people
# matched without this 15 were right, half of them in texts of two stories.
_SURE, _HALF, _MOST = 0.6, 0.5, 0.67
# One of those pairs is at least this sure: seven of eight people of two stories were named together
# at .60 to .70 only, and of those of one story one that was right (14 others, 13 of them right).
_SUREST = 0.75

_Says: TypeAlias = Callable[[Iterable[ParagraphId]], bool]


def told_of(
    names: Sequence[Name], pairs: Sequence[Pair], documents: tuple[Document, Document]
) -> tuple[Name, ...]:
    """Return those who are named together in sure pairs, and seldom without each other."""
    sure = [pair for pair in pairs if pair.confidence >= _SURE] if names else []
    return tuple(
        name
        for name in names
        if _are_one(name, sure, documents) and not _is_known_there(name, documents)
    )


def _are_one(name: Name, pairs: Sequence[Pair], documents: tuple[Document, Document]) -> bool:
    ours, theirs = _says(name.left, documents[0]), _says(name.right, documents[1])
    here = [ours(pair.left) for pair in pairs]
    there = [theirs(pair.right) for pair in pairs]
    together = [one and other for one, other in zip(here, there, strict=True)]
    both = sum(together)
    surest = max(
        (pair.confidence for pair, both_named in zip(pairs, together, strict=True) if both_named),
        default=0,
    )
    # Whoever tells a draft is in all of it: he says nothing about who is meant.
    named = [sum(side) for side, who in ((here, name.left), (there, name.right)) if who != NARRATOR]
    is_often = both >= _HALF * max(named) and both >= _MOST * min(named)
    return is_often and surest >= _SUREST


def _says(name: str, document: Document) -> _Says:
    """Return what tells whether passages name somebody; the narrator is in every passage."""
    if name == NARRATOR:
        return lambda _ids: True
    word = re.compile(rf"\b{re.escape(name)}\b")

    def says(ids: Iterable[ParagraphId]) -> bool:
        places = (document.place_of(id) for id in ids)
        return any(
            word.search(document.paragraphs[place].text) for place in places if place is not None
        )

    return says


def _is_known_there(name: Name, documents: tuple[Document, Document]) -> bool:
    """Tell whether one draft knows by name whom only the other is said to call so.

    Of one person, first and last name stand side by side somewhere.
    """
    if NARRATOR in (name.left, name.right):
        return False
    left, right = documents
    if not (_is_named(name.left, right) or _is_named(name.right, left)):
        return False
    one, other = re.escape(name.left), re.escape(name.right)
    beside = re.compile(rf"\b{one} {other}\b|\b{other} {one}\b")
    return not any(beside.search(some.text) for side in documents for some in side.paragraphs)


def _is_named(name: str, document: Document) -> bool:
    """Tell whether a draft has this name where no sentence begins."""
    inside = re.compile(rf"\w {re.escape(name)}\b")
    texts = (paragraph.text for paragraph in document.paragraphs)
    return any(name in text and inside.search(text) for text in texts)
