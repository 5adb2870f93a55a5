"""Reads pictures in a child, beside the window: a photograph may take a second."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from writerdesk.exchange import read_picture
from writerdesk.problem import Problem


class PictureReader(QObject):
    """Reads one picture after the other and announces what came of each."""

    read = Signal(object, bytes)
    """What the picture was wanted for, and the picture as it is kept."""

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, "pictures")

    def ask(self, path: Path, wanted_for: object) -> None:
        """Read a picture; the answer comes as a signal."""
        self._thread.submit(self._read, path, wanted_for)

    def close(self) -> None:
        """Let go of the thread, once what it reads is read."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _read(self, path: Path, wanted_for: object) -> None:
        # Signals cross from this thread to the window's by Qt's own queue.
        try:
            self.read.emit(wanted_for, read_picture(path))
        except Problem as problem:
            self.failed.emit(problem)
