"""What a note says of itself in one row: its first words, what it is on, and where that stands."""

from collections.abc import Sequence

from writerdesk.story.note import Note, NoteOn
from writerdesk.story.notes import PlacedNote
from writerdesk.story.story import Story
from writerdesk.ui.panels.rows import Row, RowsLater
from writerdesk.words import _

# The first words tell which note it is; a row is cut to its width anyway.
_FIRST = 120
_STOOD_ON = 60


def note_rows(story: Story, shown: Sequence[PlacedNote]) -> RowsLater:
    """Return the rows of some notes, each made when it is looked at."""
    return RowsLater([one.note.id for one in shown], lambda number: note_row(story, shown[number]))


def note_row(story: Story, one: PlacedNote) -> Row:
    """Return the row of a note."""
    draft = next((draft for draft in story.drafts if draft.id == one.note.draft), None)
    return Row(
        first_words(one.note) or _("Empty note"),
        where_told(story, one),
        one.note.id,
        draft.letter if draft else "",
        int(draft.colour) if draft and draft.colour.isdigit() else None,
        done=one.note.done,
    )


def first_words(note: Note) -> str:
    """Return the beginning of a note, on one line."""
    return " ".join(" ".join(p.text for p in note.text.paragraphs).split())[:_FIRST]


def where_told(story: Story, one: PlacedNote) -> str:
    """Return what a note is on, in words."""
    letters = {draft.id: draft.letter for draft in story.drafts}
    letter = letters.get(one.note.draft, "")
    if one.is_orphan:
        return _("Its words are gone")
    if one.passage is None:
        return _("On draft {letter}").format(letter=letter) if letter else _("On the story")
    number = (story.draft(one.passage.draft).text.place_of(one.passage.paragraphs[0]) or 0) + 1
    told = _("On the beat at passage {number} of {letter}")
    if one.note.on != NoteOn.BEAT:
        told = _("On passage {number} of {letter}")
    return told.format(number=number, letter=letter)


def stood_on(note: Note) -> str:
    """Return the words a note stood on, cut short."""
    words = " ".join(note.anchor.words.split()) if note.anchor else ""
    return words if len(words) <= _STOOD_ON else f"{words[:_STOOD_ON].rstrip()}…"
