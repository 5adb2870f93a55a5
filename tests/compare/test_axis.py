"""The scrolling law: for a step of d nothing in view moves more than d, nor the other way."""

import random
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from writerdesk.compare.axis import Axis
from writerdesk.compare.sight import View

# Below what a screen can show; sums of some thousand heights differ by less than this.
_A_HAIR = 1e-3


class Columns:
    """Columns of real heights, of which the axis at first knows guesses that are far off."""

    def __init__(self, seed, *, columns, segments, wrong=0.5):
        chance = random.Random(seed)
        self.bounds = [[0] for _ in range(columns)]
        self.heights = [[] for _ in range(columns)]
        for _ in range(segments):
            alone = chance.randrange(columns) if chance.random() < 0.4 else None
            for column in range(columns):
                self._fill(column, alone is None or column == alone, chance)
        self.guesses = [
            [h * chance.uniform(1 - wrong, 1 + wrong) for h in column] for column in self.heights
        ]

    def _fill(self, column, has_text, chance):
        count = chance.randint(1, 4) if has_text else 0
        heights = [float(chance.randint(20, 400)) for _ in range(count)] or [30.0]
        self.heights[column].extend(heights)
        self.bounds[column].append(len(self.heights[column]))

    def axis(self, height=900.0):
        view = View(height, height / 3, 14.0, 0.6 * height)
        axis = Axis(self.bounds, self.guesses, view)
        axis.go_to_start(self.measure)
        return axis

    def measure(self, column, item):
        return self.heights[column][item]


def tops(axis):
    return [{s.item: s.top for s in axis.shown(c)} for c in range(len(axis.spots))]


def assert_lawful(before, after, step):
    for old, new in zip(before, after, strict=True):
        for item in old.keys() & new.keys():
            moved = old[item] - new[item]
            onward = moved if step >= 0 else -moved
            assert -_A_HAIR <= onward <= abs(step) + _A_HAIR


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**9),
    columns=st.integers(2, 4),
    segments=st.integers(1, 40),
    height=st.sampled_from([300.0, 700.0, 1400.0]),
    steps=st.lists(
        st.one_of(st.integers(-60, 120), st.integers(-900, 900), st.integers(-9000, 9000)),
        min_size=1,
        max_size=60,
    ),
)
@example(seed=0, columns=2, segments=3, height=700.0, steps=[1103, -700])
def test_nothing_moves_more_than_the_step_nor_backwards(seed, columns, segments, height, steps):
    case = Columns(seed, columns=columns, segments=segments)
    axis = case.axis(height)
    for step in steps:
        before = tops(axis)
        axis.move(step, case.measure)
        assert_lawful(before, tops(axis), step)


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_the_law_holds_over_thousands_of_steps_and_jumps(columns):
    case = Columns(columns, columns=columns, segments=300)
    axis, chance = case.axis(), random.Random(7)
    for _ in range(3000):
        if chance.random() < 0.02:
            axis.go_to(chance.randrange(300), case.measure)
        step = chance.choice([24, 48, -48, 120, 600, -600, 3, -1])
        before = tops(axis)
        axis.move(step, case.measure)
        assert_lawful(before, tops(axis), step)


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_what_is_in_view_follows_without_a_hole(columns):
    case = Columns(11, columns=columns, segments=80)
    axis = case.axis()
    for _ in range(200):
        axis.move(130, case.measure)
        for column in range(columns):
            shown = axis.shown(column)
            for one, next_one in pairwise(shown):
                assert next_one.item == one.item + 1
                assert next_one.top == pytest.approx(one.top + one.height)
            assert all(s.height == case.heights[column][s.item] for s in shown)


def test_a_segment_that_is_gone_to_stands_level_at_the_focus_line():
    case = Columns(3, columns=3, segments=60)
    axis = case.axis()
    for segment in (40, 3, 59, 17):
        axis.go_to(segment, case.measure)
        for column in range(3):
            assert axis.top_of(column, case.bounds[column][segment]) == pytest.approx(300)


def test_columns_are_level_again_where_a_segment_ends_though_every_guess_was_wrong():
    case = Columns(5, columns=2, segments=50)
    axis = case.axis()
    met = 0
    while axis.segment < 45:
        nearest = axis.start_of(axis.segment + 1) - axis.position
        axis.move(max(1.0, min(40.0, nearest)), case.measure)
        here = [axis.top_of(c, case.bounds[c][axis.segment]) for c in range(2)]
        if max(here) - min(here) < 2:
            met += 1
    assert met >= 40


def test_scrolling_there_and_back_comes_home():
    case = Columns(9, columns=2, segments=50, wrong=0.0)
    axis = case.axis()
    axis.go_to(20, case.measure)
    home = tops(axis)
    for step in (900, 48, -300, 5, -653):
        axis.move(step, case.measure)
    for old, new in zip(home, tops(axis), strict=True):
        assert old == pytest.approx(new)


def test_the_end_of_the_longest_column_comes_to_rest_and_the_beginning_to_the_top():
    case = Columns(21, columns=2, segments=30)
    axis = case.axis()
    for _ in range(200):
        axis.move(700, case.measure)
    ends = [axis.top_of(c, case.bounds[c][-1]) for c in range(2)]
    assert 300 <= max(ends) <= 540
    for _ in range(200):
        axis.move(-700, case.measure)
    assert [axis.top_of(c, 0) for c in range(2)] == pytest.approx([14, 14])


def test_a_far_step_lands_where_many_small_ones_do():
    case = Columns(31, columns=2, segments=200, wrong=0.0)
    far, near = case.axis(), case.axis()
    far.go_to(2, case.measure)
    near.go_to(2, case.measure)
    far.move(9000, case.measure)
    for _ in range(90):
        near.move(100, case.measure)
    assert far.position == pytest.approx(near.position)
    far.move(-7000, case.measure)
    for _ in range(70):
        near.move(-100, case.measure)
    assert far.position == pytest.approx(near.position)
    for old, new in zip(tops(far), tops(near), strict=True):
        assert old == pytest.approx(new)


def test_one_column_can_be_put_and_shifted_while_the_others_stand_still():
    case = Columns(41, columns=2, segments=40)
    axis = case.axis()
    axis.go_to(10, case.measure)
    before = tops(axis)[0]
    axis.put(1, case.bounds[1][30], 400.0, case.measure)
    assert axis.top_of(1, case.bounds[1][30]) == pytest.approx(400)
    axis.shift(1, -150, case.measure)
    assert axis.top_of(1, case.bounds[1][30]) == pytest.approx(550)
    assert tops(axis)[0] == pytest.approx(before)
    axis.follow(0, case.measure)
    assert tops(axis)[0] == pytest.approx(before)
    assert axis.top_of(1, case.bounds[1][10]) == pytest.approx(300)


def test_a_window_of_another_height_moves_nothing():
    case = Columns(51, columns=2, segments=40)
    axis = case.axis()
    axis.go_to(10, case.measure)
    before = tops(axis)
    axis.look(View(600.0, 200.0, 14.0, 360.0), case.measure)
    for old, new in zip(before, tops(axis), strict=True):
        assert {item: old[item] for item in new if item in old} == pytest.approx(
            {item: new[item] for item in new if item in old}
        )


def test_text_in_another_width_keeps_what_stands_at_the_focus_line():
    case = Columns(61, columns=2, segments=40)
    axis = case.axis()
    axis.go_to(12, case.measure)
    spots = axis.spots
    case.heights = [[h * 1.4 for h in column] for column in case.heights]
    axis.reflow(case.guesses, case.measure)
    assert [spot.item for spot in axis.spots] == [spot.item for spot in spots]
    assert axis.top_of(0, case.bounds[0][12]) == pytest.approx(300)
