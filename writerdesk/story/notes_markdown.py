"""Notes as Markdown, to read without us, to send, and to bring in again.

A heading says whether a note is open and what it is on, a quotation the words it stands on::

    ## open, on a passage of draft 1
    > the words it stands on

    The note.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from writerdesk.manuscript import Document, Passage, words_of
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft
from writerdesk.story.notes import (
    NoteOn,
    PlacedNote,
    note_on_draft,
    note_on_passage,
    note_on_story,
    notes,
    settle_note,
)
from writerdesk.story.remarks import passages_saying
from writerdesk.story.story import Story

_TITLE = "# Notes"
# This is a format and not the interface: it is the same in every language, or it could not be read.
_ON = {
    NoteOn.STORY: "the story",
    NoteOn.DRAFT: "draft {}",
    NoteOn.BEAT: "a beat, at draft {}",
    NoteOn.PASSAGE: "a passage of draft {}",
}
_HEADING = re.compile(
    r"(?P<state>open|done), on (?:the story|(?P<on>a beat, at |a passage of |)draft (?P<draft>\d+))"
)
_READ_ON = {"": NoteOn.DRAFT, "a beat, at ": NoteOn.BEAT, "a passage of ": NoteOn.PASSAGE}


def notes_to_markdown(story: Story) -> str:
    """Return all notes, in the order in which they stand."""
    numbers = {draft.id: number for number, draft in enumerate(story.drafts, start=1)}
    told = (_written(story, one, numbers) for one in notes(story))
    return "\n\n".join((_TITLE, *told)) + "\n"


def notes_from_markdown(story: Story, text: str, identities: Identities) -> Story:
    """Return the story with the notes of a Markdown text added.

    A note whose words are not found in its draft becomes a note on the draft, its words kept in it.
    """
    for one in _read(text):
        before = set(story.items)
        story = _added(story, one, identities)
        (id,) = set(story.items) - before
        if one.done:
            story = settle_note(story, id, done=True)
    return story


class _Note(NamedTuple):
    on: NoteOn
    draft: int
    done: bool
    words: tuple[str, ...]
    text: tuple[str, ...]


def _written(story: Story, one: PlacedNote, numbers: dict[str, int]) -> str:
    state = "done" if one.note.done else "open"
    draft = numbers.get(one.note.draft)
    on = NoteOn(one.note.on) if draft and one.note.on in set(NoteOn) else NoteOn.STORY
    heading = f"## {state}, on {_ON[on].format(draft)}"
    quoted = [f"> {line}" for line in _words(story, one).split("\n") if line]
    text = "\n\n".join(_line(paragraph.text) for paragraph in one.note.text.paragraphs)
    return "\n\n".join(part for part in ("\n".join((heading, *quoted)), text) if part)


def _words(story: Story, one: PlacedNote) -> str:
    if one.passage:
        return words_of(one.passage, story.draft(one.passage.draft).text)
    return one.note.anchor.words if one.note.anchor else ""


def _line(text: str) -> str:
    """Return a paragraph on one line that nobody takes for a heading or a quotation."""
    line = text.replace("\n", " ")
    return f"\\{line}" if line.startswith(("#", ">", "\\")) else line


def _read(text: str) -> Iterator[_Note]:
    for part in re.split(r"^## ", text, flags=re.M)[1:]:
        heading, _, rest = part.partition("\n")
        says = _HEADING.fullmatch(heading.strip())
        if says:
            lines = rest.split("\n")
            words = tuple(line[1:].strip() for line in lines if line.startswith(">"))
            yield _Note(
                _READ_ON[says["on"]] if says["draft"] else NoteOn.STORY,
                int(says["draft"] or 0),
                says["state"] == "done",
                words,
                tuple(_paragraphs(line for line in lines if not line.startswith(">"))),
            )


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    for block in "\n".join(lines).split("\n\n"):
        text = " ".join(block.split())
        if text:
            yield text[1:] if text.startswith("\\") else text


def _added(story: Story, one: _Note, identities: Identities) -> Story:
    drafts = story.drafts
    draft = drafts[one.draft - 1] if 0 < one.draft <= len(drafts) else None
    if draft is None:
        return note_on_story(story, Document.from_paragraphs((*one.words, *one.text)), identities)
    passage = _passage(draft, one.words) if one.on != NoteOn.DRAFT else None
    if passage is None:
        text = Document.from_paragraphs((*one.words, *one.text))
        return note_on_draft(story, draft.id, text, identities)
    text = Document.from_paragraphs(one.text)
    return note_on_passage(story, passage, text, identities, on=one.on)


def _passage(draft: Draft, words: tuple[str, ...]) -> Passage | None:
    """Return the passage from the first of the quoted lines to the last."""
    found = [next(iter(passages_saying(draft.id, draft.text, line)), None) for line in words]
    places = [place for place in found if place]
    if not places:
        return None
    first, last = places[0], places[-1]
    start = draft.text.place_of(first.paragraphs[0])
    end = draft.text.place_of(last.paragraphs[0])
    assert start is not None
    assert end is not None
    if start > end:
        return first
    ids = draft.text.ids[start : end + 1]
    whole = first.start == 0 and last.end == len(draft.text.paragraphs[end].text)
    return Passage(draft.id, ids) if whole else Passage(draft.id, ids, first.start, last.end)
