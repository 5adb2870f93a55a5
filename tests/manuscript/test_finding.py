"""Finding and replacing in a draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId, scene_break
from writerdesk.manuscript.finding import Found, find, replaced
from writerdesk.manuscript.folding import folded_text
from writerdesk.manuscript.outline import outline

words = st.text("ab’' “", max_size=8)


@pytest.mark.parametrize(
    ("text", "wanted", "places"),
    [
        ("It’s cold, it's late", "it's", [(0, 4), (11, 15)]),
        ("“Cold,” said Ida", '"cold,"', [(0, 7)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("nothing", "", []),
    ],
)
def test_quotes_and_capitals_are_overlooked(text, wanted, places):
    found = find(Document.from_paragraphs([text]), wanted)
    assert [(place.start, place.end) for place in found] == places


def test_capitals_count_if_asked_for_and_a_scene_break_is_no_text():
    document = Document.from_items(
        [(ParagraphId(0, 0), Paragraph("Ida ida")), (ParagraphId(0, 1), scene_break())]
    )
    assert find(document, "Ida", keep_case=True) == (Found(0, 0, 3),)
    assert find(document, "*") == ()


def test_what_is_put_in_wears_the_marks_it_replaces():
    paragraph = Paragraph("the old sea", marks=(Mark(4, 7, "italic"), Mark(6, 11, "bold")))
    document = Document.from_items([(ParagraphId(0, 0), paragraph)])
    after = replaced(document, [Found(0, 4, 7)], "very young")
    assert after.paragraphs[0].text == "the very young sea"
    assert after.paragraphs[0].marks == (Mark(4, 14, "italic"), Mark(14, 18, "bold"))
    assert after.ids == document.ids


@given(st.lists(words, max_size=4), words.filter(lambda said: said.strip()), words)
def test_what_is_found_says_what_was_wanted_and_replacing_touches_nothing_else(
    texts, wanted, instead
):
    document = Document.from_paragraphs(texts)
    places = find(document, wanted)
    for place in places:
        said = texts[place.number][place.start : place.end]
        assert folded_text(said) == folded_text(wanted)
    after = replaced(document, places, instead)
    untouched = set(range(len(texts))) - {place.number for place in places}
    assert all(after.paragraphs[n] is document.paragraphs[n] for n in untouched)
    kept = sum(len(text) for text in texts) - sum(p.end - p.start for p in places)
    assert sum(len(p.text) for p in after.paragraphs) == kept + len(instead) * len(places)


def test_the_outline_is_the_headings_with_their_depth():
    kinds = ["title", "body", "heading2", "heading3", "heading1"]
    items = [
        (ParagraphId(0, n), Paragraph("" if n == 4 else f"{kind}  x", kind))
        for n, kind in enumerate(kinds)
    ]
    found = outline(Document.from_items(items))
    assert [(entry.level, entry.words) for entry in found] == [
        (0, "title x"),
        (1, "heading2 x"),
        (2, "heading3 x"),
    ]
