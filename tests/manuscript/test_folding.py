"""Texts that differ only in typography fold to the same, and every place leads back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from writerdesk.manuscript import fold, folded_text
from writerdesk.manuscript.folding import folded_texts

texts = st.text(
    st.one_of(
        st.sampled_from(" \n\u00a0.-‑–—…\"'“”‘’«»\u00adaAeé\u0301ﬁİß,"),
        st.characters(blacklist_categories=["Cs"]),
    )
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“Don’t,” he said", '"Don\'t," he said'),
        ("the dust – it fell", "the dust—it fell"),
        ("the dust -- it fell", "the dust - it fell"),
        ("and then… nothing", "and then... nothing"),
        ("and then. . . nothing", "and then... nothing"),
        ("a\u00a0hundred  men ", "a hundred men"),
        ("one\nline", "one line"),
        ("cafe\u0301", "café"),
        ("The ﬁrst", "the first"),
        ("«Non», dit-il", '"non", dit-il'),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_typography_is_overlooked(left, right):
    assert folded_text(left) == folded_text(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("well-known", "well known"),
        ("a-b", "a—b"),
        ("its", "it's"),
        ("ten.", "ten..."),
        ("Aé", "Ae"),
    ],
)
def test_what_a_reader_hears_is_kept(left, right):
    assert folded_text(left) != folded_text(right)


def test_capitals_are_kept_when_asked():
    assert folded_text("Pip – Rusty", keep_case=True) == "Pip—Rusty"
    assert fold("İx").text == "i̇x"
    assert fold("İx").span(2, 3) == (1, 2)


def test_what_is_found_in_the_folded_text_is_shown_in_the_real_one():
    text = "  “He  was… no,” she said."
    folded = fold(text)
    at = folded.text.index('was… no,"')
    start, end = folded.span(at, at + len('was… no,"'))
    assert text[start:end] == "was… no,”"


@given(texts)
def test_places_run_forward_through_the_whole_text(text):
    folded = fold(text)
    assert folded.text == folded_text(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= start <= len(text) for start in folded.starts)


def test_half_a_ligature_is_shown_as_the_whole():
    folded = fold("oﬀ!")
    assert folded.text == "off!"
    assert folded.span(0, 2) == (0, 2)
    assert folded.span(2, 3) == (1, 2)
    assert folded.span(1, 1) == (1, 1)


@given(texts)
@example("ﬀ")
def test_without_capitals_folding_keeps_what_is_no_typography(text):
    folded = fold(text, keep_case=True)
    for at, character in enumerate(folded.text):
        if character.isalnum() and ord(character) < 128:
            start, end = folded.span(at, at + 1)
            assert text[start:end].startswith(character) or not text[start:end].isascii()


@given(st.lists(texts))
def test_many_folded_at_once_are_each_as_folded_alone(some):
    assert folded_texts(some) == [fold(text).text for text in some]
    assert folded_texts(some, keep_case=True) == [fold(text, keep_case=True).text for text in some]
