"""One writer per story: a lock of the operating system, dropped by it when the process ends.

Never stale, since the kernel holds it and not a file's existence; a note beside it says who has it.
"""

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import cast

from writerdesk.exclusive import Exclusive
from writerdesk.folders import data_folder, make_private, write_private
from writerdesk.frozen import frozen
from writerdesk.hashing import blake2b
from writerdesk.words import _


@frozen
class Holder:
    """Who has a story open for writing."""

    process: int
    since: str
    is_window: bool

    def __str__(self) -> str:
        if self.is_window:
            return _("a window, since {time}").format(time=self.since)
        return _("the command line, since {time}").format(time=self.since)


class Lock:
    """The right to write one story; hold it as long as the file is open."""

    def __init__(self, story: str, path: Path) -> None:
        folder = make_private(data_folder() / "locks")
        name = place_name(story, path)
        self._note = folder / f"{name}.json"
        self._lock = Exclusive(folder / f"{name}.lock")

    def take(self, now: datetime) -> bool:
        """Take the lock; False if another process or window has it."""
        if not self._lock.take():
            return False
        holder = {
            "process": os.getpid(),
            "since": now.astimezone().strftime("%H:%M"),
            "is_window": "PySide6.QtWidgets" in sys.modules,
        }
        write_private(self._note, json.dumps(holder).encode())
        return True

    def holder(self) -> Holder:
        """Tell who has it, as far as their note can be read."""
        try:
            read: object = json.loads(self._note.read_bytes())
        except (OSError, ValueError):
            read = None
        note = cast("dict[str, object]", read) if isinstance(read, dict) else {}
        match note:
            case {"process": int(process), "since": str(since), "is_window": bool(is_window)}:
                return Holder(process, since, is_window)
            case _:
                return Holder(0, "?", True)

    def release(self) -> None:
        """Let others write."""
        self._lock.release()


def place_name(story: str, path: Path) -> str:
    """Return the name under which files about one story at one place are kept."""
    return f"{story}-{_place(path)}"


def story_at(path: Path) -> str:
    """Return which story was last locked at a place; empty if none was."""
    notes = (data_folder() / "locks").glob(f"*-{_place(path)}.json")
    newest = max(notes, key=lambda note: note.stat().st_mtime, default=None)
    return newest.stem.partition("-")[0] if newest else ""


def _place(path: Path) -> str:
    return blake2b(os.fsencode(path.resolve()), digest_size=6).hexdigest()
