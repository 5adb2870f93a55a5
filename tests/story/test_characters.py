"""Sheets: a value for the story and for each draft, other names, relations seen from both ends."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.story.test_acts import says, story_of
from writerdesk.manuscript import Record
from writerdesk.story.acts import act, undone
from writerdesk.story.characters import (
    add_character,
    add_field,
    also_call,
    call,
    character,
    characters,
    delete_sheet,
    differences,
    relate,
    relations,
    say,
    sheet_fields,
)
from writerdesk.story.items import fields_of, item_from
from writerdesk.story.sheet import WHOLE_STORY, FieldType
from writerdesk.story.sheets_markdown import (
    sheet_pictures,
    sheets_from_markdown,
    sheets_to_markdown,
)
from writerdesk.story.story import Story, applied, changes_between


@pytest.fixture
def told():
    story, names = story_of("Pip.", "Rusty.", "Rusty again.")
    return add_field(add_character(story, "Pip", names), "Coat", names), names


def test_a_draft_says_what_the_story_says_unless_it_says_something_else(told):
    story, _ = told
    [sheet], [coat] = characters(story), sheet_fields(story)
    one, other, third = (draft.id for draft in story.drafts)
    story = say(story, sheet.id, coat.id, "brown")
    story = say(story, sheet.id, coat.id, "golden", draft=one)
    sheet = character(story, sheet.id)
    assert [sheet.value_in(coat.id, draft) for draft in (one, other)] == ["golden", "brown"]
    assert differences(story, sheet.id) == {}
    story = say(story, sheet.id, coat.id, "mottled", draft=third)
    assert differences(story, sheet.id) == {coat.id: {one: "golden", third: "mottled"}}
    story = say(story, sheet.id, coat.id, None, draft=one)
    assert character(story, sheet.id).value_in(coat.id, one) == "brown"


def test_one_person_has_a_name_in_each_draft(told):
    story, _ = told
    [sheet] = characters(story)
    one, other, _ = (draft.id for draft in story.drafts)
    story = call(story, sheet.id, "Rusty", draft=other)
    story = also_call(also_call(story, sheet.id, ["the dog"]), sheet.id, ["the mutt"], draft=other)
    sheet = character(story, sheet.id)
    assert (sheet.name_in(one), sheet.name_in(other)) == ("Pip", "Rusty")
    assert sheet.aliases_in(other) == ("the mutt", "the dog")
    assert sheet.aliases_in(one) == ("the dog",)


def test_a_relation_is_entered_once_and_seen_from_both_ends(told):
    story, names = told
    story = add_character(story, "Casper", names)
    pip, jasper = characters(story)
    story = relate(story, pip.id, jasper.id, names, word="follows", back="is followed by")
    [(word, other, relation)] = relations(story, jasper.id)
    assert (word, other.name) == ("is followed by", "Pip")
    assert relations(delete_sheet(story, relation.id), pip.id) == ()
    assert relations(delete_sheet(story, jasper.id), pip.id) == ()


def test_a_templates_fields_are_on_its_own_sheets(told):
    story, names = told
    story = add_field(story, "Climate", names, template="place", type=FieldType.CHOICE)
    assert [field.name for field in sheet_fields(story)] == ["Coat"]
    assert [field.name for field in sheet_fields(story, "place")] == ["Coat", "Climate"]


def test_two_copies_written_in_apart_unite_value_by_value(told):
    story, _ = told
    [sheet], [coat] = characters(story), sheet_fields(story)
    one, other, _ = (draft.id for draft in story.drafts)
    here = say(story, sheet.id, coat.id, "golden", draft=one)
    there = call(say(story, sheet.id, coat.id, "brown", draft=other), sheet.id, "Rusty", draft=one)
    both = applied(here, changes_between(story, there))
    united = character(both, sheet.id)
    assert united.own_value_in(coat.id, one) == "golden"
    assert united.own_value_in(coat.id, other) == "brown"
    assert united.name_in(one) == "Rusty"


def test_everything_on_sheets_can_be_undone_and_reads_back_the_same(told):
    before, names = told
    [sheet], [coat] = characters(before), sheet_fields(before)
    after = say(before, sheet.id, coat.id, "brown", draft=before.drafts[0].id)
    after = add_character(after, "Casper", names)
    after = relate(after, sheet.id, characters(after)[1].id, names, word="a", back="b")
    assert says(undone(after, act("sheet", before, after)).story) == says(before)
    for item in after.items.values():
        assert item_from(Record(item.kind, item.id, fields_of(item))) == item


def test_only_sheets_are_sheets(told):
    story, _ = told
    for ask in (character, delete_sheet):
        with pytest.raises(KeyError):
            ask(story, story.drafts[0].id)


_cells = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=4).filter(
    lambda text: text != "–" and "\\" not in text and "<br>" not in text and ";" not in text
)


@settings(max_examples=40)
@example([("|a", ["|"], {"a|": "|b"})])
@given(
    st.lists(
        st.tuples(_cells, st.lists(_cells, max_size=2), st.dictionaries(_cells, _cells, max_size=2))
    )
)
def test_sheets_go_out_as_markdown_and_come_back(wanted):
    story, names = story_of("One.", "Two.")
    plain: Story = story
    draft = story.drafts[1].id
    for name, aliases, values in wanted:
        story = add_character(story, name, names)
        id = characters(story)[-1].id
        story = also_call(story, id, aliases, draft=draft)
        for field, value in values.items():
            if field in ("Name", "Also called", "field"):
                continue
            if field not in {one.name for one in sheet_fields(story)}:
                story = add_field(story, field, names)
            known = next(one for one in sheet_fields(story) if one.name == field)
            story = say(story, id, known.id, value, draft=draft)
    again = sheets_from_markdown(plain, sheets_to_markdown(story), names).story
    assert told_by(again) == told_by(story)


def test_fields_templates_and_pictures_go_out_and_come_back():
    story, names = story_of("One.", "Two.")
    plain, other = story, story.drafts[1].id
    story = add_field(story, "Mood", names, type=FieldType.CHOICE, choices=["gay", "grave"])
    story = add_field(story, "Age", names, type=FieldType.NUMBER)
    story = add_field(story, "Face", names, type=FieldType.PICTURE)
    story = add_field(story, "Climate", names, type=FieldType.TAGS, template="place")
    story = add_character(story, "Ada / Ada", names)
    story = add_character(story, "The hill", names, template="place")
    ada, hill = characters(story)
    mood, age, face, climate = sheet_fields(story, "place")
    for sheet, field, value in (
        (ada, mood, "grave"),
        (ada, age, 68),
        (ada, face, b"a picture"),
        (hill, face, b"another"),
        (hill, climate, ("wet", "cold")),
    ):
        story = say(story, sheet.id, field.id, value)
    story = say(story, ada.id, face.id, b"older", draft=other)
    files = sheet_pictures(story)
    assert sorted(files) == ["Ada Ada Face B.jpg", "Ada Ada Face.jpg", "The hill Face.jpg"]
    again = sheets_from_markdown(plain, sheets_to_markdown(story), names, pictures=files).story
    assert [(f.name, f.type, f.choices, f.template) for f in sheet_fields(again, "place")] == [
        (f.name, f.type, f.choices, f.template) for f in sheet_fields(story, "place")
    ]
    assert told_by(again, WHOLE_STORY) == told_by(story, WHOLE_STORY)
    assert told_by(again, other) == told_by(story, other)
    without = sheets_from_markdown(plain, sheets_to_markdown(story), names).story
    assert "Face" not in told_by(without, WHOLE_STORY)[0][2]


def told_by(story, draft=None):
    draft = story.drafts[1].id if draft is None else draft
    return [
        (
            one.name,
            one.aliases_in(draft),
            {
                field.name: one.own_value_in(field.id, draft)
                for field in sheet_fields(story, one.template)
                if one.own_value_in(field.id, draft) is not None
            },
        )
        for one in characters(story)
    ]
