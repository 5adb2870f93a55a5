"""A disk that forgets: what SQLite does to files is noted, and rebuilt as a power cut leaves it.

What was synced is there. What was not may be there or not, each write for itself and torn at a
sector's edge; a file that was deleted is back unless its folder was synced since.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done to a file: write, cut, sync, make, delete; or something told to the writer."""

    what: str
    name: str
    offset: int = 0
    content: bytes = b""


class Noting(apsw.VFS):
    """The disk as it is, with every deed noted."""

    def __init__(self, name: str, deeds: list[Deed]) -> None:
        self.deeds = deeds
        super().__init__(name, "")

    def xOpen(self, name, flags):
        # A temporary file has no name.
        path = (name.filename() if isinstance(name, apsw.URIFilename) else name) or "temporary"
        if flags[0] & apsw.SQLITE_OPEN_CREATE and not Path(path).exists():
            self.deeds.append(Deed("make", Path(path).name))
        return _NotedFile(name, flags, self.deeds, Path(path).name)

    def xDelete(self, filename, syncdir):
        super().xDelete(filename, syncdir)
        self.deeds.append(Deed("delete", Path(filename).name))
        if syncdir:
            self.deeds.append(Deed("sync folder", ""))


class _NotedFile(apsw.VFSFile):
    def __init__(self, name, flags, deeds, short):
        self._deeds, self._short = deeds, short
        super().__init__("", name, flags)

    def xWrite(self, data, offset):
        super().xWrite(data, offset)
        self._deeds.append(Deed("write", self._short, offset, bytes(data)))

    def xTruncate(self, newsize):
        super().xTruncate(newsize)
        self._deeds.append(Deed("cut", self._short, newsize))

    def xSync(self, flags):
        super().xSync(flags)
        self._deeds.append(Deed("sync", self._short))


@dataclass(slots=True)
class _File:
    """A file on the disk: what is sure, and what was done since the last sync."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[Deed] = field(default_factory=list)


def after_cut(start: dict[str, bytes], deeds: list[Deed], rng: random.Random) -> dict[str, bytes]:
    """Return the files a power cut after ``deeds`` leaves, begun from ``start``."""
    disk = {name: _File(bytearray(content)) for name, content in start.items()}
    deleted: dict[str, _File] = {}
    for deed in deeds:
        match deed.what:
            case "make":
                disk[deed.name] = _File()
            case "delete":
                deleted[deed.name] = disk.pop(deed.name)
            case "sync folder":
                deleted.clear()
            case "sync":
                file = disk[deed.name]
                file.sure = _done(file.sure, file.since)
                file.since = []
            case "write" | "cut":
                disk[deed.name].since.append(deed)
    for name, file in deleted.items():
        if rng.random() < 0.5:
            disk.setdefault(name, file)
    return {name: bytes(_forgotten(file, rng)) for name, file in disk.items()}


def _forgotten(file: _File, rng: random.Random) -> bytearray:
    """Return a file with some of what was not synced, torn at the edges of sectors."""
    kept: list[Deed] = []
    for deed in file.since:
        if deed.what == "cut":
            kept.extend([deed] if rng.random() < 0.5 else [])
            continue
        for at in range(0, len(deed.content), _SECTOR):
            if rng.random() < 0.5:
                part = deed.content[at : at + _SECTOR]
                kept.append(Deed("write", deed.name, deed.offset + at, part))
    return _done(file.sure, kept)


def _done(content: bytearray, deeds: list[Deed]) -> bytearray:
    content = bytearray(content)
    for deed in deeds:
        if deed.what == "cut":
            del content[deed.offset :]
            continue
        end = deed.offset + len(deed.content)
        content.extend(bytes(max(0, end - len(content))))
        content[deed.offset : end] = deed.content
    return content


class Lent:
    """An APSW connection that answers as the sqlite3 module's do."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def execute(self, statement: str, values: Any = ()) -> "_Answer":
        """Run a statement."""
        cursor = self._connection.execute(statement, tuple(values))
        return _Answer(cursor, self._connection.last_insert_rowid())

    def executemany(self, statement: str, rows: Iterable[Any]) -> None:
        """Run a statement for each of some rows."""
        self._connection.executemany(statement, rows)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._connection.in_transaction

    def close(self) -> None:
        """Close it."""
        self._connection.close()


@dataclass(frozen=True, slots=True)
class _Answer:
    cursor: Any
    lastrowid: int

    def fetchone(self):
        return next(self.cursor, None)

    def fetchall(self):
        return list(self.cursor)

    def __iter__(self):
        return iter(self.cursor)


def lent(path: Path, deeds: list[Deed], settings: dict[str, str]) -> Lent:
    """Open a file on a noting disk."""
    name = f"noting-{id(deeds)}"
    disk = Noting(name, deeds)
    connection = apsw.Connection(str(path), vfs=name, flags=apsw.SQLITE_OPEN_READWRITE)
    _DISKS.append(disk)
    for setting, value in settings.items():
        connection.execute(f"PRAGMA {setting}={value}")
    return Lent(connection)


# A VFS must outlive its connections.
_DISKS: list[Noting] = []

Cut = Callable[[dict[str, bytes]], None]
