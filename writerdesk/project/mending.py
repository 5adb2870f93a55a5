"""Puts damaged and missing paragraphs back from a backup of the same story.

There a paragraph has the same digest, or stands under the same number: numbers are never given
twice. Whatever comes back is what was written, for its own digest says so.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from writerdesk.frozen import frozen
from writerdesk.problem import Problem
from writerdesk.project.connection import connect
from writerdesk.project.failures import Damage, told_as_problems
from writerdesk.project.frames import numbers_in
from writerdesk.project.packing import packed
from writerdesk.project.paragraphs import is_paragraph, stored_paragraph
from writerdesk.project.values import Form


@frozen
class Mended:
    """The numbers of the paragraphs that were put back, and the newest backup any came from."""

    numbers: frozenset[int] = frozenset()
    backup: Path | None = None


NOTHING_MENDED = Mended()


def mend(connection: sqlite3.Connection, backups: Iterable[Path]) -> Mended:
    """Inside a transaction: put back every paragraph that is damaged or missing."""
    wanted = _wanted(connection)
    numbers: set[int] = set()
    newest: Path | None = None
    for backup in backups:
        if not wanted:
            break
        for number, (digest, content) in _found_in(backup, wanted).items():
            connection.execute(
                "INSERT OR REPLACE INTO paragraph (number, digest, content) VALUES (?, ?, ?)",
                (number, digest, content),
            )
            del wanted[number]
            numbers.add(number)
            newest = newest or backup
    return Mended(frozenset(numbers), newest)


def _wanted(connection: sqlite3.Connection) -> dict[int, object]:
    """Return the numbers of damaged and missing paragraphs, and what digest they had if known."""
    rows = connection.execute("SELECT number, digest, content FROM paragraph").fetchall()
    wanted = {
        number: digest for number, digest, content in rows if not is_paragraph(digest, content)
    }
    there = {number for number, _, _ in rows}
    frames = connection.execute("SELECT value FROM revision WHERE form = ?", (int(Form.TEXT),))
    for (frame,) in frames:
        wanted.update(dict.fromkeys(_mentioned(frame) - there))
    return wanted


def _mentioned(frame: object) -> set[int]:
    try:
        return numbers_in(frame)
    except Damage:
        return set()


def _found_in(backup: Path, wanted: Mapping[int, object]) -> dict[int, tuple[bytes, bytes]]:
    found: dict[int, tuple[bytes, bytes]] = {}
    try:
        with told_as_problems(backup), closing(connect(backup, read_only=True)) as connection:
            for number, digest in wanted.items():
                row = connection.execute(
                    "SELECT digest, content FROM paragraph"
                    " WHERE digest = :digest OR number = :number ORDER BY digest IS NOT :digest",
                    {"digest": digest, "number": number},
                ).fetchone()
                if row is not None and is_paragraph(*row):
                    found[number] = row[0], packed(stored_paragraph(*row).canonical())
    except (Problem, sqlite3.OperationalError):
        # The next older backup may be whole; one of an older format may have other tables.
        return found
    return found
