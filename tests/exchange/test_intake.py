"""A text as a language model hands it over comes in as the story alone, and says what was done."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.exchange import DoneKind, SetAsideKind, Wishes, read_pasted_text
from writerdesk.manuscript import Kind, Mark, MarkName, count_document, ends_mid_sentence

TOLD = f"""Okay, here’s a story about an otter and a heron on a flooded coast, aiming for over \
4000 words. It’s hopeful in the end.  Please be aware it has a storm in it.

---

The tide tasted of iron.  It covered everything – the piers and *most* of the road.{" "}

Brook had *never seen* a heron this close. The bird simply *was*.

* * *

“You know,” said Brook, a slow"""


def kinds(imported):
    return [done.kind for done in imported.done]


def test_a_told_story_comes_in_without_what_was_said_about_it():
    imported = read_pasted_text(TOLD)
    (document,) = imported.documents
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "The tide tasted of iron. It covered everything – the piers and most of the road.",
        "Brook had never seen a heron this close. The bird simply was.",
        "* * *",
        "“You know,” said Brook, a slow",
    ]
    assert document.paragraphs[0].marks == (Mark(63, 67, MarkName.ITALIC),)
    assert document.paragraphs[2].kind == Kind.SCENE_BREAK
    assert count_document(document) == 34
    assert ends_mid_sentence(document.paragraphs[-1].text)


def test_what_was_done_is_told_and_the_raw_text_is_kept():
    imported = read_pasted_text(TOLD)
    assert [(done.kind, done.count, done.paragraphs) for done in imported.done] == [
        (DoneKind.PREAMBLE, 1, ()),
        (DoneKind.RULES, 1, ()),
        (DoneKind.SCENE_BREAKS, 1, (2,)),
        (DoneKind.SPACES, 2, (0,)),
        (DoneKind.EMPHASIS, 3, (0, 1)),
    ]
    (aside,) = imported.set_aside
    assert aside.kind == SetAsideKind.PREAMBLE
    assert aside.text.startswith("Okay, here’s a story")
    assert imported.goal == 4000
    assert "\n".join(paragraph.text for paragraph in imported.raw.paragraphs) == TOLD


@pytest.mark.parametrize("kind", [*DoneKind])
def test_every_step_can_be_taken_back(kind):
    imported = read_pasted_text(TOLD, Wishes(without={kind}))
    assert kind not in kinds(imported)


def as_it_is(text):
    imported = read_pasted_text(text, Wishes(as_is=True))
    assert not imported.done
    assert not imported.set_aside
    return [paragraph.text for paragraph in imported.documents[0].paragraphs]


def test_as_it_is_blank_lines_part_paragraphs_and_no_letter_changes():
    assert as_it_is(TOLD) == [block.strip("\n") for block in re.split("\n\n+", TOLD)]
    assert as_it_is("One\n*line*.\n\n\nAnother -- line.\n") == ["One\n*line*.", "Another -- line."]


def test_as_it_is_every_line_is_a_paragraph_where_no_line_is_blank():
    assert as_it_is("One line.\nAnother line.\n") == ["One line.", "Another line."]


@pytest.mark.parametrize(
    "opening",
    [
        "Sure! Here is the rewritten chapter you asked for:",
        "Here’s a 2,500-word story, as requested.",
        "Certainly. I’ve written the scene from the dog’s point of view.",
        "**Okay, here's a draft of your story:**",
    ],
)
def test_introductions_are_set_aside(opening):
    imported = read_pasted_text(f"{opening}\n\n***\n\nThe rain fell.")
    assert [aside.text for aside in imported.set_aside] == [opening]
    assert [paragraph.text for paragraph in imported.documents[0].paragraphs] == ["The rain fell."]


@pytest.mark.parametrize(
    "beginning",
    [
        "Okay, here’s a thing about my father: he lied.",
        "Here is the house where it happened.",
        "I have never told this story to anyone.",
        "This is the story of how I lost an eye.",
        "Great waves came that night, and your words drowned in them.",
        "The lake smelled of iron.",
    ],
)
def test_a_story_that_begins_by_speaking_stays_whole(beginning):
    imported = read_pasted_text(f"{beginning}\n\n---\n\nThe rain fell.")
    assert not imported.set_aside
    assert imported.documents[0].paragraphs[0].text == beginning


@pytest.mark.parametrize(
    "closing",
    [
        "Would you like me to continue?",
        "Let me know if you want changes!",
        "(Word count: 1,204)",
        "I hope you enjoyed this story. Do you want another?",
        "**Word Count:** approximately 4,000 words",
    ],
)
@pytest.mark.parametrize("rule", ["", "---\n\n"])
def test_closing_remarks_are_set_aside(closing, rule):
    imported = read_pasted_text(f"The rain fell.\n\nIt stopped.\n\n{rule}{closing}")
    assert [(aside.kind, aside.text) for aside in imported.set_aside] == [
        (SetAsideKind.CLOSING, closing)
    ]
    assert len(imported.documents[0]) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A * B", "A * B"),
        ("2*3*4 is 24", "2*3*4 is 24"),
        ("the castle* stood by the river*", "the castle* stood by the river*"),
        ("*See the note at the end", "*See the note at the end"),
        ("he *never closed it", "he *never closed it"),
        ("* item", "* item"),
        ("* item with *stress* in it", "* item with stress in it"),
        ("snake_case_name", "snake_case_name"),
        ("_this_ and “*that*”", "this and “that”"),
        ("**bold *both* bold**", "bold both bold"),
        ("***both***", "both"),
    ],
)
def test_only_stars_around_words_are_emphasis(text, expected):
    (document,) = read_pasted_text(f"Before.\n\n{text}\n\nAfter.").documents
    assert document.paragraphs[1].text == expected


def test_bold_and_italic_are_told_apart():
    (document,) = read_pasted_text("A **bold *both* bold** end.").documents
    assert document.paragraphs[0].marks == (
        Mark(2, 16, MarkName.BOLD),
        Mark(7, 11, MarkName.ITALIC),
    )


@pytest.mark.parametrize("rule", ["***", "---", "* * *", "- - -", "___", "#", "⁂", "*****"])
def test_rules_inside_a_story_part_scenes(rule):
    (document,) = read_pasted_text(f"One.\n\n{rule}\n\nTwo.").documents
    assert [paragraph.kind for paragraph in document.paragraphs] == [
        Kind.BODY,
        Kind.SCENE_BREAK,
        Kind.BODY,
    ]


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        ("# The Coast", "The Coast", Kind.HEADING_1),
        ("### Part two ###", "Part two", Kind.HEADING_3),
        ("**Chapter One**", "Chapter One", Kind.HEADING_2),
        ("**He shouted.**", "He shouted.", Kind.BODY),
        ("#hashtag", "#hashtag", Kind.BODY),
    ],
)
def test_headings_are_seen(line, text, kind):
    (document,) = read_pasted_text(f"{line}\n\nIt rained.").documents
    assert (document.paragraphs[0].text, document.paragraphs[0].kind) == (text, kind)


story_texts = st.lists(
    st.text(st.sampled_from("ab *_#-.”\t\u00a0\n\r\u2028\x00\ud800"), max_size=30), max_size=8
).map("\n\n".join)


@given(story_texts)
def test_any_text_comes_in_and_no_letter_is_lost(text):
    imported = read_pasted_text(text)
    kept = "".join(paragraph.text for paragraph in imported.documents[0].paragraphs)
    assert [c for c in kept if c in "ab"] == [c for c in text if c in "ab"]
