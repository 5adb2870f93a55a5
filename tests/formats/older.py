"""A format older than the first, for the tests alone: its revisions have no seals.

Until a second format is released this is what bringing an old file forward is tried with: a real
step, over real rows.
"""

from contextlib import closing, contextmanager

from writerdesk.project import rows, schema
from writerdesk.project.connection import connect, journal_by_file
from writerdesk.project.migrating import OLDER, Older, rebuild
from writerdesk.project.revisions import Chain, seal

FORMAT = schema.FORMAT - 1
_SEAL = " seal BLOB NOT NULL,"
TABLES = tuple(table.replace(_SEAL, "") for table in schema.TABLES)
_NAMES = [table.split()[2] for table in schema.TABLES]
_PLAIN = {name: f"SELECT * FROM was_{name}" for name in _NAMES}
_COLUMNS = "field, number, facts, why, name, form, base, value"


def put_seals(connection):
    """Make today's format of a file without seals."""
    unsealed = {**_PLAIN, "revision": f"SELECT {_COLUMNS}, x'00' FROM was_revision"}
    rebuild(connection, schema.TABLES, unsealed)
    chains = {
        number: Chain(*chain)
        for number, *chain in connection.execute(
            "SELECT field.number, kind, id, name FROM field"
            " JOIN record ON record.number = field.record"
        )
    }
    for field, number in connection.execute("SELECT field, number FROM revision").fetchall():
        row = rows.row(connection, field, number)
        connection.execute(
            "UPDATE revision SET seal = ? WHERE field = ? AND number = ?",
            (seal(chains[field], row.revision, row.content), field, number),
        )


@contextmanager
def older_format_known():
    """Let there have been that format."""
    OLDER[FORMAT] = Older(TABLES, put_seals)
    try:
        yield
    finally:
        OLDER.pop(FORMAT, None)


def make_older(path):
    """Make a file of today's format one of the older."""
    with closing(connect(path, read_only=False)) as connection:
        journal_by_file(connection, path)
        connection.execute("BEGIN IMMEDIATE")
        rebuild(connection, TABLES, {**_PLAIN, "revision": f"SELECT {_COLUMNS} FROM was_revision"})
        connection.execute(f"PRAGMA user_version={FORMAT}")
        connection.execute("COMMIT")
