from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.compare.segments import Run, Segment, Tie, heaviest_chain, segments

_COUNTS = st.integers(2, 4)


@st.composite
def tied_columns(draw, columns=_COUNTS):
    count = draw(columns)
    lengths = [draw(st.integers(0, 12)) for _ in range(count)]
    ties = []
    for _ in range(draw(st.integers(0, 10))):
        runs = []
        for length in lengths:
            if length and draw(st.booleans()):
                start = draw(st.integers(0, length - 1))
                runs.append(Run(start, draw(st.integers(start + 1, min(length, start + 3)))))
            else:
                runs.append(None)
        ties.append(Tie(tuple(runs), draw(st.integers(1, 50))))
    return ties, lengths, draw(st.integers(0, count - 1))


@given(tied_columns())
def test_every_paragraph_stands_in_exactly_one_segment_and_in_order(case):
    ties, lengths, hub = case
    laid = segments(ties, lengths, hub=hub)
    for column, length in enumerate(lengths):
        shown = [n for segment in laid for n in range(*segment.runs[column])]
        assert shown == list(range(length))


@given(tied_columns())
def test_a_segment_without_ties_has_one_column_only(case):
    ties, lengths, hub = case
    for segment in segments(ties, lengths, hub=hub):
        assert bool(segment.ties) != (segment.column is not None)


@given(tied_columns(st.just(2)))
def test_the_heaviest_chain_is_as_heavy_as_any(case):
    ties, _, _ = case
    bound = [(*tie.runs, tie.weight) for tie in ties if all(tie.runs)]
    kept = heaviest_chain(bound)
    for earlier, later in pairwise(kept):
        assert bound[earlier][0].end <= bound[later][0].start
        assert bound[earlier][1].end <= bound[later][1].start
    assert sum(bound[n][2] for n in kept) == _heaviest_by_trying_all(bound)


def _heaviest_by_trying_all(bound):
    order = sorted(bound)
    best = [0.0] * len(order)
    for n, (left, right, weight) in enumerate(order):
        before = [
            best[m]
            for m in range(n)
            if order[m][0].end <= left.start and order[m][1].end <= right.start
        ]
        best[n] = weight + max(before, default=0)
    return max(best, default=0)


def test_where_both_have_a_run_of_their_own_the_first_columns_comes_first():
    laid = segments([Tie((Run(1, 2), Run(2, 3)))], [3, 4])
    assert laid == (
        Segment((Run(0, 1), Run(0, 0))),
        Segment((Run(1, 1), Run(0, 2))),
        Segment((Run(1, 2), Run(2, 3)), (0,)),
        Segment((Run(2, 3), Run(3, 3))),
        Segment((Run(3, 3), Run(3, 4))),
    )


def test_a_moved_passage_anchors_nothing():
    ties = [
        Tie((Run(0, 1), Run(2, 3)), 10),
        Tie((Run(1, 2), Run(0, 1)), 30),
        Tie((Run(2, 3), Run(1, 2)), 30),
    ]
    anchored = [segment.ties for segment in segments(ties, [3, 3]) if segment.ties]
    assert anchored == [(1,), (2,)]


def test_ties_of_two_columns_to_one_passage_of_the_hub_are_one_segment():
    ties = [Tie((Run(0, 1), Run(0, 2), None)), Tie((None, Run(1, 3), Run(0, 1)))]
    assert segments(ties, [1, 3, 1], hub=1) == (Segment((Run(0, 1), Run(0, 3), Run(0, 1)), (0, 1)),)
