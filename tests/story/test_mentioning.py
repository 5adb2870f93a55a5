"""Who is mentioned where follows what is written and what people are called."""

from hypothesis import given
from hypothesis import strategies as st

from tests.story.test_acts import identities, story_of
from writerdesk.manuscript import Paragraph, words_of
from writerdesk.story.characters import add_character, also_call, call, characters
from writerdesk.story.drafting import edit_text
from writerdesk.story.mentioning import Mentioning
from writerdesk.story.sample import sample_story


def told(mentioning, story, sheet):
    return {
        story.draft(said.draft).letter: [
            words_of(place, story.draft(said.draft).text) for place in said.places
        ]
        for said in mentioning.of(sheet)
    }


def test_somebody_is_found_by_what_each_draft_calls_them():
    story = sample_story(identities()).story
    mentioning = Mentioning()
    mentioning.update(story)
    nessa = next(one for one in characters(story) if one.name == "Nessa")
    found = told(mentioning, story, nessa)
    assert {letter: set(words) for letter, words in found.items()} == {
        "A": {"Tilda"},
        "B": {"Nessa"},
        "C": {"Nessa"},
    }


def test_names_that_recur_without_a_sheet_are_offered():
    story, names = story_of("At noon Ada came with Pip. At dusk Ada and Pip went.")
    mentioning = Mentioning()
    mentioning.update(add_character(story, "Pip", names))
    assert [one.name for one in mentioning.offered()] == ["Ada"]


_texts = st.sampled_from(["Pip’s dog.", "Nobody.", "Rusty met Pip.", "The mutt, the mutt."])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1), _texts), max_size=8))
def test_what_is_kept_current_is_what_is_found_anew(steps):
    story, names = story_of("Pip.|Rusty.", "The mutt.|Rusty.")
    story = add_character(story, "Pip", names)
    [sheet] = characters(story)
    kept = Mentioning()
    for what, number, text in steps:
        draft = story.drafts[number]
        if what == 0:
            story = call(story, sheet.id, text.split()[0], draft=draft.id)
        elif what == 1:
            story = also_call(story, sheet.id, [text.split()[-1]], draft=draft.id)
        else:
            items = [(draft.text.ids[what - 2], Paragraph(text))]
            story = edit_text(story, draft.id, draft.text.splice(what - 2, what - 1, items))
        kept.update(story)
        anew = Mentioning()
        anew.update(story)
        [one] = characters(story)
        assert kept.of(one) == anew.of(one)
