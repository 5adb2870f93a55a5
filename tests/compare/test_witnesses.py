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


LEFT, RIGHT = told("told-anew-umbrella", "left"), told("told-anew-umbrella", "right")


def bond(document, first, last, theirs, sure=0.95):
    return Bond(document.ids[first:last], theirs, sure)


# By the tale's own table he opens the umbrella in passages 10 and 11, and in passage 12.
WITNESS = Witness((bond(LEFT, 9, 11, (0, 1)),), (bond(RIGHT, 11, 12, (0, 1)),))


def sure_of(found, left, right):
    return next(
        pair.confidence
        for pair in found.pairs
        if found.left.ids[left] in pair.left and found.right.ids[right] in pair.right
    )


def test_passages_that_a_witness_ties_to_one_place_are_tied():
    alone, heard = compare(LEFT, RIGHT), compare(LEFT, RIGHT, witnesses=[WITNESS])
    assert sure_of(alone, 9, 11) < 0.85
    assert sure_of(heard, 9, 11) > 0.9


def test_swapping_the_drafts_mirrors_what_witnesses_say():
    ours = compare(LEFT, RIGHT, witnesses=[WITNESS])
    theirs = compare(RIGHT, LEFT, witnesses=[Witness(WITNESS.right, WITNESS.left)])
    turned = {(pair.right, pair.left, pair.confidence) for pair in theirs.pairs}
    assert {(pair.left, pair.right, pair.confidence) for pair in ours.pairs} == turned


def test_a_witness_does_not_outweigh_the_writer():
    pin = Pin(Passage("a", (LEFT.ids[9],)), Passage("b", (RIGHT.ids[11],)), By.FORBIDDEN)
    found = compare(LEFT, RIGHT, pins=[pin], witnesses=[WITNESS])
    with pytest.raises(StopIteration):
        sure_of(found, 9, 11)


def test_witnesses_hold_until_others_are_named():
    found = compare(LEFT, RIGHT, witnesses=[WITNESS])
    edited = LEFT.splice(0, 1, [(LEFT.ids[0], LEFT.paragraphs[1])])
    again = recompare(found, edited, RIGHT)
    assert to_json(again) == to_json(compare(edited, RIGHT, witnesses=[WITNESS]))
    assert to_json(recompare(again, LEFT, RIGHT, witnesses=())) == to_json(compare(LEFT, RIGHT))


def test_what_witnesses_say_travels_to_the_worker():
    asked = Asked(LEFT, RIGHT, AS_USUAL, (), (WITNESS,))
    head = json.loads(json.dumps(comparison_question("a", "b", asked)))
    _beside, found = answer_question(head, (LEFT, RIGHT), None, lambda: False)
    assert found.witnesses == (WITNESS,)


def test_the_third_of_three_drafts_is_heard():
    # A draft that is a revision of another ties what that one ties.
    revised = LEFT.splice(0, 1, [(LEFT.ids[0], LEFT.paragraphs[8])])
    beats = compare_many([LEFT, RIGHT, revised])
    assert beats.comparisons[0, 1].witnesses
    assert not beats.comparisons[0, 2].witnesses, "a revision needs none"
