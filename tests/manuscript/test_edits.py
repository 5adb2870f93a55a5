"""Splices say exactly what an edit changed, and no more."""

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import Document, Paragraph, ParagraphId, apply_splices, splices


def document_of(letters):
    return Document.from_items(
        (ParagraphId(0, ord(letter.lower())), Paragraph(letter)) for letter in letters
    )


letters = st.lists(st.sampled_from("abcdefgh"), unique=True).map("".join)
cased = st.builds(
    lambda word, flips: "".join(c.upper() if f else c for c, f in zip(word, flips, strict=False)),
    letters,
    st.lists(st.booleans(), min_size=8, max_size=8),
)


@given(cased, cased)
def test_the_splices_between_two_states_turn_one_into_the_other(before, after):
    left, right = document_of(before), document_of(after)
    turned = apply_splices(left, splices(left, right))
    assert turned.ids == right.ids
    assert turned.paragraphs == right.paragraphs


def test_one_changed_paragraph_is_one_splice_and_the_others_stay_the_same_objects():
    before = Document.from_paragraphs(["a", "b", "c", "d"])
    after = before.splice(2, 3, [(before.ids[2], Paragraph("C"))])
    (only,) = splices(before, after)
    assert (only.start, only.end, [p.text for _, p in only.items]) == (2, 3, ["C"])
    assert splices(before, before) == ()


def test_far_apart_changes_are_separate_splices():
    found = splices(document_of("abcdef"), document_of("Abcdgef"))
    assert [(s.start, s.end, len(s.items)) for s in found] == [(0, 1, 1), (4, 4, 1)]


def test_a_moved_paragraph_is_taken_out_here_and_put_in_there():
    found = splices(document_of("abcd"), document_of("bcda"))
    assert [(s.start, s.end, len(s.items)) for s in found] == [(0, 1, 0), (4, 4, 1)]
