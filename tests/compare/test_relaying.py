"""What was laid out before an edit is taken over; the answer is the one from nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writerdesk.compare import compare
from writerdesk.compare.bounds import Certainty
from writerdesk.compare.plans import Arrangement
from writerdesk.compare.relaying import read_as_before, relaid
from writerdesk.compare.sight import View
from writerdesk.compare.stage import Stage
from writerdesk.compare.stops import read_together
from writerdesk.manuscript import Document, Paragraph, ParagraphId
from writerdesk.ui.pane.changes import changed

_BETWEEN: tuple[int, int] = (0, 1)
_SENTENCES = (
    "The harbour froze in March and nobody came.",
    "Ida counted the boats twice before she went home.",
    "It was cold. A dog barked somewhere behind the sheds.",
    "Nobody had told the pilot that the light was out.",
)


def passage(number):
    return f"{_SENTENCES[number % 4]} That was day {number}, and the {number} gulls were gone."


def revision(chance, texts):
    """Return a text with words added, passages left out, added, and moved."""
    out = list(texts)
    for _ in range(chance.randint(0, 5)):
        at = chance.randrange(len(out))
        act = chance.choice(["word", "word", "leave out", "add", "move"])
        if act == "word":
            out[at] = f"{out[at]} So they said."
        elif act == "leave out" and len(out) > 1:
            del out[at]
        elif act == "add":
            out.insert(at, f"A new passage, number {chance.randint(100, 999)}, of its own words.")
        else:
            out.insert(chance.randrange(len(out)), out.pop(at))
    return out


def edited(chance, text, born):
    """Return a text after one edit: a word typed, a passage split, joined, taken away, added."""
    at = chance.randrange(len(text))
    id, said = text.ids[at], text.paragraphs[at].text
    act = chance.choice(
        ["type", "type", "type", "split", "join", "take away", "add", "anew", "empty", "new line"]
    )
    middle = len(said) // 2
    if act == "split":
        halves = [(id, Paragraph(said[:middle])), (born, Paragraph(said[middle:]))]
        return text.splice(at, at + 1, halves)
    if act == "join" and at + 1 < len(text):
        both = f"{said} {text.paragraphs[at + 1].text}"
        return text.splice(at, at + 2, [(id, Paragraph(both))])
    if act == "empty":
        return text.splice(at, at + 1, [(id, Paragraph())])
    if act == "new line":
        return text.splice(at, at, [(born, Paragraph())])
    if act == "take away" and len(text) > 1:
        return text.splice(at, at + 1, [])
    if act == "add":
        return text.splice(at, at, [(born, Paragraph(passage(chance.randint(0, 30))))])
    words = "Quite other words stand here now." if act == "anew" else f"{said[:9]} ember{said[9:]}"
    return text.splice(at, at + 1, [(id, Paragraph(words))])


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(list(Certainty)))
def test_what_is_laid_out_anew_lies_as_if_all_were(chance, certainty):
    texts = [passage(number) for number in range(chance.randint(1, 12))]
    two = [Document.from_paragraphs(texts), Document.from_paragraphs(revision(chance, texts))]
    found = {_BETWEEN: compare(*two)}
    reading = read_together(two, found, certainty=certainty)
    for number in range(3):
        side = chance.randrange(2)
        two[side] = edited(chance, two[side], ParagraphId(7, number))
        found = {_BETWEEN: compare(*two)}
        fresh = read_together(two, found, certainty=certainty)
        as_before = read_as_before(reading, two, found)
        if as_before:
            assert as_before.stops == fresh.stops
        again = relaid(reading, found, certainty)
        reading = again.reading if again else fresh
        assert reading.bounds == fresh.bounds
        assert reading.segments == fresh.segments
        assert reading.stops == fresh.stops
        assert reading.stop_numbers == fresh.stop_numbers
        assert reading.documents == tuple(two)


@pytest.mark.parametrize("side", [0, 1])
def test_an_empty_line_that_is_written_on_is_a_stop_from_then_on(side):
    texts = [passage(number) for number in range(8)]
    two = [Document.from_paragraphs(texts), Document.from_paragraphs(texts)]
    line = ParagraphId(7, 1)
    two[side] = two[side].splice(4, 4, [(line, Paragraph())])
    reading = read_together(two, {_BETWEEN: compare(*two)})
    assert not reading.stops
    two[side] = two[side].splice(4, 5, [(line, Paragraph("Ember."))])
    found = {_BETWEEN: compare(*two)}
    assert read_as_before(reading, two, found) is None
    again = relaid(reading, found, Certainty.LIKELY)
    fresh = read_together(two, found)
    assert (again.reading if again else fresh).stops == fresh.stops != ()


def test_a_word_typed_in_a_long_book_lays_out_only_its_surroundings():
    texts = [passage(number) for number in range(60)]
    changed = [f"{text} Indeed." if n % 5 == 3 else text for n, text in enumerate(texts)]
    left, right = Document.from_paragraphs(texts), Document.from_paragraphs(changed)
    reading = read_together([left, right], {_BETWEEN: compare(left, right)})
    after = left.splice(30, 31, [(left.ids[30], Paragraph(f"Ember. {texts[30]}"))])
    again = relaid(reading, {_BETWEEN: compare(after, right)}, Certainty.LIKELY)
    assert again
    assert again.passages == ((29, 33, 33), (29, 33, 33))
    assert again.segments.shift == 2
    assert again.reading.segments[:4] == reading.segments[:4]


class Sizes:
    """Every letter is three pixels high; guesses are wrong by up to a half, either way."""

    def __init__(self, documents):
        self.documents = documents

    def guesses(self, column):
        return [self.guess(column, number) for number in range(len(self.documents[column]))]

    def guess(self, column, paragraph):
        return self.measure(column, paragraph) * (0.5 + (paragraph * 7 % 11) / 10)

    def measure(self, column, paragraph):
        return 30.0 + 3 * len(self.documents[column].paragraphs[paragraph].text)


def at_focus(stage, changed):
    """Return what stands at each focus line, and how high; not what was changed."""
    found = {}
    for place in range(len(stage.axis.spots)):
        column, number, _ = stage.at_focus(place)
        id = stage.reading.documents[column].ids[number]
        if id not in changed and stage.stands_at_focus(column, number) and not stage.is_at_start:
            found[column, id] = stage.top_of(column, number)
    return found


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(list(Arrangement)))
def test_where_the_reader_is_nothing_moves_and_everything_stands_as_if_laid_out_now(
    chance, arrangement
):
    texts = [passage(number) for number in range(16)]
    two = [Document.from_paragraphs(texts), Document.from_paragraphs(revision(chance, texts))]
    sizes = Sizes(list(two))
    reading = read_together(two, {_BETWEEN: compare(*two)})
    stage = Stage(reading, arrangement, sizes, View(700.0, 233.0, 14.0, 420.0))
    stage.to_start()
    for number in range(4):
        stage.move(chance.choice([0, 300, 1500, -400]))
        old, side = list(two), chance.randrange(2)
        two[side] = edited(chance, two[side], ParagraphId(7, number))
        again = relaid(stage.reading, {_BETWEEN: compare(*two)}, Certainty.LIKELY)
        if again is None:
            return
        anew = list(changed(old, two, again.passages))
        before = at_focus(stage, {two[column].ids[place] for column, place in anew})
        sizes.documents = list(two)
        if not stage.relay(again, anew):
            return
        for (column, id), top in before.items():
            assert stage.top_of(column, two[column].place_of(id)) == pytest.approx(top)
        fresh = Stage(again.reading, arrangement, sizes, stage.axis.view)
        fresh.stand_like(stage)
        assert [block[:3] for block in fresh.blocks()] == [block[:3] for block in stage.blocks()]
        assert [b.top for b in fresh.blocks()] == pytest.approx([b.top for b in stage.blocks()])
        for block in stage.blocks():
            if block.paragraph >= 0 and arrangement is not Arrangement.LINED_UP:
                assert block.height == sizes.measure(block.column, block.paragraph)
