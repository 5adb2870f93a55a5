"""Search in the whole story: drafts, notes and sheets at once, current as the story changes."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from writerdesk.frozen import frozen
from writerdesk.insight.search import Hit, Index
from writerdesk.manuscript import Document, ParagraphId, Passage, Span
from writerdesk.story.items import Draft, Item
from writerdesk.story.note import Note
from writerdesk.story.sheet import Character
from writerdesk.story.story import Story

_NO_STORY = Story()
_QUOTE = '"'


class FoundIn(StrEnum):
    """What a find is in."""

    DRAFT = "draft"
    NOTE = "note"
    SHEET = "sheet"


@frozen
class Find:
    """A paragraph that was found: in what, and what it says.

    ``paragraph`` is its id in a draft or a note; ``said`` the key of what a sheet says. Where the
    words stand in it is found when it is asked for.
    """

    where: FoundIn
    item: str
    hit: Hit
    paragraph: ParagraphId | None = None
    said: str = ""

    @property
    def text(self) -> str:
        """What the paragraph says."""
        return self.hit.text

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where in the text the words stand."""
        return self.hit.spans

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The places in a draft; a note or a sheet has none."""
        if self.where != FoundIn.DRAFT or self.paragraph is None:
            return ()
        return tuple(Passage(self.item, (self.paragraph,), *span) for span in self.spans)


@frozen
class Finds:
    """What was found, drafts first and each from its beginning; ``left_out`` counts the rest."""

    finds: tuple[Find, ...]
    left_out: int = 0
    nearest: str = ""


@frozen
class Line:
    """One place in a draft, and what its paragraph says before and after."""

    passage: Passage
    before: str
    words: str
    after: str


@frozen
class Concordance:
    """Some words in every draft; not ``exact`` if there were more places than asked for."""

    lines: tuple[Line, ...]
    exact: bool = True


class StorySearch:
    """Finds words in a story; tell it the story as it stands, then ask."""

    def __init__(self) -> None:
        self._index = Index()
        self._story = _NO_STORY

    def update(self, story: Story) -> None:
        """Search in this story from now on; only what changed since the last one is read."""
        before, self._story = self._story, story
        for id in story.items.differing(before.items):
            self._index.update(id, _told(story.items.get(id)))
        self._index.know_words()

    def find(self, wanted: str, most: int = 50) -> Finds:
        """Return where all the words stand together; if nowhere, the nearest word that is there."""
        hits = self._index.find(wanted, most)
        found = [self._find(hit) for hit in hits.hits]
        nearest = "" if found else self._index.nearest(wanted)
        return Finds(tuple(sorted(found, key=self._rank)), hits.left_out, nearest)

    def concordance(self, said: str, most: int = 1000) -> Concordance:
        """Return every place in the drafts that has these words in a row, with what is around."""
        hits = self._index.find(f'"{said.replace(_QUOTE, " ")}"', most)
        found = sorted(map(self._find, hits.hits), key=self._rank)
        lines = tuple(
            Line(one.passages[number], one.text[:start], one.text[start:end], one.text[end:])
            for one in found
            if one.where == FoundIn.DRAFT
            for number, (start, end) in enumerate(one.spans)
        )
        return Concordance(lines, exact=not hits.left_out)

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def _find(self, hit: Hit) -> Find:
        id, name = hit.key
        item = self._story.items[id]
        if isinstance(item, Draft):
            return Find(FoundIn.DRAFT, id, hit, _paragraph(name))
        if isinstance(item, Note):
            return Find(FoundIn.NOTE, id, hit, _paragraph(name))
        return Find(FoundIn.SHEET, id, hit, said=name)

    def _rank(self, find: Find) -> tuple[int, int, int, str]:
        item = self._story.items[find.item]
        if not isinstance(item, Draft):
            return 1, 0, 0, find.item
        place = item.text.place_of(find.paragraph) if find.paragraph else 0
        return 0, item.place, place or 0, find.item


def _told(item: Item | None) -> Iterator[tuple[str, str]]:
    """Give the paragraphs of an item by name; nothing of what was deleted."""
    if item is None or getattr(item, "deleted", False):
        return
    if isinstance(item, Draft | Note):
        yield from _paragraphs(item.text)
    elif isinstance(item, Character):
        yield from _said(item)


def _paragraphs(text: Document) -> Iterable[tuple[str, str]]:
    return ((f"{id.replica}.{id.counter}", paragraph.text) for id, paragraph in text)


def _paragraph(name: str) -> ParagraphId:
    replica, _, counter = name.partition(".")
    return ParagraphId(int(replica), int(counter))


def _said(sheet: Character) -> Iterator[tuple[str, str]]:
    for key, value in sheet.said.items():
        match value:
            case str():
                yield key, value
            case tuple():
                yield key, "; ".join(part for part in value if isinstance(part, str))
            case Document():
                yield key, "\n".join(paragraph.text for paragraph in value.paragraphs)
            case _:
                pass
