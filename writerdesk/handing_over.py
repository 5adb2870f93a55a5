"""A second start hands its files to the WriterDesk that runs already, and ends.

They meet at a socket in the writer's own folder, where nobody else comes; one that is left over
answers nothing, and then a start goes on as if it were the first.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from writerdesk.folders import data_folder

DONE = b"done\n"
# Long enough for a program that is busy; a writer does not wait longer for a window.
_PATIENCE = 2.0
# Sockets have short names: 108 letters on Linux, 104 on macOS.
_LONGEST_NAME = 100


def meeting_place() -> str:
    """Return where two WriterDesks of one writer meet: a socket's path, or a pipe's name."""
    if sys.platform == "win32":
        from writerdesk.hashing import blake2b

        own = blake2b(str(data_folder()).encode(), digest_size=8).hexdigest()
        return rf"\\.\pipe\writerdesk-{own}"
    place = data_folder() / "running"
    return str(place) if len(str(place)) <= _LONGEST_NAME else ""


def hand_over(files: Sequence[Path]) -> bool:
    """Give the files to the WriterDesk that runs already; tell whether there is one."""
    place = meeting_place()
    if not place or (sys.platform != "win32" and not Path(place).exists()):
        return False
    import json

    message = json.dumps([str(file) for file in files]).encode() + b"\n"
    try:
        return _told(place, message) == DONE
    except OSError:
        return False


def _told(place: str, message: bytes) -> bytes:
    if sys.platform == "win32":
        with open(place, "r+b", buffering=0) as pipe:  # noqa: PTH123  a pipe is no path
            pipe.write(message)
            return pipe.read(len(DONE))
    import socket

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_PATIENCE)
        line.connect(place)
        line.sendall(message)
        return line.recv(len(DONE))
