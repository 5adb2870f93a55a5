"""What went wrong, written down where the writer can find it, without a word of the writer's.

A line is made of words that stand in our code and of numbers, and the type sees to it: no text, no
name of a file, no message of an exception, which may quote either. Of an exception the log keeps
its types and the places in the code it came through.
"""

import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, LiteralString

from writerdesk import __version__
from writerdesk.folders import make_private
from writerdesk.frozen import frozen
from writerdesk.words import _

# A mistake takes about 1 kB: some hundred of them a file, and half a year of a clumsy version.
_LARGEST = 200_000
_KEPT = 5
# How much of a file's path is told: the package and the module, never the writer's folders.
_TOLD_OF_A_PATH = 2


@frozen
class Mistake:
    """A mistake of ours: what a report of it should say."""

    details: str

    def sentence_in(self, command: str, *, saved: bool = True) -> str:
        """Return what the writer is told; ``command`` is what was being done, if that is known.

        Text that can't be saved just now has a bar of its own, which says where it is.
        """
        if not command and saved:
            return _("WriterDesk made a mistake. Your text is saved.")
        if not command:
            return _("WriterDesk made a mistake.")
        said = _("WriterDesk made a mistake in “{command}”. Your text is saved.")
        if not saved:
            said = _("WriterDesk made a mistake in “{command}”.")
        return said.format(command=command)


class Log:
    """A log that turns over when it is full; ``clock`` says when something happened."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._file = folder / "writerdesk.log"

    def note(self, event: LiteralString, **numbers: float) -> None:
        """Write down that something happened."""
        told = "".join(f" {name}={value:g}" for name, value in numbers.items())
        self._write(f"{event}{told}")

    def mistake(self, error: BaseException) -> Mistake:
        """Write down a mistake of ours and return it to be shown."""
        details = "\n".join(_told(error))
        self._write(f"mistake\n{details}")
        return Mistake(f"WriterDesk {__version__}, Python {sys.version.split()[0]}\n{details}")

    def _write(self, told: str) -> None:
        when = self._clock().isoformat(sep=" ", timespec="seconds")
        line = f"{when} [{os.getpid()}] {told}\n"
        try:
            make_private(self._file.parent)
            self._turn_over_if_full()
            with _appending(self._file) as file:
                file.write(line.encode())
        except OSError:
            # A disk that is full or a folder that is gone is told where the text is kept.
            return

    def _turn_over_if_full(self) -> None:
        if not self._file.exists() or self._file.stat().st_size < _LARGEST:
            return
        for number in range(_KEPT, 0, -1):
            newer = self._file.with_suffix(f".{number - 1}.log") if number > 1 else self._file
            if newer.exists():
                newer.replace(self._file.with_suffix(f".{number}.log"))


def catch_mistakes(log: Log, show: Callable[[Mistake], None]) -> None:
    """From now on write down every exception nobody caught, and show each mistake once.

    ``show`` may be called from any thread.
    """
    shown: set[str] = set()

    def hook(error: BaseException | None) -> None:
        if error is None or isinstance(error, SystemExit):
            return
        mistake = log.mistake(error)
        if mistake.details not in shown:
            shown.add(mistake.details)
            show(mistake)

    def from_a_call(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            hook(error)

    sys.excepthook = from_a_call
    sys.unraisablehook = lambda told: hook(told.exc_value)
    threading.excepthook = lambda told: hook(told.exc_value)


def _appending(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def _told(error: BaseException) -> Iterator[str]:
    """Tell an exception's types and places, the causes first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "after which"
    number = f" {error.errno}" if isinstance(error, OSError) and error.errno else ""
    yield f"{type(error).__module__}.{type(error).__qualname__}{number}"
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(Path(frame.filename).parts[-_TOLD_OF_A_PATH:])
        yield f"  {place}:{frame.lineno} {frame.name}"
