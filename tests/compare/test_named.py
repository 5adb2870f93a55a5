"""Who is who is read off pairs that are sure, and off nothing else."""

from writerdesk.compare.named import told_of
from writerdesk.compare.values import Likeness, Name, Pair, Tally
from writerdesk.manuscript import Document

LEFT = Document.from_paragraphs(["Pip came.", "Pip slept.", "It rained.", "Lyra sang."])
RIGHT = Document.from_paragraphs(["Rusty came.", "Rusty slept.", "It poured.", "Nobody sang."])
DOG, NOBODY = Name("Pip", "Rusty", 4), Name("Lyra", "Rusty", 3)


def pairs(sure, *places):
    return [
        Pair((LEFT.ids[i],), (RIGHT.ids[j],), Likeness.REWRITTEN, False, sure, Tally())
        for i, j in places
    ]


def test_people_named_together_in_sure_pairs_are_one():
    assert told_of([DOG], pairs(0.9, (0, 0), (1, 1)), (LEFT, RIGHT)) == (DOG,)


def test_pairs_that_are_not_sure_tell_nobody():
    assert told_of([DOG], pairs(0.5, (0, 0), (1, 1)), (LEFT, RIGHT)) == ()


def test_at_least_one_of_those_pairs_is_as_sure_as_three_in_four():
    assert told_of([DOG], pairs(0.7, (0, 0), (1, 1)), (LEFT, RIGHT)) == ()


def test_somebody_both_drafts_know_by_name_is_nobody_else():
    knows = Document.from_paragraphs(["Rusty came.", "Rusty slept, and Pip.", "It poured.", "."])
    sure = [
        Pair((LEFT.ids[n],), (knows.ids[n],), Likeness.REWRITTEN, False, 0.9, Tally())
        for n in (0, 1)
    ]
    assert told_of([DOG], sure, (LEFT, knows)) == ()


def test_a_first_name_and_a_last_name_side_by_side_are_one_person():
    whole = Document.from_paragraphs(["Then Pip Rusty came.", "Rusty slept.", "It poured.", "."])
    sure = [
        Pair((LEFT.ids[n],), (whole.ids[n],), Likeness.REWRITTEN, False, 0.9, Tally())
        for n in (0, 1)
    ]
    assert told_of([DOG], sure, (LEFT, whole)) == (DOG,)


def test_people_seldom_named_together_are_two():
    assert told_of([NOBODY], pairs(0.9, (3, 3), (0, 0), (1, 1)), (LEFT, RIGHT)) == ()
    assert told_of([DOG], pairs(0.9, (0, 0), (1, 2), (1, 3)), (LEFT, RIGHT)) == ()


def test_whoever_tells_a_draft_is_in_all_of_it():
    narrator = Name("Pip", "I", 9)
    assert told_of([narrator], pairs(0.9, (0, 2), (2, 3)), (LEFT, RIGHT)) == (narrator,)
