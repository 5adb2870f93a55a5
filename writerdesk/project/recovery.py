"""The recovery log: what was written since the last save, on the disk within a second.

Each entry names the revision it builds on. When a save has committed, entries that build on an
older one are stale by that alone; cutting the file is only tidying up. The log itself remembers
what it has, so a text is always told by what differs from there.
"""

import os
import struct
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

from writerdesk.folders import make_private
from writerdesk.frozen import frozen
from writerdesk.manuscript import Change, Value
from writerdesk.problem import Problem
from writerdesk.project.failures import Damage, of_system
from writerdesk.project.log_entries import Entry, entry, read_entry
from writerdesk.project.syncing import sync_file, sync_folder

Stands: TypeAlias = Callable[[str, str], Value]
"""Tells what a field of a record says in the file."""

_HEAD = struct.Struct("<4sI8s")
_MAGIC = b"WDlg"


@frozen
class Recovered:
    """What a log gives back after a crash.

    ``torn`` says that its last entry was cut short. ``elsewhere`` are entries that build on a
    revision this file never had: it was replaced by another version. Their words are in the file
    ``rescued``.
    """

    changes: tuple[Change, ...] = ()
    torn: bool = False
    elsewhere: tuple[Entry, ...] = ()
    rescued: Path | None = None


class RecoveryLog:
    """The log of one story at one place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: dict[tuple[str, str], Value] = {}
        self._descriptor = -1
        self._size = 0

    def append(self, changes: Iterable[Change], newest: str, stands: Stands) -> None:
        """Put what ``changes`` lead to on the disk; returns when it is there.

        ``newest`` is the revision the file stands at.
        """
        frames: list[bytes] = []
        last = dict(self._last)
        for change in changes:
            key = change.id, change.field
            written = entry(newest, last.get(key, stands(*key)), change)
            last[key] = change.after
            if written is not None:
                frames.append(_framed(written))
        if frames:
            self._write(b"".join(frames))
        self._last = last

    def replay(self, newest: str, stands: Stands, has: Callable[[str], bool]) -> Recovered:
        """Return what was written since the file's last save, and go on from there.

        ``has`` tells whether the file has a revision.
        """
        entries, size, torn = _entries(self._read())
        self._size = size
        elsewhere = [
            one for one in entries if one.base != newest and one.base and not has(one.base)
        ]
        changes: dict[tuple[str, str], Change] = {}
        for one in entries:
            key = one.id, one.field
            if one.base != newest:
                continue
            try:
                value = one.value(self._last.get(key, stands(*key)))
            except Damage:
                torn = True
                break
            self._last[key] = value
            changes[key] = Change(one.kind, *key, stands(*key), value)
        return Recovered(tuple(changes.values()), torn, tuple(elsewhere))

    def clear(self) -> None:
        """A save has committed all there is: nothing need be recovered."""
        self._last.clear()
        if self._descriptor < 0 and not self._path.exists():
            return
        try:
            os.ftruncate(self._opened(), 0)
        except OSError:
            # The entries are stale by what they build on; only their room is not given back.
            return
        self._size = 0

    def close(self) -> None:
        """Let go of the file; an empty one is taken away."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        if not self._size:
            self._path.unlink(missing_ok=True)

    def _read(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return b""

    def _write(self, frames: bytes) -> None:
        try:
            descriptor = self._opened()
            try:
                _write_all(descriptor, frames, self._size)
                sync_file(descriptor)
            except OSError:
                # What follows must not stand behind half an entry.
                os.ftruncate(descriptor, self._size)
                raise
        except OSError as error:
            raise _told(error, self._path) from error
        self._size += len(frames)

    def _opened(self) -> int:
        if self._descriptor < 0:
            make_private(self._path.parent)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self._path, flags, 0o600)
            os.ftruncate(self._descriptor, self._size)
            sync_folder(self._path.parent)
        return self._descriptor


def _told(error: OSError, path: Path) -> Problem:
    return of_system(error, path)


def _framed(written: bytes) -> bytes:
    return _HEAD.pack(_MAGIC, len(written), _check(written)) + written


def _check(written: bytes) -> bytes:
    return blake2b(written, digest_size=8).digest()


def _write_all(descriptor: int, content: bytes, at: int) -> None:
    os.lseek(descriptor, at, os.SEEK_SET)
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _entries(content: bytes) -> tuple[Sequence[Entry], int, bool]:
    """Return the whole entries, where they end, and whether something half stands behind them."""
    entries: list[Entry] = []
    at = 0
    while at + _HEAD.size <= len(content):
        magic, length, check = _HEAD.unpack_from(content, at)
        written = content[at + _HEAD.size : at + _HEAD.size + length]
        if magic != _MAGIC or len(written) != length or _check(written) != check:
            break
        try:
            entries.append(read_entry(written))
        except Damage:
            break
        at += _HEAD.size + length
    return entries, at, at < len(content)
