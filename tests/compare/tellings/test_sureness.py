"""How sure two runs of passages are: by themselves, by what is around, by what others say."""

import numpy as np
import pytest

from writerdesk.compare.tellings.sureness import (
    Bonded,
    Heard,
    Ties,
    contradicted,
    signs,
    sureness,
    vouched,
)
from writerdesk.compare.tellings.weights import learned


def ties(cells, paragraphs=12, odds=0.5, words=60):
    left, right, sure = zip(*cells, strict=True)
    sizes = np.full(paragraphs, words)
    return Ties(
        np.array(left), np.array(right), np.array(sure), np.full(len(cells), odds), (sizes, sizes)
    )


RUN = ((5, 6), (5, 6))
LONELY = ties([(5, 5, 0.6)])
AMONG_OTHERS = ties([(n, n, 0.6) for n in range(12)])


def test_a_run_is_surer_where_what_is_around_is_tied_too():
    alone, among = (sureness([RUN], some, (), learned().runs)[0] for some in (LONELY, AMONG_OTHERS))
    assert among > alone + 0.2


def test_what_is_around_a_run_leaves_out_the_run_itself():
    assert signs([RUN], LONELY)[0, -1] == 0
    assert signs([RUN], AMONG_OTHERS)[0, -1] == pytest.approx(0.6)


def test_a_tie_between_texts_of_a_few_words_is_never_sure():
    short = ties([(0, 0, 0.9)], paragraphs=2, odds=2.0, words=20)
    assert sureness([((0, 1), (0, 1))], short, (), learned().runs)[0] < 0.85


ONE_PLACE = Heard([Bonded((5, 6), (3, 4), 0.9)], [Bonded((5, 6), (3, 5), 0.8)])
TWO_PLACES = Heard([Bonded((5, 6), (3, 4), 0.9)], [Bonded((5, 6), (8, 9), 0.8)])


def test_a_witness_speaks_against_what_it_tells_at_two_places():
    assert contradicted([RUN], [ONE_PLACE])[0] == 0
    assert contradicted([RUN], [TWO_PLACES])[0] == pytest.approx(0.72)
    among = [
        sureness([RUN], AMONG_OTHERS, heard, learned().runs)[0]
        for heard in ([TWO_PLACES], [ONE_PLACE])
    ]
    assert among[0] < among[1]


def test_two_runs_are_tied_by_a_witness_that_is_sure_of_both():
    sure = Heard([Bonded((1, 3), (3, 4), 0.95)], [Bonded((7, 8), (3, 4), 0.9)])
    assert vouched([sure], []) == {(1, 7): pytest.approx(0.855), (2, 7): pytest.approx(0.855)}
    assert not vouched([ONE_PLACE], [])


def test_no_witness_is_asked_of_what_is_settled():
    sure = Heard([Bonded((1, 3), (3, 4), 0.95)], [Bonded((7, 8), (3, 4), 0.9)])
    assert not vouched([sure], [((2, 3), (0, 1))])
    assert not vouched([sure], [((9, 10), (7, 8))])


def test_half_of_what_a_witness_tells_must_be_the_same_for_both():
    little = Heard([Bonded((1, 2), (3, 4), 0.95)], [Bonded((7, 8), (3, 6), 0.95)])
    assert not vouched([little], [])
