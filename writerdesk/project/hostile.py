"""Looks at a file before it is trusted: is it a story, which format, is anything in it foreign."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from writerdesk.problem import Kind, Problem
from writerdesk.project import schema
from writerdesk.project.connection import ask_number
from writerdesk.project.migrating import tables_in, tables_of


def look_at_place(path: Path) -> None:
    """Raise a `Problem` unless there is a file."""
    if not path.exists():
        raise Problem(Kind.FILE_MISSING, path=path)
    if not path.is_file():
        raise Problem(Kind.NOT_A_STORY, path=path)


class Seen(NamedTuple):
    """What a story's file is: the format it was made in, and whether pages of it are broken."""

    made_by: int
    is_broken: bool = False


def look_inside(connection: sqlite3.Connection, path: Path) -> Seen:
    """Raise a `Problem` unless the file is a story whose tables can be asked.

    SQLite itself reads the header: a second descriptor of ours on the file would, when closed, drop
    the locks that another window of this process holds on it.
    """
    if ask_number(connection, "PRAGMA application_id") != schema.APPLICATION_ID:
        raise Problem(Kind.NOT_A_STORY, path=path)
    made_by = ask_number(connection, "PRAGMA user_version")
    if made_by > schema.FORMAT:
        _look_at_newer(connection, path)
    elif tables_in(connection) != tables_of(made_by):
        raise Problem(Kind.DAMAGED, path=path)
    return Seen(made_by, is_broken=made_by == schema.FORMAT and _is_broken(connection))


def _is_broken(connection: sqlite3.Connection) -> bool:
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",)
    except sqlite3.DatabaseError:
        return True


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
