"""What a word is."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import (
    Document,
    count_document,
    count_words,
    scene_break,
    tokens,
    word_spans,
    words,
)
from writerdesk.manuscript.tokens import _combining, _counted, _is_plain, _words_and_signs

texts = st.text(st.one_of(st.characters(blacklist_categories=["Cs"]), st.sampled_from(" .-'’—…aé")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don’t, it's rock ’n’ roll", ["don’t", "it's", "rock", "n", "roll"]),
        ("a well-known co‑op", ["a", "well-known", "co‑op"]),
        ("no – yes—so--then...and…on", ["no", "yes", "so", "then", "and", "on"]),
        ("“Quoted,” (he) said.", ["Quoted", "he", "said"]),
        ("e.g. U.S.A. at 3.14 or 1,000.50", ["e.g", "U.S.A", "at", "3.14", "or", "1,000.50"]),
        ("end.Next line", ["end", "Next", "line"]),
        ("cafe\u0301 nai\u0308ve नमस्ते", ["cafe\u0301", "nai\u0308ve", "नमस्ते"]),
        ("שָׁלוֹם الْعَرَبِيَّةُ", ["שָׁלוֹם", "الْعَرَبِيَّةُ"]),
        ("日本語のテスト", list("日本語のテスト")),
        ("สวัสดีครับ ไทย", ["สวัสดีครับ", "ไทย"]),
        ("👩‍👩‍👧 👍🏽 1️⃣ 🇩🇪", ["👩‍👩‍👧", "👍🏽", "1️⃣", "🇩🇪"]),
        ("soft\u00adhyphen می\u200cخواهم", ["soft\u00adhyphen", "می\u200cخواهم"]),
        ("* * *", []),
    ],
)  # fmt: skip
def test_words_are_found_as_a_reader_sees_them(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The lake smelled of iron.", 5),
        ("the sky – bruised – fell", 6),
        ("the sky—bruised—fell", 4),
        ("salt & pepper", 3),
        ("日本語", 3),
    ],
)
def test_a_sign_that_stands_alone_counts_as_word_processors_count_it(text, count):
    assert count_words(text) == count


def test_scene_breaks_are_not_counted():
    document = Document.from_paragraphs(["one two", "three"])
    parted = document.splice(1, 1, [(document.ids[0], scene_break())])
    assert count_document(parted) == 3


@given(texts)
def test_words_stand_in_order_and_never_touch_a_space(text):
    end = 0
    for start, finish in word_spans(text):
        assert end <= start < finish
        assert not any(character.isspace() for character in text[start:finish])
        end = finish


@given(texts)
def test_words_and_signs_together_are_all_that_is_not_space(text):
    parts = [text[start:end] for (start, end), _ in tokens(text)]
    assert "".join(parts) == "".join(text.split())
    assert [text[start:end] for (start, end), is_word in tokens(text) if is_word] == words(text)


@given(texts, texts)
def test_a_line_end_parts_words_and_nothing_else_changes(left, right):
    assert words(f"{left}\n{right}") == words(left) + words(right)


def test_every_combining_mark_of_unicode_stays_with_its_letter():
    known = set()
    for first, last in (run.split("-") for run in _runs(_combining())):
        known.update(range(ord(first), ord(last) + 1))
    everywhere = {
        place for place in range(sys.maxunicode) if unicodedata.category(chr(place))[0] == "M"
    }
    assert known == everywhere


def _runs(character_class):
    return [character_class[at : at + 3] for at in range(0, len(character_class), 3)]


@given(
    st.text(
        st.sampled_from("aZ9é\u0171\u0416\u03a9 .,:'’-–—_@&#*…\u00ad\u200d\u2060\n\u00a0“”")
        | st.characters()
    )
)
def test_what_reads_plain_texts_quickly_reads_them_as_any_text(text):
    text = "".join(filter(_is_plain, text))
    for reading in (_words_and_signs, _counted):
        quick, thorough = (reading(plain=plain).finditer(text) for plain in (True, False))
        assert [found.span() for found in quick] == [found.span() for found in thorough]
