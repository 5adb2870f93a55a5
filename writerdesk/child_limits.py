"""How long a child may run and how much memory it may take, on each system in its own way.

Linux: the child limits itself, the kernel enforces it. Windows: the parent puts it into a job
object. macOS knows no limit on address space that holds, so the parent looks and ends it.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

from writerdesk.frozen import frozen

# How often the parent looks where the system can't be told to: a reader that grows by a gigabyte a
# second is 200 MB over its limit when it is ended.
_LOOK_EVERY = 0.2


@frozen
class Limits:
    """Seconds and bytes a child may use; 0 is no limit."""

    seconds: float = 0
    memory: int = 0

    def as_arguments(self) -> list[str]:
        """Return the limits as the child is told them."""
        return [f"{self.seconds:g}", str(self.memory)]

    @classmethod
    def from_arguments(cls, arguments: Sequence[str]) -> "Limits":
        """Read what `as_arguments` wrote."""
        seconds, memory = arguments
        return cls(float(seconds), int(memory))


def limit_this_process(limits: Limits) -> None:
    """Take on the limits the system lets a process put on itself, and leave no core behind."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.memory and sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    if limits.seconds:
        seconds = int(limits.seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def watch(process: "subprocess.Popen[bytes]", limits: Limits) -> Callable[[], None]:
    """Hold a child to its memory where it can't do so itself; return what stops the watch."""
    if not limits.memory or sys.platform == "linux":
        return lambda: None
    if sys.platform == "win32":
        from writerdesk.child_job import confine

        return confine(process, limits.memory)
    return watch_by_looking(process, limits.memory)


def watch_by_looking(process: "subprocess.Popen[bytes]", memory: int) -> Callable[[], None]:
    """End ``process`` as soon as it is seen to take more than ``memory`` bytes."""
    done = threading.Event()

    def look() -> None:
        while not done.wait(_LOOK_EVERY) and process.poll() is None:
            if resident(process.pid) > memory:
                process.kill()

    threading.Thread(target=look, name="child memory", daemon=True).start()
    return done.set


def resident(pid: int) -> int:
    """Return how many bytes of memory a process takes, as ``ps`` tells; 0 once it is gone."""
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return int(told.stdout.strip() or 0) * 1024
