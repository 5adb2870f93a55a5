"""Two tellings become pairs to read, whatever their ties look like."""

import pytest

from benchmarks.tellings_data import ours
from writerdesk.compare import compare, to_json

TALES = {tale.name: tale for tale in ours()}


@pytest.mark.parametrize("name", sorted(TALES))
def test_every_paragraph_stands_once_and_a_pair_lists_only_ties_that_are_read(name):
    tale = TALES[name]
    said = to_json(compare(tale.left, tale.right))
    for side, document in (("left", tale.left), ("right", tale.right)):
        places = [n for pair in said["pairs"] for n in pair[side]] + said[f"{side}_only"]
        assert sorted(places) == list(range(len(document)))
    inside = {(i, j) for pair in said["pairs"] for i in pair["left"] for j in pair["right"]}
    assert all(sure >= 0.2 for i, j, sure, _ in said["links"] if (i, j) in inside)
