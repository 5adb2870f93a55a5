"""Notes stay with their passages, are done and reopened, and remarks find what they quote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.story.test_acts import identities, says, story_of
from writerdesk.exchange import Imported, NoteKind
from writerdesk.exchange import Note as FileNote
from writerdesk.manuscript import (
    BOXES,
    Document,
    Kind,
    Mark,
    Numbering,
    Paragraph,
    ParagraphId,
    Passage,
    Place,
    Record,
    words_of,
)
from writerdesk.story.acts import act, undone
from writerdesk.story.bringing_in import bring_in
from writerdesk.story.drafting import edit_text
from writerdesk.story.items import fields_of, item_from
from writerdesk.story.note import Note, NoteOn
from writerdesk.story.notes import (
    delete_note,
    likely_place,
    move_note,
    note,
    note_on_draft,
    note_on_passage,
    note_on_story,
    notes,
    notes_at,
    settle_note,
    write_note,
)
from writerdesk.story.notes_markdown import notes_from_markdown, notes_to_markdown
from writerdesk.story.remarks import quotations
from writerdesk.story.story import Story


@pytest.fixture
def told():
    return story_of("The dust.|A dog came, grey as slate.", "Rain.|He met a “dog”… grey as slate.")


def text(*paragraphs):
    return Document.from_paragraphs(paragraphs)


def rich(*paragraphs):
    return Document.from_items((ParagraphId(0, n), one) for n, one in enumerate(paragraphs))


def passage(story, draft, number, start=0, end=None):
    one = story.drafts[draft]
    return Passage(one.id, (one.text.ids[number],), start, end)


def test_notes_are_listed_as_they_stand(told):
    story, names = told
    story = note_on_passage(story, passage(story, 1, 0), text("fourth"), names)
    story = note_on_passage(story, passage(story, 0, 1, 12, 16), text("third"), names)
    story = note_on_draft(story, story.drafts[0].id, text("second"), names)
    story = note_on_story(story, text("first"), names)
    order = [one.note.text.paragraphs[0].text for one in notes(story)]
    assert order == ["first", "second", "third", "fourth"]


def test_a_note_is_written_settled_moved_and_deleted(told):
    story, names = told
    story = note_on_passage(story, passage(story, 0, 0), text("?"), names)
    [placed] = notes(story)
    id = placed.note.id
    story = settle_note(write_note(story, id, text("Whose dust?")), id, done=True)
    assert note(story, id).done
    assert note(story, id).text.paragraphs[0].text == "Whose dust?"
    story = move_note(story, id, passage(story, 1, 0))
    assert notes(story)[0].passage == passage(story, 1, 0)
    assert notes(delete_note(story, id)) == ()
    with pytest.raises(KeyError):
        note(story, story.drafts[0].id)


def test_an_orphan_keeps_its_words_and_is_offered_a_place(told):
    story, names = told
    story = note_on_passage(story, passage(story, 0, 1), text("!"), names)
    draft = story.drafts[0]
    away = draft.text.splice(1, 2, [])
    [orphan] = notes(edit_text(story, draft.id, away))
    assert orphan.is_orphan
    assert orphan.note.anchor
    assert orphan.note.anchor.words == "A dog came, grey as slate."
    paragraph = replace(draft.text.paragraphs[1], text="A dog came by, grey as slate.")
    rewritten = edit_text(story, draft.id, away.splice(0, 0, [(ParagraphId(8, 8), paragraph)]))
    likely = likely_place(rewritten, orphan.note)
    assert likely
    assert likely.paragraphs == (ParagraphId(8, 8),)


def test_a_note_on_a_beat_shows_at_the_passages_of_that_beat(told):
    story, names = told
    story = note_on_passage(story, passage(story, 0, 1), text("!"), names, on=NoteOn.BEAT)
    beat = [passage(story, 0, 1), passage(story, 1, 1)]
    assert len(notes_at(story, beat)) == 1
    assert notes_at(story, [passage(story, 0, 0)]) == ()


def test_a_remark_finds_what_it_quotes_whatever_its_quotes(told):
    story, _ = told
    remark = 'I love ‘grey as slate’, and "a dog came," but “of the” and “sentinal” say nothing.'
    found = quotations(story, remark)
    assert [(one.words, len(one.passages)) for one in found] == [
        ("grey as slate", 2),
        ("a dog came", 1),
    ]
    at = found[0].passages[1]
    assert words_of(at, story.drafts[1].text) == "grey as slate"


def test_every_note_can_be_undone(told):
    before, names = told
    after = note_on_passage(before, passage(before, 0, 0), text("?"), names)
    assert says(undone(after, act("note", before, after)).story) == says(before)


def test_a_note_reads_back_the_same(told):
    story, names = told
    story = note_on_passage(story, passage(story, 0, 1, 2, 5), text("?"), names)
    [placed] = notes(story)
    item = placed.note
    assert item_from(Record(item.kind, item.id, fields_of(item))) == item


_words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
_lines = st.one_of(
    st.builds(
        Paragraph,
        st.one_of(_words, st.sampled_from(["open, on the story", "[ ] box", "> quoted"])),
        st.sampled_from([Kind.BODY, Kind.HEADING_2, Kind.QUOTE]),
    ),
    st.builds(Paragraph, _words, st.just(Kind.LIST_ITEM), numbering=st.sampled_from(["", *BOXES])),
    st.just(Paragraph("He said so.", marks=(Mark(3, 7, "italic"),))),
)


@given(
    st.lists(st.tuples(st.sampled_from(NoteOn), st.booleans(), st.lists(_lines, max_size=3))),
)
def test_notes_go_out_as_markdown_and_come_back(wanted):
    story, names = story_of("The dust.|A dog came, grey as slate.")
    plain = story
    for on, done, lines in wanted:
        before = set(story.items)
        if on == NoteOn.STORY:
            story = note_on_story(story, rich(*lines), names)
        elif on == NoteOn.DRAFT:
            story = note_on_draft(story, story.drafts[0].id, rich(*lines), names)
        else:
            story = note_on_passage(story, passage(story, 0, 1, 12, 25), rich(*lines), names, on=on)
        (id,) = set(story.items) - before
        story = settle_note(story, id, done=done)
    written = notes_to_markdown(story)
    assert told_by(notes_from_markdown(plain, written, names).story) == told_by(story)


def told_by(story):
    return sorted(
        (
            one.note.on,
            one.note.draft,
            one.note.done,
            one.passage.start if one.passage else -1,
            [paragraph.canonical() for paragraph in one.note.text.paragraphs],
        )
        for one in notes(story)
    )


def test_a_checklist_goes_out_with_boxes():
    story, names = story_of("The dust.")
    listed = rich(
        Paragraph("Ask:", marks=(Mark(0, 3, "bold"),)),
        Paragraph("the tuner", Kind.LIST_ITEM, numbering=Numbering.DONE),
        Paragraph("the widow", Kind.LIST_ITEM, numbering=Numbering.OPEN),
    )
    story = note_on_story(story, listed, names)
    assert "**Ask**:\n\n* [x] the tuner\n* [ ] the widow" in notes_to_markdown(story)


def test_a_note_on_words_that_are_nowhere_is_a_note_on_its_draft():
    story, names = story_of("The dust.")
    lost = "## open, on a passage of draft 1\n> the moon\n\nWhich?\n\n## open, on draft 9\n\nAnd?\n"
    story = notes_from_markdown(story, lost, names).story
    assert [one.note.on for one in notes(story)] == ["story", "draft"]
    assert [p.text for p in notes(story)[1].note.text.paragraphs] == ["the moon", "Which?"]


def test_a_passage_of_several_paragraphs_goes_out_line_by_line():
    story, names = story_of("One came.|Two came.|Three came.")
    draft = story.drafts[0]
    on = Passage(draft.id, draft.text.ids[1:3])
    story = note_on_passage(story, on, text("Well?"), names)
    written = notes_to_markdown(story)
    assert "> Two came.\n> Three came.\n" in written
    bare = story.put(replace(notes(story)[0].note, deleted=True))
    again = notes_from_markdown(bare, written, names).story
    assert notes(again)[0].passage == on
    assert len(list(again.of_kind(Note))) == 2


def test_the_footnotes_and_comments_of_a_file_are_notes_on_its_draft():
    document = text("The dust.", "A dog came.")
    first, second = document.ids
    imported = Imported(
        (document,),
        notes=(
            FileNote(NoteKind.FOOTNOTE, Place(first, 9), Place(first, 9), (Paragraph("Salt."),)),
            FileNote(
                NoteKind.COMMENT, Place(second, 2), Place(second, 5), (Paragraph("A cat?"),), "Ada"
            ),
        ),
    )
    brought = bring_in(Story(), imported, "a.docx", identities())
    footnote, comment = notes(brought.story)
    [draft] = brought.story.drafts
    assert footnote.passage == Passage(draft.id, draft.text.ids[:1], 9, 9)
    assert comment.passage
    assert words_of(comment.passage, draft.text) == "dog"
    assert [one.note.source for one in (footnote, comment)] == ["footnote", "comment/Ada"]
    assert comment.note.text.paragraphs[0].text == "A cat?"
