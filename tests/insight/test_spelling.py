"""Which words are asked about, and which dictionary is for a language."""

import pytest

from writerdesk.insight.dictionaries import Dictionary, dictionaries, dictionary_for
from writerdesk.insight.spelling import checked_words, is_known, known_forms


def forms(text):
    return [word.form for word in checked_words(text)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ida’s well-known boat", ["Ida's", "well-known", "boat"]),
        ("in 1912, at 3rd Street", ["in", "at", "Street"]),
        ("see https://example.org/a or me@example.org now", ["see", "or", "now"]),
        ("that is, e.g. here", ["that", "is", "e.g.", "here"]),
        ("soft\u00adly 港 … 🙂", ["softly"]),
    ],
)
def test_numbers_addresses_and_signs_have_no_spelling(text, asked):
    assert forms(text) == asked


def test_a_word_says_where_it_stands():
    (word,) = checked_words("… harbour")
    assert (word.start, word.end) == (2, 9)


def test_names_of_the_story_are_right_with_their_endings():
    known = known_forms(["Ida Brandt", "Tomás"])
    assert all(is_known(word, known) for word in ("Ida", "Brandt's", "Tomás", "Ida'"))
    assert not is_known("Idas", known)


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("en-ZA", "en_US"), ("de", "de_AT"), ("fr", None)],
)
def test_the_dictionary_of_the_country_is_meant_else_the_usual_one(language, name):
    found = [Dictionary(each, None) for each in ("de_AT", "en_GB", "en_US")]
    chosen = dictionary_for(language, found)
    assert (chosen.name if chosen else None) == name


def test_a_dictionary_is_two_files_and_hyphenation_is_none(tmp_path):
    for name in ("en_GB.dic", "en_GB.aff", "hyph_en_GB.dic", "hyph_en_GB.aff", "sv_SE.dic"):
        (tmp_path / name).write_text("")
    assert dictionaries([tmp_path, tmp_path / "none"]) == (Dictionary("en_GB", tmp_path),)
