"""Opens a story's file: looks at it before it is trusted, takes the lock, and serves what it can.

An older format is brought forward, a newer one only read. A file whose pages are broken is read
into memory as far as it can be, with what its backups have, and left as it is.
"""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from writerdesk.folders import data_folder
from writerdesk.frozen import frozen
from writerdesk.problem import Kind, Problem
from writerdesk.project import schema
from writerdesk.project.backups import back_up, backups_at, backups_of
from writerdesk.project.connection import ask, connect, journal_by_file
from writerdesk.project.failures import told_as_problems
from writerdesk.project.hostile import Seen, look_at_place, look_inside
from writerdesk.project.lock import Lock, place_name
from writerdesk.project.mending import NOTHING_MENDED, Mended
from writerdesk.project.migrating import bring_forward, brought_forward_in_memory
from writerdesk.project.recovery import RecoveryLog
from writerdesk.project.sessions import program_of

Clock: TypeAlias = Callable[[], datetime]


@frozen
class Parts:
    """What an open file consists of; a file that is only read has no lock and no log."""

    path: Path
    story: str
    connection: sqlite3.Connection
    clock: Clock
    lock: Lock | None = None
    log: RecoveryLog | None = None
    is_broken: bool = False
    is_newer: bool = False
    program: str = ""
    mended: Mended = NOTHING_MENDED


# What was a story here once and is none any more, an empty file say, is damaged.
_A_BACKUP_HELPS = frozenset((Kind.DAMAGED, Kind.NOT_A_STORY, Kind.FILE_MISSING))


def opened(path: Path, clock: Clock, *, read_only: bool) -> Parts:
    """Open a file; the `Problem` of one that is damaged or gone names its newest ``backup``."""
    read_only = read_only or not _can_write(path)
    try:
        with told_as_problems(path):
            look_at_place(path)
            return _with_lock(_looked_at(path, clock, read_only=read_only), read_only=read_only)
    except Problem as problem:
        backup = next(iter(backups_at(path)), None) if problem.kind in _A_BACKUP_HELPS else None
        if backup is None:
            raise
        kind = Kind.DAMAGED if problem.kind is Kind.NOT_A_STORY else problem.kind
        raise Problem(kind, path=path, backup=backup) from problem


def _looked_at(path: Path, clock: Clock, *, read_only: bool) -> tuple[Parts, Seen]:
    connection = connect(path, read_only=read_only)
    try:
        seen = look_inside(connection, path)
        (story,) = ask(connection, "SELECT value FROM meta WHERE name = 'story'")
        if not isinstance(story, str) or not (story.isascii() and story.isalnum()):
            raise Problem(Kind.DAMAGED, path=path)
    except BaseException:
        connection.close()
        raise
    return Parts(path, story, connection, clock, program=program_of(connection)), seen


def _with_lock(looked_at: tuple[Parts, Seen], *, read_only: bool) -> Parts:
    parts, seen = looked_at
    try:
        if seen.is_broken:
            return _salvaged(parts)
        if read_only or seen.made_by > schema.FORMAT:
            return _to_read(parts, seen)
        return _to_write(parts, seen)
    except BaseException:
        parts.connection.close()
        raise


def _salvaged(parts: Parts) -> Parts:
    from writerdesk.project.salvage import salvaged

    whole, mended = salvaged(parts.connection, backups_of(parts.story))
    parts.connection.close()
    return replace(parts, connection=whole, is_broken=True, mended=mended)


def _to_read(parts: Parts, seen: Seen) -> Parts:
    if seen.made_by < schema.FORMAT:
        return replace(parts, connection=brought_forward_in_memory(parts.connection))
    parts.connection.execute("PRAGMA query_only=ON")
    return replace(parts, is_newer=seen.made_by > schema.FORMAT)


def _to_write(parts: Parts, seen: Seen) -> Parts:
    path, story, now = parts.path, parts.story, parts.clock()
    journal_by_file(parts.connection, path)
    lock = Lock(story, path)
    if not lock.take(now):
        raise Problem(Kind.OPEN_ELSEWHERE, path=path, holder=lock.holder())
    try:
        if seen.made_by < schema.FORMAT:
            back_up(parts.connection, story, now)
            bring_forward(parts.connection)
    except BaseException:
        lock.release()
        raise
    log = RecoveryLog(data_folder() / "recovery" / f"{place_name(story, path)}.log")
    return replace(parts, lock=lock, log=log)


def _can_write(path: Path) -> bool:
    # The journal of a save stands beside the file.
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
