"""Reads the writer's files in children, a few at once, and hands them over in the order given."""

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from writerdesk.frozen import frozen
from writerdesk.problem import Problem

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from writerdesk.exchange import Imported, Wishes

# Reading is done in processes of their own; three drafts are what people drop.
_AT_ONCE = 3


@frozen
class Arrival:
    """One file the writer gave: what was read, or why it could not be."""

    path: Path
    imported: "Imported | None"
    problem: Problem | None


class Intake(QObject):
    """The files being read for one story."""

    arrived = Signal(object)
    """An `Arrival`; they come in the order the files were given."""
    finished = Signal()
    _read = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[Path, Future[Imported]]] = []
        self._read.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def read(self, paths: Sequence[Path], wishes: "Wishes | None" = None) -> None:
        """Read files; each arrives when all before it have."""
        from writerdesk.exchange import read_file

        for path in paths:
            future = self._readers.submit(partial(read_file, path, wishes))
            self._waiting.append((path, future))
            future.add_done_callback(lambda _: self._read.emit())

    def close(self) -> None:
        """Read no further files; those being read are let finish, unheard."""
        self._waiting.clear()
        if "_readers" in self.__dict__:
            self._readers.shutdown(wait=True, cancel_futures=True)

    @cached_property
    def _readers(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="reader")

    def _hand_over(self) -> None:
        while self._waiting and self._waiting[0][1].done():
            path, future = self._waiting.pop(0)
            self.arrived.emit(_arrival(path, future))
            if not self._waiting:
                self.finished.emit()


def _arrival(path: Path, future: "Future[Imported]") -> Arrival:
    try:
        return Arrival(path, future.result(), None)
    except Problem as problem:
        return Arrival(path, None, problem)
