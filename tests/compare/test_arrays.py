"""A comparison that went through the pipe is the same comparison, over the asker's paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from tests.compare.drafts import document, edited, paragraphs
from writerdesk.compare import AS_USUAL, compare, to_json
from writerdesk.compare.arrays import Asked, from_arrays, to_arrays
from writerdesk.compare.values import NO_DETAIL
from writerdesk.manuscript import Document


def built(data, asked, seconds=1.0):
    building, pauses = from_arrays(data, asked, seconds), 0
    while True:
        try:
            next(building)
        except StopIteration as done:
            return done.value, pauses
        pauses += 1


@given(st.data())
def test_what_arrives_says_what_was_sent(data):
    before = data.draw(st.lists(paragraphs, max_size=6))
    left, right = document(before), document(data.draw(edited(before)), 1)
    sent = compare(left, right)
    arrived, _ = built(to_arrays(sent), Asked(left, right, AS_USUAL))
    assert to_json(arrived) == to_json(sent)
    assert arrived.left is left
    assert arrived.pairs == sent.pairs


def test_building_pauses_so_that_keys_can_be_served():
    texts = [f"Paragraph {n} of a long and winding story." for n in range(3000)]
    left = Document.from_paragraphs(texts)
    right = Document.from_paragraphs([*texts[:1500], "Something new.", *texts[1500:]])
    sent = compare(left, right)
    arrived, pauses = built(to_arrays(sent), Asked(left, right, AS_USUAL), seconds=0)
    assert pauses > 100
    assert arrived.pairs == sent.pairs
    assert all(pair.detail is NO_DETAIL for pair in arrived.pairs)
