from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import Document, Origin, Paragraph, ParagraphId
from writerdesk.story.parts import part_of, with_part

BORN = ParagraphId(5, 1)


@given(st.integers(1, 6), st.integers(0, 5), st.integers(0, 3), st.integers(0, 3))
def test_a_part_put_back_changes_nothing_else(count, start, length, grown):
    text = Document.from_paragraphs(f"passage {n}" for n in range(count))
    start, end = min(start, count - 1), min(count, start + length + 1)
    part = part_of(text, text.ids[start:end])
    written = [(id, Paragraph(p.text + "!")) for id, p in part]
    born = [(ParagraphId(5, n), Paragraph("new")) for n in range(grown)]
    now = with_part(text, part.ids, part.splice(0, len(part), [*written, *born]), "draft")
    assert now is not None
    assert now.paragraphs[:start] == text.paragraphs[:start]
    assert now.paragraphs[start + len(part) + grown :] == text.paragraphs[end:]
    assert now.ids[start : start + len(part)] == part.ids


def test_what_is_parted_there_remembers_the_draft_it_was_born_in():
    text = Document.from_paragraphs(["one two", "three"])
    part = part_of(text, text.ids[:1])
    halves = [(text.ids[0], Paragraph("one")), (BORN, Paragraph("two"))]
    split = part.splice(0, 1, halves, origins={BORN: Origin("", "", text.ids[0])})
    now = with_part(text, part.ids, split, "draft")
    assert now is not None
    assert now.origins[BORN].draft == "draft"


def test_passages_that_were_torn_apart_meanwhile_are_not_put_back():
    text = Document.from_paragraphs(["one", "two"])
    part = part_of(text, text.ids)
    torn = text.splice(1, 1, [(BORN, Paragraph("between"))])
    assert with_part(torn, part.ids, part, "draft") is None
