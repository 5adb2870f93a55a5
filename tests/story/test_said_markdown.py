"""What was said of passages goes out as a list and comes back, wherever its words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.story.test_acts import identities, story_of
from writerdesk.compare import By, Pin
from writerdesk.manuscript import Passage
from writerdesk.story.beats import mark_beat
from writerdesk.story.beside_files import CHARACTERS, NOTES, SAID
from writerdesk.story.characters import characters
from writerdesk.story.mirroring import mirror_files
from writerdesk.story.notes import notes
from writerdesk.story.notes_markdown import notes_from_markdown
from writerdesk.story.said import BeatMark, BeatSays, Judgement, Tie, Verdict
from writerdesk.story.said_markdown import said_from_markdown, said_to_markdown
from writerdesk.story.sample import sample_story
from writerdesk.story.sheets_markdown import sheets_from_markdown
from writerdesk.story.story import Story
from writerdesk.story.ties import tie, ties
from writerdesk.story.verdicts import judge, star

_FIRST = "The dust.|A dog came. It sang.|The dust.|They went north."
_OTHER = "Rain.|Rain, and a dog.|He met a dog. It sang."


def passage(story, draft, *numbers, start=0, end=None):
    text = story.drafts[draft].text
    return Passage(story.drafts[draft].id, tuple(text.ids[n] for n in numbers), start, end)


def standing(story):
    """Return everything said of passages, where it stands."""
    told = [
        (one.judgement, story.standing(one.anchor))
        for one in story.of_kind(Verdict)
        if not one.deleted
    ]
    told += [(one.by, story.standing(one.left), story.standing(one.right)) for one in ties(story)]
    told += [
        (one.says, one.name, one.place, story.standing(one.anchor).paragraphs)
        for one in story.of_kind(BeatMark)
        if not one.deleted
    ]
    return sorted(map(repr, told))


places = st.tuples(st.integers(0, 1), st.integers(0, 2))
acts = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["keep", "maybe", "leave"]), places, places),
        st.tuples(st.just("tie"), places, places, st.sampled_from([By.DRAWN, By.FORBIDDEN])),
        st.tuples(st.just("beat"), places, places, st.sampled_from(BeatSays)),
    ),
    max_size=6,
)


def acted(story, names, act):
    what, (draft, number), (_, other), *how = act
    here = passage(story, draft, number)
    if what == "tie":
        there = passage(story, 1 - draft, *range(min(other, 1), 2))
        return tie(story, Pin(here, there, how[0]), names)
    if what == "beat":
        name = "the soup" if how[0] == BeatSays.NAME else ""
        place = 7 if how[0] == BeatSays.PLACE else 0
        return mark_beat(story, how[0], [here], names, name=name, place=place)
    return judge(story, here, Judgement(what), names)


@given(acts)
def test_what_is_said_comes_back(wanted):
    plain, names = story_of(_FIRST, _OTHER)
    story = plain
    for one in wanted:
        story = acted(story, names, one)
    again = said_from_markdown(plain, said_to_markdown(story), names).story
    assert standing(again) == standing(story)


def test_words_that_stand_twice_say_which():
    story, names = story_of(_FIRST, _OTHER)
    story = judge(story, passage(story, 0, 2), Judgement.KEEP, names)
    story = star(story, passage(story, 1, 2, start=14, end=22), names)
    told = said_to_markdown(story)
    assert "- keep, draft 1 (2): The dust." in told
    assert "- star, draft 2: It sang." in told


@pytest.mark.parametrize("line", ["keep, draft 1 (9): The dust.", "keep, draft 1: The >> moon"])
def test_words_that_are_nowhere_are_passed_over(line):
    story, names = story_of(_FIRST)
    assert said_from_markdown(story, f"- {line}", names).story is story


def test_all_of_the_sample_is_in_its_mirror_and_comes_back():
    names = identities()
    story = sample_story(names).story
    files = mirror_files(story)
    bare = Story().put(story.details, *story.drafts)
    written = {name: told for name, told in files.items() if isinstance(told, str)}
    again = notes_from_markdown(bare, written[NOTES], names).story
    pictures = {name: data for name, data in files.items() if isinstance(data, bytes)}
    again = sheets_from_markdown(again, written[CHARACTERS], names, pictures=pictures).story
    again = said_from_markdown(again, written[SAID], names).story
    assert mirror_files(again) == files
    assert standing(again) == standing(story)
    assert len(notes(again)) == len(notes(story))
    assert len(characters(again)) == len(characters(story))
    assert len(list(again.of_kind(Tie))) == len(list(story.of_kind(Tie)))
