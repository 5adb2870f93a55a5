"""What is saved is what is read; every state it was in can be had again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.stories import (
    Clock,
    edits,
    fields,
    new_project,
    open_project,
    same,
    text_change,
)
from writerdesk.manuscript import Change, Document, Paragraph, ParagraphId

plain = st.recursive(
    st.text() | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.binary(),
    lambda values: st.lists(values, max_size=3).map(tuple),
    max_leaves=6,
)


# Each example syncs the disk many times.
@settings(max_examples=25)
@given(states=edits())
def test_every_state_of_a_text_comes_back(tmp_path_factory, states):
    path = tmp_path_factory.mktemp("law") / "a.writerdesk"
    project = new_project(path)
    for before, after in zip([None, *states], states, strict=False):
        project.save([text_change(after, before)])
    history = project.history("d1")
    kept = [project.value_at("d1", "text", revision) for revision in history]
    project.close()

    again = open_project(path)
    assert same(fields(again)["d1"]["text"], states[-1])
    assert [revision.number for revision in history] == list(range(1, len(history) + 1))
    assert all(any(same(state, value) for value in kept) for state in states)
    assert all(
        same(again.value_at("d1", "text", revision), value)
        for revision, value in zip(history, kept, strict=True)
    )
    again.close()


@settings(max_examples=25)
@given(values=st.lists(plain, min_size=1, max_size=5))
def test_every_small_value_comes_back_as_what_it_was(tmp_path_factory, values):
    path = tmp_path_factory.mktemp("law") / "a.writerdesk"
    project = new_project(path)
    for value in values:
        project.save([Change("note", "n1", "says", None, value)])
    project.close()
    again = open_project(path)
    assert same(fields(again)["n1"]["says"], values[-1])
    again.close()


def test_a_field_that_is_taken_away_is_absent_and_stays_in_history(tmp_path):
    project = new_project(tmp_path / "a.writerdesk")
    project.save(
        [Change("draft", "d1", "name", None, "Old"), Change("draft", "d1", "goal", None, 5)]
    )
    project.save([Change("draft", "d1", "name", "Old", None)])
    assert fields(project) == {"d1": {"goal": 5}}
    old, _ = project.history("d1", "name")
    assert project.value_at("d1", "name", old) == "Old"
    project.close()


def test_two_changes_of_one_field_in_one_save_are_two_revisions(tmp_path):
    raw = Document.from_paragraphs(["Here is your story:", "Once."])
    clean = raw.splice(0, 1, ())
    project = new_project(tmp_path / "a.writerdesk")
    project.save([text_change(raw), text_change(clean, raw)], why="import")
    first, second = project.history("d1")
    assert same(project.value_at("d1", "text", first), raw)
    assert same(project.value_at("d1", "text", second), clean)
    assert second.parent == first.number
    assert second.why == "import"
    project.close()


def test_a_save_says_when_and_under_which_name(tmp_path):
    clock = Clock()
    new_project(tmp_path / "a.writerdesk").close()
    project = open_project(tmp_path / "a.writerdesk", clock=clock)
    saved = project.save([Change("story", "story", "title", None, "T")], why="named", name="First")
    (revision,) = project.history("story", "title")
    assert (revision.id, revision.time, revision.name) == (saved.revision, clock.now, "First")
    assert saved.time == clock.now
    project.close()


def test_saving_what_is_saved_already_makes_no_revision(tmp_path):
    text = Document.from_paragraphs(["a"])
    project = new_project(tmp_path / "a.writerdesk")
    first = project.save([text_change(text)])
    again = project.save([text_change(Document.from_paragraphs(["a"]), text)])
    assert again.revision == first.revision
    assert len(project.history("d1")) == 1
    project.close()


def test_a_long_history_is_told_by_key_frames_now_and_then(tmp_path):
    text = Document.from_items((ParagraphId(3, n), Paragraph(f"p{n}")) for n in range(30))
    project = new_project(tmp_path / "a.writerdesk")
    states = [text]
    project.save([text_change(text)])
    for n in range(150):
        after = text.splice(n % 30, n % 30 + 1, [(text.ids[n % 30], Paragraph(f"again {n}"))])
        project.save([text_change(after, text)])
        states.append(after)
        text = after
    history = project.history("d1")
    assert len(history) == 151
    for state, revision in zip(states, history, strict=True):
        assert same(project.value_at("d1", "text", revision), state)
    project.close()


def test_equal_paragraphs_of_two_drafts_are_one_object_and_stored_once(tmp_path):
    project = new_project(tmp_path / "a.writerdesk")
    text = Document.from_paragraphs(["told twice, at length, " * 60])
    project.save([text_change(text), text_change(text, record="d2")])
    project.close()
    again = open_project(tmp_path / "a.writerdesk")
    left, right = (record["text"] for record in fields(again).values())
    assert isinstance(left, Document)
    assert isinstance(right, Document)
    assert left.paragraphs[0] is right.paragraphs[0]
    again.close()


def test_a_number_another_session_had_is_drawn_again(tmp_path):
    path = tmp_path / "a.writerdesk"
    first = new_project(path, seed=5)
    first.save([Change("story", "story", "title", None, "T")])
    numbers = iter([first.replica, 0, 99])
    first.close()
    from writerdesk.project import Project

    second = Project.open(path, clock=Clock(), replica=lambda: next(numbers))
    assert second.replica == 99
    second.close()
