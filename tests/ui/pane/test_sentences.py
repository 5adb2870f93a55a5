"""Numbers in the sentences of a comparison are written as everywhere else in the window."""

from dataclasses import replace

import pytest

from tests.comparisons import comparison, pair
from writerdesk.compare.stops import read_together
from writerdesk.compare.values import Likeness, Relation, Span, Strand
from writerdesk.manuscript import Document
from writerdesk.ui.pane import Column
from writerdesk.ui.pane.sentences import list_line, words
from writerdesk.ui.telling import grouped


def test_thousands_of_words_are_grouped_as_in_the_list_of_drafts():
    assert words(1) == "1 word"
    assert words(1525) == f"{grouped(1525)} words" != "1525 words"


def lines(left, right, found):
    columns = [Column("a", "A", "One", 0, left), Column("b", "B", "Two", 1, right)]
    said = replace(comparison(left, right, [found]), relation=Relation.TELLINGS)
    reading = read_together([left, right], {(0, 1): said})
    return [list_line(reading, columns, stop) for stop in reading.stops]


@pytest.mark.parametrize(
    ("third", "said"),
    [
        ("“You don’t run away.”", "Only in A: 2 passages, 11 words, all talk."),
        ("He did not run away.", "Only in A: 2 passages, 12 words."),
    ],
)
def test_a_run_in_which_everybody_speaks_is_all_talk(third, said):
    left = Document.from_paragraphs(["It rained.", "“You are helpful,” Pip said, and sat.", third])
    right = Document.from_paragraphs(["Rain fell."])
    found = pair(left, right, [0], [0], kind=Likeness.REWRITTEN)
    assert lines(left, right, found)[1] == said


@pytest.mark.parametrize(
    ("places", "said"), [((0, 1), "Told anew."), ((1, 0), "Told anew, in another order inside.")]
)
def test_sentences_in_another_order_are_told_of(places, said):
    left = Document.from_paragraphs(["It rained.", "She slept."])
    right = Document.from_paragraphs(["Rain fell.", "Sleep came."])
    strands = tuple(
        Strand(Span(left.ids[n], 0, 10), Span(right.ids[place], 0, 10), Likeness.REWRITTEN, 0.9)
        for n, place in enumerate(places)
    )
    whole = pair(left, right, [0, 1], [0, 1], kind=Likeness.REWRITTEN)
    found = replace(whole, detail=replace(whole.detail, strands=strands))
    assert lines(left, right, found) == [said]
