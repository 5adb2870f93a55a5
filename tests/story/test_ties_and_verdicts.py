"""Ties, verdicts, stars and what is said of beats hold on to passages, and let go when told to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.story.test_acts import says, story_of
from writerdesk.compare import By, Pin
from writerdesk.manuscript import Paragraph, Passage, Record, words_of
from writerdesk.story.acts import act, undone
from writerdesk.story.beats import mark_beat, said_of, unmark_beat
from writerdesk.story.drafting import delete_draft, edit_text
from writerdesk.story.items import fields_of, item_from
from writerdesk.story.said import BeatMark, BeatSays, Judgement, Tie, Verdict
from writerdesk.story.story import Story
from writerdesk.story.ties import pins_between, tie, untie
from writerdesk.story.verdicts import judge, star, stars_in, verdicts_in


@pytest.fixture
def told():
    return story_of("The dust.|A dog came.|They went north.", "Rain.|He met a dog. It sang.")


def passage(story, draft, *numbers, start=0, end=None):
    text = story.drafts[draft].text
    return Passage(story.drafts[draft].id, tuple(text.ids[n] for n in numbers), start, end)


def typed(story, draft, number, text):
    one = story.drafts[draft]
    paragraph = replace(one.text.paragraphs[number], text=text)
    items = [(one.text.ids[number], paragraph)]
    return edit_text(story, one.id, one.text.splice(number, number + 1, items))


def test_a_tie_is_the_same_from_both_sides(told):
    story, names = told
    pin = Pin(passage(story, 0, 1), passage(story, 1, 1), By.DRAWN)
    story = tie(story, pin, names)
    one, other = (draft.id for draft in story.drafts)
    assert pins_between(story, one, other) == (pin,)
    assert pins_between(story, other, one) == (Pin(pin.right, pin.left, By.DRAWN),)


def test_the_last_word_on_two_passages_holds(told):
    story, names = told
    pin = Pin(passage(story, 0, 1), passage(story, 1, 1), By.CONFIRMED)
    forbidden = Pin(pin.right, pin.left, By.FORBIDDEN)
    story = tie(tie(story, pin, names), forbidden, names)
    assert [one.by for one in pins_between(story, pin.left.draft, pin.right.draft)] == [
        By.FORBIDDEN
    ]
    assert pins_between(untie(story, pin), pin.left.draft, pin.right.draft) == ()


def test_a_tie_survives_edits_and_sleeps_while_its_passage_is_gone(told):
    story, names = told
    pin = Pin(passage(story, 0, 1), passage(story, 1, 1), By.DRAWN)
    one, other = pin.left.draft, pin.right.draft
    story = tie(story, pin, names)
    assert pins_between(typed(story, 0, 1, "A large dog came."), one, other) == (pin,)
    before = story.draft(one).text
    gone = edit_text(story, one, before.splice(1, 2, []))
    assert pins_between(gone, one, other) == ()
    assert pins_between(edit_text(gone, one, before), one, other) == (pin,)
    assert pins_between(delete_draft(story, one), one, other) == ()


def test_a_verdict_is_given_changed_and_taken_back_with_one_key(told):
    story, names = told
    both = passage(story, 0, 0, 1)
    story = judge(story, both, Judgement.KEEP, names)
    assert verdicts_in(story, both.draft) == dict.fromkeys(both.paragraphs, Judgement.KEEP)
    first = passage(story, 0, 0)
    story = judge(story, first, Judgement.LEAVE, names)
    assert list(verdicts_in(story, both.draft).values()) == [Judgement.LEAVE, Judgement.KEEP]
    story = judge(story, first, Judgement.LEAVE, names)
    assert verdicts_in(story, both.draft) == {both.paragraphs[1]: Judgement.KEEP}


def test_a_star_stays_on_its_sentence(told):
    story, names = told
    sentence = passage(story, 1, 1, start=14, end=22)
    story = star(story, sentence, names)
    story = typed(story, 1, 1, "It was then that he met a dog. It sang.")
    [(_, at)] = stars_in(story, sentence.draft)
    assert words_of(at, story.drafts[1].text) == "It sang."
    assert not list(stars_in(star(story, at, names), sentence.draft))


def test_stars_on_neighbouring_sentences_are_two(told):
    story, names = told
    story = star(story, passage(story, 1, 1, start=0, end=13), names)
    story = star(story, passage(story, 1, 1, start=14, end=22), names)
    assert len(list(stars_in(story, story.drafts[1].id))) == 2
    assert verdicts_in(story, story.drafts[1].id) == {}


def test_a_beats_name_holds_for_whatever_beat_has_its_passage(told):
    story, names = told
    beat = [passage(story, 0, 1), passage(story, 1, 1)]
    story = mark_beat(story, BeatSays.NAME, beat, names, name="the dog")
    story = mark_beat(story, BeatSays.NAME, beat, names, name="the gift")
    larger = [passage(story, 0, 0, 1, 2)]
    assert [mark.name for mark in said_of(story, larger)] == ["the gift"]
    assert said_of(story, [passage(story, 1, 0)]) == ()
    assert said_of(unmark_beat(story, BeatSays.NAME, beat), larger) == ()


def test_all_of_it_can_be_undone(told):
    before, names = told
    pin = Pin(passage(before, 0, 1), passage(before, 1, 1), By.DRAWN)
    for after in (
        tie(before, pin, names),
        judge(before, pin.left, Judgement.MAYBE, names),
        star(before, pin.left, names),
        mark_beat(before, BeatSays.LEFT_OUT, [pin.left], names),
    ):
        assert says(undone(after, act("said", before, after)).story) == says(before)


def test_what_is_kept_reads_back_the_same(told):
    story, names = told
    pin = Pin(passage(story, 0, 1), passage(story, 1, 1, start=3, end=8), By.DRAWN)
    story = star(tie(story, pin, names), pin.right, names)
    story = mark_beat(story, BeatSays.PLACE, [pin.left], names, place=3)
    for item in story.items.values():
        assert item_from(Record(item.kind, item.id, fields_of(item))) == item
    assert len(list(story.of_kind(Tie))) == len(list(story.of_kind(BeatMark))) == 1


_anything = st.recursive(
    st.none() | st.text(max_size=3) | st.integers(-2, 3) | st.booleans() | st.binary(max_size=2),
    lambda inner: st.lists(inner, max_size=5).map(tuple),
    max_leaves=12,
)
_nearly_anchors = st.tuples(
    st.text(max_size=2),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4)), max_size=3).map(tuple) | _anything,
    st.integers(-2, 9) | _anything,
    st.integers(-2, 9),
    st.text(max_size=5) | _anything,
    st.text(max_size=5) | _anything,
    st.text(max_size=5),
)


@given(st.sampled_from([Tie, Verdict, BeatMark]), st.data())
def test_hostile_fields_read_as_something_harmless(kind, data):
    names = ["left", "right", "anchor", "by", "judgement", "says", "name", "place", "deleted"]
    fields = st.dictionaries(st.sampled_from(names), _anything | _nearly_anchors)
    story, _ = story_of("One.|Two.")
    records = [Record(kind.kind, "x", data.draw(fields))]
    records += [Record("draft", one.id, fields_of(one)) for one in story.drafts]
    story = Story.from_records(records)
    draft = story.drafts[0].id
    assert pins_between(story, draft, draft) is not None
    assert verdicts_in(story, draft) is not None
    assert list(stars_in(story, draft)) is not None
    assert said_of(story, [passage(story, 0, 0)]) is not None


def test_a_paragraph_may_change_its_kind_under_a_verdict(told):
    story, names = told
    story = judge(story, passage(story, 0, 0), Judgement.KEEP, names)
    one = story.drafts[0]
    items = [(one.text.ids[0], Paragraph("The dust.", kind="heading1"))]
    story = edit_text(story, one.id, one.text.splice(0, 1, items))
    assert list(verdicts_in(story, one.id).values()) == [Judgement.KEEP]
