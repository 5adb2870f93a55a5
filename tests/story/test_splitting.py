"""Long paragraphs are parted where sentences end, and say the same as before."""

from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId
from writerdesk.manuscript.tokens import count_words
from writerdesk.story.drafting import add_draft
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft
from writerdesk.story.splitting import LONGEST, long_paragraphs, split_long
from writerdesk.story.story import Story

SENTENCE = "The ice came down the river in March. "


def story_of(*paragraphs):
    ids = [ParagraphId(0, number) for number in range(len(paragraphs))]
    text = Document.from_items(zip(ids, paragraphs, strict=True))
    return add_draft(Story(), Draft("d", text=text))


def test_only_paragraphs_of_more_than_five_thousand_words_are_long():
    short, long = SENTENCE * (LONGEST // 8), SENTENCE * (LONGEST // 8 + 1)
    assert long_paragraphs(story_of(Paragraph(short), Paragraph(long)).draft("d").text) == (1,)


def test_pieces_say_the_same_keep_their_marks_and_remember_whence_they_came():
    said = (SENTENCE * 700).strip()
    story = story_of(Paragraph("Before."), Paragraph(said, marks=(Mark(0, len(said), "italic"),)))
    text = split_long(story, "d", Identities(9, lambda: "x")).draft("d").text
    pieces = text.paragraphs[1:]
    assert " ".join(piece.text for piece in pieces) == said
    assert all(count_words(piece.text) <= 600 for piece in pieces)
    assert all(piece.marks == (Mark(0, len(piece.text), "italic"),) for piece in pieces)
    assert text.ids[1] == ParagraphId(0, 1)
    assert {origin.paragraph for origin in text.origins.values()} == {ParagraphId(0, 1)}
    assert long_paragraphs(text) == ()
