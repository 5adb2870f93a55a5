"""Drafts are called by what the writer would call them."""

from dataclasses import replace

from tests.story.test_acts import story_of
from writerdesk.manuscript import Kind, Paragraph
from writerdesk.story.naming import shown_names


def names(story):
    return list(shown_names(story).values())


def test_a_draft_without_a_name_is_called_by_its_first_words():
    story, _ = story_of(
        "The lake smelled of iron. It was dark.", "Rain, at last|x", "No. Never, he said."
    )
    assert names(story) == ["The lake smelled of iron", "Rain, at last", "No. Never, he said"]


def test_as_many_words_as_it_takes_to_tell_drafts_apart():
    story, _ = story_of(
        "The lake smelled like iron and ash", "The lake smelled like iron and sleep"
    )
    assert names(story) == [
        "The lake smelled like iron and ash",
        "The lake smelled like iron and sleep",
    ]


def test_a_heading_is_the_name_and_the_writers_own_name_beats_it():
    story, ids = story_of("a b c")
    draft = story.drafts[0]
    text = draft.text.splice(0, 0, ids.newborn([Paragraph("Chapter  One", Kind.HEADING_1)]))
    story = story.put(replace(draft, text=text))
    assert names(story) == ["Chapter One"]
    assert names(story.put(replace(story.drafts[0], name="Mine"))) == ["Mine"]


def test_drafts_that_begin_alike_for_ever_share_the_short_name_their_letters_tell_them_apart():
    story, _ = story_of("one two three four five " * 5, "one two three four five " * 5)
    assert names(story) == ["one two three four five"] * 2


def test_an_empty_page_has_no_name():
    story, _ = story_of("")
    assert names(story) == [""]
