"""A full disk, a folder that can't be written to, another process: a save says so, or is one."""

import os
import resource
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.project.stories import fields, new_project, open_project, same, text_change
from writerdesk.manuscript import Document
from writerdesk.problem import Kind, Problem

FIRST = Document.from_paragraphs(["first"])
LONG = Document.from_paragraphs([f"{os.urandom(200).hex()}" for _ in range(600)])

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and mounts of POSIX")


@contextmanager
def files_no_larger_than(size):
    """Let no file grow past ``size``, as a full disk or a quota would."""
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)


@contextmanager
def tiny_disk(folder, size="1m", *, read_only=False):
    """Mount a disk of our own; only root can."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk can't be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def full_disk(folder, path):
    """Let a disk of our own be full; it has room again afterwards."""
    ballast = folder / "ballast"
    room = os.statvfs(folder)
    ballast.write_bytes(bytes(room.f_bavail * room.f_frsize))
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def file_that_may_not_grow(_folder, path):
    """Let no file grow past what the story's takes."""
    with files_no_larger_than(path.stat().st_size + 4096):
        yield


def stands(path, text):
    """Open a story, see that its draft says just this, and that nothing of it was torn."""
    project = open_project(path)
    assert not project.recovered.torn
    assert same(fields(project)["d1"]["text"], text)
    project.close()


@posix
@pytest.mark.parametrize("without_room", [full_disk, file_that_may_not_grow])
def test_without_room_nothing_is_called_saved_and_saving_goes_on_when_there_is(
    tmp_path, without_room
):
    with tiny_disk(tmp_path / "disk") as disk:
        path = disk / "a.writerdesk"
        project = new_project(path)
        project.save([text_change(FIRST)])
        with without_room(disk, path):
            with pytest.raises(Problem) as told:
                project.save([text_change(LONG, FIRST)])
            assert told.value.kind in (Kind.DISK_FULL, Kind.NOT_WRITABLE)
            assert same(fields(project)["d1"]["text"], FIRST)
            # The log is on another disk, which may have room.
            if without_room is full_disk:
                project.log([text_change(LONG, FIRST)])
        project.save([text_change(LONG, FIRST)])
        project.close()
        stands(path, LONG)


@posix
def test_a_story_on_a_disk_that_can_not_be_written_to_opens_for_reading(tmp_path):
    with tiny_disk(tmp_path / "disk") as disk:
        path = disk / "a.writerdesk"
        project = new_project(path)
        project.save([text_change(FIRST)])
        project.close()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        reader = open_project(path)
        assert reader.is_read_only
        assert same(fields(reader)["d1"]["text"], FIRST)
        with pytest.raises(Problem) as told:
            reader.save([text_change(LONG)])
        assert told.value.kind is Kind.NOT_WRITABLE
        reader.close()
        with pytest.raises(Problem) as told:
            new_project(disk / "b.writerdesk")
        assert told.value.kind is Kind.NOT_WRITABLE


@posix
def test_a_log_that_can_not_be_written_is_told_too(tmp_path):
    project = new_project(tmp_path / "a.writerdesk")
    project.log([text_change(FIRST)])
    with files_no_larger_than(1000), pytest.raises(Problem) as told:
        project.log([text_change(LONG)])
    assert told.value.kind in (Kind.DISK_FULL, Kind.NOT_WRITABLE)
    second = FIRST.splice(1, 1, [(LONG.ids[5], LONG.paragraphs[5])])
    project.log([text_change(second)])
    project._connection.close()
    assert project._lock is not None
    project._lock.release()
    stands(tmp_path / "a.writerdesk", second)


_OTHER = """
import sys
from pathlib import Path
from tests.project.stories import open_project
from writerdesk.problem import Problem
try:
    open_project(Path(sys.argv[1]))
except Problem as problem:
    print(problem.kind)
"""


def test_a_second_process_is_refused_and_may_have_it_when_the_first_is_done(tmp_path):
    path = tmp_path / "a.writerdesk"
    project = new_project(path)
    other = [sys.executable, "-c", _OTHER, str(path)]
    told = subprocess.run(other, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == Kind.OPEN_ELSEWHERE
    project.close()
    told = subprocess.run(other, capture_output=True, text=True, check=True)
    assert told.stdout == ""
