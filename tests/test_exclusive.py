"""A file one process holds at a time is free again when the process is gone."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from writerdesk.exclusive import Exclusive

HOLD = """
import sys
from pathlib import Path
from writerdesk.exclusive import Exclusive
held = Exclusive(Path(sys.argv[1]))
print(held.take(), flush=True)
sys.stdin.read()
"""


def test_what_one_holds_no_other_gets_until_it_is_let_go(tmp_path):
    first, second = Exclusive(tmp_path / "right"), Exclusive(tmp_path / "right")
    assert first.take()
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()
    second.release()


def test_a_process_that_is_killed_holds_nothing(tmp_path):
    path = tmp_path / "right"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "True\n"
    mine = Exclusive(path)
    assert not mine.take()
    holder.kill()
    holder.communicate()
    assert mine.take()
    mine.release()


@pytest.mark.skipif(sys.platform == "win32", reason="flock is there on all other systems")
def test_where_no_file_can_be_locked_it_is_taken_all_the_same(tmp_path, monkeypatch):
    def refuse(*_told):
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    one = Exclusive(tmp_path / "right")
    assert one.take()
    one.release()


@pytest.mark.skipif(sys.platform == "win32", reason="flock is there on all other systems")
def test_any_other_refusal_is_told_and_nothing_stays_open(tmp_path, monkeypatch):
    def refuse(*_told):
        raise OSError(errno.EIO, "a broken disk")

    monkeypatch.setattr("fcntl.flock", refuse)
    opened = Path("/proc/self/fd")
    before = len(list(opened.iterdir())) if opened.exists() else 0
    with pytest.raises(OSError, match="a broken disk"):
        Exclusive(tmp_path / "right").take()
    assert not opened.exists() or len(list(opened.iterdir())) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts its processes anew")
def test_it_is_free_when_it_was_let_go_though_a_child_has_a_copy(tmp_path):
    mine, other = Exclusive(tmp_path / "right"), Exclusive(tmp_path / "right")
    assert mine.take()
    assert mine._descriptor is not None
    copy = os.dup(mine._descriptor)
    mine.release()
    assert other.take()
    other.release()
    os.close(copy)


def test_the_lock_is_not_passed_on_to_programs_that_are_started(tmp_path):
    mine, other = Exclusive(tmp_path / "right"), Exclusive(tmp_path / "right")
    assert mine.take()
    with subprocess.Popen(
        [sys.executable, "-c", "print(flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        close_fds=False,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline()
        assert mine._descriptor is not None
        os.close(mine._descriptor)
        assert other.take()
        other.release()
        child.communicate(b"\n")
