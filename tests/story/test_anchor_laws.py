"""Whatever is anchored stays with its words under any sequence of edits and undo, both together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.manuscript.test_anchors import _HELD, _step
from tests.story.test_acts import story_of
from writerdesk.compare import By, Pin
from writerdesk.manuscript import Document, ParagraphId, Passage, likeliest, words_of
from writerdesk.story.act_list import ActList
from writerdesk.story.acts import act, redone, undone
from writerdesk.story.beats import mark_beat
from writerdesk.story.drafting import edit_text
from writerdesk.story.note import Note
from writerdesk.story.notes import note_on_passage
from writerdesk.story.said import BeatMark, BeatSays, Judgement, Tie, Verdict
from writerdesk.story.ties import tie
from writerdesk.story.verdicts import judge, star


def anchored_story():
    """A story whose first draft holds some words, and everything that can be anchored on them."""
    story, names = story_of(f"a b|b {_HELD}. a|a", "e f|g")
    one, other = story.drafts
    held = one.text.ids[1]
    words = Passage(one.id, (held,), 2, 2 + len(_HELD))
    whole = Passage(one.id, (held,))
    story = note_on_passage(story, words, Document.from_paragraphs(["why?"]), names)
    story = star(story, words, names)
    story = judge(story, whole, Judgement.KEEP, names)
    story = tie(story, Pin(whole, Passage(other.id, other.text.ids[:1]), By.DRAWN), names)
    return mark_beat(story, BeatSays.NAME, [whole], names, name="the gifts")


def anchors(story):
    notes, verdicts = story.of_kind(Note), story.of_kind(Verdict)
    marks, ties = story.of_kind(BeatMark), story.of_kind(Tie)
    return [*(one.anchor for one in (*notes, *verdicts, *marks)), *(one.left for one in ties)]


def standing(story):
    return [story.standing(anchor) for anchor in anchors(story)]


def stays_with_its_words(story):
    text = story.drafts[0].text
    assert any(_HELD in paragraph.text for paragraph in text.paragraphs)
    for anchor, at in zip(anchors(story), standing(story), strict=True):
        if at is None:
            at = likeliest(anchor, text)
            assert at is not None
        assert set(at.paragraphs) <= set(text.ids)
        told = words_of(at, text)
        here = likeliest(anchor, text)
        # The half that holds the words went elsewhere: the anchor is on the half that stayed.
        assert _HELD in told or (here is not None and _HELD in words_of(here, text))


class Sitting:
    """A writer who types, does what the undo list keeps, and takes it back."""

    def __init__(self):
        self.story, self.acts = anchored_story(), ActList()
        self.told: list[Document] = []

    def do(self, what, draw, number):
        draft = self.story.drafts[0]
        if what == "undo" and self.acts.done:
            self.story = undone(self.story, self.acts.done[-1]).story
            self.acts = self.acts.after_undo()
        elif what == "redo" and self.acts.taken_back:
            self.story = redone(self.story, self.acts.taken_back[-1]).story
            self.acts = self.acts.after_redo()
        elif what in ("type", "act"):
            text = _step(draw, draft.text, ParagraphId(9, number))
            after = edit_text(self.story, draft.id, text)
            if what == "act":
                self.acts = self.acts.with_act(act("edit", self.story, after))
            self.story = after


@settings(max_examples=25)
@given(st.data())
def test_anchors_stay_with_their_words_under_edits_and_undo(data):
    sitting, placed = Sitting(), {}
    for number in range(data.draw(st.integers(1, 10))):
        what = data.draw(st.sampled_from(["type", "act", "undo", "undo", "redo"]))
        sitting.do(what, data.draw, number)
        stays_with_its_words(sitting.story)
        # Where anything stands follows from the text alone: an undone edit brings it back there.
        text = sitting.story.drafts[0].text
        key = text.ids, text.paragraphs, tuple(text.aliases.items()), tuple(text.origins.items())
        assert placed.setdefault(key, standing(sitting.story)) == standing(sitting.story)


@settings(max_examples=20)
@given(st.data())
def test_all_edits_taken_back_leave_every_anchor_where_it_was(data):
    sitting = Sitting()
    before = standing(sitting.story)
    for number in range(data.draw(st.integers(1, 6))):
        sitting.do("act", data.draw, number)
    while sitting.acts.done:
        sitting.do("undo", data.draw, 0)
    assert standing(sitting.story) == before
