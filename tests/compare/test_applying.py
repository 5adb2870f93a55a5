"""What is marked can be done: all of it gives the right draft, undone again it gives the left."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.applying import Change, are_apart, changes, done, side
from tests.compare.drafts import document, revisions, two_drafts
from writerdesk.compare import NOTHING_OVERLOOKED, compare
from writerdesk.compare.unlike import shape
from writerdesk.manuscript import Mark, Paragraph, unwritable


def pairs(left, right):
    """Give both sides of every pair that has words, each as one paragraph with its marks."""
    for pair in compare(left, right, settings=NOTHING_OVERLOOKED).pairs:
        ours = side(left, pair.left, pair.detail.left)
        theirs = side(right, pair.right, pair.detail.right)
        if ours.words() or theirs.words():
            yield ours, theirs


def all_together_give_the_right(left, right, _random):
    for ours, theirs in pairs(left, right):
        found = changes(ours, theirs)
        assert are_apart(found)
        assert done(ours.whole, found, theirs.whole) == theirs.whole
        if len(ours.paragraphs) == len(theirs.paragraphs) == 1 and ours.kept():
            is_set_otherwise = shape(ours.paragraphs[0]) != shape(theirs.paragraphs[0])
            assert bool(ours.format and theirs.format) >= is_set_otherwise


def any_in_any_order_give_a_lawful_draft(left, right, random):
    for ours, theirs in pairs(left, right):
        found = [change for change in changes(ours, theirs) if random.random() < 0.6]
        in_order = done(ours.whole, found, theirs.whole)
        random.shuffle(found)
        assert done(ours.whole, found, theirs.whole) == in_order
        assert unwritable(in_order.text) is None


def each_undone_gives_the_left(left, right, random):
    for ours, theirs in pairs(left, right):
        back = [Change(change.right, change.left) for change in changes(ours, theirs)]
        random.shuffle(back)
        assert done(theirs.whole, back, ours.whole) == ours.whole


LAWS = (
    all_together_give_the_right,
    any_in_any_order_give_a_lawful_draft,
    each_undone_gives_the_left,
)


def runs(few, many):
    """Try the laws a few times, and many times under torture."""
    tries = [few, pytest.param(many, marks=pytest.mark.torture)]
    return pytest.mark.parametrize("times", tries)


def held(drafts, times):
    @settings(max_examples=times, deadline=None)
    @given(drafts, st.randoms(use_true_random=False))
    def law(two, random):
        left, right = two
        for one in LAWS:
            one(left, right, random)

    law()


@runs(5, 3000)
def test_the_changes_of_odd_little_drafts_can_be_done_and_undone(times):
    held(two_drafts(most=4), times)


@runs(8, 3000)
def test_the_changes_of_a_revision_can_be_done_and_undone(times):
    held(revisions(edits=4), times)


@pytest.mark.parametrize(
    ("text", "other", "place"),
    [
        ("storm said\n", " storm said\n", 10),
        ("storm said", " storm said", 5),
        (" storm said home", " storm went home", 0),
    ],
)
def test_a_blank_set_in_bold_is_told(text, other, place):
    one = document([Paragraph(text, marks=(Mark(place, place + 1, "bold"),))])
    all_together_give_the_right(one, document([Paragraph(other)], 1), None)
    all_together_give_the_right(document([Paragraph(other)], 1), one, None)
