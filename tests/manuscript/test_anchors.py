"""Anchors stay with their words through any editing, and come back with an undo."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import (
    Document,
    Origin,
    Paragraph,
    ParagraphId,
    Passage,
    anchored,
    likeliest,
    standing,
    words_of,
)

_HELD = "held words"


def _typed(document, at, text):
    paragraph = document.paragraphs[at]
    items = [(document.ids[at], replace(paragraph, text=text, marks=()))]
    return document.splice(at, at + 1, items)


def _split(document, at, place, new):
    text, old = document.paragraphs[at].text, document.ids[at]
    head, tail = text[:place], text[place:]
    ids = (old, new) if len(head) >= len(tail) else (new, old)
    items = [(ids[0], Paragraph(head)), (ids[1], Paragraph(tail))]
    return document.splice(at, at + 1, items, origins={new: Origin("d", "", old)})


def _joined(document, at):
    text = " ".join(paragraph.text for paragraph in document.paragraphs[at : at + 2])
    items = [(document.ids[at], Paragraph(text))]
    return document.splice(at, at + 2, items, aliases={document.ids[at + 1]: document.ids[at]})


def _moved(document, at, to):
    item = (document.ids[at], document.paragraphs[at])
    without = document.splice(at, at + 1, [])
    return without.splice(to % (len(without) + 1), to % (len(without) + 1), [item])


def _outside(text, place):
    """Move a place out of the held words."""
    start = text.find(_HELD)
    inside = start >= 0 and start < place < start + len(_HELD)
    return start if inside else min(place, len(text))


@st.composite
def _edited(draw):
    """A document, an anchor on the held words, and the documents of an editing session."""
    texts = draw(st.lists(st.text("ab \n.", max_size=12), min_size=1, max_size=5))
    at = draw(st.integers(0, len(texts) - 1))
    start = draw(st.integers(0, len(texts[at])))
    texts[at] = texts[at][:start] + _HELD + texts[at][start:]
    now = Document.from_paragraphs(texts)
    anchor = anchored(Passage("d", (now.ids[at],), start, start + len(_HELD)), now)
    states = [now]
    for number in range(draw(st.integers(0, 8))):
        now = _step(draw, now, ParagraphId(9, number))
        states.append(now)
    return anchor, states


def _step(draw, now, new):
    at = draw(st.integers(0, len(now) - 1))
    text = now.paragraphs[at].text
    place = _outside(text, draw(st.integers(0, len(text))))
    match draw(st.sampled_from(["type", "split", "join", "move", "insert", "delete"])):
        case "type":
            return _typed(now, at, text[:place] + draw(st.text("xyz ", max_size=4)) + text[place:])
        case "split":
            return _split(now, at, place, new)
        case "join" if at + 1 < len(now):
            return _joined(now, at)
        case "move":
            return _moved(now, at, draw(st.integers(0, len(now))))
        case "delete" if _HELD not in text and len(now) > 1:
            return now.splice(at, at + 1, [])
        case _:
            return now.splice(at, at, [(new, Paragraph(draw(st.text("xyz", max_size=4))))])


@given(_edited())
def test_words_nobody_touches_keep_their_anchor(edited):
    anchor, states = edited
    for state in states:
        place = standing(anchor, state)
        if place is not None and words_of(place, state) != _HELD:
            # The half that holds the words went elsewhere: the anchor is on the half that stayed.
            assert _HELD in words_of(likeliest(anchor, state), state)


@given(_edited())
def test_an_anchor_never_leaves_the_text(edited):
    anchor, states = edited
    for state in states:
        place = standing(anchor, state)
        if place is not None:
            assert set(place.paragraphs) <= set(state.ids)
            last = state.paragraphs[state.place_of(place.paragraphs[-1])].text
            assert place.end is None or place.end <= len(last)


def test_undo_brings_an_anchor_back():
    before = Document.from_paragraphs(["The lake smelled of salt. Nobody spoke."])
    anchor = anchored(Passage("d", before.ids, 4, 25), before)
    gone = _typed(before, 0, "Nobody spoke.")
    assert words_of(standing(anchor, gone), gone) == "Nobody spoke."
    again = _typed(gone, 0, before.paragraphs[0].text)
    assert words_of(standing(anchor, again), again) == "lake smelled of salt."


def test_edited_words_keep_their_anchor():
    before = Document.from_paragraphs(["He wound both clocks. The net hung in long brown folds."])
    anchor = anchored(Passage("d", before.ids, 22, 55), before)
    after = _typed(before, 0, "He wound the clocks. The nets hung there in long dark folds. Well.")
    assert words_of(standing(anchor, after), after) == "The nets hung there in long dark folds"


def test_of_equal_words_those_with_the_same_neighbours_are_meant():
    before = Document.from_paragraphs(["no, said the cat. no, said the dog."])
    anchor = anchored(Passage("d", before.ids, 18, 20), before)
    after = _typed(before, 0, "Well: no, no, said the cat. no, said the dog.")
    assert standing(anchor, after).start == 28


def test_a_split_paragraph_is_followed_into_both_halves():
    before = Document.from_paragraphs(["One. Two.", "Three."])
    anchor = anchored(Passage("d", before.ids[:1]), before)
    after = _split(before, 0, 4, ParagraphId(1, 1))
    assert standing(anchor, after).paragraphs == after.ids[:2]


def test_a_joined_paragraph_is_followed_into_the_whole():
    before = Document.from_paragraphs(["One.", "Two."])
    anchor = anchored(Passage("d", before.ids[1:]), before)
    after = _joined(before, 0)
    assert standing(anchor, after).paragraphs == after.ids


def test_an_orphan_is_offered_the_likeliest_place():
    before = Document.from_paragraphs(["The doors were the first to go.", "Nobody came."])
    anchor = anchored(Passage("d", before.ids[:1]), before)
    after = Document.from_items(
        [
            (ParagraphId(2, 1), Paragraph("Nobody came.")),
            (ParagraphId(2, 2), Paragraph("It is said the doors were the first things to go.")),
        ]
    )
    assert standing(anchor, after) is None
    assert likeliest(anchor, after).paragraphs == after.ids[1:]
    assert likeliest(anchor, Document.from_paragraphs(["Beet, and more beet."])) is None


def test_a_point_between_two_letters_keeps_its_place():
    before = Document.from_paragraphs(["He came in.", "The lake smelled of salt. Nobody spoke."])
    anchor = anchored(Passage("d", before.ids[1:], 24, 24), before)
    after = _typed(before, 1, "Well. The lake smelled only of salt. Nobody spoke to him.")
    assert standing(anchor, after) == Passage("d", before.ids[1:], 35, 35)
    first = anchored(Passage("d", before.ids[:1], 0, 0), before)
    assert standing(first, before) == Passage("d", before.ids[:1], 0, 0)
