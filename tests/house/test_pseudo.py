"""The language nobody speaks is accented, longer, whole in its gaps, and can be spoken."""

from pathlib import Path
from string import Formatter

import pytest

from house.pseudo import pseudo, raw_words
from writerdesk import problem
from writerdesk.problem import Kind, Problem


def test_every_letter_is_accented_and_two_fifths_are_added():
    told = pseudo("Nothing found for “{words}”.")
    assert "{words}" in told
    assert raw_words(told, allowed=["words"]) == ()
    assert len(told) == len("Nothing found for “{words}”.") + round(
        len("Nothing found for “”.") * 0.4
    )


def test_from_right_to_left_the_sentence_is_turned_round():
    assert pseudo("Saved", right_to_left=True) == "\u202bŠåṽéð··\u202c"


def test_menu_keys_and_tags_keep_their_marks():
    assert pseudo("&Save <b>now</b>").startswith("&Šåṽé <b>ñöŵ</b>")


def test_raw_english_is_found():
    assert raw_words("Šåṽéð to disk") == ("to", "disk")
    assert raw_words("“story.writerdesk” Šåṽéð", allowed=["story", "writerdesk"]) == ()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.usefixtures("nobodys_language")
def test_every_problem_is_told_in_the_writers_language(kind):
    whole = problem._sentences()[kind]
    gaps = {gap for _text, gap, _form, _conversion in Formatter().parse(whole) if gap}
    filled = Problem(kind, path=Path("1.2"), **dict.fromkeys(gaps - {"name"}, 7))
    assert raw_words(str(filled)) == ()
    assert "7" in str(filled) or gaps <= {"name"}
