"""Sees, before and after every save, that the file is still the one we know, as we left it.

Sync programs put other versions in its place, people move and delete it; SQLite would go on saving
into a file nobody can find any more and call it saved.
"""

import sqlite3
from pathlib import Path

from writerdesk.frozen import frozen
from writerdesk.problem import Kind, Problem
from writerdesk.project.connection import ask, ask_number


@frozen
class _Place:
    device: int
    node: int


class Guard:
    """Knows one open file again."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._place = _place(path)
        self._version = self._data_version()
        self._newest = newest(connection)

    @property
    def newest(self) -> str:
        """The name of the revision saved last."""
        return self._newest

    def check(self) -> None:
        """Inside a transaction: raise a `Problem` unless the file is as we left it."""
        self.check_place()
        pages = ask_number(self._connection, "PRAGMA page_count")
        size = ask_number(self._connection, "PRAGMA page_size")
        if (
            self._path.stat().st_size != pages * size
            or self._data_version() != self._version
            or newest(self._connection) != self._newest
        ):
            raise Problem(Kind.CHANGED_UNDER_US, path=self._path)

    def check_place(self) -> None:
        """Raise a `Problem` unless our file is where it was."""
        try:
            place = _place(self._path)
        except (FileNotFoundError, NotADirectoryError):
            raise Problem(Kind.FILE_MISSING, path=self._path) from None
        if place != self._place:
            raise Problem(Kind.CHANGED_UNDER_US, path=self._path)

    def saved(self, revision: str) -> None:
        """We saved: ``revision`` is now the newest."""
        self._newest = revision

    def _data_version(self) -> int:
        # Changes when another connection, or a program that knows no SQLite, wrote to the file.
        return ask_number(self._connection, "PRAGMA data_version")


def newest(connection: sqlite3.Connection) -> str:
    """Return the name of the revision saved last, empty in a new file."""
    (name,) = ask(connection, "SELECT value FROM meta WHERE name = 'newest'")
    return name if isinstance(name, str) else ""


def _place(path: Path) -> _Place:
    status = path.stat()
    return _Place(status.st_dev, status.st_ino)
