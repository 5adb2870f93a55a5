"""A file lands whole or not at all."""

import errno
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writerdesk.exchange import safe_name, write_whole
from writerdesk.problem import Kind, Problem

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions as POSIX has them")


def test_a_file_lands_with_nothing_beside_it(tmp_path):
    write_whole(tmp_path / "a.txt", b"dust")
    assert (tmp_path / "a.txt").read_bytes() == b"dust"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_is_there_is_left_as_it_is_unless_asked(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(Problem) as caught:
        write_whole(path, b"new")
    assert caught.value.kind == Kind.FILE_EXISTS
    assert path.read_bytes() == b"old"
    write_whole(path, b"new", force=True)
    assert path.read_bytes() == b"new"


@posix
def test_permissions_stay_and_new_files_follow_the_umask(tmp_path):
    path = tmp_path / "a.txt"
    before = os.umask(0o027)
    try:
        write_whole(path, b"1")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640
    path.chmod(0o604)
    write_whole(path, b"2", force=True)
    assert path.stat().st_mode & 0o777 == 0o604


@posix
def test_a_link_stays_a_link_to_what_is_replaced(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_whole(tmp_path / "link.txt", b"new", force=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Problem) as caught:
        write_whole(tmp_path / "nowhere" / "a.txt", b"")
    assert caught.value.kind == Kind.FILE_MISSING
    assert "nowhere" in str(caught.value)


def test_a_folder_of_that_name_is_not_replaced(tmp_path):
    with pytest.raises(Problem) as caught:
        write_whole(tmp_path, b"", force=True)
    assert caught.value.kind == Kind.NOT_WRITABLE


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, Kind.DISK_FULL), (errno.EACCES, Kind.NOT_WRITABLE)],
)
def test_a_disk_that_fails_half_way_leaves_the_old_file(tmp_path, monkeypatch, number, kind):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fails(descriptor):
        raise OSError(number, "the disk says no")

    for way in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, way, fails, raising=False)
    with pytest.raises(Problem) as caught:
        write_whole(path, b"new", force=True)
    assert caught.value.kind == kind
    assert path.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["a.txt"]


def test_where_there_are_no_links_a_file_still_lands(tmp_path, monkeypatch):
    def refuses(source, target):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuses)
    write_whole(tmp_path / "a.txt", b"1")
    assert (tmp_path / "a.txt").read_bytes() == b"1"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("The dust: a story?", "The dust a story"),
        ("a/b\\c", "a b c"),
        ("..", "_"),
        ("con.txt", "_con.txt"),
        ("", "_"),
        ("ends in dots...", "ends in dots"),
    ],
)
def test_names_are_made_safe(name, safe):
    assert safe_name(name) == safe


@given(st.text())
def test_a_safe_name_can_always_be_written(name):
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= 201
    assert not set(safe) & set('<>:"/\\|?*\0\n')


def refusing(monkeypatch, error):
    """Let the system refuse to put a file in another's place, as it does on Windows."""

    def refuse(part, target):
        raise error

    monkeypatch.setattr("pathlib.Path.replace", refuse)


def of_windows(number):
    """What Python raises of such an error there: "denied", and Windows' own number."""
    error = PermissionError(errno.EACCES, "denied")
    error.winerror = number  # pyright: ignore[reportAttributeAccessIssue]
    return error


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(of_windows(32), id="sharing violation"),
        pytest.param(of_windows(33), id="lock violation"),
        pytest.param(of_windows(5), id="denied, of a file that may be written"),
        pytest.param(OSError(errno.EBUSY, "busy"), id="busy"),
        pytest.param(OSError(errno.ETXTBSY, "runs"), id="a program that runs"),
    ],
)
def test_a_file_another_program_has_open_is_left_as_it_is_and_told(tmp_path, monkeypatch, error):
    path = tmp_path / "final.docx"
    path.write_bytes(b"old")
    refusing(monkeypatch, error)
    with pytest.raises(Problem) as caught:
        write_whole(path, b"new", force=True)
    assert str(caught.value) == (
        "“final.docx” was not written: another program has it open, probably Word. "
        "The old file is untouched."
    )
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["final.docx"]


def test_a_file_that_may_only_be_read_is_not_said_to_be_open(tmp_path, monkeypatch):
    path = tmp_path / "final.docx"
    path.write_bytes(b"old")
    refusing(monkeypatch, of_windows(5))
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    with pytest.raises(Problem) as caught:
        write_whole(path, b"new", force=True)
    assert caught.value.kind == Kind.NOT_WRITABLE
    assert path.read_bytes() == b"old"
