"""Beats by drafts: what each tells where, and who is in it."""

from itertools import combinations

import pytest

from writerdesk.compare import Told, compare
from writerdesk.insight.telling import Person
from writerdesk.story.overview import overview
from writerdesk.story.sample import sample_drafts
from writerdesk.story.story import Story


@pytest.fixture(scope="module")
def sample():
    texts = [imported.documents[0] for _, imported in sample_drafts()]
    comparisons = {(i, j): compare(texts[i], texts[j]) for i, j in combinations(range(3), 2)}
    return texts, comparisons


def test_every_passage_stands_in_one_cell_of_its_draft(sample):
    texts, comparisons = sample
    for first in range(3):
        found = overview(Story(), "ABC", texts, comparisons, order_of=first)
        for draft, text in enumerate(texts):
            told = [id for row in found.rows for id in row.cells[draft].passages]
            assert len(set(told)) == len(told)
            assert {id for id, one in text if one.text and one.kind == "body"} <= set(told)


def test_beats_stand_in_the_order_of_the_draft_that_was_chosen(sample):
    texts, comparisons = sample
    found = overview(Story(), "ABC", texts, comparisons, order_of=2)
    told = [texts[2].place_of(row.cells[2].passages[0]) for row in found.rows if 2 in row.drafts]
    assert told == sorted(told)
    assert all(row.cells[2].told is Told.HERE for row in found.rows)
    assert any(row.cells[0].told is not Told.HERE for row in found.rows)


def test_it_counts_who_tells_what_and_says_who_is_in_it(sample):
    found = overview(Story(), "ABC", *sample)
    alone = sum(found.told_alone(draft) for draft in range(3))
    in_all = found.told_by_all() + found.perhaps_by_all()
    assert in_all + found.told_by_some() + alone == len(found.rows)
    assert found.introduced[1].person is Person.SHE
    assert "Nessa" in found.introduced[1].names
