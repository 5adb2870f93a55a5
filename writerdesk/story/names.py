"""One person, other names: passages that are taken from a draft arrive with the story's names.

Whole words with their capitals are renamed, a possessive's ending stays; the draft they came from
never changes. Facts that differ are no names and are left alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Item, Paragraph, ParagraphId, Span
from writerdesk.manuscript.exchanging import Exchanged, with_words
from writerdesk.story.around import after_told, before_told
from writerdesk.story.characters import characters
from writerdesk.story.sheet import NAME, WHOLE_STORY
from writerdesk.story.story import Story


class Renaming(NamedTuple):
    """What somebody is called in one draft, and in the story."""

    said: str
    instead: str


@frozen
class Renamed:
    """Paragraphs with names of the story, where these stand, and how often each was put in."""

    items: tuple[Item, ...]
    places: Mapping[ParagraphId, tuple[Span, ...]]
    counts: Mapping[Renaming, int]


def renamings(story: Story, draft: str, into: str = WHOLE_STORY) -> tuple[Renaming, ...]:
    """Return who has another name in a draft than in the story, or than in another draft."""
    found = (Renaming(one.name_in(draft), one.name_in(into)) for one in characters(story))
    return tuple(one for one in found if one.said and one.instead and one.said != one.instead)


def renamed(items: Iterable[Item], wanted: Sequence[Renaming]) -> Renamed:
    """Return paragraphs in which everybody has the story's name."""
    whose = {one.said: one for one in reversed(wanted)}
    pattern = _pattern(whose)
    told: list[Item] = []
    places: dict[ParagraphId, tuple[Span, ...]] = {}
    counts: Counter[Renaming] = Counter()
    for id, paragraph in items:
        found = list(pattern.finditer(paragraph.text)) if whose else []
        counts.update(whose[match[0]] for match in found)
        words = [Exchanged(match.start(), match.end(), whose[match[0]].instead) for match in found]
        told.append((id, with_words(paragraph, words) if words else paragraph))
        if words:
            places[id] = tuple(_places(words))
    return Renamed(tuple(told), places, counts)


def renamed_paragraphs(
    paragraphs: Iterable[Paragraph], wanted: Sequence[Renaming]
) -> list[Paragraph]:
    """Return paragraphs without ids in which everybody has the other name."""
    told = renamed(((ParagraphId(0, n), one) for n, one in enumerate(paragraphs)), wanted)
    return [paragraph for _, paragraph in told.items]


def renamed_document(document: Document, wanted: Sequence[Renaming]) -> Document:
    """Return a whole draft in which everybody has the story's name; the others stay as they are."""
    told = renamed(document, wanted)
    return document.splice(0, len(document), told.items) if told.places else document


@frozen
class NamePlace:
    """Where a draft has somebody under another name than the story's, and what is around it."""

    renaming: Renaming
    paragraph: ParagraphId
    start: int
    before: str
    after: str


def name_places(story: Story, draft: str) -> tuple[NamePlace, ...]:
    """Return every place of a draft with a name that is another in the story."""
    whose = {one.said: one for one in reversed(renamings(story, draft))}
    if not whose:
        return ()
    pattern = _pattern(whose)
    return tuple(
        NamePlace(
            whose[match[0]],
            id,
            match.start(),
            before_told(paragraph.text, match.start()),
            after_told(paragraph.text, match.end()),
        )
        for id, paragraph in story.draft(draft).text
        for match in pattern.finditer(paragraph.text)
    )


def with_names_of_story(story: Story, draft: str, chosen: Iterable[NamePlace]) -> Story:
    """Return the story with its own names at some places of a draft.

    Somebody whose every place is chosen has the story's name in that draft from then on.
    """
    wanted = sorted(chosen, key=lambda one: one.start)
    by_paragraph: dict[ParagraphId, list[Exchanged]] = {}
    for one in wanted:
        said, instead = one.renaming
        word = Exchanged(one.start, one.start + len(said), instead)
        by_paragraph.setdefault(one.paragraph, []).append(word)
    before = story.draft(draft)
    text = before.text
    for id, words in by_paragraph.items():
        number = text.place_of(id)
        if number is not None:
            told = (id, with_words(text.paragraphs[number], words))
            text = text.splice(number, number + 1, [told])
    left = {one.renaming for one in set(name_places(story, draft)) - set(wanted)}
    healed = {one.renaming for one in wanted} - left
    sheets = [
        one.saying(NAME + draft, None)
        for one in characters(story)
        if Renaming(one.own_name_in(draft), one.name) in healed
    ]
    return story.put(replace(before, text=text), *sheets)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    # The longest first, so that "Emil Harrow" is not renamed as Emil.
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _places(words: Sequence[Exchanged]) -> Iterable[Span]:
    grown = 0
    for word in words:
        start = word.start + grown
        yield start, start + len(word.instead)
        grown += len(word.instead) - (word.end - word.start)
