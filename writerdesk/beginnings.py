"""How a story comes to a window: begun with files, with a text, empty, as the sample, or opened.

`app` imports this when the first story is asked for; the start page needs none of it.
"""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from writerdesk.manuscript import Document
from writerdesk.problem import Kind, Problem
from writerdesk.project import ENDING
from writerdesk.story.keeping import Doors
from writerdesk.story.naming import first_words
from writerdesk.words import _
from writerdesk.workspace.intake import Arrival, Intake
from writerdesk.workspace.opening import create_workspace_in, open_workspace
from writerdesk.workspace.workspace import Workspace

if TYPE_CHECKING:
    from writerdesk.exchange import Imported, Wishes

# A story's file is named by as many first words as a list shows in one line.
_WORDS_OF_A_TITLE = 6


class Beginnings:
    """Makes and opens stories; whatever the world refuses is raised as a `Problem`."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._doors = Doors(
            clock=clock,
            draw=lambda: int.from_bytes(os.urandom(4)) >> 1,
            new_id=lambda: os.urandom(16).hex(),
        )

    def is_story(self, path: Path) -> bool:
        """Tell a story's file from one to bring in, by its name."""
        return path.suffix.lower() == ENDING

    def kinds(self) -> str:
        """Return what a dialog for stories offers to choose from."""
        return _("WriterDesk stories (*{ending})").format(ending=ENDING)

    def with_files(self, paths: Sequence[Path], parent: QObject) -> "FilesRead":
        """Begin a story with files; it is made when the first of them has been read."""
        return FilesRead(self._created, paths, parent)

    def with_text(self, imported: "Imported") -> Workspace:
        """Begin a story with a text that was read from the clipboard."""
        workspace = self._created(_title(imported.documents))
        workspace.add_imported(imported, _("pasted text"))
        return workspace

    def empty(self) -> Workspace:
        """Begin a story with an empty page."""
        workspace = self._created(_("New story"))
        workspace.new_draft()
        return workspace

    def sample(self) -> Workspace:
        """Begin a story of one's own with the sample's drafts, notes and sheets."""
        from writerdesk.story.sample import sample_story

        workspace = self._created(_("Sample story"))
        sample = sample_story(workspace.identities)
        workspace.begin_as(sample.raw, sample.story)
        return workspace

    def open(self, path: Path, *, read_only: bool = False) -> Workspace:
        """Open a story's file."""
        return open_workspace(path, self._doors, read_only=read_only)

    def copy_of_backup(self, backup: Path, path: Path) -> Path:
        """Put a copy of a backup beside a story's file that can't be opened; return its place."""
        from writerdesk.exchange import write_whole

        for number in count(1):
            copy = path.with_stem(f"{path.stem} ({_('from a backup')} {number})")
            try:
                write_whole(copy, backup.read_bytes())
            except Problem as problem:
                if problem.kind != Kind.FILE_EXISTS:
                    raise
            else:
                copy.chmod(0o600)
                return copy
        raise AssertionError("numbers never end")

    def _created(self, title: str) -> Workspace:
        return create_workspace_in(stories_folder(), title, self._doors)


class FilesRead(QObject):
    """A story that begins with files: nothing is made if none of them can be read."""

    came = Signal(object, object)
    """An `Arrival`, and the ids of the drafts it became."""
    refused = Signal(object)
    """The `Problem` that kept the story from being made."""
    finished = Signal(object)
    """The workspace, if there is one."""
    ended = Signal()

    def __init__(
        self, create: Callable[[str], Workspace], paths: Sequence[Path], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._create = create
        self._paths = paths
        self._workspace: Workspace | None = None
        self._intake = Intake(self)
        self._intake.arrived.connect(self._arrive)
        self._intake.finished.connect(self._finish)

    def read(self, wishes: "Wishes | None" = None) -> None:
        """Read the files the story begins with."""
        self._intake.read(self._paths, wishes)

    def _arrive(self, arrival: Arrival) -> None:
        if arrival.imported is None:
            self.came.emit(arrival, ())
            return
        try:
            if self._workspace is None:
                self._workspace = self._create(_title(arrival.imported.documents))
        except Problem as problem:
            self.refused.emit(problem)
            return
        drafts = self._workspace.add_imported(arrival.imported, arrival.path.name)
        self.came.emit(arrival, drafts)

    def _finish(self) -> None:
        self._intake.close()
        if self._workspace is not None:
            self.finished.emit(self._workspace)
        self.ended.emit()


def stories_folder() -> Path:
    """Return where stories are made without asking."""
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / "WriterDesk"


def _title(documents: Sequence[Document]) -> str:
    return next((first_words(text, _WORDS_OF_A_TITLE) for text in documents), "") or _("New story")
