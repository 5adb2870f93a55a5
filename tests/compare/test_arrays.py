"""A comparison that went through the pipe is the same comparison, over the asker's paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from tests.compare.drafts import document, edited, paragraphs
from writerdesk.compare import AS_USUAL, compare, to_json
from writerdesk.compare.arrays import from_arrays, to_arrays
from writerdesk.compare.values import NO_DETAIL, Asked
from writerdesk.manuscript import Document


@given(st.data())
def test_what_arrives_says_what_was_sent(data):
    before = data.draw(st.lists(paragraphs, max_size=6))
    left, right = document(before), document(data.draw(edited(before)), 1)
    sent = compare(left, right)
    arrived = from_arrays(to_arrays(sent), Asked(left, right, AS_USUAL))
    assert to_json(arrived) == to_json(sent)
    assert arrived.left is left
    assert arrived.pairs == sent.pairs


def test_a_pair_is_made_when_it_is_looked_at():
    texts = [f"Paragraph {n} of a long and winding story." for n in range(300)]
    left = Document.from_paragraphs(texts)
    right = Document.from_paragraphs([*texts[:150], "Something new.", *texts[150:]])
    sent = compare(left, right)
    arrived = from_arrays(to_arrays(sent), Asked(left, right, AS_USUAL))
    assert arrived.pairs[7] is arrived.pairs[7]
    assert arrived.pairs == sent.pairs
    assert all(pair.detail is NO_DETAIL for pair in arrived.pairs)
