"""Taking a passage of one draft into another, in place of what stands there or beside it.

What is taken gets ids of its own that remember where it came from. What it replaces lives on in the
history; notes and ties that held on to it follow to what stands there now.
"""

from dataclasses import dataclass, replace

from writerdesk.manuscript import (
    Document,
    Item,
    Origin,
    Paragraph,
    ParagraphId,
    Passage,
    cut,
    paragraphs_of,
)
from writerdesk.story.identities import Identities
from writerdesk.story.story import Story


@dataclass(frozen=True, slots=True)
class Take:
    """A passage and where it goes: after a paragraph of the target (None is first).

    ``instead`` are the target's paragraphs it replaces; an empty passage takes those out.
    """

    passage: Passage
    target: str
    after: ParagraphId | None
    instead: tuple[ParagraphId, ...] = ()


def take(story: Story, what: Take, identities: Identities) -> Story:
    """Return the story with a passage taken into another draft."""
    draft = story.draft(what.target)
    source = story.draft(what.passage.draft).text
    items, origins = _newborn(what.passage, source, identities)
    text = _without(draft.text, what.instead, items)
    at = _place_after(text, draft.text, what)
    return story.put(replace(draft, text=text.splice(at, at, items, origins=origins)))


def _newborn(
    passage: Passage, source: Document, identities: Identities
) -> tuple[tuple[Item, ...], dict[ParagraphId, Origin]]:
    numbers = paragraphs_of(passage, source)
    items = identities.newborn(_paragraphs(passage, source))
    origins = {
        id: Origin(passage.draft, "", source.ids[number])
        for (id, _), number in zip(items, numbers, strict=True)
    }
    return items, origins


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


def _place_after(text: Document, before: Document, what: Take) -> int:
    """Return where in ``text`` the passage goes: where what it replaces stood, or after."""
    first = next((id for id in before.ids if id in what.instead), None)
    if first is not None:
        return before.ids.index(first)
    place = None if what.after is None else text.place_of(what.after)
    return 0 if place is None else place + 1
