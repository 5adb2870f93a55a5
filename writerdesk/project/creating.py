"""Makes a new, empty story's file: whole or not at all, and never over something that is there."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from writerdesk.project import schema
from writerdesk.project.connection import connect, journal_by_file
from writerdesk.syncing import sync_folder


def create_file(path: Path, story: str) -> None:
    """Make the file at ``path`` for a new story; raises FileExistsError if something is there."""
    if os.path.lexists(path):
        raise FileExistsError(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    os.close(descriptor)
    try:
        connection = connect(beside, read_only=False)
        try:
            journal_by_file(connection, beside)
            _make_tables(connection, story)
        finally:
            connection.close()
        put_where_nothing_is(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def put_where_nothing_is(new: Path, path: Path) -> None:
    """Give a file its name; raises FileExistsError if that is taken."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no links; what could come between is then a blink of an eye.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        new.rename(path)


def set_aside(path: Path, now: datetime) -> Path | None:
    """Give what is at ``path`` another name beside it; None if nothing is there."""
    if not os.path.lexists(path):
        return None
    at = now.astimezone().strftime("%Y-%m-%d %H.%M.%S")
    aside = path.with_stem(f"{path.stem} ({at})")
    path.rename(aside)
    return aside


def _make_tables(connection: sqlite3.Connection, story: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={schema.FORMAT}")
    for table in schema.TABLES:
        connection.execute(table)
    connection.executemany(
        "INSERT INTO meta (name, value) VALUES (?, ?)",
        [
            ("story", story),
            ("readable_from", schema.READABLE_FROM),
            ("newest", ""),
        ],
    )
    connection.execute("COMMIT")
