"""Any changes of a revision can be taken, in any order, and given back, whatever was found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.writer import Writer
from tests.story.test_acts import story_of
from writerdesk.compare import NOTHING_OVERLOOKED, Relation, compare
from writerdesk.compare.stops import read_together
from writerdesk.compare.takes import takings
from writerdesk.manuscript import Origin, Passage
from writerdesk.story.acts import act, undone
from writerdesk.story.drafting import edit_text
from writerdesk.story.taking import Take, draft_source, take, take_everything


@st.composite
def two_drafts(draw):
    """A story of a draft and its revision."""
    writer = Writer(draw(st.randoms(use_true_random=False)))
    before = writer.draft(9)
    after = before
    for _ in range(draw(st.integers(1, 5))):
        after = writer.edited(after)
    story, ids = story_of("a", "b")
    left, right = story.drafts
    story = edit_text(story, left.id, before)
    story = edit_text(story, right.id, after)
    return story, ids


def found(story):
    left, right = story.drafts
    return compare(left.text, right.text, settings=NOTHING_OVERLOOKED)


def every_take(story):
    """Return all that can be taken of the second draft into the first, and how they relate."""
    left, right = story.drafts
    reading = read_together([left.text, right.text], {(0, 1): found(story)})
    asked = [
        Take(
            Passage(right.id, one.paragraphs),
            left.id,
            tuple(Origin(right.id, "", id) if column else id for column, id in one.after),
            one.instead,
        )
        for one in takings(reading, 1, 0)
    ]
    return asked, reading.relation


def is_lawful(text, source):
    assert len(set(text.ids)) == len(text.ids) == len(text.paragraphs)
    assert set(text.paragraphs) <= set(source[0].paragraphs) | set(source[1].paragraphs)
    assert all(text.place_of(id) is not None for id in text.aliases if id not in text)


def runs(few, many):
    """Try a law a few times, and many times under torture."""
    tries = [few, pytest.param(many, marks=pytest.mark.torture)]
    return pytest.mark.parametrize("times", tries)


def held(law, times):
    drafts = two_drafts(), st.randoms(use_true_random=False)
    settings(max_examples=times, deadline=None)(given(*drafts)(law))()


@runs(4, 3000)
def test_any_changes_taken_in_any_order_give_a_lawful_draft_and_undone_the_old_one(times):
    held(any_changes_in_any_order, times)


def any_changes_in_any_order(two, random):
    story, ids = two
    before = [draft.text for draft in story.drafts]
    asked, _ = every_take(story)
    done = []
    for one in random.sample(asked, random.randint(0, len(asked))):
        after = take(story, one, ids)
        done.append(act("take", story, after))
        story = after
        is_lawful(story.drafts[0].text, before)
        assert story.drafts[1].text is before[1]
    for one in reversed(done):
        story = undone(story, one).story
    assert story.drafts[0].text.is_identical(before[0])


@runs(8, 6000)
def test_all_changes_taken_one_by_one_in_any_order_are_exactly_the_other(times):
    held(all_changes_one_by_one, times)


def all_changes_one_by_one(two, random):
    story, ids = two
    asked, relation = every_take(story)
    for one in random.sample(asked, len(asked)):
        story = take(story, one, ids)
    taken, right = (draft.text for draft in story.drafts)
    if relation is Relation.REVISION:
        assert taken.paragraphs == right.paragraphs
    else:  # what is told elsewhere in another telling stays where it is told
        assert sorted(map(repr, taken.paragraphs)) == sorted(map(repr, right.paragraphs))


@runs(4, 3000)
def test_each_change_undone_gives_the_old_draft(times):
    held(each_undone, times)


def each_undone(two, _random):
    story, ids = two
    before = story.drafts[0].text
    for one in every_take(story)[0]:
        after = take(story, one, ids)
        back = undone(after, act("take", story, after)).story
        assert back.drafts[0].text.is_identical(before)


@settings(max_examples=6, deadline=None)
@given(two_drafts())
def test_everything_taken_at_once_is_exactly_the_other_and_undone_the_old_one(two):
    story, ids = two
    left, right = story.drafts
    answers = [(pair.right, pair.left) for pair in found(story).pairs]
    after = take_everything(story, draft_source(story, right.id), left.id, answers, ids)
    assert after.drafts[0].text.paragraphs == right.text.paragraphs
    back = undone(after, act("take", story, after)).story
    assert back.drafts[0].text.is_identical(left.text)
