"""Any changes of a revision can be taken, in any order, and given back, whatever was found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.writer import Writer
from tests.story.test_acts import story_of
from writerdesk.compare import NOTHING_OVERLOOKED, Relation, compare
from writerdesk.compare.stops import read_together
from writerdesk.compare.takes import taking
from writerdesk.manuscript import Passage
from writerdesk.story.acts import act, undone
from writerdesk.story.drafting import edit_text
from writerdesk.story.taking import Take, draft_source, take, take_everything


@st.composite
def two_drafts(draw):
    """A story of a draft and its revision, and what was found between them."""
    writer = Writer(draw(st.randoms(use_true_random=False)))
    before = writer.draft(9)
    after = before
    for _ in range(3):
        after = writer.edited(after)
    story, ids = story_of("a", "b")
    left, right = story.drafts
    story = edit_text(story, left.id, before)
    story = edit_text(story, right.id, after)
    return story, ids


def found(story):
    left, right = story.drafts
    return compare(left.text, right.text, settings=NOTHING_OVERLOOKED)


def asked_of(story, stop, reading):
    left, right = story.drafts
    asked = taking(reading, stop, 1, 0)
    return Take(Passage(right.id, asked.paragraphs), left.id, asked.after, asked.instead)


def is_lawful(text, source):
    assert len(set(text.ids)) == len(text.ids) == len(text.paragraphs)
    assert set(text.paragraphs) <= set(source[0].paragraphs) | set(source[1].paragraphs)
    assert all(text.place_of(id) is not None for id in text.aliases if id not in text)


@settings(max_examples=6, deadline=None)
@given(two_drafts(), st.randoms(use_true_random=False))
def test_any_changes_taken_in_any_order_give_a_lawful_draft_and_undone_the_old_one(two, random):
    story, ids = two
    before = [draft.text for draft in story.drafts]
    reading = read_together(before, {(0, 1): found(story)})
    stops = random.sample(reading.stops, random.randint(0, len(reading.stops)))
    done = []
    for stop in stops:
        after = take(story, asked_of(story, stop, reading), ids)
        done.append(act("take", story, after))
        story = after
        is_lawful(story.drafts[0].text, before)
        assert story.drafts[1].text is before[1]
    for one in reversed(done):
        story = undone(story, one).story
    assert story.drafts[0].text.is_identical(before[0])


@settings(max_examples=6, deadline=None)
@given(two_drafts(), st.randoms(use_true_random=False))
def test_changes_taken_one_by_one_as_they_then_are_end_with_the_words_of_the_other(two, random):
    story, ids = two
    right = story.drafts[1].text
    for _ in range(2 * (len(story.drafts[0].text) + len(right))):
        comparison = found(story)
        reading = read_together([story.drafts[0].text, right], {(0, 1): comparison})
        if comparison.relation is not Relation.REVISION or any(p.moved for p in comparison.pairs):
            return
        if not reading.stops:
            break
        story = take(story, asked_of(story, random.choice(reading.stops), reading), ids)
    # A passage that was only parted, joined or set otherwise is no change one goes to.
    assert words(story.drafts[0].text) == words(right)


def words(text):
    return " ".join(paragraph.text for paragraph in text.paragraphs).split()


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
