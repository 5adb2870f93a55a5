"""Copies of a story's file in the writer's own folder: whole, looked at, and ever fewer with age.

Never beside the story: what takes that folder must not take these.
"""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from writerdesk.folders import data_folder, make_private
from writerdesk.problem import Kind, Problem
from writerdesk.project import schema
from writerdesk.project.auditing import audit_open
from writerdesk.project.connection import ask_number, attaching, connect
from writerdesk.project.creating import put_where_nothing_is
from writerdesk.project.failures import told_as_problems
from writerdesk.project.guard import newest
from writerdesk.project.lock import story_at
from writerdesk.project.rotation import surplus_backups
from writerdesk.project.schema import ENDING
from writerdesk.syncing import sync_file, sync_folder

_NAME = "%Y-%m-%d %H.%M.%S"


def backup_folder(story: str) -> Path:
    """Return where the backups of a story are."""
    return data_folder() / "backups" / story


def backups_of(story: str) -> tuple[Path, ...]:
    """Return the backups of a story, the newest first."""
    return tuple(sorted(backup_folder(story).glob(f"*{ENDING}"), reverse=True))


def backups_at(path: Path) -> tuple[Path, ...]:
    """Return the backups of the story last open at ``path``, the newest first, read or not.

    Which story that was is known by the lock that was taken for it.
    """
    story = story_at(path)
    return backups_of(story) if story else ()


def back_up(connection: sqlite3.Connection, story: str, now: datetime) -> Path:
    """Copy an open story, look at the copy, and give up copies that are too many."""
    folder = make_private(backup_folder(story))
    path = folder / f"{now.astimezone(UTC).strftime(_NAME)}{ENDING}"
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with told_as_problems(path):
        try:
            _copy(connection, beside)
            _look_at(beside, newest(connection))
            beside.replace(path)
            sync_folder(folder)
        finally:
            beside.unlink(missing_ok=True)
        _rotate(story)
    return path


def write_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Copy an open story to a place where nothing is, whole and looked at or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _copy(connection, beside)
        _look_at(beside, newest(connection))
        put_where_nothing_is(beside, path)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with attaching(connection):
        connection.execute("VACUUM INTO ?", (str(path),))
    descriptor = os.open(path, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def _look_at(path: Path, expected: str) -> None:
    """Raise a `Problem` unless a copy is whole; a backup nobody has read is none."""
    with closing(connect(path, read_only=True)) as connection:
        if newest(connection) != expected or not _is_whole(connection):
            raise Problem(Kind.DAMAGED, path=path)


def _is_whole(connection: sqlite3.Connection) -> bool:
    if ask_number(connection, "PRAGMA user_version") == schema.FORMAT:
        return audit_open(connection).is_whole
    # Of an older format, before it is brought forward, SQLite knows the tables and we do not.
    return connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)


def _rotate(story: str) -> None:
    by_moment = {moment: path for path in backups_of(story) if (moment := _moment(path))}
    for moment in surplus_backups(by_moment):
        by_moment[moment].unlink(missing_ok=True)


def _moment(path: Path) -> int:
    try:
        made = datetime.strptime(path.stem, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return 0
    return round(made.timestamp() * 1000)
