"""Looks whether every paragraph and every revision of a file is still what was written.

SQLite's own check sees broken pages; a flipped bit inside a text only a hash sees. A damaged
paragraph is fetched from a backup of the same story, where it has the same digest or number.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from writerdesk.problem import Problem
from writerdesk.project import rows
from writerdesk.project.connection import connect
from writerdesk.project.failures import Damage, told_as_problems
from writerdesk.project.hostile import look_inside
from writerdesk.project.packing import packed
from writerdesk.project.paragraphs import stored_paragraph
from writerdesk.project.revisions import Chain, seal

_REVISIONS = (
    "SELECT record.kind, record.id, field.name, revision.number, replica, counter, parent, time,"
    " why, revision.name, form, base, value, seal FROM revision"
    " LEFT JOIN field ON field.number = revision.field"
    " LEFT JOIN record ON record.number = field.record"
)


@dataclass(frozen=True, slots=True)
class Audit:
    """What a file holds, and what of it is not what was written."""

    paragraphs: int = 0
    revisions: int = 0
    damaged_paragraphs: tuple[int, ...] = ()
    damaged_revisions: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything is as it was written."""
        return not (self.damaged_paragraphs or self.damaged_revisions or self.structure)


def audit(path: Path) -> Audit:
    """Look at all of a story's file, from any thread; slow for a large one.

    Raises a `Problem` if not even its tables can be read.
    """
    with told_as_problems(path), closing(connect(path, read_only=True)) as connection:
        look_inside(connection, path)
        return audit_open(connection)


def audit_open(connection: sqlite3.Connection) -> Audit:
    """Look at all of an open file."""
    structure = tuple(
        str(line) for (line,) in connection.execute("PRAGMA integrity_check(20)") if line != "ok"
    )
    paragraphs = [
        (number, _is_paragraph(digest, content))
        for number, digest, content in connection.execute(
            "SELECT number, digest, content FROM paragraph"
        )
    ]
    revisions = [(str(row[1]), _is_sealed(row)) for row in connection.execute(_REVISIONS)]
    heads = connection.execute(
        "SELECT field.name FROM field WHERE head != 0 AND head IS NOT"
        " (SELECT max(revision.number) FROM revision WHERE revision.field = field.number)"
    )
    return Audit(
        len(paragraphs),
        len(revisions),
        tuple(number for number, is_whole in paragraphs if not is_whole),
        (
            *dict.fromkeys(record for record, is_whole in revisions if not is_whole),
            *(str(name) for (name,) in heads),
        ),
        structure,
    )


def mend(connection: sqlite3.Connection, backups: Iterable[Path]) -> int:
    """Inside a transaction: put damaged paragraphs back from backups; return how many."""
    damaged = {
        number: digest
        for number, digest, content in connection.execute(
            "SELECT number, digest, content FROM paragraph"
        )
        if not _is_paragraph(digest, content)
    }
    mended = 0
    for backup in backups:
        if not damaged:
            break
        for number, (digest, content) in _found_in(backup, damaged).items():
            connection.execute(
                "UPDATE paragraph SET digest = ?, content = ? WHERE number = ?",
                (digest, content, number),
            )
            del damaged[number]
            mended += 1
    return mended


def _found_in(backup: Path, wanted: dict[int, object]) -> dict[int, tuple[bytes, bytes]]:
    found: dict[int, tuple[bytes, bytes]] = {}
    try:
        with told_as_problems(backup), closing(connect(backup, read_only=True)) as connection:
            for number, digest in wanted.items():
                row = connection.execute(
                    "SELECT digest, content FROM paragraph WHERE digest = ?1 OR number = ?2"
                    " ORDER BY digest != ?1",
                    (digest, number),
                ).fetchone()
                if row is not None and _is_paragraph(*row):
                    found[number] = row[0], packed(stored_paragraph(*row).canonical())
    except Problem:
        # The next older backup may be whole.
        return found
    return found


def _is_paragraph(digest: object, content: object) -> bool:
    try:
        stored_paragraph(digest, content)
    except Damage:
        return False
    return True


def _is_sealed(row: tuple[object, ...]) -> bool:
    chain = Chain(*row[:3])  # pyright: ignore[reportArgumentType]
    stored = rows.as_row(row[3:])
    try:
        return seal(chain, stored.revision, stored.content) == stored.seal
    except (TypeError, ValueError):
        return False
