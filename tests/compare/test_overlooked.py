"""What the writer overlooks is not told, and what is no word is told quietly if it is not."""

from dataclasses import replace

import pytest

from writerdesk.compare import NOTHING_OVERLOOKED, Likeness, Settings, compare
from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId

LEFT = 'He said "never again"  to her - and left.'
RIGHT = "He said “never again” to her – and left."


def one(text, **more):
    return Document.from_items([(ParagraphId(0, 1), Paragraph(text, **more))])


def told(left, right, settings):
    (pair,) = compare(left, right, settings=settings).pairs
    assert pair.kind is Likeness.SAME
    assert not pair.detail.left.exact
    (paragraph,) = left.paragraphs
    return [
        (paragraph.text[mark.start : mark.end], str(mark.kind)) for mark in pair.detail.left.quiet
    ]


def test_as_usual_nothing_is_told_of_what_is_no_word():
    italic = Mark(0, 2, "italic")
    assert told(one(LEFT), one(RIGHT, marks=(italic,), kind="quote"), Settings()) == []
    assert told(one(RIGHT), one(RIGHT, marks=(italic,)), Settings()) == []


def test_quotes_and_dashes_that_are_not_overlooked_are_typography():
    settings = Settings(quotes_and_dashes=False)
    assert told(one(LEFT), one(RIGHT), settings) == [
        ('"never again"', "typography"),
        ("-", "typography"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "marked"),
    [
        ("All  was still.", "All was still.", ["  "]),
        ("All was still.", "All\u00a0was\nstill.", [" ", " "]),
        ("All was still. ", "All was still.", [" "]),
        ("  All was still.", "All was still.", ["  "]),
        ("All was still.", "All was still.", []),
    ],
)
def test_spaces_that_are_not_overlooked_are_typography(left, right, marked):
    found = told(one(left), one(right), Settings(spaces=False))
    assert found == [(space, "typography") for space in marked]


def test_format_that_is_not_overlooked_is_told_by_the_words_it_is_on():
    settings = Settings(format=False)
    italic = Mark(4, 7, "italic")
    assert told(one("All was still."), one("All was still.", marks=(italic,)), settings) == [
        ("was", "format")
    ]
    assert told(one("All  was still."), one("All was still.", marks=(italic,)), settings) == [
        ("was", "format")
    ]
    assert told(one("All was still."), one("All was still.", kind="quote"), settings) == [
        ("All was still.", "format")
    ]


def test_capitals_that_are_overlooked_are_no_typography():
    settings = replace(NOTHING_OVERLOOKED, capitals=True, punctuation=True)
    assert told(one("The “lake”, was."), one('the "Lake" was.'), settings) == []
    assert told(one("The “lake” was."), one('the "lake" was.'), settings) == [
        ("“lake”", "typography")
    ]
