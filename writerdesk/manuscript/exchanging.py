"""Puts other words in the place of some, while marks stay on the words they were on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from writerdesk.manuscript.paragraph import Mark, Paragraph


class Exchanged(NamedTuple):
    """What stands from ``start`` to ``end`` becomes other words."""

    start: int
    end: int
    instead: str


def with_words(paragraph: Paragraph, words: Sequence[Exchanged]) -> Paragraph:
    """Return a paragraph with other words at some places, which are in order and apart."""
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
    return replace(
        paragraph, text="".join(text), marks=tuple(mark for mark in marks if mark.start < mark.end)
    )


def _moved(place: int, words: Sequence[Exchanged]) -> int:
    """Return where a mark's edge goes; one inside what goes stands at the end of what comes."""
    moved = place
    for word in words:
        if place <= word.start:
            break
        moved += len(word.instead) - (min(place, word.end) - word.start)
    return moved
