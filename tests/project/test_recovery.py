"""What was logged and not saved is there again after a crash, and nothing else is."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.stories import edits, fields, new_project, open_project, same, text_change
from writerdesk.folders import data_folder
from writerdesk.manuscript import Change, Document
from writerdesk.project import Project


def crash(project: Project):
    """End as a killed process does: the lock is dropped, nothing else happens."""
    assert project._lock is not None
    assert project._log is not None
    project._connection.close()
    if project._log._descriptor >= 0:
        os.close(project._log._descriptor)
    project._lock.release()


def log_file():
    (path,) = (data_folder() / "recovery").iterdir()
    return path


# Each example syncs the disk many times.
@settings(max_examples=25)
@given(states=edits(), saved=st.integers(0, 8))
def test_after_a_crash_the_last_logged_state_stands(tmp_path_factory, states, saved):
    path = tmp_path_factory.mktemp("law") / "a.writerdesk"
    project = new_project(path)
    in_file = None
    for number, state in enumerate(states):
        project.log([text_change(state, in_file)])
        if number == saved:
            project.save([text_change(state, in_file)])
            in_file = state
    crash(project)
    again = open_project(path)
    assert same(fields(again)["d1"]["text"], states[-1])
    assert not again.recovered.torn
    again.close()
    third = open_project(path)
    assert third.recovered.changes == ()
    assert same(fields(third)["d1"]["text"], states[-1])
    third.close()


def test_small_values_are_logged_too(tmp_path):
    project = new_project(tmp_path / "a.writerdesk")
    project.log([Change("note", "n1", "says", None, ("x", b"\0", 1, None))])
    crash(project)
    again = open_project(tmp_path / "a.writerdesk")
    assert fields(again) == {"n1": {"says": ("x", b"\0", 1, None)}}
    assert [revision.why for revision in again.history("n1", "says")] == ["recovered"]
    again.close()


def test_what_was_saved_since_is_not_recovered_a_second_time(tmp_path):
    old, new = Document.from_paragraphs(["typed"]), Document.from_paragraphs(["typed, taken back"])
    project = new_project(tmp_path / "a.writerdesk")
    project.log([text_change(old)])
    stale = log_file().read_bytes()
    project.save([text_change(new)])
    crash(project)
    log_file().write_bytes(stale)  # the cut of the log did not reach the disk
    again = open_project(tmp_path / "a.writerdesk")
    assert same(fields(again)["d1"]["text"], new)
    assert again.recovered.changes == ()
    again.close()


@pytest.mark.parametrize("cut", [1, 9, 30])
def test_a_torn_entry_is_told_and_those_before_it_stand(tmp_path, cut):
    first, second = Document.from_paragraphs(["one"]), Document.from_paragraphs(["one", "two"])
    project = new_project(tmp_path / "a.writerdesk")
    project.log([text_change(first)])
    whole = log_file().stat().st_size
    project.log([text_change(second)])
    crash(project)
    path = log_file()
    path.write_bytes(path.read_bytes()[: max(whole + 1, path.stat().st_size - cut)])
    again = open_project(tmp_path / "a.writerdesk")
    assert again.recovered.torn
    assert same(fields(again)["d1"]["text"], first)
    again.close()


def test_an_entry_that_fits_nothing_costs_its_own_field_and_no_other(tmp_path):
    path = tmp_path / "a.writerdesk"
    text, other = Document.from_paragraphs(["one", "two"]), Document.from_paragraphs(["else"])
    project = new_project(path)
    project.save([text_change(Document.from_paragraphs(["one"]))])
    # What the log is told stood before is not what the file says.
    project.log([text_change(text.splice(1, 2, ()), text), text_change(other, record="d2")])
    project.log([text_change(text.splice(0, 1, ()), text), text_change(text, record="d2")])
    crash(project)
    again = open_project(path)
    assert again.recovered.torn
    assert same(fields(again)["d2"]["text"], text)
    again.close()


def test_a_log_of_another_version_of_the_file_is_offered_and_not_mixed_in(tmp_path):
    path = tmp_path / "a.writerdesk"
    project = new_project(path)
    project.save([text_change(Document.from_paragraphs(["old"]))])
    project.close()
    older = path.read_bytes()
    project = open_project(path)
    new = Document.from_paragraphs(["new"])
    project.save([text_change(new)])
    project.log([text_change(Document.from_paragraphs(["new", "typed"]), new)])
    crash(project)
    path.write_bytes(older)
    again = open_project(path, seed=9)
    text = fields(again)["d1"]["text"]
    assert isinstance(text, Document)
    assert [p.text for p in text.paragraphs] == ["old"]
    (entry,) = again.recovered.elsewhere
    assert [p.text for p in entry.paragraphs] == ["typed"]
    rescued = again.recovered.rescued
    assert rescued is not None
    assert rescued.read_text() == "typed\n"
    # Neither the next save nor closing takes it away.
    again.save([Change("draft", "d1", "name", None, "Going on")])
    again.close()
    assert rescued.read_text() == "typed\n"


def test_nothing_is_left_behind_when_all_is_saved(tmp_path):
    project = new_project(tmp_path / "a.writerdesk")
    project.log([text_change(Document.from_paragraphs(["x"]))])
    project.save([text_change(Document.from_paragraphs(["x"]))])
    project.close()
    assert list((data_folder() / "recovery").iterdir()) == []
