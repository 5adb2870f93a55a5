"""The words of a draft in a row are those that the tokeniser finds, wherever they stand."""

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.compare.tellings.worded import worded
from writerdesk.manuscript import Document, word_spans
from writerdesk.manuscript.folding import folded_text

SIGNS = st.sampled_from(
    ["rope", "Rope's", "“", "”", '"', " ", "  ", "\n", "e.g", "3.14", "—", "字", ""]
)
TEXTS = st.lists(st.lists(SIGNS, max_size=8).map("".join), min_size=1, max_size=4)


@given(TEXTS)
def test_every_word_is_there_once_where_it_stands(texts):
    said = worded(Document.from_paragraphs(texts))
    places = zip(said.paragraph.tolist(), said.start.tolist(), said.end.tolist(), strict=True)
    assert list(places) == [(n, *span) for n, text in enumerate(texts) for span in word_spans(text)]
    for word, n, start, end in zip(said.word, said.paragraph, said.start, said.end, strict=True):
        assert said.written[word] == texts[n][start:end]
        assert said.folded[word] == folded_text(texts[n][start:end])


def test_what_is_said_between_quotation_marks_is_talk():
    said = worded(Document.from_paragraphs(["“Come in,” she said. ''Now.''", "She went."]))
    quoted = [said.written[word] for word in said.word[said.quoted]]
    assert quoted == ["Come", "in", "Now"]
    assert said.talk[0] > 0.5
    assert said.talk[1] == 0
