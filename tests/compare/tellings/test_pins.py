"""What the writer says of passages holds, whatever the score thinks."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.tellings_data import ours
from writerdesk.compare import compare, to_json
from writerdesk.compare.tellings.linking import scored
from writerdesk.compare.tellings.score import LEAST_CONFIDENCE
from writerdesk.compare.values import By, Pin, never
from writerdesk.manuscript import Passage, whole_passage
from writerdesk.story.sample import sample_drafts

TALE = next(tale for tale in ours() if tale.name == "told-anew-hill")
CELLS = st.tuples(
    st.integers(0, len(TALE.left) - 1),
    st.integers(0, len(TALE.right) - 1),
    st.sampled_from([By.CONFIRMED, By.DRAWN, By.FORBIDDEN]),
)
BEFORE: dict[str, Any] = dict(to_json(compare(TALE.left, TALE.right)))


def pinned(said):
    return [
        Pin(whole_passage("A", TALE.left, i, i + 1), whole_passage("B", TALE.right, j, j + 1), by)
        for i, j, by in said
    ]


def told(said) -> dict[str, Any]:
    return dict(to_json(compare(TALE.left, TALE.right, pins=pinned(said))))


@settings(max_examples=25)
@given(st.lists(CELLS, max_size=6, unique_by=lambda cell: cell[:2]))
def test_what_was_said_last_holds(said):
    found = told(said)
    links = {(i, j): (sure, by) for i, j, sure, by in found["links"]}
    together = {(i, j) for pair in found["pairs"] for i in pair["left"] for j in pair["right"]}
    for i, j, by in said:
        if by == By.FORBIDDEN:
            assert (i, j) not in links
            assert (i, j) not in together
        else:
            assert links[i, j] == (1.0, by)
    for side, text in (("left", TALE.left), ("right", TALE.right)):
        places = [n for pair in found["pairs"] for n in pair[side]] + found[f"{side}_only"]
        assert sorted(places) == list(range(len(text)))


@settings(max_examples=15)
@given(st.lists(CELLS, max_size=5, unique_by=lambda cell: cell[:2]))
def test_what_was_said_mirrors(said):
    there = told(said)
    pins = [Pin(pin.right, pin.left, pin.by) for pin in pinned(said)]
    back: dict[str, Any] = dict(to_json(compare(TALE.right, TALE.left, pins=pins)))
    assert sorted(there["links"]) == sorted([j, i, sure, by] for i, j, sure, by in back["links"])
    assert sorted((pair["left"], pair["right"]) for pair in there["pairs"]) == sorted(
        (pair["right"], pair["left"]) for pair in back["pairs"]
    )


def test_a_single_tie_by_hand_is_a_pair_wherever_it_stands():
    for i, j in ((0, len(TALE.right) - 1), (len(TALE.left) - 1, 0)):
        found = told([(i, j, By.DRAWN)])
        assert any(i in pair["left"] and j in pair["right"] for pair in found["pairs"])


@pytest.mark.parametrize("by", [By.CONFIRMED, By.DRAWN])
def test_a_tie_by_hand_makes_those_in_step_with_it_likelier(by):
    middle = len(TALE.left) // 2, len(TALE.right) // 2
    before = scored((TALE.left, TALE.right), (), never).tied
    after = scored((TALE.left, TALE.right), pinned([(*middle, by)]), never).tied
    for step in (-1, 1):
        beside = middle[0] + step, middle[1] + step
        assert after[beside] > before[beside]


def test_what_is_forbidden_takes_its_support_from_those_beside_it():
    i, j, sure, _ = max(BEFORE["links"], key=lambda link: link[2])
    after = {(n, m): s for n, m, s, _ in told([(i, j, By.FORBIDDEN)])["links"]}
    assert sure > 0.5
    assert (i, j) not in after
    assert after != {(n, m): s for n, m, s, _ in BEFORE["links"] if (n, m) != (i, j)}


def test_what_was_next_best_is_not_silently_put_in_its_place():
    surest = sorted(BEFORE["links"], key=lambda link: -link[2])[:6]
    before = {(i, j) for i, j, sure, _ in BEFORE["links"] if sure >= LEAST_CONFIDENCE}
    for i, j, *_ in surest:
        links = told([(i, j, By.FORBIDDEN)])["links"]
        after = {(n, m) for n, m, sure, _ in links if sure >= LEAST_CONFIDENCE}
        assert {(n, m) for n, m in after if n == i or m == j} <= before - {(i, j)}


def test_a_tie_that_is_denied_makes_its_neighbours_a_little_less_sure_and_none_much_surer():
    one, two, _ = (imported.documents[0] for _, imported in sample_drafts())
    before = compare(one, two)
    first = before.pairs[0]
    no = Pin(Passage("A", first.left), Passage("B", first.right), By.FORBIDDEN)
    after = {(pair.left, pair.right): pair for pair in compare(one, two, pins=[no]).pairs}
    others = [pair for pair in before.pairs[1:] if pair.confidence >= 0.5]
    assert len(others) > 4
    for pair in others:
        assert -0.1 < after[pair.left, pair.right].confidence - pair.confidence < 0.05
