"""The folders of the writer's account that WriterDesk keeps things in, and files only they read."""

import os
import sys
from pathlib import Path

from writerdesk.syncing import sync_file

_NAME = "WriterDesk"


def settings_folder() -> Path:
    """Return where the writer's settings are kept."""
    return _folder("config", "XDG_CONFIG_HOME", ".config")


def data_folder() -> Path:
    """Return where recovery files, backups and locks are kept."""
    return _folder("data", "XDG_DATA_HOME", ".local/share")


def log_folder() -> Path:
    """Return where is written down what went wrong."""
    if sys.platform == "linux":
        return _folder("state", "XDG_STATE_HOME", ".local/state") / "log"
    return _folder("log", "", "")


def _folder(kind: str, variable: str, usual: str) -> Path:
    # On Linux platformdirs says the same, but takes 10 ms of every start to be imported.
    if sys.platform == "linux":
        told = Path(os.environ.get(variable, "").strip())
        return (told if told.is_absolute() else Path.home() / usual) / _NAME
    import platformdirs

    return Path(getattr(platformdirs, f"user_{kind}_dir")(_NAME, appauthor=False))


def make_private(folder: Path) -> Path:
    """Make sure ``folder`` exists and only the writer can look into it; return it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    return folder


def write_private(path: Path, content: bytes) -> None:
    """Write a small file that only the writer can read, whole or not at all."""
    make_private(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
            file.write(content)
            file.flush()
            sync_file(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
