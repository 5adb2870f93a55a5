"""Pip in one draft is Rusty in another: asked once, one sheet, one name for the story."""

from dataclasses import replace

from tests.story.test_acts import says, story_of
from writerdesk.compare import compare
from writerdesk.story.acts import act, undone
from writerdesk.story.characters import (
    add_character,
    add_field,
    call,
    characters,
    relate,
    relations,
    say,
    sheet_fields,
)
from writerdesk.story.names import name_places, renamings, with_names_of_story
from writerdesk.story.same_person import (
    choose_name,
    likely_same,
    names_of_all,
    one_person,
    two_people,
)

_A = "|".join(
    f"In year {n} Pip ran over hill number {n} and Ida called him home." for n in range(9)
)
_B = _A.replace("Pip", "Rusty")


def begun():
    story, names = story_of(_A, _B)
    one, other = story.drafts
    return story, names, one.id, other.id


def asked(story):
    one, other = story.drafts
    return likely_same(story, one.id, {other.id: compare(one.text, other.text)})


def test_who_stands_where_another_does_is_asked_about_with_counts():
    story, _, a, b = begun()
    [found] = asked(story)
    assert dict(found.names) == {a: "Pip", b: "Rusty"}
    assert dict(found.counts) == {a: 9, b: 9}


def test_a_yes_makes_one_sheet_and_is_not_asked_again():
    story, names, a, b = begun()
    after = one_person(story, asked(story)[0].names, names)
    [pip] = characters(after)
    assert (pip.name, pip.name_in(a), pip.name_in(b)) == ("Pip", "Pip", "Rusty")
    assert asked(after) == ()
    assert says(undone(after, act("same_person", story, after)).story) == says(story)


def test_a_part_of_a_name_that_a_sheet_has_is_not_asked_about():
    story, names, _, b = begun()
    story = add_character(story, "Pip", names)
    story = call(story, characters(story)[0].id, "Rusty Barker", draft=b)
    assert asked(story) == ()


def test_a_no_is_not_asked_again():
    story, _, _, _ = begun()
    after = two_people(story, asked(story)[0].names.values())
    assert asked(after) == ()
    assert characters(after) == ()


def test_two_sheets_become_one_and_nothing_they_say_is_lost():
    story, names, a, b = begun()
    for name in ("Pip", "Rusty", "Ida"):
        story = add_character(story, name, names)
    pip, rusty, ida = characters(story)
    for name in ("Fur", "Age"):
        story = add_field(story, name, names)
    fur, age = sheet_fields(story)
    story = say(story, pip.id, fur.id, "brown")
    story = say(story, rusty.id, fur.id, "ginger")
    story = say(story, rusty.id, age.id, "four")
    story = relate(story, ida.id, rusty.id, names, word="feeds", back="is fed by")
    after = one_person(story, {a: "Pip", b: "Rusty"}, names)
    sheets = characters(after)
    assert [one.name for one in sheets] == ["Pip", "Ida"]
    assert sheets[0].value_in(fur.id, a) == "brown"
    assert sheets[0].value_in(fur.id, b) == "ginger"
    assert sheets[0].value_in(age.id, b) == "four"
    assert [(word, who.name) for word, who, _ in relations(after, ida.id)] == [("feeds", "Pip")]


def test_the_name_of_the_story_is_chosen_and_no_draft_changes():
    story, names, a, b = begun()
    story = one_person(story, {a: "Pip", b: "Rusty"}, names)
    [pip] = characters(story)
    assert names_of_all(story, pip) == ("Pip", "Rusty")
    after = choose_name(story, pip.id, "Rusty")
    [rusty] = characters(after)
    assert (rusty.name, rusty.name_in(a), rusty.name_in(b)) == ("Rusty", "Pip", "Rusty")
    assert [draft.text for draft in after.drafts] == [draft.text for draft in story.drafts]


def test_a_whole_draft_gets_the_names_of_the_story_in_one_act():
    story, names, a, b = begun()
    story = one_person(story, {a: "Pip", b: "Rusty"}, names)
    places = name_places(story, b)
    assert len(places) == 9
    assert (places[0].renaming.said, places[0].before) == ("Rusty", "In year 0 ")
    after = with_names_of_story(story, b, places)
    one, other = after.drafts
    assert other.text.says_the_same(one.text)
    assert renamings(after, b) == ()
    back = undone(after, act("heal_names", story, after))
    assert says(back.story) == says(story)


def test_places_that_are_left_out_stay_and_the_draft_keeps_its_name():
    story, names, a, b = begun()
    story = one_person(story, {a: "Pip", b: "Rusty"}, names)
    after = with_names_of_story(story, b, name_places(story, b)[1:])
    assert "Rusty" in after.draft(b).text.paragraphs[0].text
    assert [one.said for one in renamings(after, b)] == ["Rusty"]


def test_possessives_are_healed_and_other_words_stay():
    story, names = story_of("Pip.", "Rusty's bowl, a rusty shard.")
    one, other = story.drafts
    story = one_person(story, {one.id: "Pip", other.id: "Rusty"}, names)
    after = with_names_of_story(story, other.id, name_places(story, other.id))
    assert after.draft(other.id).text.paragraphs[0].text == "Pip's bowl, a rusty shard."


def test_a_sheet_that_knows_both_names_answers_by_itself():
    story, names, _, b = begun()
    story = call(add_character(story, "Pip", names), "record-2", "Rusty", draft=b)
    assert asked(story) == ()
    assert replace(story.details) == story.details
