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


def done(target: Document, source: Document, asked: Taking, born: int) -> Document:
    """Do what was asked for, as the story does: in place of some paragraphs, after one."""
    at = 0 if asked.after is None else (target.place_of(asked.after) or 0) + 1
    if asked.instead:
        at = target.place_of(asked.instead[0])
    texts = [source.paragraphs[source.place_of(id)] for id in asked.paragraphs]
    items = [(ParagraphId(9, born + n), text) for n, text in enumerate(texts)]
    return target.splice(at, at + len(asked.instead), items)


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


@given(tied(), st.booleans())
def test_taking_every_beat_gives_exactly_the_other_text(case, backwards):
    left, right, ties = case
    laid = reading(left, right, ties)
    target = right
    stops = reversed(laid.stops) if backwards else laid.stops
    for stop in stops:
        asked = taking(laid, stop, 0, 1)
        if asked.after is not None and asked.after not in target:
            # What stood before was taken over: the story finds its place by what came for it.
            asked = asked._replace(after=_last_before(laid, stop, target))
        target = done(target, left, asked, born=100 * stop.number)
    assert target.paragraphs == left.paragraphs


def _last_before(laid, stop, target):
    """Return the last paragraph that was put in for the stops before this one."""
    earlier = [id for id in target.ids if id.replica == 9 and id.counter < 100 * stop.number]
    return earlier[-1] if earlier else None


def test_one_passage_of_a_beat_goes_in_after_what_the_other_has_of_it():
    a, b = numbered("a", 3), numbered("b", 2)
    laid = reading(a, b, [([0, 1], [0]), ([2], [1])])
    assert taking_part(laid, 0, Run(0, 1), 1) == (0, 1, a.ids[:1], b.ids[0], ())
    assert taking_part(laid, 0, Run(0, 2), 1) == (0, 1, a.ids[:2], None, b.ids[:1])


def test_a_passage_only_one_has_goes_where_the_other_waits_for_it():
    a, b = numbered("a", 3), numbered("b", 2)
    laid = reading(a, b, [([0], [0]), ([2], [1])])
    assert taking(laid, laid.stops[1], 0, 1) == (0, 1, a.ids[1:2], b.ids[0], ())


def test_what_is_the_same_in_a_revision_can_be_put_in_again():
    a, b = numbered("a", 2), numbered("b", 2)
    same = [pair(a, b, [n], [n], kind=Likeness.SAME) for n in (0, 1)]
    said = comparison(a, b, same, relation=Relation.REVISION)
    laid = read_together([a, b], {(0, 1): said})
    assert taking_part(laid, 0, Run(1, 2), 1) == (0, 1, a.ids[1:2], b.ids[1], ())


def test_a_sentence_takes_the_place_of_the_one_that_answers_it():
    a = document("It rained. The boats were out all night.", "Nobody slept.")
    b = document("The boats were all out that night. It was cold.")
    boats = "The boats were out all night.", "The boats were all out that night."
    strand = Strand(span(a, 0, boats[0]), span(b, 0, boats[1]), Likeness.REWORKED, 0.9)
    pairs = [pair(a, b, [0], [0], detail=Detail(strands=(strand,)))]
    laid = read_together([a, b], {(0, 1): comparison(a, b, pairs)})
    start, end = strand.left.start, strand.left.end
    asked = taking_words(laid, Words(0, Run(0, 1), start, end), 1)
    assert asked == (0, 1, a.ids[:1], start, end, b.ids[0], strand.right)
    back = taking_words(laid, Words(1, Run(0, 1), 0, len(boats[1])), 0)
    assert (back.target, back.instead) == (0, strand.left)


def test_words_that_answer_nothing_come_after_what_is_told_there():
    a, b = document("One. Two.", "Three."), document("Uno.", "Tre.")
    pairs = [pair(a, b, [0], [0]), pair(a, b, [1], [1])]
    laid = read_together([a, b], {(0, 1): comparison(a, b, pairs)})
    assert taking_words(laid, Words(0, Run(0, 1), 5, 9), 1) == (
        0, 1, a.ids[:1], 5, 9, b.ids[0], None,
    )  # fmt: skip
    over_two = taking_words(laid, Words(0, Run(0, 2), 5, 6), 1)
    assert (over_two.paragraphs, over_two.after) == (a.ids, b.ids[1])
