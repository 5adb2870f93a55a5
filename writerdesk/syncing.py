"""Makes sure that what was written is on the disk and not in some cache on the way."""

import errno
import os
import sys
from pathlib import Path


def sync_file(descriptor: int) -> None:
    """Return when everything written to an open file is on the disk."""
    if sys.platform == "darwin":
        import fcntl

        # fsync leaves it in the drive's own cache there.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(descriptor)
    else:
        os.fdatasync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network folders can't be synced; the files in them have been.
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)
