"""How other people's files become drafts of the story.

A file that intake changed comes in twice: first as it came, then as it was read, so that the raw
text is the first entry of the draft's history and nothing is ever lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, ParagraphId, Passage, Place, anchored
from writerdesk.story.drafting import add_draft
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft
from writerdesk.story.note import Note, NoteOn
from writerdesk.story.story import Story

if TYPE_CHECKING:
    from writerdesk.exchange import Imported


@frozen
class BroughtIn:
    """The story with the raw texts, and then with what was read; the ids of the new drafts."""

    raw: Story
    story: Story
    drafts: tuple[str, ...]


def bring_in(
    story: Story, imported: "Imported", file_name: str, identities: Identities
) -> BroughtIn:
    """Return the story with a draft for each text of a file; a goal it names is not taken yet."""
    raw_story, new_story, ids = story, story, list[str]()
    for document in imported.documents:
        draft = Draft(
            identities.record(),
            text=identities.adopted(document),
            origin=("file", file_name),
            set_aside=tuple(part.text for part in imported.set_aside),
        )
        new_story = add_draft(new_story, draft)
        letter_and_place = new_story.draft(draft.id)
        raw = identities.adopted(imported.raw) if imported.raw else draft.text
        raw_story = raw_story.put(replace(letter_and_place, text=raw))
        ids.append(draft.id)
    new_story = _with_notes(new_story, imported, ids, identities)
    return BroughtIn(raw_story, new_story, tuple(ids))


def brought_again(story: Story, draft: str, imported: "Imported", identities: Identities) -> Story:
    """Return the story with a draft as its file says when it is read in another way."""
    return story.put(
        replace(
            story.draft(draft),
            text=identities.adopted(imported.documents[0]),
            set_aside=tuple(part.text for part in imported.set_aside),
        )
    )


def with_goals(story: Story, goals: Mapping[str, int]) -> Story:
    """Return the story whose drafts, by their ids, have the goals their introductions named."""
    return story.put(*(replace(story.draft(id), goal=goal) for id, goal in goals.items()))


def _with_notes(
    story: Story, imported: "Imported", drafts: Sequence[str], identities: Identities
) -> Story:
    """Return the story with a file's footnotes, endnotes and comments as notes on its draft.

    Only kinds of files that hold one text have notes.
    """
    if not imported.notes:
        return story
    (draft,), (document,) = drafts, imported.documents
    text = story.draft(draft).text
    now = dict(zip(document.ids, text.ids, strict=True))
    for one in imported.notes:
        passage = _passage(draft, text, _moved(one.start, now), _moved(one.end, now))
        note = Note(
            identities.record(),
            NoteOn.PASSAGE.value,
            draft,
            anchored(passage, text),
            Document.from_items(identities.newborn(one.paragraphs)),
            source="/".join(part for part in (one.kind.value, one.author, one.date) if part),
        )
        story = story.put(note)
    return story


def _moved(place: Place, now: Mapping[ParagraphId, ParagraphId]) -> Place:
    return Place(now[place.paragraph], place.offset)


def _passage(draft: str, text: Document, start: Place, end: Place) -> Passage:
    first, last = text.place_of(start.paragraph), text.place_of(end.paragraph)
    assert first is not None
    assert last is not None
    return Passage(draft, text.ids[first : last + 1], start.offset, end.offset)
