"""Check Before Sending: what an editor would stumble over in a draft, found before it goes out.

Nothing here blocks and nothing is changed: each finding says what it is, how often, and where.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from writerdesk.compare.tellings.vocabulary import vocabulary
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Kind, Paragraph, ParagraphId, Place, word_spans
from writerdesk.manuscript.folding import folded_word
from writerdesk.manuscript.sentences import ends_mid_sentence, sentence_spans
from writerdesk.story.exporting import text_to_export
from writerdesk.story.facts import cut_off
from writerdesk.story.names import name_places
from writerdesk.story.notes import notes_in
from writerdesk.story.story import Story


class Finding(StrEnum):
    """What may be found."""

    CUT_OFF = "cut_off"
    QUOTES = "quotes"
    APOSTROPHES = "apostrophes"
    SPACES = "spaces"
    REPEATED = "repeated"
    NAMES = "names"
    NOTES = "notes"
    NO_TITLE = "no_title"
    NO_AUTHOR = "no_author"


@frozen
class Found:
    """Something to look at: how often, where each begins and ends, and words to know it by."""

    finding: Finding
    count: int = 1
    places: tuple[tuple[Place, Place], ...] = ()
    words: str = ""


_DOUBLED = re.compile(r"(?<=\S) {2,}(?=\S)")
_STRAIGHT_QUOTE, _CURLY_QUOTE = re.compile('"'), re.compile("[“”„«»]")
_STRAIGHT, _CURLY = re.compile(r"(?<=\w)'"), re.compile(r"(?<=\w)’")
# So many words on the same word is heard again; the fifth is not.
_WITHIN = 4
_LEAST_LETTERS = 4
# Said twice in a row by rule, not by mistake.
_MAY_DOUBLE = frozenset(("had", "that"))


def checks(story: Story, draft: str) -> tuple[Found, ...]:
    """Return what is found in a draft; nothing is as good as it gets."""
    text = text_to_export(story, draft)
    found = [
        *_cut_off(text),
        *_mixed(text, Finding.QUOTES, (_STRAIGHT_QUOTE, _CURLY_QUOTE)),
        *_mixed(text, Finding.APOSTROPHES, (_STRAIGHT, _CURLY)),
        *_all(Finding.SPACES, _matches(text, _DOUBLED)),
        *_all(Finding.REPEATED, _repeated(text), text),
        *_of_the_story(story, draft),
    ]
    missing = ((Finding.NO_TITLE, text.title), (Finding.NO_AUTHOR, text.author))
    return (*found, *(Found(finding) for finding, said in missing if not said))


def to_the_last_whole_sentence(story: Story, draft: str) -> Story:
    """Return the story with a draft that ends where its last whole sentence ends."""
    before = story.draft(draft)
    text = before.text
    for number in reversed(range(len(text))):
        paragraph = text.paragraphs[number]
        if paragraph.kind != Kind.BODY or not ends_mid_sentence(paragraph.text):
            if paragraph.text.strip():
                return story.put(replace(before, text=text.splice(number + 1, len(text), ())))
            continue
        spans = sentence_spans(paragraph.text)[:-1]
        if spans:
            kept = _cut(paragraph, spans[-1][1])
            text = text.splice(number, len(text), [(text.ids[number], kept)])
            return story.put(replace(before, text=text))
    return story


def _cut(paragraph: Paragraph, end: int) -> Paragraph:
    marks = tuple(
        mark._replace(end=min(mark.end, end)) for mark in paragraph.marks if mark.start < end
    )
    return replace(paragraph, text=paragraph.text[:end], marks=marks)


def _cut_off(text: Document) -> Iterator[Found]:
    if words := cut_off(text):
        number = max(n for n, one in enumerate(text.paragraphs) if one.text.strip())
        id, end = text.ids[number], len(text.paragraphs[number].text)
        yield Found(Finding.CUT_OFF, 1, ((Place(id, end), Place(id, end)),), words)


def _mixed(
    text: Document, finding: Finding, kinds: tuple[re.Pattern[str], re.Pattern[str]]
) -> Iterator[Found]:
    """Find signs of two kinds where one would do; the places are those of the rarer kind."""
    one, other = (list(_matches(text, kind)) for kind in kinds)
    rarer = min(one, other, key=len)
    if rarer:
        yield Found(finding, len(rarer), tuple(rarer))


def _all(
    finding: Finding, places: Iterable[tuple[Place, Place]], text: Document | None = None
) -> Iterator[Found]:
    every = tuple(places)
    if every:
        yield Found(finding, len(every), every, _words(text, every[0]) if text else "")


def _words(text: Document, where: tuple[Place, Place]) -> str:
    number = text.place_of(where[0].paragraph)
    assert number is not None
    return text.paragraphs[number].text[where[0].offset : where[1].offset]


def _matches(text: Document, pattern: re.Pattern[str]) -> Iterator[tuple[Place, Place]]:
    for id, paragraph in text:
        for match in pattern.finditer(paragraph.text):
            yield Place(id, match.start()), Place(id, match.end())


def _repeated(text: Document) -> Iterator[tuple[Place, Place]]:
    for id, paragraph in text:
        if paragraph.kind != Kind.SCENE_BREAK:
            yield from _repeated_in(id, paragraph.text)


def _repeated_in(id: ParagraphId, text: str) -> Iterator[tuple[Place, Place]]:
    spans = word_spans(text)
    forms = [folded_word(text[start:end]) for start, end in spans]
    light = vocabulary().light
    for number, form in enumerate(forms):
        near = forms[number + 1 : number + _WITHIN]
        if form not in near:
            continue
        away = near.index(form) + 1
        start, end = spans[number][0], spans[number + away][1]
        between = text[spans[number][1] : spans[number + away][0]]
        says = len(form) >= _LEAST_LETTERS and form not in light
        in_a_row = away == 1 and form not in _MAY_DOUBLE
        if (says or in_a_row) and all(sign.isalnum() or sign in " '’" for sign in between):
            yield Place(id, start), Place(id, end)


def _of_the_story(story: Story, draft: str) -> Iterator[Found]:
    names = name_places(story, draft)
    if names:
        said, instead = names[0].renaming
        yield Found(Finding.NAMES, len(names), (), f"{said} → {instead}")
    if open_ := [one for one in notes_in(story, draft) if not one.note.done]:
        yield Found(Finding.NOTES, len(open_))
