"""What the worker holds after the messages is the very text that was sent."""

from hypothesis import given
from hypothesis import strategies as st

from tests.manuscript.test_document import paragraphs
from writerdesk.manuscript import Document, ParagraphId
from writerdesk.story.compare_wire import Texts, forget_message, opened, text_messages

documents = st.lists(paragraphs, max_size=8).flatmap(
    lambda some: st.permutations(range(12)).map(
        lambda order: Document.from_items(
            (ParagraphId(3, n), paragraph) for n, paragraph in zip(order, some, strict=False)
        )
    )
)


@given(st.lists(documents, min_size=1, max_size=4))
def test_each_text_arrives_as_the_difference_to_the_one_before(texts):
    worker, before = Texts(), None
    for text in texts:
        for frame in text_messages("A", before, text):
            worker.take_in(*opened(frame))
        assert worker["A"].is_identical(text)
        before = text


def test_a_text_of_many_pieces_arrives_and_one_changed_paragraph_is_all_that_travels_next():
    worker = Texts()
    text = Document.from_paragraphs(f"paragraph {n}" for n in range(1000))
    first = list(text_messages("A", None, text))
    for frame in first:
        worker.take_in(*opened(frame))
    edited = text.splice(500, 501, [(text.ids[500], text.paragraphs[1])])
    second = list(text_messages("A", text, edited))
    for frame in second:
        worker.take_in(*opened(frame))
    assert worker["A"].is_identical(edited)
    assert sum(map(len, second)) < 300 < sum(map(len, first))


def test_a_forgotten_text_is_gone():
    worker = Texts()
    for frame in text_messages("A", None, Document.from_paragraphs(["a"])):
        worker.take_in(*opened(frame))
    worker.take_in(*opened(forget_message("A")))
    for frame in text_messages("A", None, Document.from_paragraphs(["b"])):
        worker.take_in(*opened(frame))
    assert [p.text for p in worker["A"].paragraphs] == ["b"]
