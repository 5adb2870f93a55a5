"""The words of a draft that say something, each with the sentence and the place it stands in.

Phrases both drafts have and sentences that answer each other are both found in them, so a draft is
read for them once.
"""

from typing import NamedTuple

from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.values import Cancelled, Span, StopAsked
from writerdesk.manuscript import Document, folded_text, sentence_spans, word_spans

# Words of so many paragraphs are looked up between two questions whether to stop.
_ASKED_EACH = 16


class ContentWord(NamedTuple):
    """A word that says something: its stem, its number among all words, its sentence, its place."""

    stem: str
    number: int
    sentence: int
    span: Span


class Content(NamedTuple):
    """The content words of a draft in order, and its sentences, by which the words count."""

    words: list[ContentWord]
    sentences: list[Span]


def content_of(document: Document, cancelled: StopAsked) -> Content:
    """Read a draft for the words that say something."""
    known = vocabulary()
    stems: dict[str, str] = {}  # of each word as it is written; nothing where it is light
    found = Content([], [])
    number = 0
    for place, (id, paragraph) in enumerate(document):
        if place % _ASKED_EACH == 0 and cancelled():
            raise Cancelled
        text = paragraph.text
        first = len(found.sentences)
        found.sentences.extend(Span(id, *span) for span in sentence_spans(text))
        here, last = first, len(found.sentences) - 1
        for start, end in word_spans(text):
            while here < last and start >= found.sentences[here].end:
                here += 1
            written = text[start:end]
            stem = stems.get(written)
            if stem is None:
                folded = folded_text(written)
                stem = stems[written] = "" if folded in known.light else known.stem(folded)
            if stem:
                found.words.append(ContentWord(stem, number, here, Span(id, start, end)))
            number += 1
    return found
