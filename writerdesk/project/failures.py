"""Turns what SQLite and the system complain of into `Problem`s a writer can act on.

Codes, not texts, decide. What no code explains is a mistake of ours and passes through.
"""

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from writerdesk.problem import Kind, Problem
from writerdesk.project.schema import ENDING

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_DAMAGED = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT))
_BUSY = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL))
_UNWRITABLE = frozenset(
    (
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_NOLFS,
    )
)


class Damage(Exception):
    """Stored bytes that are not what was stored; the part that reads them says what is lost."""


@contextmanager
def told_as_problems(path: Path) -> Generator[None]:
    """Raise the world's faults in this block as `Problem`s about ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        problem = _of_sqlite(error, path)
        if problem is None:
            raise
        raise problem from error
    except OSError as error:
        raise of_system(error, path) from error
    except (Damage, UnicodeDecodeError) as damage:
        # SQLite quotes a broken schema in its complaint, and Python fails to read that.
        raise Problem(Kind.DAMAGED, path=path) from damage


def of_system(error: OSError, path: Path) -> Problem:
    """Return what an error of the operating system means for a file."""
    if error.errno in _FULL:
        return Problem(Kind.DISK_FULL, path=path)
    if isinstance(error, FileExistsError):
        return Problem(Kind.FILE_EXISTS, path=path)
    if isinstance(error, FileNotFoundError):
        return Problem(Kind.FILE_MISSING, path=path)
    return Problem(Kind.NOT_WRITABLE, path=path)


def _of_sqlite(error: sqlite3.Error, path: Path) -> Problem | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The module itself complains, without a code, of texts that are not UTF-8.
        return Problem(Kind.DAMAGED, path=path) if "UTF-8" in str(error) else None
    first = code & 0xFF
    if first == sqlite3.SQLITE_NOTADB and path.suffix != ENDING:
        return Problem(Kind.NOT_A_STORY, path=path)
    if code == sqlite3.SQLITE_ERROR and str(error) == _NEWER_THAN_SQLITE:
        return Problem(Kind.DAMAGED, path=path)
    if first == sqlite3.SQLITE_FULL:
        return Problem(Kind.DISK_FULL, path=path)
    if first in _DAMAGED or first == sqlite3.SQLITE_TOOBIG or code == _READ_TOO_SHORT:
        return Problem(Kind.DAMAGED, path=path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED or (first in _UNWRITABLE and not path.exists()):
        return Problem(Kind.FILE_MISSING, path=path)
    if first in _BUSY:
        return Problem(Kind.OPEN_ELSEWHERE, path=path, holder="SQLite")
    return Problem(Kind.NOT_WRITABLE, path=path) if first in _UNWRITABLE else None


# A header that asks for a SQLite that does not exist has no code of its own.
_NEWER_THAN_SQLITE = "unsupported file format"
_READ_TOO_SHORT = sqlite3.SQLITE_IOERR_SHORT_READ
