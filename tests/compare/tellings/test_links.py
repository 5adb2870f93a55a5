"""Passages of tellings find each other."""

import pytest

from benchmarks.tellings_data import ours
from writerdesk.compare.tellings import links
from writerdesk.compare.tellings.linking import scored
from writerdesk.compare.values import By, Cancelled, Pin, Settings, never
from writerdesk.manuscript import Document, Kind, Paragraph, ParagraphId, whole_passage

SETTINGS = Settings(least_confidence=0.2)
TALES = {tale.name: tale for tale in ours()}


def found(left, right, *pins):
    return links(left, right, settings=SETTINGS, pins=pins, cancelled=never)


def cells(left, right, some):
    return {
        (left.place_of(link.left), right.place_of(link.right)): link.confidence for link in some
    }


def passages(tale, i, j):
    return (
        whole_passage("A", tale.left, i, i + 1),
        whole_passage("B", tale.right, j, j + 1),
    )


@pytest.mark.parametrize("name", sorted(TALES))
def test_swapping_the_drafts_mirrors_everything(name):
    tale = TALES[name]
    there, back = found(tale.left, tale.right), found(tale.right, tale.left)
    assert {(a, b, sure, by) for a, b, sure, by in there.links} == {
        (b, a, sure, by) for a, b, sure, by in back.links
    }
    assert {strand[:2] for strand in there.strands} == {
        (strand.right, strand.left) for strand in back.strands
    }
    assert {(n.left, n.right, n.places) for n in there.names} == {
        (n.right, n.left, n.places) for n in back.names
    }


def test_twice_the_same_drafts_give_the_same_answer():
    tale = TALES["piano-1-2"]
    assert found(tale.left, tale.right) == found(tale.left, tale.right)


def test_ties_come_in_the_order_of_the_left_draft():
    tale = TALES["piano-1-2"]
    for left, right in ((tale.left, tale.right), (tale.right, tale.left)):
        places = [left.place_of(link.left) or 0 for link in found(left, right).links]
        assert places == sorted(places)


def test_most_ties_of_the_sample_story_are_right_and_most_beats_are_found():
    right = read = reached = findable = 0
    for tale in (TALES["piano-1-2"], TALES["piano-1-3"], TALES["piano-2-3"]):
        some = cells(tale.left, tale.right, found(tale.left, tale.right).links)
        ties = [cell for cell, sure in some.items() if sure >= 0.2]
        good = [cell for cell in ties if cell in tale.truth]
        read, right = read + len(ties), right + len(good)
        reached += len({i for i, _ in good})
        findable += len({i for i, _ in tale.truth})
    assert right >= 0.6 * read
    assert reached >= 0.6 * findable


def test_what_the_writer_says_holds_and_steers_the_neighbours():
    tale = TALES["piano-1-2"]
    before = cells(tale.left, tale.right, found(tale.left, tale.right).links)
    wrong = next(cell for cell, sure in before.items() if sure > 0.3 and cell not in tale.truth)
    without = found(tale.left, tale.right, Pin(*passages(tale, *wrong), By.FORBIDDEN))
    assert wrong not in cells(tale.left, tale.right, without.links)
    drawn = passages(tale, 10, len(tale.right) - 4)
    with_one = found(tale.left, tale.right, Pin(*drawn, By.DRAWN))
    (own,) = [link for link in with_one.links if link.by == By.DRAWN]
    assert own.confidence == 1.0


def test_a_tie_by_hand_makes_its_neighbours_likelier():
    tale = TALES["piano-1-2"]
    documents = (tale.left, tale.right)
    drawn = Pin(*passages(tale, 10, len(tale.right) - 4), By.DRAWN)
    before, after = (scored(documents, pins, never).tied for pins in ((), (drawn,)))
    assert after[11, -3] > 2 * before[11, -3]
    assert after[9, -5] > 2 * before[9, -5]


def test_a_tie_by_hand_mirrors_too():
    tale = TALES["told-anew-hill"]
    one, other = passages(tale, 1, 2)
    there = found(tale.left, tale.right, Pin(one, other, By.CONFIRMED))
    back = found(tale.right, tale.left, Pin(other, one, By.CONFIRMED))
    assert cells(tale.left, tale.right, there.links) == {
        (j, i): sure for (i, j), sure in cells(tale.right, tale.left, back.links).items()
    }


def test_a_scene_break_and_an_empty_paragraph_are_tied_to_nothing():
    breaks = [Paragraph("* * *", Kind.SCENE_BREAK), Paragraph("")]
    texts = [Paragraph("The lamp went out over the harbour."), *breaks]
    document = Document.from_items((ParagraphId(0, n), text) for n, text in enumerate(texts))
    assert {link.left.counter for link in found(document, document).links} == {0}


@pytest.mark.parametrize("texts", [[], [""], ["", ""]])
def test_a_draft_without_words_has_no_ties(texts):
    nothing, something = Document.from_paragraphs(texts), Document.from_paragraphs(["A cat."])
    assert found(nothing, something).links == ()
    assert found(something, nothing).links == ()


def test_a_single_paragraph_finds_itself_told_by_another():
    one = Document.from_paragraphs(["The cat sat in the rain and waited for the boat."])
    other = Document.from_paragraphs(["In the rain sat a cat, waiting for its boat."])
    assert found(one, other).links[0].confidence >= 0.2


def test_texts_that_say_nothing_the_same_are_tied_by_hand_alone():
    one = Document.from_paragraphs(
        [
            "The old woman stood at the door of the pawnshop every morning and bowed.",
            "By May they had pawned the viola, and a cello was what was left.",
        ]
    )
    other = Document.from_paragraphs(
        [
            "Asparagus wants the rest of its season, said the old woman in the lane.",
            "One morning she opened the door of her bed again and looked in.",
        ]
    )
    assert found(one, other).links == found(other, one).links == ()
    pin = Pin(whole_passage("A", one, 0, 1), whole_passage("B", other, 1, 2), By.DRAWN)
    assert cells(one, other, found(one, other, pin).links) == {(0, 1): 1.0}


def test_the_work_stops_when_asked():
    tale = TALES["piano-1-2"]
    with pytest.raises(Cancelled):
        links(tale.left, tale.right, settings=SETTINGS, pins=(), cancelled=lambda: True)


def test_sentences_that_say_the_same_are_a_strand_inside_their_paragraphs():
    left = Document.from_paragraphs(
        ["The storm broke the mast. Nobody spoke at supper, and the captain counted the biscuits."]
    )
    right = Document.from_paragraphs(
        ["She had never liked him. At supper the captain counted the biscuits and nobody spoke."]
    )
    (strand,) = found(left, right).strands
    text = left.paragraphs[0].text[strand.left.start : strand.left.end]
    assert text.startswith("Nobody spoke")
    text = right.paragraphs[0].text[strand.right.start : strand.right.end]
    assert text.startswith("At supper")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["It rained on the pier all night."], ["The baker sold seven loaves before noon."]),
        (
            ["It rained.", "He left.", "She stayed."],
            ["A cat slept.", "A king died.", "Bells rang."],
        ),
    ],
)
def test_a_few_words_are_never_surely_the_same(left, right):
    documents = (Document.from_paragraphs(left), Document.from_paragraphs(right))
    assert all(link.confidence < 0.6 for link in found(*documents).links)
