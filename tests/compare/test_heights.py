import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.compare.heights import Heights


@given(
    st.lists(st.integers(0, 100), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 100)), max_size=40),
)
def test_sums_are_those_of_a_plain_list(guesses, corrections):
    heights, plain = Heights(guesses), [float(guess) for guess in guesses]
    for place, height in corrections:
        index = place % len(plain)
        moved = heights.correct(index, height)
        assert moved == (plain[index] != height)
        assert heights.is_known(index)
        plain[index] = float(height)
    assert [heights[n] for n in range(len(plain))] == plain
    assert [heights.above(n) for n in range(len(plain) + 1)] == [
        sum(plain[:n]) for n in range(len(plain) + 1)
    ]


def test_a_depth_is_found_in_the_height_that_covers_it():
    heights = Heights([10, 0, 20, 5])
    assert [heights.at(depth) for depth in (-3, 0, 9.5, 10, 29, 30, 99)] == [0, 0, 0, 2, 2, 3, 3]
    assert heights.between(1, 3) == pytest.approx(20)
    assert heights.total == 35
    assert len(heights) == 4
