"""What is taken stands where it was meant to, and nothing that held on to the old lets go."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.story.test_acts import story_of
from writerdesk.manuscript import Mark, Paragraph, Passage
from writerdesk.story.acts import act, undone
from writerdesk.story.beside import beside, origins_in
from writerdesk.story.drafting import copy_draft, edit_text
from writerdesk.story.taking import (
    Take,
    called,
    draft_source,
    take,
    take_everything,
    take_into_new,
)


def texts(story, draft):
    return [paragraph.text for paragraph in story.draft(draft.id).text.paragraphs]


def test_a_passage_takes_the_place_of_others_whose_notes_follow():
    story, ids = story_of("a|b|c|d", "gift|bow")
    left, right = story.drafts
    what = Take(Passage(right.id, right.text.ids), left.id, left.text.ids[:1], left.text.ids[1:3])
    after = take(story, what, ids)
    assert texts(after, left) == ["a", "gift", "bow", "d"]
    assert after.draft(left.id).text.place_of(left.text.ids[2]) == 1


def test_taking_nothing_takes_out_what_stands_there():
    story, ids = story_of("a|b|c", "gift")
    left, right = story.drafts
    after = take(story, Take(Passage(right.id, ()), left.id, (), left.text.ids[:2]), ids)
    assert texts(after, left) == ["c"]


def test_nothing_is_put_behind_what_was_moved_away_since_it_was_asked_for():
    story, ids = story_of("a|b|c", "B|A")
    left, right = story.drafts
    a, b, c = left.text.ids
    moved = Take(Passage(right.id, right.text.ids[1:]), left.id, (c, b, a), (a,))
    edited = Take(Passage(right.id, right.text.ids[:1]), left.id, (a,), (b,))
    assert texts(take(take(story, moved, ids), edited, ids), left) == ["B", "c", "A"]


def test_a_sentence_is_taken_with_its_marks_alone():
    story, ids = story_of("a", "")
    left, right = story.drafts
    paragraph = Paragraph("Dust. It was rain. Ash.", marks=(Mark(9, 12, "italic"),))
    born = ids.newborn([paragraph])
    story = edit_text(story, right.id, right.text.splice(0, 1, born))
    passage = Passage(right.id, (born[0][0],), 6, 18)
    after = take(story, Take(passage, left.id, left.text.ids[:1]), ids)
    assert after.draft(left.id).text.paragraphs[1] == Paragraph(
        "It was rain.", marks=(Mark(3, 6, "italic"),)
    )


@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 2), st.integers(0, 2))
def test_every_take_is_a_splice_and_undone_leaves_no_trace(start, end, first, last):
    story, ids = story_of("a|b|c|d", "x|y")
    left, right = story.drafts
    start, end, first, last = min(start, end), max(start, end), min(first, last), max(first, last)
    before = left.text.ids[start - 1 : start] if start else ()
    passage = Passage(right.id, right.text.ids[first:last])
    after = take(story, Take(passage, left.id, before, left.text.ids[start:end]), ids)
    assert texts(after, left) == [*"abcd"[:start], *"xy"[first:last], *"abcd"[end:]]
    assert texts(undone(after, act("take", story, after)).story, left) == list("abcd")


def test_a_sentence_that_answers_another_takes_its_place_with_its_marks():
    story, ids = story_of("Mud. It was snow. Fog.", "")
    left, right = story.drafts
    born = ids.newborn([Paragraph("It was rain.", marks=(Mark(3, 6, "italic"),))])
    story = edit_text(story, right.id, right.text.splice(0, 1, born))
    within = Passage(left.id, left.text.ids, 5, 17)
    what = Take(Passage(right.id, (born[0][0],)), left.id, within=within)
    after = take(story, what, ids).draft(left.id).text
    assert after.paragraphs == (
        Paragraph("Mud. It was rain. Fog.", marks=(Mark(8, 11, "italic"),)),
    )
    assert after.ids == left.text.ids


def test_a_passage_becomes_a_draft_of_its_own_that_remembers_where_it_came_from():
    story, ids = story_of("a", "x|y|z")
    right = story.drafts[1]
    passage = Passage(right.id, right.text.ids[1:])
    after = take_into_new(story, passage, draft_source(story, right.id), ids)
    made = after.drafts[-1]
    assert (made.letter, texts(after, made)) == ("C", ["y", "z"])
    assert {origin.draft for origin in made.text.origins.values()} == {right.id}
    assert called(passage, right.text) == "y z"


@st.composite
def answered(draw):
    """Two drafts of a few letters, and which of their paragraphs answer each other, in order."""
    words = st.lists(st.sampled_from("abc"), max_size=6)
    one, other = draw(words), draw(words)
    places = [
        sorted(draw(st.lists(st.integers(0, len(text) - 1), unique=True))) if text else []
        for text in (one, other)
    ]
    return "|".join(one), "|".join(other), list(zip(*places, strict=False))


@given(answered())
def test_taking_everything_gives_exactly_the_other_text_and_undone_the_old(case):
    one, other, places = case
    story, ids = story_of(one, other)
    left, right = story.drafts
    answers = [((left.text.ids[a],), (right.text.ids[b],)) for a, b in places]
    after = take_everything(story, draft_source(story, left.id), right.id, answers, ids)
    now = after.draft(right.id).text
    assert now.paragraphs == left.text.paragraphs
    assert len(set(now.ids)) == len(now.ids)
    for (a,), (b,) in answers:
        # Who held on to a passage holds on to what answers it now.
        assert now.place_of(b) == left.text.place_of(a)
    assert (
        undone(after, act("take", story, after)).story.draft(right.id).text.is_identical(right.text)
    )


def test_only_what_came_from_elsewhere_shows_its_origin():
    story, ids = story_of("a|b|c|d", "x|y")
    left, right = story.drafts
    story = take(story, Take(Passage(right.id, right.text.ids[:1]), left.id), ids)
    now = story.draft(left.id)
    assert {id: draft.letter for id, draft in origins_in(story, left.id).items()} == {
        now.text.ids[0]: "B"
    }
    story = copy_draft(story, left.id, ids)
    copied = story.drafts[-1]
    assert not origins_in(story, copied.id)
    assert not beside(story, copied.id)
    longer = take(story, Take(Passage(right.id, right.text.ids[1:]), copied.id), ids)
    assert [draft.letter for draft in origins_in(longer, copied.id).values()] == ["B"]


def test_what_is_parted_from_a_taken_passage_came_from_there_too():
    story, ids = story_of("a|b|c|d", "x y|z")
    left, right = story.drafts
    story = take(story, Take(Passage(right.id, right.text.ids[:1]), left.id), ids)
    text = story.draft(left.id).text
    taken = text.ids[0]
    half = ids.newborn([Paragraph("y")])
    origin = text.origins[taken]._replace(draft=left.id, paragraph=taken)
    text = text.splice(0, 1, [(taken, Paragraph("x")), *half], origins={half[0][0]: origin})
    story = story.put(replace(story.draft(left.id), text=text))
    assert len(origins_in(story, left.id)) == 2
