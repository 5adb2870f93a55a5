"""Notes on the story, a draft, a beat or a passage; open until they are done."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Passage, anchored, likeliest
from writerdesk.story.identities import Identities
from writerdesk.story.note import Note, NoteOn
from writerdesk.story.story import Story


@frozen
class PlacedNote:
    """A note and where it stands now; an orphan has no passage, but perhaps a likely new one."""

    note: Note
    passage: Passage | None

    @property
    def is_orphan(self) -> bool:
        """Tell whether the passage it was written on is gone."""
        return self.passage is None and self.note.anchor is not None


def note_on_story(story: Story, text: Document, identities: Identities) -> Story:
    """Return the story with a note on the whole of it."""
    return story.put(Note(identities.record(), text=identities.adopted(text)))


def note_on_draft(story: Story, draft: str, text: Document, identities: Identities) -> Story:
    """Return the story with a note on a draft."""
    id = story.draft(draft).id
    return story.put(
        Note(identities.record(), NoteOn.DRAFT.value, id, text=identities.adopted(text))
    )


def note_on_passage(
    story: Story,
    passage: Passage,
    text: Document,
    identities: Identities,
    *,
    on: NoteOn = NoteOn.PASSAGE,
) -> Story:
    """Return the story with a note on a passage, or on the beat that has it."""
    anchor = anchored(passage, story.draft(passage.draft).text)
    note = Note(identities.record(), on.value, passage.draft, anchor, text=identities.adopted(text))
    return story.put(note)


def write_note(story: Story, id: str, text: Document) -> Story:
    """Return the story with a note's text as it was just written."""
    return story.put(replace(note(story, id), text=text))


def settle_note(story: Story, id: str, *, done: bool) -> Story:
    """Return the story with a note done, or open again."""
    return story.put(replace(note(story, id), done=done))


def move_note(story: Story, id: str, passage: Passage) -> Story:
    """Return the story with a note on another passage, as an orphan is given a new place."""
    anchor = anchored(passage, story.draft(passage.draft).text)
    return story.put(replace(note(story, id), draft=passage.draft, anchor=anchor))


def delete_note(story: Story, id: str) -> Story:
    """Return the story without a note; it can be brought back."""
    return story.put(replace(note(story, id), deleted=True))


def note(story: Story, id: str) -> Note:
    """Return one note, deleted or not; raises KeyError if there is none."""
    item = story.items[id]
    if not isinstance(item, Note):
        raise KeyError(id)
    return item


def notes(story: Story) -> tuple[PlacedNote, ...]:
    """Return all notes, each where it stands now: on the story, on drafts, then down the texts."""
    rank = {draft.id: (number, draft.text) for number, draft in enumerate(story.drafts)}
    placed = [_placed(story, one) for one in story.of_kind(Note) if not one.deleted]
    return tuple(sorted(placed, key=lambda one: (_rank(one, rank), one.note.id)))


def notes_in(story: Story, draft: str) -> tuple[PlacedNote, ...]:
    """Return the notes that stand on passages of a draft, down its text; no other is placed."""
    text = story.draft(draft).text
    found = [
        PlacedNote(one, at)
        for one in story.about(draft, Note)
        if not one.deleted and one.anchor and one.anchor.passage.draft == draft
        if (at := story.standing(one.anchor))
    ]
    return tuple(sorted(found, key=lambda one: (_place(one.passage, text), one.note.id)))


def notes_at(story: Story, passages: Iterable[Passage]) -> tuple[PlacedNote, ...]:
    """Return the notes that stand on any of some passages: those of a beat, for instance."""
    wanted = {(passage.draft, id) for passage in passages for id in passage.paragraphs}
    return tuple(
        one
        for one in notes(story)
        if one.passage and any((one.passage.draft, id) in wanted for id in one.passage.paragraphs)
    )


def likely_place(story: Story, note: Note) -> Passage | None:
    """Return where an orphaned note most likely belongs now, if its draft has such words."""
    if note.anchor is None or note.draft not in {draft.id for draft in story.drafts}:
        return None
    return likeliest(note.anchor, story.draft(note.draft).text)


def _placed(story: Story, one: Note) -> PlacedNote:
    return PlacedNote(one, story.standing(one.anchor) if one.anchor else None)


def _rank(one: PlacedNote, rank: Mapping[str, tuple[int, Document]]) -> tuple[int, int, int]:
    if one.note.draft not in rank:
        return -1, -1, 0
    draft, text = rank[one.note.draft]
    return draft, *_place(one.passage, text)


def _place(passage: Passage | None, text: Document) -> tuple[int, int]:
    """Return where in a text a passage begins."""
    place = text.place_of(passage.paragraphs[0]) if passage else None
    return (-1, 0) if passage is None or place is None else (place, passage.start)
