"""The recovery log: what was written since the last save, on the disk within a second.

Each entry names the revision it builds on. When a save has committed, entries that build on an
older one are stale by that alone; cutting the file is only tidying up. The log itself remembers
what it has, so a text is always told by what differs from there.
"""

import errno
import os
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TypeAlias

from writerdesk.folders import make_private
from writerdesk.frozen import frozen
from writerdesk.hashing import blake2b
from writerdesk.manuscript import Change, Value
from writerdesk.project.failures import Damage, of_system
from writerdesk.project.log_entries import Entry, entry, read_entry, says_anything
from writerdesk.syncing import sync_file, sync_folder

Stands: TypeAlias = Callable[[str, str], Value]
"""Tells what a field of a record says in the file."""
Key: TypeAlias = tuple[str, str]

_CLOSED = -2
_HEAD = struct.Struct("<4sI8s")
_MAGIC = b"WDlg"


@frozen
class Recovered:
    """What a log gives back after a crash.

    ``at`` is when its last entry was written, ``torn`` that it was cut short. ``elsewhere`` are
    entries that build on a revision this file never had: it was replaced by another version. Their
    words are in the file ``rescued``.
    """

    changes: tuple[Change, ...] = ()
    torn: bool = False
    elsewhere: tuple[Entry, ...] = ()
    rescued: Path | None = None
    at: datetime | None = None


class RecoveryLog:
    """The log of one story at one place; may be written from any thread, while another saves.

    Its entries are one chain: each is told by what stood at its end. Whoever writes while a save is
    on its way first brings the chain to what that save holds, and what follows builds on it; so
    whether the save comes about or not, everything from the first entry that builds on the file's
    newest revision is what was written since.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.held = RLock()
        """Held while entries are written, never while the file is saved or anything is synced."""
        self._base = ""
        self._file = _State()
        self._last: dict[Key, Value] = {}
        self._coming: _Coming | None = None
        self._turn = 0
        self._is_stale = self._is_doubtful = False
        self._descriptor = -1
        self._is_new = False
        self._size = 0

    def append(self, unsaved: Iterable[Change], turn: int = 0) -> None:
        """Write down the state that differs from the file's by ``unsaved``; `sync` makes it last.

        ``turn`` counts up from state to state.
        """
        changes = tuple(unsaved)
        with self.held:
            self._file.know(changes)
            self._write_down(_values(changes))
            self._turn = max(turn, self._turn)

    def sync(self) -> None:
        """Return when everything written so far is on the disk."""
        with self.held:
            if self._descriptor < 0:
                return
            descriptor, is_new = os.dup(self._descriptor), self._is_new
        try:
            sync_file(descriptor)
            if is_new:
                sync_folder(self._path.parent)
        except OSError as error:
            self._begin_anew()
            raise of_system(error, self._path) from error
        finally:
            os.close(descriptor)
        self._is_new = False

    def begin(self, unsaved: Iterable[Change], revision: str, turn: int | None) -> None:
        """A save of the state that differs by ``unsaved`` is about to be ``revision``.

        What was logged since that state is told again, for after the save it builds on it.
        """
        changes = tuple(unsaved)
        with self.held:
            self._file.know(changes)
            self._coming = _Coming(revision, _values(changes))
            if turn is not None and turn < self._turn:
                self._write_down(dict(self._last))
                self.sync()

    def end(self) -> None:
        """The file has the save that was begun."""
        with self.held:
            assert self._coming is not None
            coming, self._coming = self._coming, None
            self._base = coming.revision
            if coming.is_built_on:
                self._file.values.update(coming.after)
            else:
                self._forget()

    def give_up(self) -> None:
        """The save that was begun did not come about."""
        with self.held:
            self._coming = None

    def settle(self, turn: int | None) -> None:
        """The state of ``turn`` is what the file says already: what was taken back stays so."""
        with self.held:
            if turn is None or turn >= self._turn:
                self._write_down({})
                self.sync()
                self._forget()

    def clear(self) -> None:
        """Forget everything at once: the file has all there is, and some of it was purged."""
        with self.held:
            self._forget()
            if self._descriptor >= 0 or self._path.exists():
                with suppress(OSError):
                    os.ftruncate(self._opened(), 0)

    def replay(self, newest: str, stands: Stands, has: Callable[[str], bool]) -> Recovered:
        """Return what was written since the file's last save, and go on from there.

        ``has`` tells whether the file has a revision.
        """
        at = self._written_at()
        entries, self._size, torn = _entries(self._read())
        self._base = newest
        first = next((n for n, one in enumerate(entries) if one.base == newest), len(entries))
        elsewhere: tuple[Entry, ...] = ()
        if first == len(entries):
            elsewhere = tuple(one for one in entries if one.base and not has(one.base))
            self._is_stale = True
        unreadable: set[Key] = set()
        for one in entries[first:]:
            key = one.id, one.field
            if key not in self._file.values:
                self._file.know((Change(one.kind, *key, stands(*key), None),))
            if key in unreadable:
                continue
            try:
                self._last[key] = one.value(self._last.get(key, self._file.values[key]))
            except Damage:
                # What is told of this field from here on means nothing; that of others does.
                unreadable.add(key)
                torn = True
        return Recovered(tuple(self._file.changes_to(self._last)), torn, elsewhere, at=at)

    def close(self) -> None:
        """Let go of the file for good; one that nobody needs is taken away."""
        with self.held:
            if self._descriptor >= 0:
                os.close(self._descriptor)
            self._descriptor = _CLOSED
            if self._is_stale or not self._size:
                self._path.unlink(missing_ok=True)

    def _write_down(self, wanted: Mapping[Key, Value]) -> None:
        """Bring the chain to the state in which these fields differ from the file."""
        last = dict(self._last)
        told: list[bytes] = []
        if self._coming is not None:
            told += self._entries(last, self._base, self._coming.after)
        base = self._coming.revision if self._coming else self._base
        told += self._entries(last, base, wanted)
        if not told:
            return
        self._write(b"".join(map(_framed, told)))
        self._last = last
        if self._coming is not None:
            self._coming.is_built_on = True

    def _entries(
        self, last: dict[Key, Value], base: str, wanted: Mapping[Key, Value]
    ) -> Iterator[bytes]:
        """Yield what leads from ``last`` to what is wanted, and let ``last`` be that."""
        for key in [*last, *(key for key in wanted if key not in last)]:
            stood = self._file.values[key]
            before, after = last.get(key, stood), wanted.get(key, stood)
            if after is before:
                continue
            written = entry(base, Change(self._file.kinds[key], *key, before, after))
            if written is not None:
                yield written
            last[key] = after

    def _forget(self) -> None:
        """What stands in the log is in the file: the next entry is its first."""
        self._file = _State()
        self._last = {}
        self._is_stale = True

    def _begin_anew(self) -> None:
        """What stands in the log may not be on the disk: the next entry tells everything."""
        with self.held:
            self._last = {}
            self._is_doubtful = True

    def _written_at(self) -> datetime | None:
        try:
            return datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        except OSError:
            return None

    def _read(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return b""

    def _write(self, frames: bytes) -> None:
        try:
            descriptor = self._opened()
            if self._is_stale or self._is_doubtful:
                os.ftruncate(descriptor, 0)
                self._size, self._is_stale, self._is_doubtful = 0, False, False
            try:
                _write_all(descriptor, frames, self._size)
            except OSError:
                # What follows must not stand behind half an entry.
                os.ftruncate(descriptor, self._size)
                raise
        except OSError as error:
            raise of_system(error, self._path) from error
        self._size += len(frames)

    def _opened(self) -> int:
        if self._descriptor == _CLOSED:
            raise OSError(errno.EBADF, "closed", str(self._path))
        if self._descriptor < 0:
            make_private(self._path.parent)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._is_new = not self._path.exists()
            self._descriptor = os.open(self._path, flags, 0o600)
            os.ftruncate(self._descriptor, self._size)
        return self._descriptor


def _values(changes: Iterable[Change]) -> dict[Key, Value]:
    return {(change.id, change.field): change.after for change in changes}


class _State:
    """What the file says of the fields that were logged."""

    def __init__(self) -> None:
        self.values: dict[Key, Value] = {}
        self.kinds: dict[Key, str] = {}

    def know(self, unsaved: Iterable[Change]) -> None:
        """Learn of fields what stood in them before they were changed."""
        for change in unsaved:
            self.values.setdefault((change.id, change.field), change.before)
            self.kinds.setdefault((change.id, change.field), change.kind)

    def changes_to(self, values: Mapping[Key, Value]) -> Iterator[Change]:
        """Yield what makes these values of what the file says."""
        for key, value in values.items():
            change = Change(self.kinds[key], *key, self.values[key], value)
            if says_anything(change):
                yield change


@dataclass(slots=True)
class _Coming:
    """A save on its way: its name, what it changes, and whether entries build on it."""

    revision: str
    after: dict[Key, Value]
    is_built_on: bool = False


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
