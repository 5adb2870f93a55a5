"""What is in a story is read when it is looked at, and what did not change is never looked at."""

import pytest

from writerdesk.manuscript import Document, Record, Value
from writerdesk.story.contents import Contents
from writerdesk.story.items import Draft
from writerdesk.story.note import Note
from writerdesk.story.story import Story, applied, changes_between

TEXT = Document.from_paragraphs(["A line."])


class Unseen(dict[str, Value]):
    """Fields nobody may look into."""

    def __bool__(self):
        return True

    def get(self, key, default=None):
        raise AssertionError(key, default)


def records(*, seen=()):
    for number in range(3):
        id = f"n{number}"
        fields: dict[str, Value] = {"text": TEXT} if id in seen else Unseen()
        yield Record("note", id, fields)
    yield Record("draft", "d", {"text": TEXT, "place": 1})


def test_an_act_on_one_kind_looks_at_no_other():
    story = Story.from_records(records())
    after = story.put(Draft("d", text=TEXT, place=1, name="Named"))
    assert [change.field for change in changes_between(story, after)] == ["name"]
    assert after.drafts[0].name == "Named"
    assert len(after.items) == 5
    assert "n1" in after.items
    assert list(after.items.differing(story.items)) == ["d"]
    with pytest.raises(AssertionError):
        after.items["n1"]


def test_an_act_on_one_note_looks_at_that_one_alone():
    story = Story.from_records(records(seen=("n1",)))
    note = story.items["n1"]
    after = story.put(Note("n1", done=True, text=TEXT))
    assert [change.field for change in changes_between(story, after)] == ["done"]
    back = applied(after, [one.inverted() for one in changes_between(story, after)])
    assert back.items["n1"] == note
    assert list(story.put(note).items.differing(story.items)) == []


def test_all_who_ask_get_the_same_item():
    story = Story.from_records(records(seen=("n0", "n1", "n2")))
    after = story.put(Draft("d"))
    assert [*story.of_kind(Note)][2] is after.items["n2"]
    assert after.items["n2"] is [*after.of_kind(Note)][2]


def test_what_is_taken_away_is_told_and_not_there():
    story = Story.from_records(records(seen=("n0", "n1", "n2")))
    less = Story(story.items.without({"n1", "nobody"}))
    assert "n1" not in less.items
    assert {change.id for change in changes_between(story, less)} == {"n1"}
    assert story.items.without({"nobody"}) is story.items
    assert Contents().get("n1") is None
