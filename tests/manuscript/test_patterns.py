"""Regular expressions find what is meant, whatever the quotes."""

import pytest

from writerdesk.manuscript import Document
from writerdesk.manuscript.finding import find
from writerdesk.manuscript.patterns import filled_in, find_pattern
from writerdesk.problem import Kind, Problem


def found(text, pattern, **wishes):
    document = Document.from_paragraphs([text])
    return [text[place.start : place.end] for place in find_pattern(document, pattern, **wishes)]


def test_patterns_see_signs_folded_one_for_one():
    assert found("“Go,” “Stay,”", r'"(\w+),"') == ["“Go,”", "“Stay,”"]
    assert found("aXbx", "x", keep_case=True) == ["x"]
    assert found("Pip pipe", "pip", whole_words=True) == ["Pip"]
    assert found("abc", "x*") == []


@pytest.mark.parametrize("pattern", ["(", "[a", "*", r"\1"])
def test_a_pattern_that_is_none_is_a_problem(pattern):
    with pytest.raises(Problem) as caught:
        found("text", pattern)
    assert caught.value.kind == Kind.NOT_A_PATTERN
    assert pattern in str(caught.value)


def test_groups_are_filled_in_with_the_signs_of_the_text():
    swap = filled_in(r"(\w+) (.\w+)", r"\2 \1\9")
    assert swap("one “two") == "“two one"
    assert filled_in("(a)|(b)", r"<\1>")("b") == "<>"


def test_whole_words_are_told_from_parts_of_words():
    document = Document.from_paragraphs(["Pip, pipe, (PIP) and «pip’s»"])
    whole = find(document, "pip", whole_words=True)
    assert [place.start for place in whole] == [0, 12]
    assert len(find(document, "pip")) == 4
