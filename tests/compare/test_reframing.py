"""The frame after an edit is the one that is found anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.writer import Writer
from writerdesk.compare.matching import frame
from writerdesk.compare.reframing import reframed
from writerdesk.compare.texts import TextNumbers
from writerdesk.manuscript import Paragraph


def sides_of(numbers, drafts, before=((), ())):
    (left, stayed), (right, others) = (
        numbers.texts(draft.paragraphs, *known) for draft, known in zip(drafts, before, strict=True)
    )
    return (left, right), (stayed, others)


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_frame_after_an_edit_is_the_one_that_is_found_anew(random):
    writer = Writer(random)
    left = writer.draft(30)
    right = writer.moved(writer.edited(left))
    numbers = TextNumbers()
    was, _ = sides_of(numbers, (left, right))
    before = frame(*was)
    for _ in range(6):
        if random.random() < 0.5:
            left = writer.edited(left)
        else:
            right = writer.edited(right)
        now, kept = sides_of(numbers, (left, right), ((was[0],), (was[1],)))
        change, anew = reframed(before, was, now, kept), frame(*now)
        if change is not None:
            found = change.frame
            assert found.at.tolist() == anew.at.tolist()
            assert found.to.tolist() == anew.to.tolist()
            assert found.texts.tolist() == anew.texts.tolist()
            assert 0 < found.margin <= anew.margin
            assert what_stayed_is_between(change, before)
        was, before = now, anew


def what_stayed_is_between(change, before):
    """Tell whether the frame outside of the edits is the one before."""
    at = first = 0
    for edit in change.edits:
        stayed = before.texts[at : edit.start + 1], change.frame.texts[first : edit.first + 1]
        if stayed[0].tolist() != stayed[1].tolist():
            return False
        at, first = edit.end, edit.last
    return before.texts[at:].tolist() == change.frame.texts[first:].tolist()


def test_an_edit_far_from_what_moved_is_not_looked_at_all_over():
    texts = [f"Here stands the sentence number {n} of a long tale." for n in range(40)]
    numbers = TextNumbers()
    left = tuple(Paragraph(text) for text in texts)
    right = (*left[:5], *left[6:35], left[5], *left[35:])
    was = sides_of_paragraphs(numbers, (left, right))
    before = frame(*was)
    assert before.margin > 200
    edited = (*left[:20], Paragraph("He typed another one."), *left[21:])
    now, kept = numbers.texts(edited, was[0])
    _, others = numbers.texts(right, was[1])
    change = reframed(before, was, (now, was[1]), (kept, others))
    assert change is not None
    assert [(edit.start, edit.end) for edit in change.edits] == [(18, 20)]


def test_a_paragraph_moved_by_a_few_places_is_looked_at_all_over():
    texts = [f"Here stands the sentence number {n} of a long tale." for n in range(9)]
    numbers = TextNumbers()
    left = tuple(Paragraph(text) for text in texts)
    right = (*left[:4], left[5], left[4], *left[6:])
    was = sides_of_paragraphs(numbers, (left, right))
    assert frame(*was).margin <= 0


def sides_of_paragraphs(numbers, sides):
    left, right = (numbers.texts(paragraphs)[0] for paragraphs in sides)
    return left, right
