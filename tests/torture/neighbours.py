"""Programs that want the machine for themselves: what a writer's other programs do at their worst.

``python -m tests.torture.neighbours FOLDER`` is the one that wants the disk.
"""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_MOST_WRITTEN = 64 * 1024 * 1024
_AT_ONCE = 4 * 1024 * 1024


@contextmanager
def busy_neighbours(folder: Path) -> Generator[None]:
    """Let a program write and sync without end in ``folder``, and one count for each processor."""
    folder.mkdir(exist_ok=True)
    disk = [sys.executable, "-m", "tests.torture.neighbours", str(folder)]
    counting = [sys.executable, "-c", "while True: pass"]
    wanted = [disk, *[counting] * (os.cpu_count() or 1)]
    running = [subprocess.Popen(command) for command in wanted]
    try:
        yield
    finally:
        for neighbour in running:
            neighbour.kill()
            neighbour.wait()


def write_without_end(path: Path) -> None:
    """Fill a file and sync it, from the start again and again."""
    content = os.urandom(_AT_ONCE)
    with path.open("wb", buffering=0) as file:
        while True:
            if file.tell() >= _MOST_WRITTEN:
                file.seek(0)
            file.write(content)
            os.fsync(file.fileno())


if __name__ == "__main__":
    write_without_end(Path(sys.argv[1]) / "busy")
