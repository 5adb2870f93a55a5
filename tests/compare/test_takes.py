from hypothesis import given
from hypothesis import strategies as st

from tests.comparisons import comparison, document, pair, span
from writerdesk.compare.segments import Run
from writerdesk.compare.stops import read_together
from writerdesk.compare.takes import Taking, Words, taking, taking_part, taking_words
from writerdesk.compare.values import Detail, Likeness, Relation, Strand
from writerdesk.manuscript import Document, ParagraphId


def reading(left, right, ties):
    pairs = [pair(left, right, lefts, rights) for lefts, rights in ties]
    return read_together([left, right], {(0, 1): comparison(left, right, pairs)})


def numbered(letter, count):
    return document(*(f"{letter}{n}" for n in range(count)))


def done(target: Document, source: Document, asked: Taking) -> Document:
    """Do what was asked for, as the story does: in place of some paragraphs, after one."""
    places = [source.ids.index(id) for id in asked.paragraphs]
    items = [(ParagraphId(9, place), source.paragraphs[place]) for place in places]
    rest = [item for item in target if item[0] not in asked.instead]
    there = {id: number + 1 for number, (id, _) in enumerate(rest)}
    before = (
        ParagraphId(9, source.ids.index(id)) if column == asked.column else id
        for column, id in asked.after
    )
    at = next((there[id] for id in before if id in there), 0)
    return Document.from_items([*rest[:at], *items, *rest[at:]])


@st.composite
def tied(draw):
    """Two drafts and ties between them that keep the order."""
    ties, one, other = [], 0, 0
    for _ in range(draw(st.integers(0, 6))):
        one += draw(st.integers(0, 2))
        other += draw(st.integers(0, 2))
        lefts, rights = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        ties.append((range(one, one + lefts), range(other, other + rights)))
        one, other = one + lefts, other + rights
    left = numbered("a", one + draw(st.integers(0, 2)))
    return left, numbered("b", other + draw(st.integers(0, 2))), ties


def first(asked):
    """Return what was asked with the target's own paragraph before it only."""
    own = [one.paragraph for one in asked.after if one.column == asked.target]
    return asked._replace(after=own[0] if own else None)


@given(tied(), st.randoms(use_true_random=False))
def test_taking_every_beat_in_any_order_gives_exactly_the_other_text(case, random):
    left, right, ties = case
    laid = reading(left, right, ties)
    target = right
    for stop in random.sample(laid.stops, len(laid.stops)):
        target = done(target, left, taking(laid, stop, 0, 1))
    assert target.paragraphs == left.paragraphs


def test_one_passage_of_a_beat_goes_in_after_what_the_other_has_of_it():
    a, b = numbered("a", 3), numbered("b", 2)
    laid = reading(a, b, [([0, 1], [0]), ([2], [1])])
    assert first(taking_part(laid, 0, Run(0, 1), 1)) == (0, 1, a.ids[:1], b.ids[0], ())
    assert first(taking_part(laid, 0, Run(0, 2), 1)) == (0, 1, a.ids[:2], None, b.ids[:1])


def test_a_passage_only_one_has_goes_where_the_other_waits_for_it():
    a, b = numbered("a", 3), numbered("b", 2)
    laid = reading(a, b, [([0], [0]), ([2], [1])])
    assert first(taking(laid, laid.stops[1], 0, 1)) == (0, 1, a.ids[1:2], b.ids[0], ())


def test_what_is_the_same_in_a_revision_can_be_put_in_again():
    a, b = numbered("a", 2), numbered("b", 2)
    same = [pair(a, b, [n], [n], kind=Likeness.SAME) for n in (0, 1)]
    said = comparison(a, b, same, relation=Relation.REVISION)
    laid = read_together([a, b], {(0, 1): said})
    assert first(taking_part(laid, 0, Run(1, 2), 1)) == (0, 1, a.ids[1:2], b.ids[1], ())


def test_a_sentence_takes_the_place_of_the_one_that_answers_it():
    a = document("It rained. The boats were out all night.", "Nobody slept.")
    b = document("The boats were all out that night. It was cold.")
    boats = "The boats were out all night.", "The boats were all out that night."
    strand = Strand(span(a, 0, boats[0]), span(b, 0, boats[1]), Likeness.REWORKED, 0.9)
    pairs = [pair(a, b, [0], [0], detail=Detail(strands=(strand,)))]
    laid = read_together([a, b], {(0, 1): comparison(a, b, pairs)})
    start, end = strand.left.start, strand.left.end
    asked = taking_words(laid, Words(0, Run(0, 1), start, end), 1)
    assert first(asked) == (0, 1, a.ids[:1], start, end, b.ids[0], strand.right)
    back = taking_words(laid, Words(1, Run(0, 1), 0, len(boats[1])), 0)
    assert (back.target, back.instead) == (0, strand.left)


def test_words_that_answer_nothing_come_after_what_is_told_there():
    a, b = document("One. Two.", "Three."), document("Uno.", "Tre.")
    pairs = [pair(a, b, [0], [0]), pair(a, b, [1], [1])]
    laid = read_together([a, b], {(0, 1): comparison(a, b, pairs)})
    assert first(taking_words(laid, Words(0, Run(0, 1), 5, 9), 1)) == (
        0, 1, a.ids[:1], 5, 9, b.ids[0], None,
    )  # fmt: skip
    over_two = taking_words(laid, Words(0, Run(0, 2), 5, 6), 1)
    assert (over_two.paragraphs, first(over_two).after) == (a.ids, b.ids[1])
