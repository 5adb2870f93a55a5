"""Two copies of a story, written in apart, hold both values of a note and of a field.

What a union will be made of is there already: every field has its chain of revisions with an author
and a parent, and ids given in two copies never meet.
"""

import shutil
from itertools import count

from tests.project.stories import Clock, dice
from writerdesk.manuscript import Document, Passage
from writerdesk.project import Project
from writerdesk.story.characters import (
    add_character,
    add_field,
    call,
    character,
    characters,
    say,
    sheet_fields,
)
from writerdesk.story.drafting import add_draft
from writerdesk.story.items import Draft
from writerdesk.story.keeping import Doors, Keeping
from writerdesk.story.notes import note, note_on_passage, note_on_story, notes, write_note
from writerdesk.story.story import Story, applied, changes_between


def doors(seed):
    numbers, drawn = count(), dice(seed)
    return Doors(Clock(), lambda: drawn(31), lambda: f"{seed}-{next(numbers)}")


def text(*lines):
    return Document.from_paragraphs(lines)


def begun(path):
    keeping = Keeping.create(path, doors(1))
    names = keeping.identities
    story = add_draft(Story(), Draft(names.record(), text=names.adopted(text("Pip ran."))))
    story = add_field(add_character(story, "Pip", names), "Coat", names)
    draft = story.drafts[0]
    here = Passage(draft.id, draft.text.ids)
    story = note_on_passage(story, here, text("Whose?"), names)
    keeping.save(story)
    keeping.close()
    return story


def revisions(path, record, field):
    drawn = dice(9)
    project = Project.open(path, clock=Clock(), replica=lambda: drawn(31), read_only=True)
    found = [
        (one.id, one.parent, project.value_at(record, field, one))
        for one in project.history(record, field)
    ]
    project.close()
    return found


def test_each_copy_keeps_its_own_word_on_top_of_what_both_began_with(tmp_path):
    here, there = tmp_path / "here.writerdesk", tmp_path / "there.writerdesk"
    story = begun(here)
    shutil.copy(here, there)
    [sheet], [coat], [placed] = characters(story), sheet_fields(story), notes(story)
    for path, seed, colour, words in ((here, 2, "brown", "His."), (there, 3, "grey", "Hers.")):
        keeping = Keeping.open(path, doors(seed))
        after = say(keeping.story, sheet.id, coat.id, colour)
        keeping.save(write_note(after, placed.note.id, text(words)))
        keeping.close()
    one, other = (revisions(path, sheet.id, f"value/{coat.id}/") for path in (here, there))
    assert [value for _, _, value in (*one, *other)] == ["brown", "grey"]
    assert one[-1][0] != other[-1][0]
    mine, theirs = (revisions(path, placed.note.id, "text") for path in (here, there))
    assert mine[0][0] == theirs[0][0]
    assert (mine[1][1], theirs[1][1]) == (1, 1)
    for (_, _, value), words in ((mine[1], "His."), (theirs[1], "Hers.")):
        assert isinstance(value, Document)
        assert [paragraph.text for paragraph in value.paragraphs] == [words]


def test_what_each_copy_added_unites_without_meeting(tmp_path):
    here, there = tmp_path / "here.writerdesk", tmp_path / "there.writerdesk"
    story = begun(here)
    shutil.copy(here, there)
    [sheet], [coat] = characters(story), sheet_fields(story)
    draft = story.drafts[0].id
    copies: list[Story] = []
    for path, seed in ((here, 2), (there, 3)):
        keeping = Keeping.open(path, doors(seed))
        after = note_on_story(keeping.story, text(f"By {seed}."), keeping.identities)
        if seed == 2:
            after = say(after, sheet.id, coat.id, "brown", draft=draft)
        else:
            after = call(after, sheet.id, "Rusty", draft=draft)
        keeping.save(after)
        keeping.close()
        copies.append(after)
    before = Keeping.open(here, doors(4), read_only=True).story
    united = applied(before, changes_between(story, copies[1]))
    told = character(united, sheet.id)
    assert (told.value_in(coat.id, draft), told.name_in(draft)) == ("brown", "Rusty")
    assert len(notes(united)) == 3
    assert len({note(united, one.note.id).id for one in notes(united)}) == 3
