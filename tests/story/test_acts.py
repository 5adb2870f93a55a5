"""Every act can be taken back; what moved on since is left alone and named."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from writerdesk.manuscript import Document, Paragraph, ParagraphId, Passage, Record
from writerdesk.story.acts import act, carried_text, redone, undone
from writerdesk.story.drafting import (
    add_draft,
    copy_draft,
    delete_draft,
    edit_text,
    move_draft,
    next_letter,
)
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft, fields_of
from writerdesk.story.story import Story, applied, changes_between
from writerdesk.story.taking import Take, take


def identities():
    numbers = iter(range(10**6))
    return Identities(5, lambda: f"record-{next(numbers)}")


def story_of(*texts):
    names, story = identities(), Story()
    for text in texts:
        story = add_draft(story, Draft(names.record(), text=names.adopted(document(text))))
    return story, names


def document(text):
    return Document.from_paragraphs(text.split("|"))


def says(story):
    return {
        id: {
            name: tuple(value) if isinstance(value, Document) else value
            for name, value in fields_of(item).items()
        }
        for id, item in story.items.items()
        if fields_of(item)
    }


operations = st.lists(
    st.tuples(
        st.sampled_from(["copy", "move", "delete", "edit", "take", "name"]),
        st.integers(0, 20),
        st.integers(0, 20),
    ),
    max_size=12,
)


def done(story, names, operation):
    what, one, other = operation
    drafts = story.drafts
    if not drafts:
        return story
    first, second = drafts[one % len(drafts)], drafts[other % len(drafts)]
    match what:
        case "copy":
            return copy_draft(story, first.id, names)
        case "move":
            return move_draft(story, first.id, second.id)
        case "delete":
            return delete_draft(story, first.id)
        case "edit":
            born = names.newborn([Paragraph(f"written {one}")])
            at = other % (len(first.text) + 1)
            return edit_text(story, first.id, first.text.splice(at, at, born))
        case "take":
            passage = Passage(first.id, first.text.ids[:2])
            return take(story, Take(passage, second.id), names)
    return story.put(replace(first, name=f"Name {one}"))


@given(operations)
def test_undoing_every_act_in_turn_gives_the_first_story_and_redoing_the_last(steps):
    story, names = story_of("a|b|c", "d|e")
    first, acts = says(story), []
    for step in steps:
        after = done(story, names, step)
        acts.append(act(step[0], story, after))
        assert says(applied(story, changes_between(story, after))) == says(after)
        story = after
    last = says(story)
    for each in reversed(acts):
        back = undone(story, each)
        assert back.moved_on == ()
        story = back.story
    assert says(story) == first
    for each in acts:
        story = redone(story, each).story
    assert says(story) == last


@given(operations)
def test_a_story_reads_back_from_its_records(steps):
    story, names = story_of("a|b|c", "d|e")
    for step in steps:
        story = done(story, names, step)
    records = [Record(item.kind, item.id, fields_of(item)) for item in story.items.values()]
    assert says(Story.from_records(records)) == says(story)


def test_an_act_on_a_text_written_on_since_takes_back_only_its_own_passage():
    story, names = story_of("a|b|c", "gift")
    left, right = story.drafts
    what = Take(Passage(right.id, right.text.ids), left.id, left.text.ids[:1])
    after = take(story, what, names)
    taking = act("take", story, after)
    text = after.draft(left.id).text
    written = text.splice(3, 4, [(text.ids[3], Paragraph("c, written on"))])
    back = undone(edit_text(after, left.id, written), taking)
    assert back.moved_on == ()
    assert [p.text for p in back.story.draft(left.id).text.paragraphs] == [
        "a",
        "b",
        "c, written on",
    ]


def test_an_act_whose_passage_was_rewritten_since_is_left_alone_and_named():
    story, names = story_of("a|b|c", "gift")
    left, right = story.drafts
    after = take(story, Take(Passage(right.id, right.text.ids), left.id), names)
    taking = act("take", story, after)
    text = after.draft(left.id).text
    rewritten = edit_text(after, left.id, text.splice(0, 1, [(text.ids[0], Paragraph("mine"))]))
    back = undone(rewritten, taking)
    assert back.moved_on == (left.id,)
    assert says(back.story) == says(rewritten)


def test_a_draft_that_was_written_in_since_it_was_begun_stays_whole():
    story, names = story_of("a|b")
    after = add_draft(story, Draft(names.record(), text=names.adopted(document("new"))))
    begun = act("new_draft", story, after)
    born = after.drafts[-1]
    text = born.text.splice(0, 1, [(born.text.ids[0], Paragraph("124 words"))])
    written = edit_text(after, born.id, text)
    back = undone(written, begun)
    assert back.moved_on == (born.id,)
    assert says(back.story) == says(written)
    assert says(undone(after, begun).story) == says(story)


def test_what_was_taken_remembers_where_it_came_from():
    story, names = story_of("a|b", "gift|bow")
    left, right = story.drafts
    passage = Passage(right.id, right.text.ids)
    text = take(story, Take(passage, left.id), names).draft(left.id).text
    assert [p.text for p in text.paragraphs] == ["gift", "bow", "a", "b"]
    assert [text.origins[id].paragraph for id in text.ids[:2]] == list(right.text.ids)


def test_letters_are_for_life_and_go_on_after_z():
    story, _ = story_of(*["x"] * 27)
    assert [d.letter for d in story.drafts][-2:] == ["Z", "AA"]
    story = delete_draft(story, story.drafts[0].id)
    assert next_letter(story) == "AB"


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=120))
def test_moving_drafts_gives_the_order_a_list_would_have(moves):
    story, _ = story_of("a", "b", "c", "d")
    order = [draft.id for draft in story.drafts]
    for what, before in moves:
        moved, neighbour = order[what], order[before]
        story = move_draft(story, moved, neighbour)
        if moved != neighbour:
            order.remove(moved)
            order.insert(order.index(neighbour), moved)
        else:
            order = [*(id for id in order if id != moved), moved]
        assert [draft.id for draft in story.drafts] == order


@given(st.integers(0, 4), st.integers(0, 4), st.text("xy", max_size=1))
def test_an_edit_carried_over_an_insertion_elsewhere_keeps_both(at, elsewhere, new):
    before = Document.from_paragraphs(list("abcd"))
    edited = before.splice(at, at, [(ParagraphId(1, 1), Paragraph("edit"))])
    now = before.splice(elsewhere, elsewhere, [(ParagraphId(2, 1), Paragraph(new))])
    carried = carried_text(before, edited, now)
    assert carried is not None
    assert {p.text for p in carried.paragraphs} == {*"abcd", "edit", new}


def test_a_newer_programs_record_is_kept_as_it_is():
    strange = Record("mood", "m1", {"colour": "green"})
    story = Story.from_records([strange])
    assert fields_of(story.items["m1"]) == {"colour": "green"}
    assert changes_between(story, story.put(replace(story.details, title="T")))[0].id == "story"


def test_what_was_added_and_taken_back_is_not_there():
    before, names = story_of("The dust.")
    after = add_draft(before, Draft(names.record()))
    taken_back = undone(after, act("new_draft", before, after)).story
    assert taken_back.drafts == before.drafts
    assert Story.from_records([Record("draft", "ghost", {})]).drafts == ()
    assert len(redone(taken_back, act("new_draft", before, after)).story.drafts) == 2
