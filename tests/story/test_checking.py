"""What an editor would stumble over is found before a draft is sent."""

from dataclasses import replace

import pytest

from tests.story.test_acts import story_of
from writerdesk.story.checking import Finding, checks, to_the_last_whole_sentence


def sendable(*paragraphs):
    story, _ = story_of("|".join(paragraphs))
    return story.put(replace(story.details, title="Harbour", author="Ada"))


def found(story):
    return {one.finding: one for one in checks(story, story.drafts[0].id)}


def test_a_clean_draft_has_nothing():
    assert found(sendable("The harbour froze.", "Ida counted “the boats” all day.")) == {}


@pytest.mark.parametrize(
    ("paragraph", "finding", "count"),
    [
        ("Ida counted the boats, and the", Finding.CUT_OFF, 1),
        ('“One,” she said, “two,” and "three.', Finding.QUOTES, 1),
        ("It’s cold, and I’m not; don't ask.", Finding.APOSTROPHES, 1),
        ("Two  spaces.  Twice.", Finding.SPACES, 2),
        ("Full of pockets of radiation pockets now.", Finding.REPEATED, 1),
        ("She took the the boat.", Finding.REPEATED, 1),
    ],
)
def test_what_is_found(paragraph, finding, count):
    one = found(sendable(paragraph))[finding]
    assert (one.count, len(one.places)) == (count, count)


@pytest.mark.parametrize(
    "paragraph",
    ["They had had enough of it.", "The boat, the harbour, the sea.", "“No boat.” Boat or not."],
)
def test_what_is_no_repetition(paragraph):
    assert Finding.REPEATED not in found(sendable(paragraph))


def test_title_and_author_are_missed():
    story, _ = story_of("The harbour froze.")
    assert set(found(story)) == {Finding.NO_TITLE, Finding.NO_AUTHOR}


@pytest.mark.parametrize(
    ("paragraphs", "left"),
    [
        (("It froze.", "Ida left. Nobody saw the"), ["It froze.", "Ida left."]),
        (("It froze.", "Nobody saw the"), ["It froze."]),
        (("Nobody saw the",), ["Nobody saw the"]),
    ],
)
def test_a_draft_is_cut_where_its_last_whole_sentence_ends(paragraphs, left):
    story = sendable(*paragraphs)
    cut = to_the_last_whole_sentence(story, story.drafts[0].id)
    assert [p.text for p in cut.drafts[0].text.paragraphs] == left
