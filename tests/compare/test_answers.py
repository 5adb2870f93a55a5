from tests.comparisons import comparison, document, pair
from writerdesk.compare.answers import Answers


def tales():
    left, right = document("a", "b", "c", "d"), document("x", "b1", "b2", "d")
    pairs = [pair(left, right, [1], [1, 2]), pair(left, right, [3], [3])]
    return left, right, comparison(left, right, pairs)


def test_a_passage_finds_those_that_tell_it_in_both_directions():
    left, right, found = tales()
    assert Answers(found, 0).told_there(left.ids[1]) == right.ids[1:3]
    assert Answers(found, 1).told_there(right.ids[2]) == left.ids[1:2]
    assert Answers(found, 0).told_there(left.ids[2]) == ()


def test_what_is_told_nowhere_else_is_where_the_last_tie_before_it_is():
    left, right, found = tales()
    answers = Answers(found, 0)
    assert answers.place_there(left.ids[2]) == right.ids[1]
    assert answers.place_there(left.ids[0]) == right.ids[0]
    assert Answers(comparison(left, document(), []), 0).place_there(left.ids[0]) is None
