"""Laws of paragraphs and documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import (
    Document,
    Mark,
    Origin,
    Paragraph,
    ParagraphId,
    UnwritableText,
    normal_marks,
    paragraphs_from_canonical,
)

texts = st.text(
    st.characters(
        blacklist_categories=["Cs", "Cc", "Zl", "Zp"], blacklist_characters="\ufffe\uffff"
    )
)
marks = st.lists(
    st.builds(
        Mark,
        st.integers(-2, 12),
        st.integers(-2, 12),
        st.sampled_from(["bold", "italic", "link", "from_2031"]),
        st.sampled_from(["", "https://example.org"]),
    ),
    max_size=6,
).map(tuple)
paragraphs = st.builds(
    Paragraph,
    text=texts,
    kind=st.sampled_from(["body", "heading1", "quote", "list_item", "verse_from_2031"]),
    marks=marks,
    level=st.integers(0, 3),
    align=st.sampled_from(["", "centre"]),
    more=st.sampled_from([(), (("tone", "dark"),)]),
)


@given(paragraphs)
def test_a_paragraph_reads_back_as_it_was_written(paragraph):
    assert Paragraph.from_canonical(paragraph.canonical()) == paragraph
    assert Paragraph.from_canonical(paragraph.canonical()).digest == paragraph.digest


scraps = st.lists(
    st.sampled_from(
        [b'{"text":"', b'"}', b'"', b"\\", b'\\"', b"n", b"\xc2\x85", b"\xff", b"\x01", b"\n"]
    )
).map(b"".join)


@given(st.lists(paragraphs.map(Paragraph.canonical) | scraps))
def test_many_paragraphs_read_together_are_what_each_is_by_itself(written):
    def alone(one):
        try:
            return Paragraph.from_canonical(one)
        except (ValueError, TypeError):
            return None

    assert paragraphs_from_canonical(written) == [alone(one) for one in written]


@given(marks, st.integers(0, 10))
def test_normal_marks_cover_the_same_characters_and_stay_as_they_are(given_marks, length):
    def covered(some):
        return {
            (at, mark.name, mark.value)
            for mark in some
            for at in range(max(0, mark.start), min(length, mark.end))
        }

    normal = normal_marks(given_marks, length)
    assert covered(normal) == covered(given_marks)
    assert normal_marks(normal, length) == normal


@pytest.mark.parametrize("bad", ["\x00", "a\x0bb", "\r\n", "\u2029", "\ud800", "\uffff", "\x85"])
def test_a_character_that_no_file_could_keep_is_refused(bad):
    with pytest.raises(UnwritableText):
        Paragraph(bad)


@pytest.mark.parametrize("bad", ["\x00", "\u2029", "\ud800", "\x85"])
def test_one_bad_character_among_many_texts_is_refused(bad):
    with pytest.raises(UnwritableText):
        Document.from_paragraphs(["dust", f"and {bad}", "regret"])


@given(st.lists(texts, max_size=6))
def test_paragraphs_made_all_at_once_are_those_made_one_by_one(given_texts):
    document = Document.from_paragraphs(given_texts)
    assert document.paragraphs == tuple(map(Paragraph, given_texts))
    assert document.ids == tuple(ParagraphId(0, n) for n in range(len(given_texts)))


def test_adding_what_is_absent_changes_no_byte():
    assert Paragraph("dust").canonical() == b'{"text":"dust"}'


@given(st.lists(texts, max_size=6), st.data())
def test_a_splice_keeps_every_other_paragraph_the_very_same_object(given_texts, data):
    document = Document.from_paragraphs(given_texts)
    start = data.draw(st.integers(0, len(document)))
    end = data.draw(st.integers(start, len(document)))
    born = (ParagraphId(7, 1), Paragraph("new"))
    after = document.splice(start, end, [born], origins={born[0]: Origin("a", "", born[0])})
    assert tuple(after)[start] == born
    assert all(a is b for a, b in zip(document.paragraphs[:start], after.paragraphs, strict=False))
    assert after.paragraphs[start + 1 :] == document.paragraphs[end:]
    assert born[0] in after
    assert born[0] not in document


def test_a_joined_paragraph_is_found_at_the_one_that_took_it_in():
    first, second, third = (ParagraphId(0, n) for n in range(3))
    document = Document.from_paragraphs(["a", "b", "c"])
    joined = document.splice(0, 2, [(first, Paragraph("ab"))], aliases={second: first})
    assert joined.place_of(second) == 0
    assert joined.place_of(third) == 1
    assert joined.place_of(ParagraphId(9, 9)) is None
