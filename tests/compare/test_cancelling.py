"""Whoever wants the work stopped is heard often, and the work ends there."""

import pytest

from writerdesk.compare import Cancelled, compare, recompare
from writerdesk.compare.chains import phrases_once_in_both
from writerdesk.compare.values import asking
from writerdesk.manuscript import Document


def draft(many, change=""):
    return Document.from_paragraphs(
        f"In year {n} Pip carried lantern {n} over the water{change if n % 3 else ''}."
        for n in range(many)
    )


class Patience:
    """Says stop when it was asked often enough."""

    def __init__(self, most):
        self.most, self.asked = most, 0

    def __call__(self):
        self.asked += 1
        return self.asked > self.most


def test_wherever_it_is_stopped_nothing_is_answered():
    left, right = draft(30), draft(30, " at night")
    patient = Patience(10**9)
    compare(left, right, cancelled=patient)
    assert patient.asked > 10
    for most in range(patient.asked):
        with pytest.raises(Cancelled):
            compare(left, right, cancelled=Patience(most))


def test_what_was_stopped_can_be_asked_again():
    left, right = draft(30), draft(30, " at night")
    found = compare(left, left)
    with pytest.raises(Cancelled):
        recompare(found, left, right, cancelled=Patience(5))
    assert recompare(found, left, right).summary == compare(left, right).summary


def test_phrases_of_long_passages_can_be_stopped_before_each_side_and_after():
    for most in range(3):
        with pytest.raises(Cancelled):
            phrases_once_in_both("abcdef", "abcxef", Patience(most))


def test_many_small_steps_are_stopped_between():
    steps = asking(range(1000), Patience(2))
    done = []
    with pytest.raises(Cancelled):
        done.extend(steps)
    assert 0 < len(done) < 1000
