"""Makes what was written safe and saved, and says which of the two it is.

Every change starts the clocks. When the log is due, the changed paragraphs go to the recovery log,
in lanes of its own: it waits for no save, no backup and no other sync. When the project is due, a
revision is saved. "Saved" is said only after the file has it. What fails is tried again by itself;
the text stays in memory and in the log.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from writerdesk.frozen import frozen
from writerdesk.problem import Problem
from writerdesk.story.keeping import Keeping, Mirroring, Turn
from writerdesk.story.story import Story
from writerdesk.workspace.clocks import LOG_WITHIN, Clocks
from writerdesk.workspace.lanes import Job, StoreLane

T = TypeVar("T")

# A backup of 100,000 words takes 50 ms in the store lane; the last ten reach back half a day.
_LOOK_AFTER_EVERY = 60 * 60 * 1000

# A save takes milliseconds; of one that takes longer than this something is said.
_SLOW = 1_000

# Room on a full disk is made by a person: looking again every five seconds costs nothing.
_TRY_AGAIN_AFTER = 5_000


class How(Enum):
    """How safe the words are."""

    SAVED = auto()
    WRITING = auto()
    SAFE = auto()
    NOT_SAVED = auto()


@frozen
class SaveState:
    """How safe the words are, since when, and what keeps them from being saved.

    ``log_failed`` says that they are not in the recovery log either: only in the window.
    """

    how: How
    at: datetime | None = None
    problem: Problem | None = None
    log_failed: bool = False


class Saving(QObject):
    """Keeps one story saved."""

    state_changed = Signal(object)
    failed = Signal(object)  # Problem
    taking_long = Signal()
    """A save is not done after a second."""
    theirs_kept = Signal(object)
    """The path at which a file stays that another program had put in place of the story's."""

    def __init__(self, keeping: Keeping, lane: StoreLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeping, self._lane = keeping, lane
        self._writing_log, self._syncing_log = StoreLane(self, "log"), StoreLane(self, "log sync")
        self._now = self._logged = Turn(keeping.story, 0)
        waits = keeping.waits_in_log
        self._asked_for: Story | None = None if waits else keeping.story
        # Nothing was saved in this sitting yet, but what came back after a crash.
        how = How.SAFE if waits else How.SAVED
        self._state = SaveState(how, keeping.recovered_at)
        self.mirroring = Mirroring()
        """Whether and where the story is kept as plain files too."""
        self._clocks = Clocks(self)
        self._log_is_due = self._sync_is_due = False
        self._clocks.save_due.connect(self.save)
        if waits:
            self._clocks.changed()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_TRY_AGAIN_AFTER)
        self._again.timeout.connect(self.save)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW)
        self._slow.timeout.connect(self.taking_long)
        self._upkeep = QTimer(self)
        self._upkeep.setInterval(_LOOK_AFTER_EVERY)
        self._upkeep.timeout.connect(self.look_after)
        self._upkeep.start()

    @property
    def state(self) -> SaveState:
        """How safe the words are now."""
        return self._state

    def changed(self, story: Story) -> None:
        """The story was written on."""
        # One value: the log's thread takes it whatever this one does.
        self._now = Turn(story, self._now.number + 1)
        self._clocks.changed()
        if not self._log_is_due:
            self._log_is_due = True
            log = Job(self._write_log, _nothing, self._not_safe)
            self._writing_log.do_after(LOG_WITHIN, log)
        if self._state.how in (How.SAVED, How.SAFE):
            self._become(SaveState(How.WRITING, self._state.at))

    def save(self, *, why: str = "automatic", name: str = "") -> None:
        """Save a revision now; does nothing if everything is on its way already."""
        story, turn = self._now
        if not name and story is self._asked_for and self._state.how is not How.NOT_SAVED:
            return
        self._clocks.saved()
        self._slow.start()
        self._asked_for = story
        self._lane.do(
            Job(
                lambda: self._keeping.save(story, why=why, name=name, turn=turn),
                lambda at: self._saved(story, at),
                self._not_saved,
            )
        )

    def mark(self, draft: str, why: str) -> None:
        """Say why the version saved last of a draft matters: it stays in the history."""
        self._lane.do(Job(lambda: self._keeping.mark(draft, why), _nothing, self.failed.emit))

    def send_off(self, draft: str, then: Callable[[str], None]) -> None:
        """Save, let the version of a draft stay, and hand its id to ``then``; none if it can't."""
        self.save()
        work = partial(self._keeping.sent_off, draft)
        self._lane.do(Job(work, then, lambda _problem: then("")))

    def purge(self, story: Story, records: Collection[str]) -> None:
        """Take records of ``story`` out of all that is kept, for good."""
        self._lane.do(Job(lambda: self._keeping.purge(story, records), _nothing, self.failed.emit))
        # The log is emptied: what is written meanwhile goes there again.
        self._lane.do(Job(self._write_log, _nothing, self._not_safe))

    def put_back(self) -> None:
        """Make the file again where it was moved, deleted or replaced, and save everything."""
        story = self._asked_for = self._now.story

        def put_back(made: tuple[datetime, Path | None]) -> None:
            at, theirs = made
            self._saved(story, at)
            if theirs is not None:
                self.theirs_kept.emit(theirs)

        work = partial(self._keeping.put_back, story)
        self._lane.do(Job(work, put_back, self._not_saved))

    def move_to(self, path: Path, then: Callable[[], object]) -> None:
        """Let the story's file be at another place, and call ``then`` when it is."""
        story = self._asked_for = self._now.story

        def moved(at: datetime) -> None:
            self._saved(story, at)
            then()

        self._lane.do(Job(lambda: self._keeping.move_to(story, path), moved, self.failed.emit))
        # The log is another one: what was written meanwhile goes there again.
        self._lane.do(Job(self._write_log, _nothing, self._not_safe))

    def ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Have something read from the file, in its turn."""
        self._lane.do(Job(work, then, self.failed.emit))

    def close(self) -> None:
        """Save what is not saved, wait until it is, and let go of the file."""
        for timer in (self._again, self._upkeep):
            timer.stop()
        for lane in (self._writing_log, self._syncing_log):
            lane.close()
        self.save()
        self.look_after()
        self._lane.do(Job(self._log_what_is_not_saved, _nothing, self._not_safe))
        self._lane.do(Job(self._keeping.close, _nothing, self._not_saved))
        self._lane.close()

    def look_after(self) -> None:
        """Thin, back up and mirror in the background what was saved since the last time."""
        work = partial(self._keeping.look_after, self.mirroring)
        self._lane.do(Job(work, _nothing, self.failed.emit))

    def _write_log(self) -> None:
        """In a lane, whatever the window's thread is busy with: log the newest state there is."""
        self._log_is_due = False
        self._logged = self._keeping.write_log(lambda: self._now)
        # A slow disk is asked to sync once for all that waits for it.
        if not self._sync_is_due:
            self._sync_is_due = True
            self._syncing_log.do(Job(self._sync_log, self._safe, self._not_safe))

    def _sync_log(self) -> Turn:
        self._sync_is_due = False
        logged = self._logged
        self._keeping.sync_log()
        return logged

    def _log_what_is_not_saved(self) -> None:
        """In the store lane, the last thing before the file is let go of."""
        if not self._keeping.is_read_only:
            self._keeping.write_log(lambda: self._now)
            self._keeping.sync_log()

    def _safe(self, logged: Turn) -> None:
        if logged.story is self._now.story and self._state.how is How.WRITING:
            self._become(SaveState(How.SAFE, self._state.at))

    def _saved(self, story: Story, at: datetime) -> None:
        self._again.stop()
        if story is self._asked_for:
            self._slow.stop()
        if story is self._now.story:
            self._become(SaveState(How.SAVED, at))
        elif self._state.how is How.NOT_SAVED:
            self._become(SaveState(How.WRITING, at))
            self._clocks.changed()

    def _not_saved(self, problem: Problem) -> None:
        self._again.start()
        self._slow.stop()
        self._become(replace(self._state, how=How.NOT_SAVED, problem=problem))

    def _not_safe(self, problem: Problem) -> None:
        self._again.start()
        self._become(SaveState(How.NOT_SAVED, self._state.at, problem, log_failed=True))

    def _become(self, state: SaveState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


def _nothing(_result: object) -> None:
    """Nobody waits to hear of it."""
