"""Who a paragraph is after an edit."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import ParagraphId
from writerdesk.manuscript.identity import Claim, Touched, settle

A, B, C = (ParagraphId(1, n) for n in range(3))
NEW = ParagraphId(9, 1)


def settled(before, after, kept=(99, 99), elsewhere=()):
    numbers = count(1)
    touched = Touched(before, [Claim(*claim) for claim in after], *kept)
    return settle(
        touched,
        elsewhere=lambda id: id in elsewhere,
        born=lambda: ParagraphId(9, next(numbers)),
    )


@pytest.mark.parametrize(
    ("before", "after", "ids"),
    [
        ([(A, "storm")], [(A, "st"), (A, "orm")], (NEW, A)),
        ([(A, "dust")], [(A, "du"), (A, "st")], (A, NEW)),
        ([(A, "dust")], [(A, ""), (A, "dust")], (NEW, A)),
        ([(A, "dust")], [(A, "dust"), (A, "")], (A, NEW)),
        ([(A, "")], [(A, ""), (A, "")], (A, NEW)),
        ([(A, "a"), (B, "bcd")], [(A, "abcd")], (A,)),
        ([(A, ""), (B, "bcd")], [(A, "bcd")], (B,)),
        ([(A, "dust")], [(None, "dust")], (A,)),
        ([(A, "")], [(None, "")], (A,)),
    ],
)
def test_an_id_follows_the_words(before, after, ids):
    assert settled(before, after).ids == ids


def test_one_half_remembers_the_other_and_a_joined_one_lives_on():
    assert settled([(A, "dust")], [(A, "du"), (A, "st")]).origins == {NEW: A}
    assert settled([(A, "a"), (B, "b")], [(A, "ab")]).aliases == {B: A}


def test_deleting_one_of_two_that_say_the_same_leaves_the_other_itself():
    before = [(A, "dust"), (B, "dust")]
    assert settled(before, [(B, "dust")], kept=(0, 4)).ids == (B,)
    assert settled(before, [(A, "dust")], kept=(4, 0)).ids == (A,)


def test_a_copy_of_a_paragraph_elsewhere_is_born_from_it():
    result = settled([(A, "")], [(A, ""), (C, "dust")], elsewhere={C})
    assert result.ids == (A, NEW)
    assert result.origins == {NEW: C}


def test_a_paragraph_that_was_cut_comes_back_as_itself():
    assert settled([(A, "a")], [(A, "a"), (C, "dust")]).ids == (A, C)


ids = st.sampled_from([A, B, C, ParagraphId(1, 3), ParagraphId(1, 4)])
texts = st.text("ab", max_size=3)


@given(
    st.lists(st.tuples(ids, texts), max_size=4, unique_by=lambda item: item[0]),
    st.lists(st.tuples(st.none() | ids, texts), max_size=5),
    st.tuples(st.integers(0, 9), st.integers(0, 9)),
    st.sets(ids, max_size=2),
)
def test_ids_are_unique_and_never_those_of_others(before, after, kept, elsewhere):
    elsewhere -= {id for id, _ in before}
    result = settled(before, after, kept, elsewhere)
    assert len(result.ids) == len(after) == len(set(result.ids))
    assert not elsewhere & set(result.ids)
    assert set(result.aliases).isdisjoint(result.ids)
    assert set(result.aliases.values()) <= set(result.ids)
    assert set(result.origins) <= set(result.ids)
