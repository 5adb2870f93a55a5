"""Looks at a file before it is trusted: is it a story, which format, is anything in it foreign."""

import sqlite3
from pathlib import Path

from writerdesk.problem import Kind, Problem
from writerdesk.project import schema
from writerdesk.project.connection import ask_number


def look_at_place(path: Path) -> None:
    """Raise a `Problem` unless there is a file."""
    if not path.exists():
        raise Problem(Kind.FILE_MISSING, path=path)
    if not path.is_file():
        raise Problem(Kind.NOT_A_STORY, path=path)


def look_inside(connection: sqlite3.Connection, path: Path) -> bool:
    """Raise a `Problem` unless the file is a whole story; tell whether its format is newer.

    SQLite itself reads the header: a second descriptor of ours on the file would, when closed, drop
    the locks that another window of this process holds on it.
    """
    if ask_number(connection, "PRAGMA application_id") != schema.APPLICATION_ID:
        raise Problem(Kind.NOT_A_STORY, path=path)
    made_by = ask_number(connection, "PRAGMA user_version")
    if made_by > schema.FORMAT:
        _look_at_newer(connection, path)
    elif made_by != schema.FORMAT or _tables(connection) != schema.TABLES:
        raise Problem(Kind.DAMAGED, path=path)
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise Problem(Kind.DAMAGED, path=path)
    return made_by > schema.FORMAT


def _tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    return tuple(sql for (sql,) in rows)


def _look_at_newer(connection: sqlite3.Connection, path: Path) -> None:
    """A newer format may have more tables and columns, but nothing that acts by itself."""
    acting = ask_number(
        connection,
        "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
        " OR sql LIKE 'CREATE VIRTUAL%'",
    )
    readable_from = connection.execute(
        "SELECT value FROM meta WHERE name = 'readable_from'"
    ).fetchone()
    if acting or not _has_what_we_read(connection):
        raise Problem(Kind.DAMAGED, path=path)
    if readable_from is None or not isinstance(readable_from[0], int):
        raise Problem(Kind.DAMAGED, path=path)
    if readable_from[0] > schema.FORMAT:
        raise Problem(Kind.TOO_NEW, path=path)


def _has_what_we_read(connection: sqlite3.Connection) -> bool:
    ours = sqlite3.connect(":memory:")
    try:
        for table in schema.TABLES:
            ours.execute(table)
        return _columns(ours) <= _columns(connection)
    finally:
        ours.close()


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(
        connection.execute(
            "SELECT entry.name, part.name FROM sqlite_schema AS entry"
            " JOIN pragma_table_info(entry.name) AS part WHERE entry.type = 'table'"
        )
    )
