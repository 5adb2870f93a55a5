"""The words that say most for two passages."""

from writerdesk.compare.tellings.in_common import says_something, words_in_common
from writerdesk.manuscript import Document

LEFT = Document.from_paragraphs(
    ["Slowly Nessa lit the lanterns, for the leeks.", *["Nessa came, and Nessa went."] * 8]
)
RIGHT = Document.from_paragraphs(
    ["Nessa slowly put a lantern by the leek.", *["It was Nessa, or it was nobody."] * 8]
)


def first_of_both(left=LEFT, right=RIGHT):
    return words_in_common((left, left.ids[:1]), (right, right.ids[:1]))


def test_rare_words_are_told_as_they_stand_whatever_their_form_elsewhere():
    assert first_of_both() == ("lanterns", "leeks")


def test_swapped_they_are_the_same_in_the_words_of_the_other():
    assert first_of_both(RIGHT, LEFT) == ("lantern", "leek")


def test_at_most_four_are_told_and_none_where_there_are_none():
    many = Document.from_paragraphs(["Lamp, leek, cheese, donkey, pencil."])
    assert len(first_of_both(many, many)) == 4
    assert first_of_both(many, RIGHT) == ("leek",)
    assert first_of_both(Document.from_paragraphs(["Nothing."]), RIGHT) == ()


def test_openers_and_stock_words_alone_say_nothing():
    assert not says_something("Then, he")
    assert not says_something("slowly, cautiously")
    assert says_something("Dogs were unpredictable")
