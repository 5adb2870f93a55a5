"""Tidies a draft's typography at the places the writer chose."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from writerdesk.frozen import frozen
from writerdesk.manuscript import ParagraphId
from writerdesk.manuscript.exchanging import Exchanged, with_words
from writerdesk.manuscript.tidying import Tidying, untidy_places
from writerdesk.story.around import after_told, before_told
from writerdesk.story.spelled import language_of
from writerdesk.story.story import Story


@frozen
class TidyPlace:
    """Where a draft can be tidied, what stands there, and what is around it."""

    kind: Tidying
    paragraph: ParagraphId
    exchange: Exchanged
    words: str
    before: str
    after: str


def tidy_places(story: Story, draft: str, language: str = "") -> tuple[TidyPlace, ...]:
    """Return every place of a draft that can be tidied; ``language`` holds if nothing is said."""
    spoken = language_of(story, draft) or language
    return tuple(
        TidyPlace(
            one.kind,
            id,
            one.exchange,
            paragraph.text[one.exchange.start : one.exchange.end],
            before_told(paragraph.text, one.exchange.start),
            after_told(paragraph.text, one.exchange.end),
        )
        for id, paragraph in story.draft(draft).text
        for one in untidy_places(paragraph, spoken)
    )


def tidied(story: Story, draft: str, chosen: Iterable[TidyPlace]) -> Story:
    """Return the story with a draft tidied at some places."""
    before = story.draft(draft)
    text = before.text
    wanted = sorted(chosen, key=lambda one: (one.paragraph, one.exchange.start))
    for id, places in groupby(wanted, key=lambda one: one.paragraph):
        number = text.place_of(id)
        if number is not None:
            exchanges: Sequence[Exchanged] = [one.exchange for one in places]
            told = (id, with_words(text.paragraphs[number], exchanges))
            text = text.splice(number, number + 1, [told])
    return story.put(replace(before, text=text))
