"""To compare again after an edit says the same as to compare from nothing."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.drafts import document, edited, paragraphs
from tests.compare.writer import Writer, line
from writerdesk.compare import By, Pin, Settings, compare, recompare, to_json
from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId, Passage


def said(comparison):
    return json.dumps(to_json(comparison))


def runs(few, many):
    """Try a law a few times, and many times under torture."""
    tries = [few, pytest.param(many, marks=pytest.mark.torture)]
    return pytest.mark.parametrize("times", tries)


def tried(law, times):
    settings(max_examples=times, deadline=None)(given(st.data())(law))()


@runs(2, 2000)
def test_a_chain_of_edits_compared_again_says_what_comparing_from_nothing_says(times):
    tried(a_chain_of_edits, times)


def a_chain_of_edits(data):
    before = data.draw(st.lists(paragraphs, max_size=6))
    after = data.draw(edited(before))
    left, right = document(before), document(after, 1)
    found = compare(left, right)
    for _ in range(3):
        before, after = data.draw(edited(before)), data.draw(edited(after))
        left, right = document(before), document(after, 1)
        found = recompare(found, left, right)
        assert said(found) == said(compare(left, right))


@runs(4, 3000)
def test_a_draft_with_repeated_paragraphs_is_followed_through_any_edits(times):
    tried(a_draft_with_repeated_paragraphs, times)


def a_draft_with_repeated_paragraphs(data):
    random = data.draw(st.randoms(use_true_random=False))
    writer = Writer(random)
    left = writer.draft()
    right = left
    for _ in range(3):
        right = writer.edited(right)
    found = compare(left, right)
    for _ in range(6):
        if random.random() < 0.4:
            left = writer.edited(left)
        else:
            right = writer.edited(right)
        found = recompare(found, left, right)
        assert said(found) == said(compare(left, right))


@runs(3, 1000)
def test_what_is_tied_by_hand_is_followed_through_any_edits(times):
    tried(ties_by_hand, times)


def ties_by_hand(data):
    random = data.draw(st.randoms(use_true_random=False))
    writer = Writer(random)
    left = writer.draft(8)
    right = writer.edited(left)
    found = compare(left, right)
    for _ in range(4):
        right = writer.edited(right)
        pins = [
            Pin(
                Passage("left", (random.choice(left.ids),)),
                Passage("right", (random.choice(right.ids),)),
                random.choice([By.DRAWN, By.FORBIDDEN]),
            )
            for _ in range(random.randint(0, 2))
        ]
        found = recompare(found, left, right, pins=pins)
        assert said(found) == said(compare(left, right, pins=pins))


@runs(5, 500)
def test_whatever_is_overlooked_is_overlooked_again(times):
    tried(other_overlookings, times)


def other_overlookings(data):
    capitals, dashes = data.draw(st.booleans()), data.draw(st.booleans())
    overlooked = Settings(capitals=capitals, quotes_and_dashes=dashes)
    random = data.draw(st.randoms(use_true_random=False))
    writer = Writer(random)
    left = writer.draft(8)
    right = writer.edited(left)
    found = compare(left, right, settings=overlooked)
    for _ in range(3):
        right = writer.edited(right)
        found = recompare(found, left, right)
        assert said(found) == said(compare(left, right, settings=overlooked))


def test_nothing_is_compared_where_nothing_changed():
    draft = Document.from_paragraphs(["The lake smelled of iron.", "He ran."])
    found = compare(draft, draft)
    assert recompare(found, draft, draft) is found


def test_a_draft_that_has_nothing_in_common_with_the_one_before_is_compared_as_any_other():
    one = Document.from_paragraphs(map(line, range(5)))
    other = Document.from_paragraphs(line(number, "Mary") for number in range(20, 30))
    found = recompare(compare(one, one), other, one)
    assert said(found) == said(compare(other, one))


def test_a_paragraph_set_in_italics_is_looked_into_again():
    texts = ["The dust tasted of regret and iron.", "Pip carried the lantern over the water."]
    left = Document.from_paragraphs(texts)
    edit = [(ParagraphId(0, 1), Paragraph("Pip carried a lantern over the water."))]
    found = compare(left, left.splice(1, 2, edit))
    marked = Paragraph("Pip carried a lantern over the water.", marks=(Mark(0, 3, "italic"),))
    right = left.splice(1, 2, [(ParagraphId(0, 1), marked)])
    assert said(recompare(found, left, right)) == said(compare(left, right))


def test_a_line_end_beside_a_blank_too_many_is_read_the_same_in_any_company():
    texts = [" one\nhalf of it was dark", "It was cold.", "He  ran home at once that night."]
    left = Document.from_paragraphs(texts)
    right = Document.from_paragraphs(["one half of it was dark", *texts[1:]])
    other = left.splice(2, 3, [(left.ids[2], Paragraph("He ran  home at once that night."))])
    found = recompare(compare(left, right), other, right)
    assert said(found) == said(compare(other, right))


def test_a_search_that_a_limit_cut_short_is_cut_short_after_an_edit_too():
    # Words of one letter: no other text of so few letters has so many of them.
    begins, stays = "Here it began as it always did begin", "It rained all night. " * 1300
    some, others = begins + " a b" * 2200, begins + " b a a" * 1500
    left = Document.from_paragraphs([stays, some, "He ran home at once that night."])
    right = Document.from_paragraphs([stays, others, "He ran home at once that evening."])
    found = compare(left, right)
    assert not found.exact
    edit = [(left.ids[2], Paragraph("He ran home at last that night."))]
    left = left.splice(2, 3, edit)
    assert said(recompare(found, left, right)) == said(compare(left, right))
