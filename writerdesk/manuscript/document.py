"""What a draft IS: paragraphs in order, each with an id that outlives every edit.

An id is not the content: it is given once, when a paragraph is born, and stays with it through
typing, reloading and undo, so that notes, ties and origins can hold on to it. Unchanged paragraphs
are the same objects before and after an edit: whoever compares two documents may skip by identity.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import repeat
from types import MappingProxyType
from typing import NamedTuple, TypeAlias, cast

from writerdesk.frozen import frozen
from writerdesk.garbage import nothing_collected
from writerdesk.manuscript.paragraph import Paragraph, plain_paragraphs


class ParagraphId(NamedTuple):
    """Who a paragraph is: the session it was born in and its number there."""

    replica: int
    counter: int


def paragraph_ids(pairs: Iterable[tuple[int, int]]) -> Iterator[ParagraphId]:
    """Make ids of replicas and counters, a thousand in half the time of one by one."""
    return map(_new_id, repeat(ParagraphId), pairs)


_new_id = cast(
    "Callable[[type[ParagraphId], tuple[int, int]], ParagraphId]",
    tuple.__new__,  # pyright: ignore[reportUnknownMemberType]
)


class Origin(NamedTuple):
    """Where a paragraph came from: a draft, one of its revisions, and the paragraph there.

    ``revision`` is empty for the text as it stood when the paragraph was born.
    """

    draft: str
    revision: str
    paragraph: ParagraphId


Item: TypeAlias = tuple[ParagraphId, Paragraph]

_NOTHING: Mapping[ParagraphId, object] = MappingProxyType({})


@frozen(eq=False)
class Document:
    """A draft's text as a frozen value.

    ``origins`` says where paragraphs were born from, ``aliases`` which paragraph took in one that
    was joined to it, so that anchors follow. Two documents are equal only if they are one object;
    `says_the_same` compares what they say.
    """

    ids: tuple[ParagraphId, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    language: str = ""
    title: str = ""
    author: str = ""
    origins: Mapping[ParagraphId, Origin] = field(
        default_factory=lambda: cast("Mapping[ParagraphId, Origin]", _NOTHING)
    )
    aliases: Mapping[ParagraphId, ParagraphId] = field(
        default_factory=lambda: cast("Mapping[ParagraphId, ParagraphId]", _NOTHING)
    )
    _places: dict[ParagraphId, int] = field(
        default_factory=dict[ParagraphId, int], init=False, repr=False
    )

    def __post_init__(self) -> None:
        if len(self.ids) != len(self.paragraphs):
            raise ValueError("as many ids as paragraphs")

    @classmethod
    @nothing_collected()
    def from_paragraphs(cls, texts: Iterable[str]) -> "Document":
        """Make a document of literal texts, one paragraph each, numbered from 0."""
        paragraphs = plain_paragraphs(tuple(texts))
        numbers = zip(repeat(0), range(len(paragraphs)), strict=False)
        return cls(tuple(paragraph_ids(numbers)), paragraphs)

    @classmethod
    def from_items(cls, items: Iterable[Item]) -> "Document":
        """Make a document of paragraphs that already have their ids."""
        pairs = tuple(items)
        return cls(tuple(id for id, _ in pairs), tuple(paragraph for _, paragraph in pairs))

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Item]:
        return zip(self.ids, self.paragraphs, strict=True)

    def __contains__(self, paragraph: ParagraphId) -> bool:
        return paragraph in self._index()

    def place_of(self, paragraph: ParagraphId) -> int | None:
        """Return the number of a paragraph, also of one that was joined to another since."""
        places = self._index()
        followed: set[ParagraphId] = set()
        while paragraph not in places:
            if paragraph in followed or paragraph not in self.aliases:
                return None
            followed.add(paragraph)
            paragraph = self.aliases[paragraph]
        return places[paragraph]

    def splice(
        self,
        start: int,
        end: int,
        items: Sequence[Item],
        *,
        origins: Mapping[ParagraphId, Origin] | None = None,
        aliases: Mapping[ParagraphId, ParagraphId] | None = None,
    ) -> "Document":
        """Return this document with the paragraphs from ``start`` to ``end`` replaced.

        ``origins`` and ``aliases`` are those that the edit adds.
        """
        return replace(
            self,
            ids=(*self.ids[:start], *(id for id, _ in items), *self.ids[end:]),
            paragraphs=(
                *self.paragraphs[:start],
                *(paragraph for _, paragraph in items),
                *self.paragraphs[end:],
            ),
            origins={**self.origins, **origins} if origins else self.origins,
            aliases={**self.aliases, **aliases} if aliases else self.aliases,
        )

    def says_the_same(self, other: "Document") -> bool:
        """Tell whether both have the same paragraphs and metadata, whatever their ids."""
        return self.paragraphs == other.paragraphs and self._details() == other._details()

    def is_identical(self, other: "Document") -> bool:
        """Tell whether nothing at all differs: paragraphs, metadata, ids, origins, aliases."""
        return (
            self.ids == other.ids
            and self.says_the_same(other)
            and dict(self.origins) == dict(other.origins)
            and dict(self.aliases) == dict(other.aliases)
        )

    def _details(self) -> tuple[str, str, str]:
        return self.language, self.title, self.author

    def _index(self) -> Mapping[ParagraphId, int]:
        # Remembered because a document never changes; built only when somebody asks for a place.
        if len(self._places) != len(self.ids):
            self._places.update({id: place for place, id in enumerate(self.ids)})
        return self._places
