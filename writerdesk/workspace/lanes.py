"""The store lane: one thread in which a story's file is touched, in order, nothing dropped.

Work runs in the lane's thread; what it returns or raises comes back to the thread that made the
lane, through its event loop. Closing waits until everything handed in is done.
"""

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Generic, NoReturn, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from writerdesk.frozen import frozen
from writerdesk.problem import Problem

T = TypeVar("T")


@frozen
class Job(Generic[T]):
    """Work for the lane, and who hears of what came of it."""

    work: Callable[[], T]
    then: Callable[[T], None]
    failed: Callable[[Problem], None]


class StoreLane(QObject):
    """A thread of its own for one story's file, or for its log."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, name: str = "store") -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._later: tuple[float, Callable[[], None]] | None = None
        self._finished.connect(self._report, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=False)
        self._thread.start()

    def do(self, job: Job[T]) -> None:
        """Have ``job`` done after everything handed in before it."""
        self._jobs.put(lambda: self._do(job))

    def do_after(self, seconds: float, job: Job[T]) -> None:
        """Have ``job`` done when so much time has passed, whatever the window's thread does then.

        One at a time: a second one takes the place of the first.
        """
        due = time.monotonic() + seconds
        self._jobs.put(lambda: self._wait_for(due, lambda: self._do(job)))

    def result_of(self, work: Callable[[], T]) -> T:
        """Have ``work`` done in its turn, wait for it and return what it returns or raise."""
        # A Future would bring the log of its library with it, 3 ms of a start.
        done: SimpleQueue[Callable[[], T]] = SimpleQueue()
        self._jobs.put(lambda: done.put(_outcome(work)))
        return done.get()()

    def close(self) -> None:
        """Wait until everything handed in is done, and end the thread.

        What came of it is still reported, at the event loop's next turn.
        """
        if self._thread.is_alive():
            self._jobs.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            job()

    def _next(self) -> Callable[[], None] | None:
        """Return what comes next: the job that is due, or what is handed in before."""
        if self._later is None:
            return self._jobs.get()
        due, later = self._later
        try:
            return self._jobs.get(timeout=max(0.0, due - time.monotonic()))
        except Empty:
            self._later = None
            return later

    def _wait_for(self, due: float, job: Callable[[], None]) -> None:
        self._later = due, job

    def _do(self, job: Job[T]) -> None:
        try:
            result = job.work()
        except Problem as problem:
            # Python keeps the name only inside this block.
            failure = problem
            self._finished.emit(lambda: job.failed(failure))
        except BaseException as mistake:
            bug = mistake
            self._finished.emit(lambda: _raise(bug))
        else:
            self._finished.emit(lambda: job.then(result))

    def _report(self, tell: Callable[[], None]) -> None:
        tell()


def _outcome(work: Callable[[], T]) -> Callable[[], T]:
    """Do the work; return what returns or raises what came of it, in whichever thread asks."""
    try:
        result = work()
    except BaseException as failure:
        mistake = failure
        return lambda: _raise(mistake)
    return lambda: result


def _raise(mistake: BaseException) -> NoReturn:
    raise mistake
