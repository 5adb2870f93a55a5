"""Where in a draft something is: a place, a passage, and a passage with the words it stood on."""

from collections.abc import Sequence
from typing import NamedTuple

from writerdesk.frozen import frozen
from writerdesk.manuscript.document import Document, ParagraphId


class Place(NamedTuple):
    """A point in a draft: a paragraph and an offset in it, in code points."""

    paragraph: ParagraphId
    offset: int


@frozen
class Passage:
    """A run of paragraphs of one draft, narrowed if need be inside the first and the last.

    ``end`` is an offset in the last paragraph; None means all of it.
    """

    draft: str
    paragraphs: tuple[ParagraphId, ...]
    start: int = 0
    end: int | None = None


@frozen
class Anchor:
    """A passage and the words it stood on, so that an orphan can be shown and found again.

    ``before`` and ``after`` are a little of what was around the words of a narrowed passage.
    """

    passage: Passage
    words: str
    before: str = ""
    after: str = ""


def whole_passage(draft: str, document: Document, start: int, end: int) -> Passage:
    """Return the passage of the paragraphs numbered from ``start`` to ``end`` (half-open)."""
    return Passage(draft, document.ids[start:end])


def paragraphs_of(passage: Passage, document: Document) -> tuple[int, ...]:
    """Return the numbers of the paragraphs a passage stands on now, in order; empty if orphaned."""
    found = {document.place_of(paragraph) for paragraph in passage.paragraphs}
    return tuple(sorted(place for place in found if place is not None))


def words_of(passage: Passage, document: Document) -> str:
    """Return the text a passage stands on now, paragraphs parted by a newline."""
    numbers = paragraphs_of(passage, document)
    texts = [document.paragraphs[number].text for number in numbers]
    return "\n".join(_narrowed(texts, passage.start, passage.end))


def _narrowed(texts: Sequence[str], start: int, end: int | None) -> list[str]:
    cut = list(texts)
    if cut and end is not None:
        cut[-1] = cut[-1][:end]
    if cut:
        cut[0] = cut[0][start:]
    return cut
