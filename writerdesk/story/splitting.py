"""Paragraphs that are too long to write in, found and parted where sentences end.

A text editor lays a paragraph out as one: each key in one of 5,000 words costs as much as in a
whole draft of short ones (12 ms, measured), and grows with every word.
"""

from dataclasses import replace

from writerdesk.manuscript import Document, Item, Kind, Origin, Paragraph, ParagraphId, cut
from writerdesk.manuscript.sentences import sentence_spans
from writerdesk.manuscript.tokens import count_words
from writerdesk.story.identities import Identities
from writerdesk.story.story import Story

LONGEST = 5_000
# Two pages of a book: long for a paragraph, short for a text editor.
_PIECE = 600
# A word of one letter and a space: what has fewer letters can't have so many words.
_LEAST_LETTERS = 2


def long_paragraphs(document: Document) -> tuple[int, ...]:
    """Return the numbers of the paragraphs with more words than an editor likes."""
    return tuple(
        number
        for number, paragraph in enumerate(document.paragraphs)
        if len(paragraph.text) > LONGEST * _LEAST_LETTERS
        and paragraph.kind != Kind.SCENE_BREAK
        and count_words(paragraph.text) > LONGEST
    )


def split_long(story: Story, draft: str, identities: Identities) -> Story:
    """Return the story with a draft's long paragraphs parted at the ends of sentences."""
    was = story.draft(draft)
    text = was.text
    for number in reversed(long_paragraphs(text)):
        id, paragraph = text.ids[number], text.paragraphs[number]
        first, *rest = _pieces(paragraph)
        born: list[Item] = [(identities.paragraph(), piece) for piece in rest]
        origins: dict[ParagraphId, Origin] = {new: Origin(draft, "", id) for new, _ in born}
        text = text.splice(number, number + 1, [(id, first), *born], origins=origins)
    return story.put(replace(was, text=text))


def _pieces(paragraph: Paragraph) -> list[Paragraph]:
    """Return a paragraph in pieces that say the same, the spaces between them left out."""
    pieces: list[Paragraph] = []
    text, start, words = paragraph.text, 0, 0
    for opens, closes in sentence_spans(text):
        here = count_words(text[opens:closes])
        if words and words + here > _PIECE:
            pieces.append(_piece(paragraph, start, opens))
            start, words = opens, 0
        words += here
    return [*pieces, _piece(paragraph, start, len(text))]


def _piece(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    said = paragraph.text[start:end]
    return cut(paragraph, start, start + len(said.rstrip()))
