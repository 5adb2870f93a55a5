"""A command that takes a while says what it is at, to a terminal alone."""

import os
import sys
from contextlib import contextmanager, suppress

import pytest

from writerdesk.cli import beside
from writerdesk.cli.running import main

pty = pytest.importorskip("pty", reason="Windows has no terminals of this kind.")


@contextmanager
def a_terminal(monkeypatch):
    """A terminal on standard error; give what reads what is shown on it."""
    ours, theirs = pty.openpty()
    os.set_blocking(ours, False)
    # pytest puts its own standard error in place for each test, so it can't be a fixture.
    with os.fdopen(theirs, "w", encoding="utf-8") as shown, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", shown)
        yield lambda: b"".join(_all_of(ours)).decode()
    os.close(ours)


def _all_of(descriptor):
    # A terminal gives what was written piece by piece.
    with suppress(BlockingIOError):
        while True:
            yield os.read(descriptor, 4096)


@pytest.fixture
def story(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It rained.\n\nIt rained.\n", "utf-8")
    assert main(["new", "s.writerdesk", "a.txt"]) == 0


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("new t.writerdesk a.txt a.txt", ["Reading 1 of 2: a.txt…", "Reading 2 of 2: a.txt…",
                                          "Writing t.writerdesk…"]),
        ("import s.writerdesk a.txt", ["Reading 1 of 1: a.txt…", "Writing s.writerdesk…"]),
        ("drafts s.writerdesk", ["Reading s.writerdesk…"]),
        ("export s.writerdesk --draft 1 --to b.docx", ["Reading s.writerdesk…", "Writing b.docx…"]),
        ("convert a.txt --to c.md", ["Reading a.txt…", "Writing c.md…"]),
        ("compare a.txt a.txt", ["Reading a.txt…", "Comparing…"]),
    ],
)  # fmt: skip
def test_each_step_is_told_and_nothing_of_it_stays(story, monkeypatch, words, steps):
    monkeypatch.setattr(beside, "_PATIENCE", 0)
    with a_terminal(monkeypatch) as shown_so_far:
        assert main(words.split()) == 0
        shown = shown_so_far()
    places = [shown.index(step) for step in steps]
    assert places == sorted(places)
    assert "\n" not in shown.rpartition(steps[-1])[0]
    wiped = shown.rpartition(steps[-1])[2].split("\r")[1]
    assert len(wiped) >= len(steps[-1])
    assert not wiped.strip()


def test_what_is_quickly_done_says_nothing(story, monkeypatch):
    with a_terminal(monkeypatch) as shown:
        assert main(["drafts", "s.writerdesk"]) == 0
        print("end", file=sys.stderr, flush=True)
        assert shown() == "end\r\n"


def test_nobody_looking_is_told_nothing(story, monkeypatch, capsys):
    monkeypatch.setattr(beside, "_PATIENCE", 0)
    capsys.readouterr()
    assert main(["drafts", "s.writerdesk"]) == 0
    assert capsys.readouterr().err == ""


def test_a_step_that_lasts_is_told_when_patience_ends(monkeypatch):
    with a_terminal(monkeypatch) as shown:
        line = beside.Line(patience=0.01)
        line.tell("Reading…")
        line.wait()
        assert shown() == "\rReading…"
        line.tell("Comparing…")
        assert shown() == "\rComparing…"
        line.clear()
        assert shown() == "\r          \r"
