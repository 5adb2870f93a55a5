"""Counting after an edit gives what counting anew gives."""

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import Document, Paragraph, ParagraphId
from writerdesk.story.facts import counted

texts = st.lists(st.sampled_from(["", "one", "one two", "one two three"]), max_size=6)


def items(said, first):
    return [(ParagraphId(1, first + n), Paragraph(text)) for n, text in enumerate(said)]


@given(texts, texts, st.integers(0, 6), st.integers(0, 6))
def test_an_edit_is_counted_by_what_it_changed(said, put_in, start, length):
    before = Document.from_items(items(said, 0))
    start = min(start, len(before))
    after = before.splice(start, min(len(before), start + length), items(put_in, 100))
    assert counted(after, counted(before)).total == counted(after).total
    assert counted(before, counted(after)).total == counted(before).total


def test_a_repeated_paragraph_is_counted_as_often_as_it_stands():
    one = Paragraph("one two")
    twice = Document.from_items([(ParagraphId(1, 1), one), (ParagraphId(1, 2), one)])
    once = Document.from_items([(ParagraphId(1, 1), one)])
    assert counted(twice, counted(once)).total == 4
    assert counted(once, counted(twice)).total == 2


said = st.text("ab .,'’-3…\n文", max_size=12)


@given(said, said, said, said)
def test_words_written_into_a_paragraph_are_counted_by_themselves(start, was, now, end):
    before, after = (
        Document.from_items([(ParagraphId(1, 1), Paragraph(start + middle + end))])
        for middle in (was, now)
    )
    assert counted(after, counted(before)).total == counted(after).total
