"""Beats joined and split by the writer: what is said of a passage holds for the beat it is in."""

import pytest

from tests.story.test_acts import story_of
from writerdesk.compare import Beat, Beats, Comparison, Told, compare
from writerdesk.manuscript import Passage
from writerdesk.story.arranging import arranged, join_with_next, split_here

HERE = (Told.HERE, Told.HERE)


@pytest.fixture
def told():
    return story_of("Dust.|A dog came.|It sang.|They went.", "Rain.|A dog came.|It sang.")


def found(story, *rows, comparison: Comparison | None = None):
    """Beats with these passages, by number: a row is the left's and the right's."""
    texts = tuple(draft.text for draft in story.drafts)
    beats = tuple(
        Beat(
            tuple(tuple(text.ids[n] for n in row[side]) for side, text in enumerate(texts)),
            1.0,
            f"beat {number}",
            ((), ()) if all(row) else ((), (number - 1,)),
            HERE,
        )
        for number, row in enumerate(rows)
    )
    return Beats(texts, beats, {(0, 1): comparison} if comparison else {})


def rows_of(story, beats):
    seen = arranged(story, [draft.id for draft in story.drafts], beats)
    return [
        tuple(
            tuple(text.place_of(id) for id in ids)
            for text, ids in zip(seen.documents, beat.passages, strict=True)
        )
        for beat in seen.beats
    ], seen


def passages(story, *places):
    return [
        Passage(draft.id, tuple(draft.text.ids[n] for n in some))
        for draft, some in zip(story.drafts, places, strict=True)
        if some
    ]


def test_a_beat_joined_with_the_next_is_one_with_it_whatever_is_found_later(told):
    story, names = told
    two = passages(story, (0,), (0,)), passages(story, (1,), (1,))
    story = join_with_next(story, two, names)
    assert rows_of(story, found(story, ((0,), (0,)), ((1,), (1,))))[0] == [((0, 1), (0, 1))]
    later = found(story, ((0,), ()), ((1, 2), (0, 1)), ((3,), (2,)))
    assert rows_of(story, later)[0] == [((0, 1, 2), (0, 1)), ((3,), (2,))]


def test_three_beats_are_joined_one_by_one(told):
    story, names = told
    first, second, third = (passages(story, (n,), (n,)) for n in range(3))
    story = join_with_next(story, (first, second), names)
    both = passages(story, (0, 1), (0, 1))
    story = join_with_next(story, (both, third), names)
    beats = found(story, ((0,), (0,)), ((1,), (1,)), ((2,), (2,)))
    assert rows_of(story, beats)[0] == [((0, 1, 2), (0, 1, 2))]


def test_a_beat_is_split_at_a_passage_and_joined_again(told):
    story, names = told
    beats = found(story, ((0, 1, 2), (0,)), ((3,), ()))
    parted = split_here(story, passages(story, (2,), ())[0], names)
    rows, seen = rows_of(parted, beats)
    assert rows == [((0, 1), (0,)), ((2,), ()), ((3,), ())]
    assert [beat.inside[1] for beat in seen.beats] == [(), (), (0,)], "told inside its first"
    two = passages(story, (0, 1), (0,)), passages(story, (2,), ())
    assert rows_of(join_with_next(parted, two, names), beats)[0] == [((0, 1, 2), (0,)), ((3,), ())]


def test_what_the_other_draft_tells_goes_with_what_it_is_tied_to(told):
    story, names = told
    comparison = compare(*(draft.text for draft in story.drafts))
    beats = found(story, ((0, 1, 2), (0, 1, 2)), comparison=comparison)
    parted = split_here(story, passages(story, (2,), ())[0], names)
    assert rows_of(parted, beats)[0] == [((0, 1), (0, 1)), ((2,), (2,))]
