"""Settings come back as they were saved, and a broken file is set aside with a sentence."""

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.preferences import Marks, Preferences, Theme, load, save, settings_file
from writerdesk.problem import Kind, Problem

preferences = st.builds(
    Preferences,
    language=st.text(max_size=5),
    theme=st.sampled_from(Theme),
    marks=st.sampled_from(Marks),
    high_contrast=st.booleans(),
    zoom=st.integers(50, 300),
    less_motion=st.booleans(),
    text_family=st.text(max_size=5),
    editor_size=st.integers(14, 32),
    line_letters=st.integers(50, 80),
    keys=st.dictionaries(st.text(max_size=5), st.text(max_size=5)),
    letters_act=st.booleans(),
    mirrored=st.booleans(),
    mirrors=st.text(max_size=5),
    typographic=st.booleans(),
    recent=st.lists(st.text()).map(tuple),
    more=st.dictionaries(st.text(max_size=8).map("newer_{}".format), st.integers() | st.text()),
)


@given(preferences)
def test_settings_come_back_as_they_were_saved(chosen):
    save(chosen, settings_file())
    loaded = load(settings_file())
    assert loaded.problem is None
    assert loaded.preferences == chosen


def test_the_first_start_has_the_usual_settings_and_writes_nothing():
    assert load(settings_file()).preferences == Preferences()
    assert not settings_file().exists()


@pytest.mark.parametrize("broken", [b"", b"{", b"[1]", b'"dark"', b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_makes_no_sense_is_set_aside_with_a_sentence(broken):
    save(Preferences(), settings_file())
    settings_file().write_bytes(broken)
    loaded = load(settings_file())
    assert loaded.preferences == Preferences()
    assert loaded.problem is not None
    assert loaded.problem.kind == Kind.SETTINGS_SET_ASIDE
    assert "“settings set aside 1.json”" in str(loaded.problem)
    assert loaded.problem.path is not None
    assert loaded.problem.path.read_bytes() == broken
    assert load(settings_file()).problem is None


def test_a_second_broken_file_does_not_replace_the_first():
    for number in (1, 2):
        save(Preferences(), settings_file())
        settings_file().write_text(f"broken {number}", "utf-8")
        problem = load(settings_file()).problem
        assert problem is not None
        assert problem.path is not None
        assert problem.path.name == f"settings set aside {number}.json"
    assert settings_file().with_name("settings set aside 1.json").read_text("utf-8") == "broken 1"


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme": "pink"},
        {"theme": 3},
        {"zoom": True},
        {"zoom": 7},
        {"recent": "a.writerdesk"},
        {"recent": [1]},
        {"letters_act": "yes"},
    ],
)
def test_what_can_be_understood_of_a_broken_file_holds(wrong):
    save(Preferences(), settings_file())
    written = {"marks": "strong", "newer": [1], **wrong}
    settings_file().write_text(json.dumps(written), "utf-8")
    loaded = load(settings_file())
    assert loaded.problem is not None
    assert loaded.problem.kind == Kind.SETTINGS_SET_ASIDE
    assert loaded.preferences == Preferences(marks=Marks.STRONG, more={"newer": [1]})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the writer's folder private")
def test_only_the_writer_can_read_the_settings():
    save(Preferences(), settings_file())
    assert settings_file().stat().st_mode & 0o777 == 0o600
    assert settings_file().parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in settings_file().parent.iterdir()] == ["settings.json"]


def test_settings_that_cannot_be_written_are_a_problem(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Problem) as caught:
        save(Preferences(), tmp_path / "file" / "settings.json")
    assert caught.value.kind == Kind.NOT_WRITABLE
