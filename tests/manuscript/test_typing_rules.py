"""Keys become what a typesetter would have set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import Kind, Numbering
from writerdesk.manuscript.typing_rules import as_typed, begins, is_scene_break


def typed(keys, language="en"):
    text = ""
    for key in keys:
        change = as_typed(text, key, language)
        text = text[: len(text) - change.remove] + change.text if change else text + key
    return text


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("en", "\"Don't,\" he said. 'No.'", "“Don’t,” he said. ‘No.’"),
        ("en", '("Yes")', "(“Yes”)"),
        ("en", '"I was--"', "“I was—”"),
        ("en", 'then--"No!"', "then—“No!”"),
        ("en", "the dogs' tails", "the dogs’ tails"),
        ("en", "wait... no....", "wait… no…."),
        ("", "a--b", "a—b"),
        ("de", "\"Ja\", sagte er -- 'so'.", "„Ja“, sagte er – ‚so‘."),
        ("de-CH", '"Ja"', "«Ja»"),
        ("fr", '"Oui", dit-elle. "Non "', "«\u00a0Oui\u00a0», dit-elle. «\u00a0Non\u00a0»"),
        ("fr", "l'été", "l’été"),
        ("sv", '"Ja"', "”Ja”"),
        ("da", '"Ja"', "»Ja«"),
        ("xx", '"Ja"', "“Ja”"),
    ],
)
def test_quotes_dashes_and_dots_follow_the_language(language, keys, expected):
    assert typed(keys, language) == expected


@pytest.mark.parametrize("keys", ["---", "-----", "well-known", "a - b", "1.5"])
def test_what_was_meant_stays(keys):
    assert typed(keys) == keys


@given(
    st.text(st.sampled_from("ab \"'.-—“”‘’«»\u00a0")), st.sampled_from(["en", "de", "fr", "ja", ""])
)
def test_never_more_is_removed_than_was_there(keys, language):
    assert [letter for letter in typed(keys, language) if letter in "ab"] == [
        letter for letter in keys if letter in "ab"
    ]


@pytest.mark.parametrize(
    ("before", "kind", "numbering"),
    [
        ("#", Kind.HEADING_1, ""),
        ("###", Kind.HEADING_3, ""),
        ("*", Kind.LIST_ITEM, ""),
        ("-", Kind.LIST_ITEM, ""),
        (">", Kind.QUOTE, ""),
        ("1.", Kind.LIST_ITEM, Numbering.DECIMAL),
    ],
)
def test_signs_and_a_space_make_another_kind_of_paragraph(before, kind, numbering):
    begun = begins(before, " ")
    assert (begun.kind, begun.remove, begun.numbering) == (kind, len(before), numbering)


@pytest.mark.parametrize(("before", "key"), [("a #", " "), ("#", "a"), ("####", " "), ("", " ")])
def test_anywhere_else_signs_are_signs(before, key):
    assert begins(before, key) is None


@pytest.mark.parametrize(
    ("text", "is_break"),
    [("***", True), ("* * *", True), ("---", True), ("#", True), ("**", False), ("-", False)],
)
def test_a_line_of_stars_parts_scenes_when_it_is_ended(text, is_break):
    assert is_scene_break(text) is is_break
