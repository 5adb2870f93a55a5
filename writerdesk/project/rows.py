"""Revisions as rows of the file: written, read, listed, and given up for a tombstone."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from writerdesk.project.failures import Damage
from writerdesk.project.revisions import Chain, Content, Revision, seal
from writerdesk.project.values import Form

_COLUMNS = "number, replica, counter, parent, time, why, name"
_COLUMNS_OF_ONE = _COLUMNS.replace(", ", ", revision.")


class Row(NamedTuple):
    """A revision as it is stored."""

    revision: Revision
    content: Content
    seal: bytes


def insert(
    connection: sqlite3.Connection, field: int, chain: Chain, row: tuple[Revision, Content]
) -> None:
    """Put a revision at the end of its chain and make it the head."""
    revision, content = row
    connection.execute(
        f"INSERT INTO revision (field, {_COLUMNS}, form, base, value, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (field, *revision, *content, seal(chain, revision, content)),
    )
    connection.execute("UPDATE field SET head = ? WHERE number = ?", (revision.number, field))


def replace(
    connection: sqlite3.Connection, field: int, chain: Chain, row: tuple[Revision, Content]
) -> None:
    """Write a revision anew in its place: under another name, or built on another one."""
    revision, content = row
    connection.execute(
        "UPDATE revision SET why = ?, name = ?, form = ?, base = ?, value = ?, seal = ?"
        " WHERE field = ? AND number = ?",
        (
            revision.why,
            revision.name,
            *content,
            seal(chain, revision, content),
            field,
            revision.number,
        ),
    )


def listed(connection: sqlite3.Connection, field: int) -> tuple[Revision, ...]:
    """Return the revisions of a field, the oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM revision WHERE field = ? ORDER BY number", (field,)
    )
    return tuple(map(Revision._make, rows))


def row(connection: sqlite3.Connection, field: int, number: int) -> Row:
    """Return one revision as it is stored; raises LookupError if there is none such."""
    found: Sequence[object] | None = connection.execute(
        f"SELECT {_COLUMNS}, form, base, value, seal FROM revision WHERE field = ? AND number = ?",
        (field, number),
    ).fetchone()
    if found is None:
        raise LookupError(number)
    return as_row(found)


def as_row(found: Sequence[object]) -> Row:
    """Return a revision from the columns of `row`, whatever they hold."""
    return Row(Revision(*found[:7]), Content(*found[7:10]), found[10])  # pyright: ignore[reportArgumentType]


class Sealed(NamedTuple):
    """A revision by its place, whose it is, and whether its seal says that it is whole."""

    field: int
    number: int
    record: str
    is_whole: bool


def sealed(connection: sqlite3.Connection) -> Iterator[Sealed]:
    """Look at the seals of all revisions."""
    found = connection.execute(
        f"SELECT revision.field, record.kind, record.id, field.name, revision.{_COLUMNS_OF_ONE},"
        " form, base, revision.value, seal FROM revision"
        " LEFT JOIN field ON field.number = revision.field"
        " LEFT JOIN record ON record.number = field.record"
    )
    for field, *rest in found:
        yield Sealed(field, rest[3], str(rest[1]), _is_sealed(rest))


def _is_sealed(found: Sequence[object]) -> bool:
    chain, stored = Chain(*found[:3]), as_row(found[3:])  # pyright: ignore[reportArgumentType]
    try:
        return seal(chain, stored.revision, stored.content) == stored.seal
    except (TypeError, ValueError):
        return False


def frames(connection: sqlite3.Connection, field: int, number: int) -> list[object]:
    """Return the frames that tell a text's revision, the key frame first; raises Damage."""
    rows = connection.execute(
        "WITH RECURSIVE chain(number, base, form, value) AS ("
        " SELECT number, base, form, value FROM revision WHERE field = ?1 AND number = ?2"
        " UNION ALL SELECT revision.number, revision.base, revision.form, revision.value"
        " FROM chain CROSS JOIN revision"
        " ON field = ?1 AND revision.number = chain.base AND chain.base < chain.number)"
        " SELECT base, form, value FROM chain",
        (field, number),
    ).fetchall()
    if not rows or rows[-1][0] is not None or any(form != Form.TEXT for _, form, _ in rows):
        raise Damage("a text whose key frame is missing")
    return [value for _, _, value in reversed(rows)]


def has(connection: sqlite3.Connection, replica: int, counter: int) -> bool:
    """Tell whether the file has, or had, a revision."""
    found = connection.execute(
        "SELECT 1 FROM revision WHERE replica = ?1 AND counter = ?2"
        " UNION ALL SELECT 1 FROM tombstone WHERE replica = ?1 AND counter = ?2",
        (replica, counter),
    )
    return found.fetchone() is not None


def bury(connection: sqlite3.Connection, field: int, revision: Revision, reason: str) -> None:
    """Take a revision away and leave a tombstone."""
    connection.execute(
        "INSERT OR REPLACE INTO tombstone (field, number, replica, counter, parent, time, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (field, *revision[:5], reason),
    )
    connection.execute(
        "DELETE FROM revision WHERE field = ? AND number = ?", (field, revision.number)
    )
