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
from writerdesk.manuscript import Document, Item, Mark, Paragraph, ParagraphId, Span
from writerdesk.story.characters import characters
from writerdesk.story.sheet import WHOLE_STORY
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
        words = [_Word(match.start(), match.end(), whose[match[0]].instead) for match in found]
        told.append((id, _with_words(paragraph, words) if words else paragraph))
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


class _Word(NamedTuple):
    """What stands from ``start`` to ``end`` becomes another word."""

    start: int
    end: int
    instead: str


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    # The longest first, so that "Emil Harrow" is not renamed as Emil.
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _with_words(paragraph: Paragraph, words: Sequence[_Word]) -> Paragraph:
    text = list[str]()
    at = 0
    for word in words:
        text += [paragraph.text[at : word.start], word.instead]
        at = word.end
    text.append(paragraph.text[at:])
    marks = tuple(
        Mark(_moved(mark.start, words), _moved(mark.end, words), mark.name, mark.value)
        for mark in paragraph.marks
    )
    return replace(paragraph, text="".join(text), marks=marks)


def _moved(place: int, words: Sequence[_Word]) -> int:
    """Return where a mark's edge goes; one inside a name goes to the new name's end."""
    moved = place
    for word in words:
        if place <= word.start:
            break
        moved += len(word.instead) - (min(place, word.end) - word.start)
    return moved


def _places(words: Sequence[_Word]) -> Iterable[Span]:
    grown = 0
    for word in words:
        start = word.start + grown
        yield start, start + len(word.instead)
        grown += len(word.instead) - (word.end - word.start)
