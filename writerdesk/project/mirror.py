"""A story as plain files in a folder, readable without us, kept in step with it.

The folder remembers in a list of its own which files are ours: those alone are replaced or taken
away.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from writerdesk.problem import Kind, Problem
from writerdesk.project.failures import told_as_problems

_LIST = ".writerdesk-mirror"


def mirror(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make ``folder`` hold just ``files``, by name, and whatever in it was not ours."""
    with told_as_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
        ours = _listed(folder)
        for name in files:
            if name not in ours and (folder / name).exists():
                raise Problem(Kind.FILE_EXISTS, path=folder / name)
        # What may be there after being interrupted is ours too.
        _list(folder, ours | files.keys())
        for name, content in files.items():
            _write(folder / name, content if isinstance(content, bytes) else content.encode())
        for name in ours - files.keys():
            (folder / name).unlink(missing_ok=True)
        _list(folder, set(files))


def _listed(folder: Path) -> set[str]:
    try:
        names = (folder / _LIST).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return set()
    # The list is a file like any other: it must not lead us out of the folder.
    return {name for name in names if name and Path(name).name == name}


def _list(folder: Path, names: set[str]) -> None:
    _write(folder / _LIST, "".join(f"{name}\n" for name in sorted(names)).encode())


def _write(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
