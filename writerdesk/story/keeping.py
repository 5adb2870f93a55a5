"""The story on disk: read once when it is opened, then kept by what changed.

What changed is found between the story as the file has it and the story as it stands, so nobody has
to remember what to save. To be used only in the thread that opened it; but the log is written and
synced from others, and waits for no save.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from writerdesk.frozen import frozen
from writerdesk.garbage import nothing_collected
from writerdesk.manuscript import Document
from writerdesk.problem import Problem
from writerdesk.project import (
    Loss,
    Project,
    Recovered,
    Revision,
    Unsaved,
    mirror,
    set_aside,
    told_as_problems,
)
from writerdesk.story.identities import Identities
from writerdesk.story.purging import without
from writerdesk.story.story import Story, changes_between


class Doors(NamedTuple):
    """Where time and randomness come from: now, a number below 2**31, an id for a record."""

    clock: Callable[[], datetime]
    draw: Callable[[], int]
    new_id: Callable[[], str]


class Turn(NamedTuple):
    """A story as it stands at some moment; the number counts up from state to state."""

    story: Story
    number: int


@frozen
class Mirroring:
    """Whether a story is kept as plain files too, and in which folder instead of our own."""

    on: bool = True
    folder: Path | None = None


@frozen
class Damage:
    """What can't be read, what was put back from which backup, and whether pages are broken."""

    lost: tuple[Loss, ...] = ()
    mended: tuple[Loss, ...] = ()
    backup: Path | None = None
    is_broken: bool = False

    @property
    def is_any(self) -> bool:
        """Whether anything was damaged at all."""
        return bool(self.lost or self.mended)


def read_again(path: Path, doors: Doors) -> Story:
    """Return the story a file holds now, whatever is open here; raises a `Problem` if it can't."""
    keeping = Keeping.open(path, doors, read_only=True)
    try:
        for draft in keeping.story.drafts:
            # Texts are read when they are looked at; the file is let go of before that.
            _ = draft.text.paragraphs
        return keeping.story
    finally:
        keeping.close()


class Keeping:
    """A story's open file."""

    def __init__(self, project: Project, doors: Doors) -> None:
        self._project, self.doors = project, doors
        self._saved_at = self._opened_at = doors.clock()
        self.story = Story.from_records(project.records())
        self._in_file = self.story
        # Held while the log is written, and while the file becomes another one.
        self._same_file = RLock()
        self._is_backed_up = False
        self._mirroring = Mirroring()
        self._mirrored: tuple[Story, Mirroring] | None = None
        self.identities = Identities(project.replica, doors.new_id)

    @classmethod
    def create(cls, path: Path, doors: Doors) -> "Keeping":
        """Make a new story's file and open it; never over something that is there."""
        return cls(Project.create(path, clock=doors.clock, replica=doors.draw), doors)

    @classmethod
    def open(cls, path: Path, doors: Doors, *, read_only: bool = False) -> "Keeping":
        """Open a story's file; raises a `Problem` if it can't be, or is open elsewhere."""
        with nothing_collected():
            project = Project.open(path, clock=doors.clock, replica=doors.draw, read_only=read_only)
            return cls(project, doors)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._project.path

    @property
    def is_newer(self) -> bool:
        """Whether a newer WriterDesk made the file."""
        return self._project.is_newer

    @property
    def id(self) -> str:
        """What the story is called in all its files, for life."""
        return self._project.story

    @property
    def program(self) -> str:
        """The version of the WriterDesk that had saved the file last; empty if it says none."""
        return self._project.program

    @property
    def is_read_only(self) -> bool:
        """Whether this opening can't save."""
        return self._project.is_read_only

    @property
    def recovered(self) -> Recovered:
        """What was found in the log when the file was opened."""
        return self._project.recovered

    @property
    def recovered_at(self) -> datetime | None:
        """When what the log gave back was saved; None if it gave nothing or still has it alone."""
        saved = self.recovered.changes and not self.waits_in_log
        return self._opened_at if saved else None

    @property
    def waits_in_log(self) -> bool:
        """Whether words that came back are in the recovery log alone."""
        return self._project.waits_in_log

    @property
    def damage(self) -> Damage:
        """What of the file was damaged when it was opened, and what of that came back."""
        project = self._project
        return Damage(project.losses, project.mended, project.mended_from, project.is_broken)

    def write_log(self, newest: Callable[[], Turn]) -> Turn:
        """Write down what differs from the file in the newest state, and return which it was.

        From any thread. Whoever kills the program takes nothing of it then; see `sync_log`.
        """
        logged: list[Turn] = []

        def unsaved() -> Unsaved:
            # Asked while no save can begin or end: there may be a newer state than a moment ago.
            logged.append(newest())
            return Unsaved(changes_between(self._in_file, logged[0].story), logged[0].number)

        with self._same_file:
            self._project.write_log(unsaved)
        return logged[0]

    def sync_log(self) -> None:
        """Return when what was written to the log is on the disk; from any thread."""
        self._project.sync_log()

    def save(
        self, story: Story, *, why: str = "automatic", name: str = "", turn: int | None = None
    ) -> datetime:
        """Save ``story`` as a revision of what changed; return when it was.

        Without its ``turn`` it is the newest state there is.
        """
        changes = changes_between(self._in_file, story)
        landed = partial(self._landed, story)
        saved = self._project.save(changes, why=why, name=name, turn=turn, landed=landed)
        if changes:
            self._saved_at = saved.time
            self._is_backed_up = False
        return self._saved_at

    def _landed(self, story: Story) -> None:
        self._in_file = story

    def look_after(self, mirroring: Mirroring) -> None:
        """Thin what grows old, then back up and mirror what was saved since the last time."""
        self._mirroring = mirroring
        if self.is_read_only:
            return
        if not self._is_backed_up:
            for draft in self._in_file.all_drafts:
                self._project.thin(draft.id)
            self._project.back_up()
            self._is_backed_up = True
        if mirroring.on and self._mirrored != (self._in_file, mirroring):
            self._mirror(mirroring.folder)
            self._mirrored = self._in_file, mirroring

    def purge(self, story: Story, records: Collection[str]) -> None:
        """Save ``story``, then take records out of all that is kept, for good."""
        self.save(story)
        self._project.purge(records, lambda: self._landed(without(story, records)))
        for folder in {None, self._mirroring.folder}:
            if self._project.mirror_folder(folder).exists():
                self._mirror(folder)

    def _mirror(self, folder: Path | None) -> None:
        from writerdesk.story.mirroring import mirror_files

        mirror(self._project.mirror_folder(folder), mirror_files(self._in_file))

    def mend(self) -> tuple[Loss, ...]:
        """Put back what is damaged from backups; return where of the drafts it stands."""
        return self._project.mend()

    def put_back(self, story: Story) -> tuple[datetime, Path | None]:
        """Make the story's file again where it was moved, deleted or replaced, and save ``story``.

        What another program put there stays beside it, at the path that is returned. Every version
        comes back, unless that program wrote into the very file: then the story as it stands
        begins a new one.
        """
        path = self.path
        with told_as_problems(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            theirs = set_aside(path, self.doors.clock())
        with self._same_file:
            before = self._become_the_file_again(path)
        try:
            at = self.save(story)
            if before is not None:
                # Its words are in the new file; its log would be nobody's.
                before.empty_log()
        finally:
            if before is not None:
                before.close()
        return at, theirs

    def copy_to(self, story: Story, path: Path) -> None:
        """Save ``story``, then write a whole copy with every version where nothing is."""
        self.save(story)
        self._project.write_to(path)

    def move_to(self, story: Story, path: Path) -> datetime:
        """Save ``story``, and let its file with every version be where nothing is yet.

        The copy there is whole and looked at before the file here goes: whatever happens on the
        way, one of the two is there.
        """
        at = self.save(story)
        with self._same_file:
            before = self._project
            before.write_to(path)
            self._project = Project.open(path, clock=self.doors.clock, replica=self.doors.draw)
            before.empty_log()
            before.close()
            with told_as_problems(before.path):
                before.path.unlink()
        return at

    def _become_the_file_again(self, path: Path) -> Project | None:
        """Return the file that another program wrote into, if that was left for a new one."""
        try:
            self._project.write_to(path)
            self._project.close()
            self._project = self._opened(Project.open)
            # What was logged and not saved has been saved by opening.
            self._in_file = Story.from_records(self._project.records())
        except Problem:
            before, self._project = self._project, self._opened(Project.create)
            self._in_file = Story()
            return before
        return None

    def _opened(self, how: Callable[..., Project]) -> Project:
        return how(self.path, clock=self.doors.clock, replica=self.doors.draw)

    def history(self, draft: str) -> Sequence[Revision]:
        """Return the versions of a draft's text, the oldest first."""
        return self._project.history(draft)

    def version(self, draft: str, revision: Revision) -> Document:
        """Return what a draft said in one of its versions."""
        text = self._project.value_at(draft, "text", revision)
        return text if isinstance(text, Document) else Document()

    def name_version(self, draft: str, revision: Revision, name: str) -> None:
        """Give a version a name, or take its name away with an empty one; named ones stay."""
        self._project.name_revision(draft, "text", revision, name)

    def mark(self, draft: str, why: str) -> None:
        """Say why a draft's newest version matters; it is never thinned out then."""
        if self._project.history(draft):
            self._project.mark(draft, "text", why)

    def sent_off(self, draft: str) -> str:
        """Let the newest version of a draft stay, as one that was sent off; return its id."""
        self.mark(draft, "sent off")
        versions = self.history(draft)
        return versions[-1].id if versions else ""

    def close(self) -> None:
        """Let go of the file."""
        self._project.close()


def write_anew(path: Path, story: Story, doors: Doors) -> None:
    """Begin another file with a story as it stands; never over something that is there."""
    keeping = Keeping.create(path, doors)
    try:
        keeping.save(story)
    finally:
        keeping.close()
