"""Revisions as rows of the file: written, read, listed, and given up for a tombstone."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from writerdesk.project.failures import Damage
from writerdesk.project.histories import History, history_of
from writerdesk.project.revisions import (
    AUTOMATIC,
    Chain,
    Content,
    Revision,
    facts_of,
    packed_name,
    revision_of,
    seal,
)
from writerdesk.project.values import Form


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
        "INSERT INTO revision (field, number, facts, why, name, form, base, value, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            field,
            revision.number,
            facts_of(revision),
            revision.why,
            revision.name,
            *content,
            seal(chain, revision, content),
        ),
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


def listed(connection: sqlite3.Connection, field: int) -> History:
    """Return the revisions of a field, the oldest first, without those that can't be read."""
    try:
        return _all_listed(connection, field)
    except (Damage, sqlite3.OperationalError):
        # Python complains so of a text that is not UTF-8.
        return History.of(_those_readable(connection, field))


def _all_listed(connection: sqlite3.Connection, field: int) -> History:
    count, total, facts = connection.execute(
        "SELECT count(*), sum(number), CAST(group_concat(facts, x'') AS BLOB) FROM revision"
        " WHERE field = ?",
        (field,),
    ).fetchone()
    others = connection.execute(
        "SELECT facts, why, name FROM revision WHERE field = ? AND (why != ? OR name != '')",
        (field, AUTOMATIC),
    )
    told = [revision_of(*about) for about in others]
    return history_of(facts or b"", count, total or 0, told)


def _those_readable(connection: sqlite3.Connection, field: int) -> Iterator[Revision]:
    for number, facts, *texts in connection.execute(
        "SELECT number, CAST(facts AS BLOB), CAST(why AS BLOB), CAST(name AS BLOB)"
        " FROM revision WHERE field = ? ORDER BY number",
        (field,),
    ):
        with suppress(Damage, UnicodeDecodeError):
            revision = revision_of(facts, *(text.decode() for text in texts))
            if revision.number == number:
                yield revision


def all_of(connection: sqlite3.Connection, field: int) -> Iterator[Row]:
    """Yield the revisions of a field as they are stored, the oldest first, that can be read."""
    for found in connection.execute(
        "SELECT facts, why, name, form, base, value, seal FROM revision"
        " WHERE field = ? ORDER BY number",
        (field,),
    ):
        with suppress(Damage):
            yield _as_row(found)


def row(connection: sqlite3.Connection, field: int, number: int) -> Row:
    """Return one revision as it is stored; raises Damage if there is none such."""
    found: Sequence[object] | None = connection.execute(
        "SELECT facts, why, name, form, base, value, seal FROM revision"
        " WHERE field = ? AND number = ?",
        (field, number),
    ).fetchone()
    if found is None:
        raise Damage("a revision that is missing")
    return _as_row(found)


def _as_row(found: Sequence[object]) -> Row:
    """Return a revision from the columns of `row`; raises Damage if its facts can't be read."""
    return Row(revision_of(*found[:3]), Content(*found[3:6]), found[6])  # pyright: ignore[reportArgumentType]


class Sealed(NamedTuple):
    """A revision by its place, whose it is, and whether its seal says that it is whole."""

    field: int
    number: int
    record: str
    is_whole: bool


def sealed(connection: sqlite3.Connection) -> Iterator[Sealed]:
    """Look at the seals of all revisions."""
    found = connection.execute(
        "SELECT revision.field, revision.number, record.kind, record.id, field.name,"
        " facts, revision.why, revision.name, form, base, revision.value, seal FROM revision"
        " LEFT JOIN field ON field.number = revision.field"
        " LEFT JOIN record ON record.number = field.record"
    )
    for field, number, *rest in found:
        yield Sealed(field, number, str(rest[1]), _is_sealed(number, rest))


def _is_sealed(number: int, found: Sequence[object]) -> bool:
    chain = Chain(*found[:3])  # pyright: ignore[reportArgumentType]
    try:
        stored = _as_row(found[3:])
        sealed_as = seal(chain, stored.revision, stored.content)
    except (Damage, TypeError, ValueError):
        return False
    return sealed_as == stored.seal and stored.revision.number == number


def frames(connection: sqlite3.Connection, field: int, number: int) -> list[object]:
    """Return the frames that tell a text's revision, the key frame first; raises Damage."""
    rows = connection.execute(
        "WITH RECURSIVE chain(number, base, form, value) AS ("
        " SELECT number, base, form, value FROM revision WHERE field = :field AND number = :number"
        " UNION ALL SELECT revision.number, revision.base, revision.form, revision.value"
        " FROM chain CROSS JOIN revision"
        " ON field = :field AND revision.number = chain.base AND chain.base < chain.number)"
        " SELECT base, form, value FROM chain",
        {"field": field, "number": number},
    ).fetchall()
    if not rows or rows[-1][0] is not None or any(form != Form.TEXT for _, form, _ in rows):
        raise Damage("a text whose key frame is missing")
    return [value for _, _, value in reversed(rows)]


def has(connection: sqlite3.Connection, replica: int, counter: int) -> bool:
    """Tell whether the file has, or had, a revision."""
    found = connection.execute(
        "SELECT 1 FROM revision WHERE substr(facts, 5, 8) = :name"
        " UNION ALL SELECT 1 FROM tombstone WHERE replica = :replica AND counter = :counter",
        {"replica": replica, "counter": counter, "name": packed_name(replica, counter)},
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
