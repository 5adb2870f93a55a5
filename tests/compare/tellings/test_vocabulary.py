"""What the score knows of English."""

import pytest

from writerdesk.compare.tellings.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lit", "lights"),
        ("burned", "burning"),
        ("ferries", "ferry"),
        ("stopped", "stop"),
        ("widow's", "widow"),
        ("women", "woman"),
        ("kindness", "kind"),
        ("loaves", "loaf"),
    ],
)
def test_forms_of_one_word_have_one_stem(one, other):
    assert vocabulary().stem(one) == vocabulary().stem(other)


@pytest.mark.parametrize(("one", "other"), [("boss", "bo"), ("bus", "bu"), ("sing", "s")])
def test_what_only_looks_like_an_ending_stays(one, other):
    assert vocabulary().stem(one) != other


def test_light_words_say_nothing():
    assert vocabulary().content(["the", "cat", "was", "there"]) == ["cat"]


def test_words_of_one_thing_share_a_class():
    known = vocabulary()
    boat, skiff, bread = (set(known.classes[known.stem(w)]) for w in ("boat", "skiff", "bread"))
    assert boat & skiff
    assert not boat & bread


def test_stock_words_are_no_light_words_and_known_by_their_stem():
    known = vocabulary()
    assert {known.stem(word) for word in ("slowly", "glanced", "moments")} <= known.stock
    assert known.stem("lighthouse") not in known.stock
    assert "lighthouse" not in known.light
