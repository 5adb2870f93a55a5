"""Reads what can still be read of a file whose pages are broken, into a whole one in memory.

A sweep stops at a broken page; what lies behind it is swept from the other end, and what lies
between is asked for row by row. What is missing then is taken from the backups. The file is left as
it is: whoever repairs it later finds all there was.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import product
from pathlib import Path
from typing import NamedTuple, TypeAlias

from writerdesk.problem import Problem
from writerdesk.project import rows, schema
from writerdesk.project.connection import connect
from writerdesk.project.failures import told_as_problems
from writerdesk.project.mending import Mended, mend

Row: TypeAlias = tuple[object, ...]

# Beyond the last number that a sweep found, so many more are asked for: what stands on a page.
_BEYOND = 500
# A received file may claim any number of rows; a story of a million words has 100,000.
_MOST_ASKED_FOR = 1_000_000


class _Table(NamedTuple):
    name: str
    key: tuple[str, ...]


_META, _FIELD = _Table("meta", ("name",)), _Table("field", ("number",))
_RECORD, _PARAGRAPH = _Table("record", ("number",)), _Table("paragraph", ("number",))
_REVISION, _TOMBSTONE = _Table("revision", ("field", "number")), _Table("tombstone", ("field",))
_TABLES = (_META, _Table("session", ("replica",)), _RECORD, _FIELD, _TOMBSTONE, _REVISION)


def salvaged(
    broken: sqlite3.Connection, backups: Sequence[Path]
) -> tuple[sqlite3.Connection, Mended]:
    """Return all that can be read of a broken file and its backups, as a file in memory."""
    whole = sqlite3.connect(":memory:", isolation_level=None)
    whole.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    whole.execute(f"PRAGMA user_version={schema.FORMAT}")
    for statement in schema.TABLES:
        whole.execute(statement)
    whole.execute("BEGIN")
    for table in (*_TABLES, _PARAGRAPH):
        _add(whole, table, _rows(broken, table, whole))
    broken_rows = [one[:2] for one in rows.sealed(whole) if not one.is_whole]
    whole.executemany("DELETE FROM revision WHERE field = ? AND number = ?", broken_rows)
    for backup in backups:
        _add_from(backup, whole)
    mended = mend(whole, backups)
    _stand_on_what_is_there(whole)
    whole.execute("COMMIT")
    whole.execute("PRAGMA query_only=ON")
    return whole, mended


def _add_from(backup: Path, whole: sqlite3.Connection) -> None:
    """Add records and revisions that only a backup has, but for those given up since."""
    try:
        with told_as_problems(backup), closing(connect(backup, read_only=True)) as copy:
            for table in (_META, _RECORD, _FIELD, _REVISION):
                _add(whole, table, copy.execute(f"SELECT * FROM {table.name}"))
    except (Problem, sqlite3.OperationalError):
        # The next older backup may be whole; one of an older format may have other tables.
        pass
    whole.execute(
        "DELETE FROM revision WHERE EXISTS (SELECT 1 FROM tombstone"
        " WHERE tombstone.field = revision.field AND tombstone.number = revision.number)"
    )


def _add(whole: sqlite3.Connection, table: _Table, found: Iterable[Row]) -> None:
    for row in found:
        gaps = ", ".join("?" * len(row))
        # A row that breaks a rule of the table is one of the broken ones.
        with suppress(sqlite3.IntegrityError):
            whole.execute(f"INSERT OR IGNORE INTO {table.name} VALUES ({gaps})", row)


def _rows(broken: sqlite3.Connection, table: _Table, whole: sqlite3.Connection) -> Iterator[Row]:
    """Yield what can be read of a table; some of it more than once."""
    for order in ("", " DESC"):
        by = ", ".join(f"{part}{order}" for part in table.key)
        sweep = _Sweep(broken, f"SELECT * FROM {table.name} NOT INDEXED ORDER BY {by}")
        yield from sweep
        if sweep.is_whole:
            return
    if table.key[-1] != "number":
        return
    where = " AND ".join(f"{part} = ?" for part in table.key)
    seen = set(whole.execute(f"SELECT {', '.join(table.key)} FROM {table.name}"))
    for key in _possible(table, whole):
        if key not in seen:
            yield from _Sweep(broken, f"SELECT * FROM {table.name} WHERE {where}", key)


def _possible(table: _Table, whole: sqlite3.Connection) -> Iterator[tuple[int, ...]]:
    """Yield the keys that rows between two sweeps may have."""
    if table is _REVISION:
        for field, head in whole.execute("SELECT number, head FROM field").fetchall():
            yield from product((field,), range(1, min(int(head), _MOST_ASKED_FOR) + 1))
        return
    (last,) = whole.execute(f"SELECT coalesce(max(number), 0) FROM {table.name}").fetchone()
    yield from zip(range(1, min(last, _MOST_ASKED_FOR) + _BEYOND), strict=False)


class _Sweep:
    """The rows of a query until it comes to a broken page."""

    def __init__(self, broken: sqlite3.Connection, query: str, gaps: Row = ()) -> None:
        self._broken, self._query, self._gaps = broken, query, gaps
        self.is_whole = False

    def __iter__(self) -> Iterator[Row]:
        try:
            yield from self._broken.execute(self._query, self._gaps)
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return
        self.is_whole = True


def _stand_on_what_is_there(whole: sqlite3.Connection) -> None:
    """Let each field stand at its newest revision that was found."""
    whole.execute(
        "UPDATE field SET head = coalesce((SELECT max(revision.number) FROM revision"
        " WHERE revision.field = field.number), 0)"
    )
