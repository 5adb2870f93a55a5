"""Brings a file of an older format to today's: a step for each format, all in one transaction.

A verified backup comes first and the format's number last, so whoever is killed on the way finds
the old file whole. A file that may only be read is brought forward in memory, and left as it is.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing

from writerdesk.frozen import frozen
from writerdesk.project import schema
from writerdesk.project.connection import ask_number
from writerdesk.project.failures import Damage


@frozen
class Older:
    """A format that was: its tables word for word, and the step that makes the next one of it."""

    tables: tuple[str, ...]
    step: Callable[[sqlite3.Connection], None]


# By their numbers. Today's is the only one that was ever released; what comes here stays for ever,
# with a golden file. Until then tests bring an older format of their own.
OLDER: dict[int, Older] = {}


def tables_of(made_by: int) -> tuple[str, ...]:
    """Return the tables a file of a format has; raises Damage for one that never was."""
    if made_by == schema.FORMAT:
        return schema.TABLES
    if made_by not in OLDER:
        raise Damage(f"a format that never was: {made_by}")
    return OLDER[made_by].tables


def bring_forward(connection: sqlite3.Connection) -> None:
    """Make an older file one of today's, or leave it as it is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for made_by in range(ask_number(connection, "PRAGMA user_version"), schema.FORMAT):
            OLDER[made_by].step(connection)
        if tables_in(connection) != schema.TABLES:
            raise Damage("a step that led elsewhere")
        connection.execute(f"PRAGMA user_version={schema.FORMAT}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def brought_forward_in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of an older file as it would be today; closes ``connection``."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with closing(connection):
            connection.backup(copy)
        bring_forward(copy)
        copy.execute("PRAGMA query_only=ON")
    except BaseException:
        copy.close()
        raise
    return copy


def tables_in(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what a file's schema says, word for word, in the order it was made."""
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    return tuple(sql for (sql,) in rows)


def rebuild(
    connection: sqlite3.Connection, tables: tuple[str, ...], filled: Mapping[str, str]
) -> None:
    """Make ``tables`` anew, each filled by a query over the old ones, which are called was_NAME.

    SQLite rewrites the schema of a table that is altered; only a new one says what we say.
    """
    old = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    ]
    for name in old:
        connection.execute(f"ALTER TABLE {name} RENAME TO was_{name}")
    for table in tables:
        connection.execute(table)
    for name, query in filled.items():
        connection.execute(f"INSERT INTO {name} {query}")
    for name in old:
        connection.execute(f"DROP TABLE was_{name}")
