"""Other drafts as witnesses: what both are tied to there, two drafts have in common."""

import json
from pathlib import Path

import pytest

from writerdesk.compare import AS_USUAL, compare, compare_many, recompare, to_json
from writerdesk.compare.values import Asked, Bond, By, Pin, Witness
from writerdesk.manuscript import Document, Passage
from writerdesk.story.comparing import answer_question, comparison_question

STORIES = Path(__file__).parents[1] / "stories"


def told(story, side):
    text = (STORIES / story / f"{side}.txt").read_text("utf-8")
    return Document.from_paragraphs(text.split("\n\n"))


BEES, OTHERS = told("told-anew-bees", "left"), told("told-anew-bees", "right")


def bond(document, first, last, theirs, sure=0.95):
    return Bond(document.ids[first:last], theirs, sure)


# By the tale's own table the swarm on the coffin is told in passage 8 and in passage 5.
WITNESS = Witness((bond(BEES, 7, 8, (0, 1)),), (bond(OTHERS, 4, 5, (0, 1)),))


def sure_of(found, left, right):
    return next(
        pair.confidence
        for pair in found.pairs
        if found.left.ids[left] in pair.left and found.right.ids[right] in pair.right
    )


def test_passages_that_a_witness_ties_to_one_place_are_tied():
    alone, heard = compare(BEES, OTHERS), compare(BEES, OTHERS, witnesses=[WITNESS])
    assert sure_of(alone, 7, 4) < 0.8
    assert sure_of(heard, 7, 4) > 0.9


def test_swapping_the_drafts_mirrors_what_witnesses_say():
    ours = compare(BEES, OTHERS, witnesses=[WITNESS])
    theirs = compare(OTHERS, BEES, witnesses=[Witness(WITNESS.right, WITNESS.left)])
    turned = {(pair.right, pair.left, pair.confidence) for pair in theirs.pairs}
    assert {(pair.left, pair.right, pair.confidence) for pair in ours.pairs} == turned


def test_a_witness_does_not_outweigh_the_writer():
    pin = Pin(Passage("a", (BEES.ids[7],)), Passage("b", (OTHERS.ids[4],)), By.FORBIDDEN)
    found = compare(BEES, OTHERS, pins=[pin], witnesses=[WITNESS])
    with pytest.raises(StopIteration):
        sure_of(found, 7, 4)


def test_witnesses_hold_until_others_are_named():
    found = compare(BEES, OTHERS, witnesses=[WITNESS])
    edited = BEES.splice(0, 1, [(BEES.ids[0], BEES.paragraphs[1])])
    again = recompare(found, edited, OTHERS)
    assert to_json(again) == to_json(compare(edited, OTHERS, witnesses=[WITNESS]))
    assert to_json(recompare(again, BEES, OTHERS, witnesses=())) == to_json(compare(BEES, OTHERS))


def test_what_witnesses_say_travels_to_the_worker():
    asked = Asked(BEES, OTHERS, AS_USUAL, (), (WITNESS,))
    head = json.loads(json.dumps(comparison_question("a", "b", asked)))
    _beside, found = answer_question(head, (BEES, OTHERS), None, lambda: False)
    assert found.witnesses == (WITNESS,)


def test_the_third_of_three_drafts_is_heard():
    # A draft that is a revision of another ties what that one ties.
    revised = BEES.splice(0, 1, [(BEES.ids[0], BEES.paragraphs[8])])
    beats = compare_many([BEES, OTHERS, revised])
    assert beats.comparisons[0, 1].witnesses
    assert not beats.comparisons[0, 2].witnesses, "a revision needs none"
