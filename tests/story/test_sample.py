"""The sample story uses everything a story can hold, and comes in as its README says."""

from typing import get_args

from tests.story.test_acts import identities, story_of
from writerdesk.compare import By
from writerdesk.manuscript import count_document, words_of
from writerdesk.resources import seeds
from writerdesk.story.characters import characters, differences, relations, sheet_fields
from writerdesk.story.items import Details, Draft, Item, Unknown
from writerdesk.story.note import Note, NoteOn
from writerdesk.story.notes import notes
from writerdesk.story.said import BeatMark, BeatSays, Judgement, Tie, Verdict
from writerdesk.story.said_markdown import said_from_markdown
from writerdesk.story.sample import sample_story
from writerdesk.story.sheet import Character, FieldType, Relation, SheetField
from writerdesk.story.sheets_markdown import sheet_pictures, sheets_to_markdown
from writerdesk.story.spelled import language_of
from writerdesk.story.ties import pins_between
from writerdesk.story.verdicts import stars_in, verdicts_in


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


def test_the_drafts_are_spelled_as_they_were_written():
    story = sample_story(identities()).story
    assert {language_of(story, draft.id) for draft in story.drafts} == {"en-GB"}


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


def test_the_sample_has_every_kind_of_field_a_picture_and_a_checklist():
    story = sample_story(identities()).story
    fields = {one.type for one in sheet_fields(story, "place")}
    assert fields == {one.value for one in FieldType}
    assert [one.template for one in characters(story) if one.template] == ["place"]
    assert list(sheet_pictures(story)) == ["the Hallam Picture.jpg"]
    boxes = [p.numbering for one in notes(story) for p in one.note.text.paragraphs if p.numbering]
    assert boxes == ["done", "open", "open"]


def test_the_sheets_go_out_as_they_came_in():
    story = sample_story(identities()).story
    told = sheets_to_markdown(story)
    assert "- tunes for → Hester Pardoe / has sent for" in told
    assert "| Name | Nessa | Tilda | Nessa | Nessa |" in told


def test_what_was_said_of_passages_is_there():
    story = sample_story(identities()).story
    one, other, third = (draft.id for draft in story.drafts)
    assert story.details.title == "The Drowned Piano"
    stars = [words_of(at, story.draft(one).text) for _, at in stars_in(story, one)]
    assert stars[0] == "It is only very tidy."
    assert sorted(verdicts_in(story, other).values()) == ["keep", "leave", "maybe"]
    assert len(pins_between(story, one, other)) == 1
    assert [pin.by for pin in pins_between(story, one, third)] == [By.DRAWN, By.FORBIDDEN]
    lines = (seeds() / "said.md").read_text(encoding="utf-8").count("\n- ")
    assert lines == sum(1 for kind in (BeatMark, Tie, Verdict) for _ in story.of_kind(kind))


def test_the_sample_has_every_kind_of_record_and_every_word_that_can_be_said():
    story = sample_story(identities()).story
    every = (Details, Draft, Note, SheetField, Character, Relation, Tie, Verdict, BeatMark)
    assert all(any(story.of_kind(kind)) for kind in every)
    assert set(every) == set(get_args(Item)) - {Unknown}
    assert {one.by for one in story.of_kind(Tie)} == set(By) - {By.FOUND}
    assert {one.judgement for one in story.of_kind(Verdict)} == set(Judgement)
    assert {one.says for one in story.of_kind(BeatMark)} == set(BeatSays)
    assert {one.on for one in notes_of(story)} == set(NoteOn)
    assert {one.done for one in notes_of(story)} == {True, False}
    assert {one.type for one in story.of_kind(SheetField)} == set(FieldType)
    people, drafts = characters(story), [draft.id for draft in story.drafts]
    assert any(one.own_aliases_in(draft) for one in people for draft in drafts)
    assert any(one.own_name_in(draft) != one.name for one in people for draft in drafts)
    assert any(differences(story, one.id) for one in people)
    # A value of the story's that no draft says stands for all of them.
    assert any(
        one.own_value_in(field.id, "") and not one.own_value_in(field.id, draft)
        for one in people
        for field in sheet_fields(story)
        for draft in drafts
    )


def test_what_is_said_in_the_sample_stands_somewhere():
    story = sample_story(identities()).story
    anchors = [one.anchor for kind in (Verdict, BeatMark) for one in story.of_kind(kind)]
    anchors += [end for one in story.of_kind(Tie) for end in (one.left, one.right)]
    assert all(anchor and story.standing(anchor) for anchor in anchors)


def notes_of(story):
    return list(story.of_kind(Note))


def test_a_line_that_makes_no_sense_is_passed_over():
    story, names = story_of("The dust.")
    lines = ["- star, draft 7: dust", "- star, draft 1: moon", "- shout, draft 1: dust"]
    assert said_from_markdown(story, "\n".join(lines), names).story is story
