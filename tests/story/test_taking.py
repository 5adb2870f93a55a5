"""What is taken stands where it was meant to, and nothing that held on to the old lets go."""

from hypothesis import given
from hypothesis import strategies as st

from tests.story.test_acts import story_of
from writerdesk.manuscript import Mark, Paragraph, Passage
from writerdesk.story.acts import act, undone
from writerdesk.story.drafting import edit_text
from writerdesk.story.taking import Take, take


def texts(story, draft):
    return [paragraph.text for paragraph in story.draft(draft.id).text.paragraphs]


def test_a_passage_takes_the_place_of_others_whose_notes_follow():
    story, ids = story_of("a|b|c|d", "gift|bow")
    left, right = story.drafts
    what = Take(Passage(right.id, right.text.ids), left.id, None, left.text.ids[1:3])
    after = take(story, what, ids)
    assert texts(after, left) == ["a", "gift", "bow", "d"]
    assert after.draft(left.id).text.place_of(left.text.ids[2]) == 1


def test_taking_nothing_takes_out_what_stands_there():
    story, ids = story_of("a|b|c", "gift")
    left, right = story.drafts
    after = take(story, Take(Passage(right.id, ()), left.id, None, left.text.ids[:2]), ids)
    assert texts(after, left) == ["c"]


def test_a_sentence_is_taken_with_its_marks_alone():
    story, ids = story_of("a", "")
    left, right = story.drafts
    paragraph = Paragraph("Dust. It was rain. Ash.", marks=(Mark(9, 12, "italic"),))
    born = ids.newborn([paragraph])
    story = edit_text(story, right.id, right.text.splice(0, 1, born))
    passage = Passage(right.id, (born[0][0],), 6, 18)
    after = take(story, Take(passage, left.id, left.text.ids[0]), ids)
    assert after.draft(left.id).text.paragraphs[1] == Paragraph(
        "It was rain.", marks=(Mark(3, 6, "italic"),)
    )


@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 2), st.integers(0, 2))
def test_every_take_is_a_splice_and_undone_leaves_no_trace(start, end, first, last):
    story, ids = story_of("a|b|c|d", "x|y")
    left, right = story.drafts
    start, end, first, last = min(start, end), max(start, end), min(first, last), max(first, last)
    before = left.text.ids[start - 1] if start else None
    passage = Passage(right.id, right.text.ids[first:last])
    after = take(story, Take(passage, left.id, before, left.text.ids[start:end]), ids)
    assert texts(after, left) == [*"abcd"[:start], *"xy"[first:last], *"abcd"[end:]]
    assert texts(undone(after, act("take", story, after)).story, left) == list("abcd")
