"""Passages arrive with the story's names; nothing that is no name changes."""

from hypothesis import given
from hypothesis import strategies as st

from tests.story.test_acts import identities, story_of
from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId, Passage
from writerdesk.story.characters import add_character, call, characters
from writerdesk.story.names import Renaming, renamed, renamed_document, renamings
from writerdesk.story.sample import sample_story
from writerdesk.story.sentences import names_told
from writerdesk.story.taking import Take, draft_source, names_brought, take, take_into_new

_RUSTY = Renaming("Rusty", "Pip")


def only(text, *marks, wanted=(_RUSTY,)):
    told = renamed([(ParagraphId(0, 0), Paragraph(text, marks=marks))], wanted)
    return told.items[0][1], told


def test_whole_words_with_their_capital_are_renamed_and_possessives_stay():
    paragraph, told = only("Rusty’s ear; Rusty, a rusty shard, Rustyish. RUSTY")
    assert paragraph.text == "Pip’s ear; Pip, a rusty shard, Rustyish. RUSTY"
    assert told.counts == {_RUSTY: 2}
    assert [paragraph.text[a:b] for a, b in told.places[ParagraphId(0, 0)]] == ["Pip", "Pip"]


def test_marks_stay_on_their_words():
    paragraph, _ = only("Rusty was Rusty.", Mark(6, 9, "italic"), Mark(10, 15, "bold"))
    assert [(paragraph.text[m.start : m.end], m.name) for m in paragraph.marks] == [
        ("was", "italic"),
        ("Pip", "bold"),
    ]


def test_the_longest_name_is_meant_and_two_may_change_places():
    wanted = (
        Renaming("Emil", "Ada"),
        Renaming("Emil Harrow", "Ada Quill"),
        Renaming("Ada", "Emil"),
    )
    paragraph, _ = only("Emil Harrow saw Ada. Emil spoke.", wanted=wanted)
    assert paragraph.text == "Ada Quill saw Emil. Ada spoke."


def test_only_those_with_another_name_in_the_draft_are_renamed():
    story, names = story_of("Pip.", "Rusty.")
    story = add_character(story, "Pip", names)
    [pip] = characters(story)
    other = story.drafts[1].id
    assert renamings(story, other) == ()
    story = call(story, pip.id, "Rusty", draft=other)
    assert renamings(story, other) == (_RUSTY,)
    assert renamings(story, story.drafts[0].id) == ()


def test_what_is_taken_arrives_with_the_names_of_where_it_goes():
    story, names = story_of("Pip ran.|Away.", "Rusty ran. Rusty’s ear; a rusty shard.", "He.")
    story = add_character(story, "Pip", names)
    [pip] = characters(story)
    one, other, third = story.drafts
    story = call(story, pip.id, "Rusty", draft=other.id)
    into = Take(Passage(other.id, other.text.ids), third.id, third.text.ids[:1])
    after = take(story, into, names)
    assert after.draft(third.id).text.paragraphs[1].text == "Pip ran. Pip’s ear; a rusty shard."
    assert after.draft(other.id).text is other.text
    brought = names_brought(story, into, draft_source(story, other.id))
    assert brought == {_RUSTY: 2}
    assert names_told(brought) == "Rusty → Pip ×2"
    back = take(story, Take(Passage(one.id, one.text.ids[:1]), other.id), names)
    assert back.draft(other.id).text.paragraphs[0].text == "Rusty ran."
    within = Passage(third.id, third.text.ids, 0, 2)
    words = Take(Passage(other.id, other.text.ids, 0, 5), third.id, within=within)
    assert take(story, words, names).draft(third.id).text.paragraphs[0].text == "Pip."
    new = take_into_new(story, into.passage, draft_source(story, other.id), names)
    assert new.drafts[-1].text.paragraphs[0].text.startswith("Pip ran.")


def test_a_whole_draft_of_the_sample_takes_the_storys_names():
    story = sample_story(identities()).story
    first = story.drafts[0]
    told = renamed_document(first.text, renamings(story, first.id))
    assert not any("Tilda" in paragraph.text for paragraph in told.paragraphs)
    assert told.ids == first.text.ids
    assert told.paragraphs[0] is first.text.paragraphs[0]
    assert renamed_document(first.text, ()) is first.text


@given(st.lists(st.sampled_from(["Rusty", "Ru", "was", " ", "’s "]), max_size=8), st.data())
def test_what_is_kept_keeps_its_marks(parts, data):
    text = "".join(parts)
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    marks = [Mark(edges[0], edges[1], "italic")] if edges[0] < edges[1] else []
    paragraph, _ = only(text, *marks)
    for mark in paragraph.marks:
        assert 0 <= mark.start <= mark.end <= len(paragraph.text)
    assert Document.from_items([(ParagraphId(0, 0), paragraph)])
