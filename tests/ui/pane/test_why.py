"""Why passages are tied is said beside them, where the pointer does not push it away."""

from dataclasses import replace

import pytest

from tests.comparisons import comparison, pair
from writerdesk.compare import compare
from writerdesk.compare.stops import read_together
from writerdesk.compare.values import Detail, Likeness, Marks, Span, Strand
from writerdesk.manuscript import Document
from writerdesk.story.sample import sample_drafts
from writerdesk.ui.pane import Column
from writerdesk.ui.pane.why import clear_of, why_tied


@pytest.mark.parametrize(
    ("top", "pointer", "place"),
    [(100.0, 40.0, 100.0), (100.0, 300.0, 100.0), (100.0, 130.0, 138.0), (100.0, 112.0, 120.0)],
)
def test_why_is_told_below_the_pointer_where_it_would_lie_under_it(top, pointer, place):
    assert clear_of(top, pointer) == place


def test_why_names_the_words_that_reworked_sentences_kept_where_they_share_no_phrase():
    left = Document.from_paragraphs(["Dogs were unpredictable, messy, and prone to slobbering."])
    right = Document.from_paragraphs(["Dogs were unpredictable. They were dangerous, he knew."])
    said = comparison(left, right, [_reworked(left, right)])
    columns = [Column("a", "A", "One", 0, left), Column("b", "B", "Two", 1, right)]
    reading = read_together([left, right], {(0, 1): said})
    told = why_tied(reading, columns, reading.stops[0])
    assert told == "Both: Dogs were unpredictable. In order. Reworked. Sure."


def test_why_names_rare_words_and_neighbours_where_passages_share_no_phrase():
    one, two, _ = (imported.documents[0] for _, imported in sample_drafts())
    columns = [Column("a", "A", "One", 0, one), Column("b", "B", "Two", 1, two)]
    reading = read_together([one, two], {(0, 1): compare(one, two)})
    told = [why_tied(reading, columns, stop) for stop in reading.stops]
    assert any(
        one.startswith("Both have the words piano, Hallam, ")
        and one.endswith("In order with its neighbours. Told anew. Likely.")
        for one in told
    )


def _reworked(left, right):
    (one,), (other,) = left.ids, right.ids
    changed = Span(one, 25, 55)
    strand = Strand(Span(one, 0, 56), Span(other, 0, 24), Likeness.REWORKED, 0.9)
    detail = Detail(Marks((changed,), (changed,)), strands=(strand,))
    return replace(pair(left, right, [0], [0], kind=Likeness.REWORKED), detail=detail)
