"""A story's file: records in, records out, and every state they were in.

A save is one transaction between two looks at the file, and is called saved only after both. What
was written since stands in the recovery log; opening after a crash saves it as a revision.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

from writerdesk.frozen import frozen
from writerdesk.manuscript import Change, Record, Value
from writerdesk.problem import Kind, Problem
from writerdesk.project import rows
from writerdesk.project.backups import back_up, backup_folder, backups_of, write_copy
from writerdesk.project.chains import Chains
from writerdesk.project.changing import one_each, with_changes
from writerdesk.project.creating import create_file
from writerdesk.project.failures import told_as_problems
from writerdesk.project.guard import Guard, newest
from writerdesk.project.heads import Loss
from writerdesk.project.mending import Mended, mend
from writerdesk.project.opening import Clock, Parts, opened
from writerdesk.project.purging import overwrite_what_is_freed, purge, purge_backup
from writerdesk.project.recovery import Recovered, RecoveryLog
from writerdesk.project.rescue import (
    forget_rescued,
    rescue_changes,
    rescue_entries,
    rescue_path,
)
from writerdesk.project.revisions import Revision, Stamp, milliseconds, moment, revision_id
from writerdesk.project.sessions import drawn, note_session
from writerdesk.project.thinning import PASSING, give_up, surplus

T = TypeVar("T")
Draw: TypeAlias = Callable[[], int]
"""Draws a random whole number below 2**31."""


@frozen
class Saved:
    """A save that is on the disk: when, and the name of its last revision."""

    time: datetime
    revision: str


class Unsaved(NamedTuple):
    """What differs from the file in the state that has a number: it counts up."""

    changes: Iterable[Change]
    turn: int = 0


# Elsewhere or overwritten: a log is found by the file's place, so it may never be asked again.
_FILE_IS_NOT_OURS = frozenset((Kind.CHANGED_UNDER_US, Kind.FILE_MISSING, Kind.DAMAGED))


class Project:
    """One story's open file; to be used only in the thread that opened it."""

    def __init__(self, parts: Parts, draw: Draw) -> None:
        self._path, self._story = parts.path, parts.story
        self._connection = parts.connection
        self._lock, self._log, self._clock = parts.lock, parts.log, parts.clock
        self._chains = Chains(parts.connection)
        self._guard = Guard(parts.connection, parts.path)
        self._unsaved: tuple[Change, ...] = ()
        # What went into a file that is not where it was, or into none.
        self._astray: tuple[Change, ...] = ()
        self._is_registered = False
        self._rescued = rescue_path(parts.story, parts.clock())
        self.replica = drawn(parts.connection, draw)
        self.is_broken, self.is_newer = parts.is_broken, parts.is_newer
        self.program = parts.program
        mended = self._mend() if parts.lock and self.losses else parts.mended
        self.mended_from = mended.backup
        self.mended = self._chains.standing(mended.numbers)
        self.recovered = self._recover() if parts.log else Recovered()

    @classmethod
    def create(cls, path: Path, *, clock: Clock, replica: Draw) -> "Project":
        """Make a new, empty story at ``path`` and open it; never over something that is there."""
        with told_as_problems(path):
            create_file(path, "".join(f"{replica():08x}" for _ in range(4)))
        return cls.open(path, clock=clock, replica=replica)

    @classmethod
    def open(cls, path: Path, *, clock: Clock, replica: Draw, read_only: bool = False) -> "Project":
        """Open the story at ``path``; raises a `Problem` if it is open for writing elsewhere.

        A story of a newer format, on a disk that can't be written to, or whose pages are broken,
        opens only for reading.
        """
        with told_as_problems(path):
            return cls._whole(opened(path, clock, read_only=read_only), replica)

    @classmethod
    def _whole(cls, parts: Parts, draw: Draw) -> "Project":
        try:
            return cls(parts, draw)
        except BaseException:
            parts.connection.close()
            if parts.lock is not None:
                parts.lock.release()
            raise

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def story(self) -> str:
        """What the story is called in all its files: an id for life."""
        return self._story

    @property
    def is_read_only(self) -> bool:
        """Whether this opening can't save."""
        return self._lock is None

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What of the newest state could not be read."""
        return tuple(self._chains.losses)

    def records(self) -> tuple[Record, ...]:
        """Return every record as it stands, with what was recovered."""
        return with_changes(self._chains.records(), self._unsaved)

    def save(
        self,
        changes: Sequence[Change],
        *,
        why: str = "automatic",
        name: str = "",
        turn: int | None = None,
        landed: Callable[[], object] = tuple,
    ) -> Saved:
        """Make ``changes`` last, each a revision of its field; returns only when the file has them.

        ``turn`` says which state of the story that is: what was logged of a later one stays logged.
        ``landed`` is called when the file has it, before anything more is logged. If another
        version or nothing is where the file was, the texts are written to a rescue copy, the
        problem's ``rescued``.
        """
        now = milliseconds(self._clock())
        everything = (*self._unsaved, *changes)
        try:
            self._commit(everything, Stamp(self.replica, now, why, name), turn, landed)
            with told_as_problems(self._path):
                self._guard.check_place()
        except Problem as problem:
            self._astray = one_each((*self._astray, *everything))
            self._rescue(problem)
            raise
        self._astray = ()
        return Saved(moment(now), self._guard.newest)

    def log(self, changes: Iterable[Change]) -> None:
        """Make what ``changes`` make of the file's state safe until the next save.

        It is on the disk then.
        """
        unsaved = tuple(changes)
        self.write_log(lambda: Unsaved(unsaved))
        self.sync_log()

    def write_log(self, unsaved: Callable[[], Unsaved]) -> None:
        """Write down what differs from the file, from any thread, also while another one saves.

        Whoever kills the program then takes nothing of it; a power cut may, until `sync_log`.
        ``unsaved`` is asked when no save can begin or end.
        """
        log = self._log_to_write()
        with log.held:
            changes, turn = unsaved()
            log.append(one_each((*self._unsaved, *changes)), turn)

    def sync_log(self) -> None:
        """Return when what was logged is on the disk; from any thread."""
        if self._log is not None:
            self._log.sync()

    def history(self, record: str, field: str = "text") -> Sequence[Revision]:
        """Return the revisions of a field, the oldest first."""
        with told_as_problems(self._path):
            return self._chains.history(record, field)

    def value_at(self, record: str, field: str, revision: Revision) -> Value:
        """Return what a field said in one of its revisions."""
        with told_as_problems(self._path):
            return self._chains.value_at(record, field, revision.number)

    def empty_log(self) -> None:
        """What was logged is saved in another file."""
        if self._log is not None:
            self._log.clear()

    def close(self) -> None:
        """Let go of the file; what was logged and not saved stays in the log."""
        self._connection.close()
        if self._log is not None:
            self._log.close()
        if self._lock is not None:
            self._lock.release()

    def name_revision(self, record: str, field: str, revision: Revision, name: str) -> None:
        """Give a revision a name, or take its name away with an empty one; named ones stay."""
        head = self._chains.head(record, field)

        def rename() -> None:
            row = rows.row(self._connection, head.field, revision.number)
            renamed = row.revision._replace(name=name, why="named" if name else "automatic")
            rows.replace(self._connection, head.field, head.chain, (renamed, row.content))

        self._within(rename)
        self._chains.unlist()

    def mark(self, record: str, field: str, why: str) -> None:
        """Say why a field's newest revision matters (it stood before a restore): it stays then."""
        head = self._chains.head(record, field)

        def rewrite() -> None:
            row = rows.row(self._connection, head.field, head.number)
            if row.revision.why in PASSING:
                marked = row.revision._replace(why=why)
                rows.replace(self._connection, head.field, head.chain, (marked, row.content))

        self._within(rewrite)
        self._chains.unlist()

    def thin(self, record: str, field: str = "text", *, most: int = 64) -> int:
        """Give up at most so many old revisions nobody will look for; return how many went."""
        now = milliseconds(self._clock())
        gone = surplus(self.history(record, field), now)[:most]
        if gone:
            head = self._chains.head(record, field)
            self._within(lambda: give_up(self._connection, head, gone))
            self._chains.unlist()
        return len(gone)

    def purge(self, records: Collection[str], landed: Callable[[], object] = tuple) -> None:
        """Take all these records ever said out of the file, its backups and rescue copies.

        Everything must be saved: the log is emptied, ``landed`` called before it is written again.
        A mirror is written anew by who wrote it.
        """
        overwrite_what_is_freed(self._connection)
        texts = self._within(lambda: purge(self._connection, records))
        self._chains.reload()
        log = self._log_to_write()
        with log.held:
            log.clear()
            landed()
        for backup in backups_of(self._story):
            purge_backup(backup, records)
        forget_rescued(self._story, texts)

    def mend(self) -> tuple[Loss, ...]:
        """Put back what is damaged from backups; return where of the newest state it stands."""
        mended = self._mend()
        self.mended_from = mended.backup or self.mended_from
        return self._chains.standing(mended.numbers)

    def back_up(self) -> Path:
        """Copy the file to the writer's own folder, look at the copy, and return its place."""
        return back_up(self._connection, self._story, self._clock())

    def write_to(self, path: Path) -> None:
        """Write a whole copy, with every version, where nothing is.

        Also of a file that was moved or deleted: it is open here still. Raises a `Problem` if
        another program has written into it.
        """
        with told_as_problems(path):
            if newest(self._connection) != self._guard.newest:
                raise Problem(Kind.CHANGED_UNDER_US, path=self._path)
            write_copy(self._connection, path)

    def mirror_folder(self, chosen: Path | None = None) -> Path:
        """Return where this story's plain files are kept: beside its backups, or in a folder.

        There each story has a folder of its own: two of the same name must not share one.
        """
        if chosen is None:
            return backup_folder(self._story) / "plain text"
        return chosen / f"{self._path.stem} ({self._story[:6]})"

    def backups(self) -> tuple[Path, ...]:
        """Return the backups of this story, the newest first."""
        return backups_of(self._story)

    def _commit(
        self,
        changes: Sequence[Change],
        stamp: Stamp,
        turn: int | None,
        landed: Callable[[], object],
    ) -> None:
        def append() -> str:
            self._chains.append(changes, stamp)
            revision = self._register(stamp)
            if self._chains.has_pending:
                log.begin(one_each(changes), revision, turn)
            return revision

        log = self._log_to_write()
        try:
            revision = self._within(append)
        except BaseException:
            log.give_up()
            self._chains.forget()
            raise
        with log.held:
            is_another = self._chains.has_pending
            self._chains.keep()
            self._is_registered = True
            self._guard.saved(revision)
            self._unsaved = ()
            landed()
            if is_another:
                log.end()
            else:
                log.settle(turn)

    def _within(self, work: Callable[[], T]) -> T:
        """Do ``work`` in one transaction, if the file is as we left it and stays where it is."""
        if self._lock is None:
            raise Problem(Kind.NOT_WRITABLE, path=self._path)
        connection = self._connection
        with told_as_problems(self._path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._guard.check()
                result = work()
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        return result

    def _register(self, stamp: Stamp) -> str:
        """Write down in the file who saves, and which revision is the newest."""
        if not self._chains.has_pending:
            return self._guard.newest
        if not self._is_registered:
            note_session(self._connection, stamp)
        revision = revision_id(stamp.replica, self._chains.pending)
        self._connection.execute("UPDATE meta SET value = ? WHERE name = 'newest'", (revision,))
        return revision

    def _log_to_write(self) -> RecoveryLog:
        if self._log is None:
            raise Problem(Kind.NOT_WRITABLE, path=self._path)
        return self._log

    def _rescue(self, problem: Problem) -> None:
        """Keep what can't be saved where the log of no other copy can lose it."""
        if problem.kind not in _FILE_IS_NOT_OURS:
            return
        with suppress(Problem):
            if rescue_changes(self._rescued, self._astray):
                problem.details = {**problem.details, "rescued": self._rescued}

    def _mend(self) -> Mended:
        """Put damaged paragraphs back from backups."""
        mended = self._within(lambda: mend(self._connection, backups_of(self._story)))
        if mended.numbers:
            self._chains.reload()
        return mended

    @property
    def waits_in_log(self) -> bool:
        """Whether what the log gave back could not be saved when the file was opened."""
        return bool(self._unsaved)

    def _recover(self) -> Recovered:
        """Save what the log has as a revision; if that can't be, it stays in the log."""
        assert self._log is not None
        recovered = self._log.replay(
            self._guard.newest, self._chains.value, self._chains.has_revision
        )
        if recovered.elsewhere and rescue_entries(self._rescued, recovered.elsewhere):
            recovered = replace(recovered, rescued=self._rescued)
        self._unsaved = recovered.changes
        if recovered.changes:
            try:
                self.save((), why="recovered")
            except Problem:
                return recovered
        return recovered
