"""Replacing in all drafts: what would change is what changes, and nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import Document, Mark
from writerdesk.story.drafting import add_draft
from writerdesk.story.items import Draft
from writerdesk.story.replacing import Wanted, hits, replace_everywhere
from writerdesk.story.story import Story


def story_of(*texts):
    story = Story()
    for number, paragraphs in enumerate(texts):
        text = Document.from_paragraphs(paragraphs)
        story = add_draft(story, Draft(f"d{number}", text=text))
    return story


def said(story):
    return [[p.text for p in draft.text.paragraphs] for draft in story.drafts]


def test_every_draft_is_looked_through_and_only_what_was_chosen_changes():
    story = story_of(["Pip ran.", "A pipe."], ["Nobody."], ["“Pip,” said Pip."])
    found = hits(story, Wanted("Pip", keep_case=True, whole_words=True))
    assert [(hit.draft, hit.before, hit.words, hit.after) for hit in found] == [
        ("d0", "", "Pip", " ran."),
        ("d2", "“", "Pip", ",” said Pip."),
        ("d2", "“Pip,” said ", "Pip", "."),
    ]
    after = replace_everywhere(story, found[:2], "Rusty")
    assert said(after) == [["Rusty ran.", "A pipe."], ["Nobody."], ["“Rusty,” said Pip."]]
    assert after.draft("d1") is story.draft("d1")
    assert after.draft("d0").text.paragraphs[1] is story.draft("d0").text.paragraphs[1]


def test_marks_stay_and_long_sentences_are_cut_at_a_word():
    story = story_of([f"{'word ' * 20}here {'word ' * 20}"])
    draft = story.draft("d0")
    marked = replace(draft.text.paragraphs[0], marks=(Mark(100, 104, "italic"),))
    text = draft.text.splice(0, 1, [(draft.text.ids[0], marked)])
    story = story.put(replace(draft, text=text))
    (hit,) = hits(story, Wanted("here"))
    assert hit.before.startswith("…word ")
    after = replace_everywhere(story, [hit], "elsewhere")
    assert after.draft("d0").text.paragraphs[0].marks == (Mark(100, 109, "italic"),)


@given(st.lists(st.lists(st.text("ab ", max_size=8), min_size=1, max_size=3), max_size=3))
def test_replacing_words_by_themselves_changes_nothing(texts):
    story = story_of(*texts)
    found = hits(story, Wanted("a", keep_case=True))
    assert said(replace_everywhere(story, found, "a")) == said(story)
