"""Opens a story's file in SQLite so that a save is on the disk when it is called saved.

The journal is a file of its own that is deleted when a save is whole, and its folder is synced
(EXTRA): with SQLite's usual settings, or Python's, a power cut can take back the last save. Each
setting is read back, for SQLite ignores the ones it does not know or can't follow.
See docs/decisions/saving.md.
"""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from writerdesk.problem import Kind, Problem
from writerdesk.project.failures import Damage

# Another program that copies the file holds it for a moment; the store lane can wait as long.
_WAIT = 2.0
# A received file is hostile: no value or statement needs more.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 256 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
}
_EXTRA = 3
_SETTINGS: tuple[tuple[str, str | int, str | int], ...] = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("locking_mode", "NORMAL", "normal"),
    ("synchronous", "EXTRA", _EXTRA),
    ("fullfsync", "ON", 1),
    ("mmap_size", 0, 0),
    ("temp_store", "MEMORY", 2),
)
_REFUSED = frozenset((sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH))


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open the file that is at ``path``; every setting that saving relies on is made and read back.

    Only the thread that calls this may use what it returns.
    """
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_WAIT, isolation_level=None
    )
    try:
        for limit, most in _LIMITS.items():
            connection.setlimit(limit, most)
        connection.set_authorizer(_authorize)
        for name, wanted, expected in _SETTINGS:
            connection.execute(f"PRAGMA {name}={wanted}")
            _read_back(connection, name, expected, path)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def journal_by_file(connection: sqlite3.Connection, path: Path) -> None:
    """Have saves journalled in a file beside the story's; call it when it is known to be ours."""
    connection.execute("PRAGMA journal_mode=DELETE")
    _read_back(connection, "journal_mode", "delete", path)


@contextmanager
def attaching(connection: sqlite3.Connection) -> Generator[None]:
    """Let our own statement in this block attach a file, as VACUUM INTO does inside."""
    connection.set_authorizer(None)
    try:
        yield
    finally:
        connection.set_authorizer(_authorize)


def ask(connection: sqlite3.Connection, question: str, *gaps: object) -> tuple[object, ...]:
    """Return the first row of an answer; raises Damage if there is none."""
    row: tuple[object, ...] | None = connection.execute(question, gaps).fetchone()
    if row is None:
        raise Damage(question)
    return row


def ask_number(connection: sqlite3.Connection, question: str, *gaps: object) -> int:
    """Return the one number that answers ``question``."""
    (number,) = ask(connection, question, *gaps)
    if not isinstance(number, int):
        raise Damage(question)
    return number


def _read_back(connection: sqlite3.Connection, name: str, expected: str | int, path: Path) -> None:
    # A SQLite built without a setting answers nothing at all.
    row = connection.execute(f"PRAGMA {name}").fetchone()
    if row is not None and row[0] != expected:
        raise Problem(Kind.NOT_WRITABLE, path=path)


def _authorize(action: int, *_about: str | None) -> int:
    return sqlite3.SQLITE_DENY if action in _REFUSED else sqlite3.SQLITE_OK
