"""Words are found whatever their quotes, dashes, capitals and accents, while one types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.insight.search import Index

_TEXT = (
    ("1", "“It isn’t sad yet,” said Émile – naïve as ever."),
    ("2", "The yellow sentry; the doors were the first to go."),
    ("3", "First, the doors. It was sad."),
)


@pytest.fixture
def index():
    index = Index()
    index.update("a", _TEXT)
    yield index
    index.close()


def found(index, wanted):
    return [
        (hit.key[1], [hit.text[start:end] for start, end in hit.spans])
        for hit in index.find(wanted).hits
    ]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("isn't", [("1", ["isn’t"])]),
        ("EMILE", [("1", ["Émile"])]),
        ("naive as", [("1", ["naïve", "as"])]),
        ("sent", [("2", ["sentry"])]),
        ("doors first", [("2", ["doors", "first"]), ("3", ["First", "doors"])]),
        ('"the doors"', [("2", ["the doors"]), ("3", ["the doors"])]),
        ("“first to go”", [("2", ["first to go"])]),
        ("sad yet", [("1", ["sad", "yet"])]),
        ("sa* yet", [("1", ["sad", "yet", "said"])]),
        ("moon", []),
        ('"', []),
        ("– ,", []),
        ("doors AND NOT", []),
    ],
)
def test_words_are_found(index, wanted, expected):
    assert found(index, wanted) == expected


def test_what_changed_is_found_and_what_went_is_not(index):
    index.update("a", (_TEXT[0], ("2", "The moon.")))
    assert found(index, "moon") == [("2", ["moon"])]
    assert found(index, "doors") == []
    index.update("a", ())
    assert found(index, "sad") == []


def test_what_did_not_change_is_not_read_again(index):
    rows = dict(index._rows["a"])
    index.update("a", _TEXT)
    assert index._rows["a"] == rows


def test_a_page_of_many_hits_says_how_many_more_there_are(index):
    index.update("b", [(str(n), "salt") for n in range(60)])
    hits = index.find("salt", 50)
    assert (len(hits.hits), hits.left_out) == (50, 10)


def test_a_slip_of_the_pen_gets_the_nearest_word(index):
    assert index.nearest("sentrey") == "sentry"
    assert index.nearest("zentry") == "sentry"
    assert index.nearest("xylophone") == ""
    index.update("b", (("1", "A xylophone."),))
    assert index.nearest("xylofone") == "xylophone"


@given(st.text(max_size=20))
def test_whatever_is_typed_is_an_answer(wanted):
    index = Index()
    index.update("a", _TEXT)
    for hit in index.find(wanted).hits:
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)
    index.nearest(wanted)
    index.close()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20))
def test_a_text_is_found_by_itself_in_quotes(said):
    index = Index()
    index.update("a", [("1", f"before {said} after")])
    phrase = f'"before {said.replace(chr(34), " ")} after"'
    if '"' not in said and "''" not in said:
        assert len(index.find(phrase).hits) in (0, 1)
    index.close()


def test_the_nearest_word_is_one_that_is_there_still_and_one_that_came_since():
    index = Index()
    index.update("a", [("1", "The sentinel slept."), ("2", "Rain.")])
    assert index.nearest("sentinal") == "sentinel"
    index.update("a", [("1", "The sentinels slept."), ("2", "Rain.")])
    assert index.nearest("sentinal") == "sentinels"
    index.update("a", [("2", "Rain.")])
    assert index.nearest("sentinal") == ""
