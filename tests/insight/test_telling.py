"""Who tells a draft, in which tense, and how much of it is talk."""

import pytest

from benchmarks.tellings_data import ours
from writerdesk.insight.telling import Person, Tense, telling
from writerdesk.manuscript import Document

TALES = {tale.name: tale for tale in ours()}


@pytest.mark.parametrize(
    ("text", "person", "tense"),
    [
        ("I was late. My coat was wet, and I had no hat.", Person.FIRST, Tense.PAST),
        ("She is late. Her coat is wet, and she has no hat.", Person.SHE, Tense.PRESENT),
        ("He was late. His coat was wet. “I am late,” he said.", Person.HE, Tense.PAST),
        ("Rain.", Person.UNKNOWN, Tense.UNKNOWN),
        ("", Person.UNKNOWN, Tense.UNKNOWN),
    ],
)
def test_the_narration_says_who_tells_and_when(text, person, tense):
    told = telling(Document.from_paragraphs([text]))
    assert (told.person, told.tense) == (person, tense)


def test_the_sample_story_is_told_twice_by_a_voice_and_once_by_the_tuner():
    one, two = TALES["piano-1-2"].left, TALES["piano-1-2"].right
    three = TALES["piano-1-3"].right
    told = [telling(document) for document in (one, two, three)]
    assert [one.person for one in told] == [Person.HE, Person.SHE, Person.FIRST]
    assert [one.tense for one in told] == [Tense.PAST, Tense.PRESENT, Tense.PAST]


def test_talk_is_what_stands_in_quotation_marks():
    assert telling(Document.from_paragraphs(["“No,” he said."])).talk == pytest.approx(5 / 14)
    assert telling(Document.from_paragraphs([])).talk == 0
