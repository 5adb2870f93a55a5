"""A tidied text reads as if it had been typed here."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writerdesk.manuscript import Mark, Paragraph, scene_break
from writerdesk.manuscript.exchanging import with_words
from writerdesk.manuscript.tidying import untidy_places


def tidied(text, language="en"):
    paragraph = Paragraph(text)
    return with_words(paragraph, [u.exchange for u in untidy_places(paragraph, language)]).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go," she said.  "Now."', "“Go,” she said. “Now.”"),
        ("I don't know -- or do I...", "I don’t know — or do I…"),
        ("'Tis the boats' way.", "’Tis the boats’ way."),
        ("He said 'no' and 'never'.", "He said ‘no’ and ‘never’."),
        (
            '"I\'m off," he said, "the girls\' too."',
            "“I’m off,” he said, “the girls’ too.”",
        ),
        ("  Indented by hand", "  Indented by hand"),
        ("Well....", "Well...."),
        ("“Curly already” – and…", "“Curly already” – and…"),
    ],
)
def test_in_english(text, expected):
    assert tidied(text) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Er sagte: „Nein“ – und ging."),
        ("fr", "Er sagte: «\u00a0Nein\u00a0» – und ging."),
        ("sv", "Er sagte: ”Nein” – und ging."),
    ],
)
def test_in_other_languages(language, expected):
    assert tidied('Er sagte: "Nein" -- und ging.', language) == expected


def test_marks_stay_on_their_words_and_scene_breaks_stay():
    paragraph = Paragraph('He  "was"  there', marks=(Mark(5, 8, "italic"),))
    after = with_words(paragraph, [u.exchange for u in untidy_places(paragraph, "en")])
    assert [after.text[m.start : m.end] for m in after.marks] == ["was"]
    assert untidy_places(scene_break(), "en") == ()


@given(st.text(alphabet="ab \"'-.…“”’", max_size=40), st.sampled_from(["en", "de", "fr"]))
@settings(max_examples=150)
def test_places_stand_apart_in_order_and_only_signs_change(text, language):
    places = [u.exchange for u in untidy_places(Paragraph(text), language)]
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert [c for c in tidied(text, language) if c.isalpha()] == [c for c in text if c.isalpha()]
