"""Who wrote in a story's file: a number for each session, and the WriterDesk that saved last."""

import re
import sqlite3
from collections.abc import Callable

from writerdesk import __version__
from writerdesk.project.revisions import Stamp

# A file may come from anybody: what is no version is not shown.
_A_VERSION = re.compile(r"[0-9][0-9A-Za-z.+-]{0,19}")


def drawn(connection: sqlite3.Connection, draw: Callable[[], int]) -> int:
    """Return a number no session of this story had."""
    taken = {replica for (replica,) in connection.execute("SELECT replica FROM session")}
    # 0 is the number of documents that no session made.
    taken.add(0)
    while (replica := draw()) in taken:
        pass
    return replica


def note_session(connection: sqlite3.Connection, stamp: Stamp) -> None:
    """Write down that a session has begun to save."""
    connection.execute(
        "INSERT INTO session (replica, began) VALUES (?, ?)", (stamp.replica, stamp.milliseconds)
    )
    connection.execute(
        "INSERT OR REPLACE INTO meta (name, value) VALUES ('program', ?)", (__version__,)
    )


def program_of(connection: sqlite3.Connection) -> str:
    """Return the version of the WriterDesk that saved last; empty if the file says none."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'program'").fetchone()
    said = row[0] if row else None
    return said if isinstance(said, str) and _A_VERSION.fullmatch(said) else ""
