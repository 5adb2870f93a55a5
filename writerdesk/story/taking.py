"""Taking a passage of one draft into another, in place of what stands there or beside it.

Where it goes is told by what stands before it, the nearest first, so that passages taken one after
the other come to stand in order whichever is taken first.

What is taken gets ids of its own that remember where it came from. What it replaces lives on in the
history; notes and ties that held on to it follow to what stands there now.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from writerdesk.frozen import frozen
from writerdesk.manuscript import (
    Document,
    Item,
    Mark,
    Origin,
    Paragraph,
    ParagraphId,
    Passage,
    cut,
    normal_marks,
    paragraphs_of,
    words_of,
)
from writerdesk.story.drafting import add_draft
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft
from writerdesk.story.names import Renaming, renamed, renamed_paragraphs, renamings
from writerdesk.story.story import Story


@frozen
class Source:
    """A text that passages are taken from: a draft as it stands, an earlier version, or a file.

    ``revision`` names the version; a file has no draft, so what comes from it has no origin.
    """

    text: Document
    draft: str = ""
    revision: str = ""


@frozen
class Take:
    """A passage and where it goes: after the first of some that is in the target, else first.

    A paragraph of the target is told by its id, one that was taken into it by where it came from.
    ``instead`` are the target's paragraphs it replaces, wherever they are; an empty passage takes
    those out. ``within`` are characters of one paragraph of the target that its words stand for.
    """

    passage: Passage
    target: str
    after: tuple[ParagraphId | Origin, ...] = ()
    instead: tuple[ParagraphId, ...] = ()
    within: Passage | None = None


Answer: TypeAlias = tuple[Sequence[ParagraphId], Sequence[ParagraphId]]
"""Paragraphs of a source, and those of a target that tell the same, in the order of both."""


def take(
    story: Story, what: Take, identities: Identities, *, source: Source | None = None
) -> Story:
    """Return the story with a passage taken into another draft.

    ``source`` is the text it is taken from, where that is not its draft as it stands. Whoever has
    another name in the target arrives with that: `names_brought` tells who.
    """
    draft = story.draft(what.target)
    source = source or draft_source(story, what.passage.draft)
    names = renamings(story, source.draft, what.target) if source.draft else ()
    if what.within is not None:
        parts = renamed_paragraphs(_paragraphs(what.passage, source.text), names)
        return story.put(replace(draft, text=_with_words(draft.text, what.within, parts)))
    items, origins = _newborn(what.passage, source, identities, names)
    text = _without(draft.text, what.instead, items)
    at = _place_after(text, what.after)
    return story.put(replace(draft, text=text.splice(at, at, items, origins=origins)))


def names_brought(story: Story, what: Take, source: Source) -> Mapping[Renaming, int]:
    """Return who arrives with another name than in the text a passage is taken from."""
    names = renamings(story, source.draft, what.target) if source.draft else ()
    passage = _paragraphs(what.passage, source.text)
    return renamed(((ParagraphId(0, n), one) for n, one in enumerate(passage)), names).counts


def draft_source(story: Story, draft: str) -> Source:
    """Return a draft as it stands, to take from."""
    return Source(story.draft(draft).text, draft)


# So many words name a passage in a menu; it has room for one short line.
_NAMED_BY = 5


def called(passage: Passage, text: Document) -> str:
    """Return the words a passage begins with, as the name of what is done with it."""
    return " ".join(words_of(passage, text).split()[:_NAMED_BY]).rstrip(".,;:–—")


def take_into_new(story: Story, passage: Passage, source: Source, identities: Identities) -> Story:
    """Return the story with a new draft that begins with a passage."""
    names = renamings(story, source.draft) if source.draft else ()
    items, origins = _newborn(passage, source, identities, names)
    text = replace(Document.from_items(items), origins=origins, language=source.text.language)
    origin = ("taken", passage.draft) if passage.draft else ()
    return add_draft(story, Draft(identities.record(), text=text, origin=origin))


def take_everything(
    story: Story,
    source: Source,
    target: str,
    answers: Iterable[Answer],
    identities: Identities,
) -> Story:
    """Return the story in which a draft says exactly what ``source`` says.

    Paragraphs that said it already stay who they are; who held on to another holds on to what
    answers it.
    """
    draft = story.draft(target)
    found = [(tuple(one), tuple(other)) for one, other in answers]
    kept = _kept(source.text, draft.text, found)
    born = [id for id in source.text.ids if id not in kept]
    items, origins = _newborn(Passage(source.draft, tuple(born)), source, identities)
    made = dict(zip(born, items, strict=True))
    whole = [
        (kept[id], draft.text.paragraphs[_place(draft.text, kept[id])]) if id in kept else made[id]
        for id in source.text.ids
    ]
    now = dict(zip(source.text.ids, (id for id, _ in whole), strict=True))
    staying = set(kept.values())
    aliases = {
        there: now[one[0]] for one, other in found for there in other if there not in staying
    }
    text = draft.text.splice(0, len(draft.text), whole, origins=origins, aliases=aliases)
    return story.put(replace(draft, text=text))


def _newborn(
    passage: Passage, source: Source, identities: Identities, names: Sequence[Renaming] = ()
) -> tuple[tuple[Item, ...], dict[ParagraphId, Origin]]:
    numbers = paragraphs_of(passage, source.text)
    items = identities.newborn(renamed_paragraphs(_paragraphs(passage, source.text), names))
    origins = {
        id: Origin(source.draft, source.revision, source.text.ids[number])
        for (id, _), number in zip(items, numbers, strict=True)
        if source.draft
    }
    return items, origins


def _kept(
    source: Document, target: Document, answers: Iterable[Answer]
) -> dict[ParagraphId, ParagraphId]:
    """Return which paragraphs of the target already say, in order, what the source says."""
    kept: dict[ParagraphId, ParagraphId] = {}
    last = -1
    alike = [pair for pair in answers if len(pair[0]) == len(pair[1]) == 1]
    for (one,), (other,) in sorted(alike, key=lambda pair: _place(source, pair[0][0])):
        place = _place(target, other)
        if place > last and target.paragraphs[place] == source.paragraphs[_place(source, one)]:
            kept[one], last = other, place
    return kept


def _place(text: Document, id: ParagraphId) -> int:
    place = text.place_of(id)
    assert place is not None
    return place


def _with_words(text: Document, within: Passage, words: Iterable[Paragraph]) -> Document:
    """Return ``text`` with some characters of a paragraph replaced by ``words``."""
    numbers = paragraphs_of(within, text)
    if len(numbers) != 1:
        return text
    old = text.paragraphs[numbers[0]]
    end = len(old.text) if within.end is None else within.end
    parts = (
        cut(old, 0, within.start),
        *words,
        cut(old, end, len(old.text)),
    )
    whole = "".join(part.text for part in parts)
    made = replace(old, text=whole, marks=normal_marks(_marks(parts), len(whole)))
    return text.splice(numbers[0], numbers[0] + 1, [(text.ids[numbers[0]], made)])


def _marks(parts: Iterable[Paragraph]) -> Iterable[Mark]:
    """Return the marks of paragraphs that are put together, where they stand then."""
    at = 0
    for part in parts:
        yield from (m._replace(start=m.start + at, end=m.end + at) for m in part.marks)
        at += len(part.text)


def _paragraphs(passage: Passage, source: Document) -> list[Paragraph]:
    """Return a passage's paragraphs, the outer ones cut if it is narrower than they are."""
    found = [source.paragraphs[number] for number in paragraphs_of(passage, source)]
    if found and passage.end is not None:
        found[-1] = cut(found[-1], 0, passage.end)
    if found and passage.start:
        found[0] = cut(found[0], passage.start, len(found[0].text))
    return found


def _without(text: Document, instead: tuple[ParagraphId, ...], items: tuple[Item, ...]) -> Document:
    """Return ``text`` without what is replaced; who held on to that holds on to the first item."""
    places = sorted(text.ids.index(id) for id in instead if id in text)
    aliases = {text.ids[place]: items[0][0] for place in places} if items else {}
    for place in reversed(places):
        text = text.splice(place, place + 1, ())
    return replace(text, aliases={**text.aliases, **aliases}) if aliases else text


def _place_after(text: Document, some: Iterable[ParagraphId | Origin]) -> int:
    """Return the place behind the first of some paragraphs that is there.

    One that was replaced is not there, wherever what came for it stands now.
    """
    there: dict[ParagraphId | Origin, int] = {id: place for place, id in enumerate(text.ids)}
    there |= {text.origins[id]: place for place, id in enumerate(text.ids) if id in text.origins}
    return next((there[one] + 1 for one in some if one in there), 0)
