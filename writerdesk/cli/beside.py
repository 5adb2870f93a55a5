"""What a command says beside its answer, on standard error: progress, what was done, what failed.

Progress is for somebody who is looking: it takes one line of a terminal, nothing is said before a
second has passed, and nothing of it is left when the command is done.
"""

import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from threading import Lock, Timer
from time import monotonic

from writerdesk.problem import Kind, Problem
from writerdesk.words import _

# A wait shorter than this needs no word.
_PATIENCE = 1.0


@contextmanager
def progress(patience: float | None = None) -> Generator[Callable[[str], None]]:
    """Let a command tell what it is at; it is shown once the command takes a while."""
    if not sys.stderr.isatty():
        yield lambda sentence: None
        return
    line = Line(_PATIENCE if patience is None else patience)
    try:
        yield line.tell
    finally:
        line.clear()


def tell(sentences: Iterable[str]) -> None:
    """Say what was done and left out, beside the answer rather than in it."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)


def tell_problem(problem: Problem) -> None:
    """Say what is so and what to do about it on the command line."""
    told = _remedies().get(problem.kind)
    name = problem.path.name if problem.path else ""
    print(told.format(name=name, **problem.details) if told else problem, file=sys.stderr)
    if problem.kind == Kind.ENCODING_UNKNOWN:
        samples: Iterable[tuple[str, str]] = problem.details["samples"]  # pyright: ignore[reportAssignmentType]
        width = max(len(encoding) for encoding, _text in samples)
        tell(f"  --encoding {encoding:{width}}  {text}" for encoding, text in samples)


class Line:
    """One line of a terminal that is written over and over."""

    def __init__(self, patience: float) -> None:
        self._shown_from = monotonic() + patience
        self._lock = Lock()
        self._sentence = ""
        self._shown: str = ""
        self._width = 0
        self._timer = Timer(patience, self._show)
        self._timer.daemon = True
        self._timer.start()

    def tell(self, sentence: str) -> None:
        """Tell what is being done now."""
        self._sentence = sentence
        if monotonic() >= self._shown_from:
            self._show()

    def wait(self) -> None:
        """Wait until what is being done is shown."""
        self._timer.join()

    def clear(self) -> None:
        """Leave the line empty."""
        self._timer.cancel()
        with self._lock:
            self._sentence = ""
            if self._width:
                sys.stderr.write(f"\r{' ' * self._width}\r")
                sys.stderr.flush()

    def _show(self) -> None:
        with self._lock:
            # The timer and the next step may come at the same moment.
            if self._sentence != self._shown:
                self._shown = self._sentence
                sys.stderr.write(f"\r{self._sentence.ljust(self._width)}")
                sys.stderr.flush()
                self._width = max(self._width, len(self._sentence))


def _remedies() -> dict[Kind, str]:
    """Say what only a command line can do about a problem."""
    return {
        Kind.FILE_EXISTS: _(
            "“{name}” is there already and was left as it is. "
            "Choose another name, or say --force to replace it."
        ),
        Kind.ENCODING_UNKNOWN: _(
            "“{name}” doesn't say how its letters are written. "
            "Say which of these reads right, for example --encoding {likeliest}:"
        ),
    }
