"""Notes as Markdown, to read without us, to send, and to bring in again.

A heading says whether a note is open and what it is on, a quotation right under it the words it
stands on; what follows is the note, in Markdown::

    ## open, on a passage of draft 1
    > the words it stands on

    The *note*.

    * [ ] what is to be done
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from writerdesk.exchange.markdown_reader import paragraphs_in
from writerdesk.exchange.markdown_writer import to_md
from writerdesk.manuscript import Document, Paragraph, ParagraphId, Passage, words_of
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft
from writerdesk.story.left import Left, TakenIn
from writerdesk.story.notes import (
    NoteOn,
    PlacedNote,
    note,
    note_on_draft,
    note_on_passage,
    note_on_story,
    notes,
    settle_note,
)
from writerdesk.story.remarks import Sayings
from writerdesk.story.story import Story

_TITLE = "# Notes"
# This is a format and not the interface: it is the same in every language, or it could not be read.
_ON = {
    NoteOn.STORY: "the story",
    NoteOn.DRAFT: "draft {}",
    NoteOn.BEAT: "a beat, at draft {}",
    NoteOn.PASSAGE: "a passage of draft {}",
}
_BEGINS = re.compile(
    r"^## (?P<state>open|done), on "
    r"(?:the story|(?P<on>a beat, at |a passage of |)draft (?P<draft>\d{1,3}))[ \t]*$",
    re.M,
)
_READ_ON = {"": NoteOn.DRAFT, "a beat, at ": NoteOn.BEAT, "a passage of ": NoteOn.PASSAGE}


def notes_to_markdown(story: Story) -> str:
    """Return all notes, in the order in which they stand."""
    numbers = {draft.id: number for number, draft in enumerate(story.drafts, start=1)}
    told = (_written(story, one, numbers) for one in notes(story))
    return "\n\n".join((_TITLE, *told)) + "\n"


def notes_from_markdown(story: Story, text: str, identities: Identities) -> TakenIn:
    """Return the story with the notes of a Markdown text added, but for those that are there.

    A note whose words are not found in its draft becomes a note on the draft, its words kept in it.
    """
    left = Counter({Left.LINE: _lines_before(text)})
    there: dict[str, list[str]] = {}
    for one in notes(story):
        there.setdefault(_told(story, one), []).append(one.note.id)
    for one in _read(text):
        after, id = _added(story, one, identities)
        same = there.get(_told(after, _placed(after, id)), [])
        if same:
            id = same.pop()
        else:
            story = after
            left[Left.PLACE] += one.on not in (NoteOn.STORY, NoteOn(note(story, id).on))
        if note(story, id).done != one.done:
            story = settle_note(story, id, done=one.done)
    return TakenIn(story, +left)


class _Note(NamedTuple):
    on: NoteOn
    draft: int
    done: bool
    words: tuple[str, ...]
    text: tuple[Paragraph, ...]


def _lines_before(text: str) -> int:
    """Count the lines before the first note that say something."""
    first = _BEGINS.search(text)
    before = text[: first.start()] if first else text
    return sum(1 for line in before.split("\n") if line.strip() not in ("", _TITLE))


def _told(story: Story, one: PlacedNote) -> str:
    """Return what a note says and where, whether it is done or not."""
    numbers = {draft.id: number for number, draft in enumerate(story.drafts, start=1)}
    return _written(story, replace(one, note=replace(one.note, done=False)), numbers)


def _placed(story: Story, id: str) -> PlacedNote:
    one = note(story, id)
    return PlacedNote(one, story.standing(one.anchor) if one.anchor else None)


def _written(story: Story, one: PlacedNote, numbers: dict[str, int]) -> str:
    state = "done" if one.note.done else "open"
    draft = numbers.get(one.note.draft)
    on = NoteOn(one.note.on) if draft and one.note.on in set(NoteOn) else NoteOn.STORY
    heading = f"## {state}, on {_ON[on].format(draft)}"
    quoted = [f"> {line}" for line in _words(story, one).split("\n") if line]
    text = _BEGINS.sub(_as_words, to_md(one.note.text).data.decode().strip("\n"))
    return "\n\n".join(part for part in ("\n".join((heading, *quoted)), text) if part)


def _as_words(heading: re.Match[str]) -> str:
    """Return a note's own heading so that it does not begin another note."""
    return heading[0].replace(",", "\\,", 1)


def _words(story: Story, one: PlacedNote) -> str:
    if one.passage:
        return words_of(one.passage, story.draft(one.passage.draft).text)
    return one.note.anchor.words if one.note.anchor else ""


def _read(text: str) -> Iterator[_Note]:
    starts = list(_BEGINS.finditer(text))
    ends = (*(start.start() for start in starts[1:]), len(text))
    for says, end in zip(starts, ends[: len(starts)], strict=True):
        quoted, body = _parted(text[says.end() + 1 : end].split("\n"))
        yield _Note(
            _READ_ON[says["on"] or ""] if says["draft"] else NoteOn.STORY,
            int(says["draft"] or 0),
            says["state"] == "done",
            tuple(line[1:].strip() for line in quoted),
            paragraphs_in("\n".join(body)),
        )


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the words a note stands on, which are right under its heading, and the note."""
    quoted = list(takewhile(lambda line: line.startswith(">"), lines))
    return quoted, lines[len(quoted) :]


def _added(story: Story, one: _Note, identities: Identities) -> tuple[Story, str]:
    """Return the story with a note, and the note's id."""
    after = _with(story, one, identities)
    (id,) = after.items.differing(story.items)
    return after, id


def _with(story: Story, one: _Note, identities: Identities) -> Story:
    drafts = story.drafts
    draft = drafts[one.draft - 1] if 0 < one.draft <= len(drafts) else None
    passage = _passage(draft, one.words) if draft and one.on != NoteOn.DRAFT else None
    if draft and passage:
        return note_on_passage(story, passage, _document(one.text), identities, on=one.on)
    text = _document((*map(Paragraph, one.words), *one.text))
    if draft is None:
        return note_on_story(story, text, identities)
    return note_on_draft(story, draft.id, text, identities)


def _document(paragraphs: Iterable[Paragraph]) -> Document:
    return Document.from_items((ParagraphId(0, n), one) for n, one in enumerate(paragraphs))


def _passage(draft: Draft, words: tuple[str, ...]) -> Passage | None:
    """Return the passage from the first of the quoted lines to the last."""
    said = Sayings(draft.id, draft.text)
    found = [next(said.of(line), None) for line in words]
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
