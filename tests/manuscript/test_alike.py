"""How far two texts begin and end alike."""

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript.alike import common_end, common_start

few_letters = st.text(st.sampled_from("ab é"), max_size=12)


@given(few_letters, few_letters, few_letters)
def test_what_is_found_is_alike_and_the_next_letter_is_not(shared, one, other):
    start = common_start(shared + one, shared + other)
    assert start >= len(shared)
    assert (shared + one)[:start] == (shared + other)[:start]
    assert (shared + one)[start : start + 1] != (shared + other)[start : start + 1] or (
        start == min(len(shared + one), len(shared + other))
    )
    assert common_end((shared + one)[::-1], (shared + other)[::-1]) == start
