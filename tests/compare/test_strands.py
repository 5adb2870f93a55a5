"""Strands tell which sentences answer each other, inside paragraphs."""

from writerdesk.compare import compare
from writerdesk.manuscript import Document


def test_a_strand_ends_in_the_paragraph_in_which_it_began():
    left = (
        "The lake smelled of iron and rust and old rope that nobody had touched.",
        "A dozen boys ran home at once before dark. Then fog fell over the quiet hills of the "
        "county. Nobody saw them.",
    )
    right = (
        "The lake smelled of iron and rust and old rope that nobody had known, a dozen boys ran "
        "home at once before noon, then fog fell over the quiet hills of the county. Nobody saw "
        "them.",
    )
    one, other = map(Document.from_paragraphs, (left, right))
    (pair,) = compare(one, other).pairs
    wanted = [(one.ids[0], 0, len(left[0])), (one.ids[1], 93, 109)]
    assert [strand.left for strand in pair.detail.strands] == wanted
