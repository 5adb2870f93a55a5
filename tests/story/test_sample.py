"""The sample story uses everything a story can hold, and comes in as its README says."""

from tests.story.test_acts import identities
from writerdesk.manuscript import count_document
from writerdesk.story.characters import characters, differences, relations, sheet_fields
from writerdesk.story.notes import NoteOn, notes
from writerdesk.story.sample import sample_story
from writerdesk.story.sheets_markdown import sheets_to_markdown


def test_the_three_drafts_come_in_clean():
    story = sample_story(identities()).story
    assert [(d.letter, len(d.text), d.goal) for d in story.drafts] == [
        ("A", 28, 3000),
        ("B", 22, 3000),
        ("C", 18, 3000),
    ]
    assert [len(draft.set_aside) for draft in story.drafts] == [1, 2, 1]
    assert all(900 <= count_document(draft.text) <= 1600 for draft in story.drafts)


def test_the_files_as_they_came_are_kept():
    sample = sample_story(identities())
    for draft in sample.story.drafts:
        raw = sample.raw.draft(draft.id)
        assert raw.text.paragraphs[0].text.startswith("Okay, here")
        assert raw.letter == draft.letter


def test_every_note_stands_on_its_words():
    story = sample_story(identities()).story
    placed = notes(story)
    assert len(placed) == 15
    assert {NoteOn(one.note.on) for one in placed} == set(NoteOn)
    assert not any(one.is_orphan for one in placed)
    assert sum(one.note.done for one in placed) == 3


def test_the_sheets_say_what_each_draft_says():
    story = sample_story(identities()).story
    sheets = {one.name: one for one in characters(story)}
    one, other, third = (draft.id for draft in story.drafts)
    nessa = sheets["Nessa"]
    assert [nessa.name_in(draft) for draft in (one, other, third)] == ["Tilda", "Nessa", "Nessa"]
    looks = next(field for field in sheet_fields(story) if field.name == "Looks")
    assert differences(story, sheets["Bishop"].id)[looks.id] == {
        one: "grey all over, the grey of slates after rain",
        other: "piebald, brown and white",
        third: "brown as a doormat",
    }
    assert [word for word, _, _ in relations(story, sheets["Hester Pardoe"].id)] == [
        "has sent for",
        "has never forgiven",
    ]


def test_the_sheets_go_out_as_they_came_in():
    story = sample_story(identities()).story
    told = sheets_to_markdown(story)
    assert "- tunes for → Hester Pardoe / has sent for" in told
    assert "| Name | Nessa | Tilda | Nessa | Nessa |" in told
