"""Who is who: every paragraph and every record gets its id here, once.

A session that may write has a number of its own (its replica), so that ids given in two windows,
two copies or after a crash never meet. Randomness comes in through the door.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

from writerdesk.manuscript import Document, Origin, Paragraph, ParagraphId


class Identities:
    """Gives ids to paragraphs and records in one session."""

    def __init__(self, replica: int, new_id: Callable[[], str]) -> None:
        self._replica = replica
        self._counter = count(1)
        self._new_id = new_id

    @property
    def replica(self) -> int:
        """The number of this session."""
        return self._replica

    def record(self) -> str:
        """Return an id no record has."""
        return self._new_id()

    def paragraph(self) -> ParagraphId:
        """Return an id no paragraph has."""
        return ParagraphId(self._replica, next(self._counter))

    def newborn(self, paragraphs: Iterable[Paragraph]) -> tuple[tuple[ParagraphId, Paragraph], ...]:
        """Return the paragraphs, each with an id of its own."""
        return tuple((self.paragraph(), paragraph) for paragraph in paragraphs)

    def adopted(self, document: Document) -> Document:
        """Return a document that came from outside with ids that belong to this story."""
        return replace(
            document, ids=tuple(self.paragraph() for _ in document.ids), origins={}, aliases={}
        )

    def copied(self, document: Document, draft: str) -> Document:
        """Return a copy of a draft's text whose paragraphs remember where they came from."""
        ids = tuple(self.paragraph() for _ in document.ids)
        origins = {new: Origin(draft, "", old) for new, old in zip(ids, document.ids, strict=True)}
        return replace(document, ids=ids, origins=origins, aliases={})
