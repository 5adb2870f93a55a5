"""Looks over all of a story's file once it is open, in a thread of its own.

Opening checks what is shown; what was only ever true of old versions, or of SQLite's own pages, is
looked at here, when the writer is busy writing.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from writerdesk.problem import Problem
from writerdesk.project import Audit, audit
from writerdesk.workspace.lanes import Job, StoreLane

# The first seconds belong to the window. An audit of 100,000 words then takes 60 ms.
_AFTER = 3_000


class Auditing(QObject):
    """Looks over one file once."""

    damage_found = Signal(object)  # an Audit that is not whole
    finished = Signal(object)  # the Audit

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._lane: StoreLane | None = None
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(_AFTER)
        self._start.timeout.connect(self.look)
        self._start.start()

    def look(self) -> None:
        """Look now."""
        self._start.stop()
        if self._lane is None:
            self._lane = StoreLane(self)
            self._lane.do(Job(lambda: audit(self._path), self._tell, _cannot_be_looked_at))

    def close(self) -> None:
        """Wait until it is done, if it was begun."""
        self._start.stop()
        if self._lane is not None:
            self._lane.close()

    def _tell(self, seen: Audit) -> None:
        if not seen.is_whole:
            self.damage_found.emit(seen)
        self.finished.emit(seen)


def _cannot_be_looked_at(_problem: Problem) -> None:
    """Whoever saves next finds the same and says it: the file is gone, or was replaced."""
