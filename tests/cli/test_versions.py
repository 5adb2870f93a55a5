"""Versions are listed and restored, a file is checked and mirrored, without a window."""

import sqlite3
from contextlib import closing

import pytest

from tests.project.stories import open_project
from writerdesk.cli import running
from writerdesk.resources import seeds

_FILES = [str(path) for path in sorted(seeds().glob("drowned-piano-*.txt"))]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "story.writerdesk"


@pytest.fixture
def told(path, capsys):
    def say(*words):
        code = running.main([words[0], str(path), *words[1:]])
        out = capsys.readouterr()
        return code, out.out, out.err

    say("new", *_FILES[:2])
    return say


def test_the_first_version_is_the_file_as_it_came_and_can_be_had_again(told, tmp_path):
    _, before, _ = told("history", "--draft", "A")
    assert [line.split()[0] for line in before.splitlines()] == ["1", "2"]
    code, out, _ = told("restore", "--draft", "A", "1")
    assert (code, "version 3" in out) == (0, True)
    lines = told("history", "--draft", "1")[1].splitlines()
    assert lines[2].endswith("restored")
    told("restore", "--draft", "A", "2")
    assert len(told("history", "--draft", "A")[1].splitlines()) == 4


def test_a_version_nobody_made_is_one_sentence(told):
    code, out, err = told("restore", "--draft", "A", "99")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "no version 99" in err


def test_a_whole_file_is_told_so_and_a_damaged_one_what_is_damaged(told, path):
    code, out, _ = told("check")
    assert (code, out.startswith("All is as it was written")) == (0, True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE paragraph SET content = 'x' WHERE number < 3")
        connection.execute("UPDATE revision SET name = 'x' WHERE number = 1")
    code, out, err = told("check")
    assert (code, err.count("\n")) == (1, 1)
    assert out.startswith("2 of ")
    assert "parts of the story" in out


def test_a_mirror_holds_all_and_replaces_only_its_own(told, tmp_path):
    folder = tmp_path / "mirror"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    assert told("mirror", str(folder))[0] == 0
    names = sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))
    assert [name[0] for name in names] == ["A", "B", "c", "m", "n", "s"]
    assert "salt" in (folder / names[0]).read_text()
    assert told("mirror", str(folder))[0] == 0
    assert (folder / "mine.txt").read_text() == "mine"
    (folder / ".writerdesk-mirror").unlink()
    code, _, err = told("mirror", str(folder))
    assert (code, err.count("\n")) == (1, 1)


def test_a_story_open_in_a_window_is_told_so(told, path):
    project = open_project(path)
    for words in (["history", "--draft", "A"], ["restore", "--draft", "A", "1"], ["mirror", "x"]):
        code, _, err = told(*words)
        assert (code, "open elsewhere" in err) == (1, True)
    assert told("check")[0] == 0
    project.close()
