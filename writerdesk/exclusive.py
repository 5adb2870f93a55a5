"""A file that one process holds at a time: the system lets go of it when the process ends.

The system holds the lock, not the file's being there, so nothing is ever stale.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_HELD = frozenset((errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK))
# A home on a network folder without locks: docs/decisions/lock.md says what guards a story there.
_NO_LOCKS_HERE = frozenset((errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP))


class Exclusive:
    """The right to something, as a file held open; each instance is a holder of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Hold it from now on; False if another process or instance does."""
        if self._descriptor is not None:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                os.close(descriptor)
                if error.errno in _HELD:
                    return False
                raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go of it; the file stays, or two could hold one name and different files."""
        if self._descriptor is not None:
            # Closing unlocks as well, but on Windows only when the system gets round to it.
            with suppress(OSError):
                _unlock(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
