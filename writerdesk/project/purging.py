"""Takes everything a record ever said out of a file, and out of its backups.

Tombstones stay, so that a union with another copy does not bring it back. What SQLite frees is
written over with zeros.
"""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

from writerdesk.problem import Problem
from writerdesk.project import rows
from writerdesk.project.connection import connect, journal_by_file
from writerdesk.project.failures import Damage
from writerdesk.project.frames import numbers_in
from writerdesk.project.paragraphs import PURGED_UP_TO, read_paragraphs
from writerdesk.project.states import forget_states
from writerdesk.project.values import Form


def purge(connection: sqlite3.Connection, records: Collection[str]) -> frozenset[str]:
    """Inside a transaction: take records' revisions and the paragraphs that only they used.

    Returns what those paragraphs said.
    """
    owned = [
        (number, record)
        for (number, record, id) in connection.execute(
            "SELECT field.number, record.number, record.id FROM field"
            " JOIN record ON record.number = field.record"
        )
        if id in records
    ]
    fields = [field for field, _ in owned]
    forget_states(connection, {record for _, record in owned})
    mentioned = _mentioned(connection, fields)
    for field in fields:
        for revision in rows.listed(connection, field):
            rows.bury(connection, field, revision, "purged")
        connection.execute("UPDATE field SET head = 0 WHERE number = ?", (field,))
    connection.execute(
        "INSERT OR REPLACE INTO meta (name, value) VALUES (:name, max("
        "coalesce((SELECT max(number) FROM paragraph), 0),"
        " coalesce((SELECT value FROM meta WHERE name = :name), 0)))",
        {"name": PURGED_UP_TO},
    )
    others = [number for (number,) in connection.execute("SELECT number FROM field")]
    gone = mentioned - _mentioned(connection, others)
    texts = frozenset(one.text for one in read_paragraphs(connection, gone).values())
    for number in gone:
        connection.execute("DELETE FROM paragraph WHERE number = ?", (number,))
    return texts


def purge_backup(path: Path, records: Collection[str]) -> None:
    """Purge records from a backup; one that can't be purged is deleted."""
    try:
        with closing(connect(path, read_only=False)) as connection:
            journal_by_file(connection, path)
            overwrite_what_is_freed(connection)
            connection.execute("BEGIN IMMEDIATE")
            purge(connection, records)
            connection.execute("COMMIT")
    except (sqlite3.Error, Damage, Problem):
        path.unlink(missing_ok=True)


def overwrite_what_is_freed(connection: sqlite3.Connection) -> None:
    """Have SQLite write zeros over what is deleted from now on."""
    connection.execute("PRAGMA secure_delete=ON")


def _mentioned(connection: sqlite3.Connection, fields: Iterable[int]) -> set[int]:
    """Return the numbers of all paragraphs that any revision of ``fields`` mentions."""
    numbers: set[int] = set()
    for field in fields:
        frames = connection.execute(
            "SELECT value FROM revision WHERE field = ? AND form = ?", (field, int(Form.TEXT))
        )
        for (frame,) in frames:
            numbers.update(numbers_in(frame))
    return numbers
