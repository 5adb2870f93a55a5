"""One search looks into drafts, notes and sheets, and stays current."""

from dataclasses import replace

import pytest

from tests.story.test_acts import identities
from writerdesk.manuscript import words_of
from writerdesk.story.drafting import delete_draft, edit_text
from writerdesk.story.notes import delete_note
from writerdesk.story.sample import sample_story
from writerdesk.story.searching import FoundIn, StorySearch


@pytest.fixture
def told():
    story = sample_story(identities()).story
    search = StorySearch()
    search.update(story)
    yield story, search
    search.close()


def test_a_word_is_found_in_drafts_notes_and_sheets(told):
    story, search = told
    found = search.find("bicycle").finds
    assert [one.where for one in found] == [FoundIn.DRAFT] * 3 + [FoundIn.NOTE]
    assert [story.items[one.item].letter for one in found[:3]] == ["A", "B", "C"]
    places = [words_of(at, story.draft(one.item).text) for one in found for at in one.passages]
    assert places == ["bicycle", "bicycle", "bicycle"]
    assert {one.where for one in search.find("doormat").finds} == {FoundIn.DRAFT, FoundIn.SHEET}


def test_an_edit_is_found_at_once_and_what_was_deleted_is_not(told):
    story, search = told
    draft = story.drafts[0]
    items = [(draft.text.ids[0], replace(draft.text.paragraphs[0], text="A zeppelin.", marks=()))]
    story = edit_text(story, draft.id, draft.text.splice(0, 1, items))
    search.update(story)
    assert len(search.find("zeppelin").finds) == 1
    search.update(delete_draft(story, draft.id))
    assert search.find("zeppelin").finds == ()
    note = next(one for one in search.find("bicycle").finds if one.where == FoundIn.NOTE)
    search.update(delete_note(story, note.item))
    assert all(one.where == FoundIn.DRAFT for one in search.find("bicycle").finds)


def test_nothing_found_offers_the_nearest_word(told):
    _, search = told
    assert search.find("dormose").nearest == "dormouse"


def test_a_concordance_has_every_place_of_some_words_in_every_draft(told):
    story, search = told
    told_of = search.concordance("Bicycle")
    letters = [story.draft(one.passage.draft).letter for one in told_of.lines]
    assert told_of.exact
    assert letters == sorted(letters)
    assert set(letters) == {"A", "B", "C"}
    assert all(one.words.lower() == "bicycle" for one in told_of.lines)
    row = search.concordance("his bicycle oiled").lines
    assert [one.before.endswith("keep ") for one in row] == [True]
    assert not search.concordance("the", most=2).exact


def test_a_find_in_a_sheet_says_what_says_it(told):
    _, search = told
    found = [one for one in search.find("doormat").finds if one.where == FoundIn.SHEET]
    assert [one.said.startswith("value/") for one in found] == [True]
    assert found[0].passages == ()
