"""The words of a draft that say something, each with the sentence and the place it stands in.

Phrases both drafts have and sentences that answer each other are both found in them, so a draft is
read for them once.
"""

from typing import NamedTuple

from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.compare.values import Cancelled, Span, StopAsked
from writerdesk.manuscript import Document, sentence_spans, word_spans
from writerdesk.manuscript.folding import folded_texts

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
    spans: list[list[tuple[int, int]]] = []
    for place, paragraph in enumerate(document.paragraphs):
        if place % _ASKED_EACH == 0 and cancelled():
            raise Cancelled
        spans.append(word_spans(paragraph.text))
    stems = _stems(document, spans)
    found = Content([], [])
    number = 0
    for place, (id, paragraph) in enumerate(document):
        if place % _ASKED_EACH == 0 and cancelled():
            raise Cancelled
        text = paragraph.text
        here = len(found.sentences)
        found.sentences.extend(Span(id, *span) for span in sentence_spans(text))
        last = len(found.sentences) - 1
        for start, end in spans[place]:
            if stem := stems[text[start:end]]:
                while here < last and start >= found.sentences[here].end:
                    here += 1
                found.words.append(ContentWord(stem, number, here, Span(id, start, end)))
            number += 1
    return found


def _stems(document: Document, spans: list[list[tuple[int, int]]]) -> dict[str, str]:
    """Return the stem of each different word as it is written; nothing where it is light."""
    known = vocabulary()
    written = list(
        dict.fromkeys(
            paragraph.text[start:end]
            for paragraph, some in zip(document.paragraphs, spans, strict=True)
            for start, end in some
        )
    )
    return {
        word: "" if folded in known.light else known.stem(folded)
        for word, folded in zip(written, folded_texts(written), strict=True)
    }
