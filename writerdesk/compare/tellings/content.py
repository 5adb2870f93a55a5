"""The words of a draft that say something, each with the place and the sentence it stands in.

Phrases both drafts have and sentences that answer each other are both found in them. Sentences are
only looked for in the paragraphs that are asked about.
"""

from collections.abc import Iterable
from dataclasses import field

import numpy as np

from writerdesk.compare.lexicon import Numbers
from writerdesk.compare.tellings.stems import Stemmed, stemmed
from writerdesk.compare.tellings.worded import Worded
from writerdesk.compare.values import Cancelled, Span, StopAsked
from writerdesk.frozen import frozen
from writerdesk.manuscript import ParagraphId, sentence_spans

# Sentences of so many paragraphs are looked for between two questions whether to stop.
_ASKED_EACH = 64


@frozen(eq=False)
class Content:
    """The content words of a draft in order: stem, number among all words, paragraph, place.

    Both drafts share the numbers of their stems; ``names`` has the stems themselves.
    """

    ids: tuple[ParagraphId, ...]
    texts: tuple[str, ...]
    names: tuple[str, ...]
    stem: Numbers
    number: Numbers
    paragraph: Numbers
    start: Numbers
    end: Numbers
    _sentences: dict[int, list[tuple[int, int]]] = field(
        default_factory=dict[int, list[tuple[int, int]]], repr=False
    )

    def __len__(self) -> int:
        return len(self.stem)

    def sentences(self, paragraph: int) -> list[tuple[int, int]]:
        """Return where the sentences of a paragraph are."""
        known = self._sentences.get(paragraph)
        if known is None:
            known = self._sentences[paragraph] = sentence_spans(self.texts[paragraph])
        return known

    def sentence_ends(self, paragraphs: Iterable[int], stop: StopAsked) -> Numbers:
        """Return where sentences end in some paragraphs, all but the last of each."""
        ends: list[tuple[int, int]] = []
        for number, place in enumerate(paragraphs):
            if number % _ASKED_EACH == 0 and stop():
                raise Cancelled
            ends.extend((place, end) for _, end in self.sentences(place)[:-1])
        return np.array(ends, np.int64).reshape(-1, 2)

    def span(self, first: int, last: int) -> Span:
        """Return the place of the content words from ``first`` to ``last`` of one paragraph."""
        place = self.ids[int(self.paragraph[first])]
        return Span(place, int(self.start[first]), int(self.end[last]))


def contents(
    ids: tuple[tuple[ParagraphId, ...], tuple[ParagraphId, ...]], left: Worded, right: Worded
) -> tuple[Content, Content]:
    """Return what two drafts say, by the same numbers."""
    both = stemmed(left, right)
    one, other = (_content(ids[side], (left, right)[side], both, side) for side in (0, 1))
    return one, other


def _content(ids: tuple[ParagraphId, ...], said: Worded, both: Stemmed, side: int) -> Content:
    stem = both.stem[both.words[side]] if len(both.stem) else both.words[side]
    places = np.flatnonzero(stem >= 0)
    return Content(
        ids,
        said.texts,
        both.stems,
        stem[places],
        places,
        said.paragraph[places],
        said.start[places],
        said.end[places],
    )
