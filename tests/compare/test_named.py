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


def test_people_seldom_named_together_are_two():
    assert told_of([NOBODY], pairs(0.9, (3, 3), (0, 0), (1, 1)), (LEFT, RIGHT)) == ()
    assert told_of([DOG], pairs(0.9, (0, 0), (1, 2), (1, 3)), (LEFT, RIGHT)) == ()


def test_whoever_tells_a_draft_is_in_all_of_it():
    narrator = Name("Pip", "I", 9)
    assert told_of([narrator], pairs(0.9, (0, 2), (2, 3)), (LEFT, RIGHT)) == (narrator,)
