"""The way out: a file lands whole or not at all, and nothing is written over unasked."""

import errno
import os
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from writerdesk.problem import Kind, Problem
from writerdesk.syncing import sync_file, sync_folder

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_NO_LINKS = frozenset((errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES, errno.EMLINK))
_HELD = frozenset((errno.EBUSY, errno.ETXTBSY))
# ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION and ERROR_ACCESS_DENIED.
_WINDOWS_HOLDS, _WINDOWS_DENIES = frozenset((32, 33)), 5
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u2028\u2029]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# The longest name most file systems take is 255 bytes; this leaves room for an ending and a number.
_LONGEST_NAME = 200


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Make ``data`` the file at ``path``; raises a `Problem`, and then nothing has changed there.

    With ``force`` a file that is there is replaced, and lends the new one its permissions.
    """
    if not force and os.path.lexists(path):
        raise Problem(Kind.FILE_EXISTS, path=path)
    target = path.resolve() if path.is_symlink() else path
    with _told_as_problems(path):
        part = _write_beside(target, data)
        try:
            _put_in_place(part, target, force=force)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(target.parent)


def safe_name(name: str) -> str:
    """Return ``name`` as every system takes it for a file; never empty."""
    safe = " ".join(_UNSAFE.sub(" ", name).split()).strip(". ")
    safe = safe.encode(errors="replace")[:_LONGEST_NAME].decode(errors="ignore").rstrip(". ")
    return f"_{safe}" if not safe or _DEVICES.fullmatch(safe) else safe


def _write_beside(target: Path, data: bytes) -> Path:
    descriptor, part = _new_file(target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            sync_file(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _new_file(folder: Path) -> tuple[int, Path]:
    """Make a file nobody has, with the permissions the writer's umask gives new files."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    for number in count():
        part = folder / f".writerdesk-{os.getpid()}-{number}.part"
        try:
            return os.open(part, flags, 0o666), part
        except FileExistsError:
            continue
    raise AssertionError("count never ends")


def _put_in_place(part: Path, target: Path, *, force: bool) -> None:
    if force:
        _put_over(part, target)
    elif sys.platform == "win32":
        part.rename(target)
    else:
        _put_where_nothing_is(part, target)


def _put_over(part: Path, target: Path) -> None:
    """Replace a file; its folder could be written to, so what refuses is who holds the file."""
    try:
        part.replace(target)
    except OSError as error:
        if target.is_file() and _is_held(error, target):
            raise Problem(Kind.IN_USE, path=target) from None
        raise


def _is_held(error: OSError, target: Path) -> bool:
    """Tell whether a file could not be replaced because a program has it open.

    Windows says so by numbers of its own; of most files that are open it says no more than
    "denied", as of a file that may only be read.
    """
    number = getattr(error, "winerror", None)
    denied = number == _WINDOWS_DENIES and os.access(target, os.W_OK)
    return denied or number in _WINDOWS_HOLDS or error.errno in _HELD


def _put_where_nothing_is(part: Path, target: Path) -> None:
    """Rename writes over what is there; a link is made only where nothing is."""
    try:
        os.link(part, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Some file systems know no links; what could come between is then a blink of an eye.
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        part.rename(target)


@contextmanager
def _told_as_problems(path: Path) -> Generator[None]:
    try:
        yield
    except FileExistsError:
        raise Problem(Kind.FILE_EXISTS, path=path) from None
    except FileNotFoundError:
        raise Problem(Kind.FILE_MISSING, path=path.parent) from None
    except OSError as error:
        kind = Kind.DISK_FULL if error.errno in _FULL else Kind.NOT_WRITABLE
        raise Problem(kind, path=path) from None
