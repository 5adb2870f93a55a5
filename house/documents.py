"""What can be wrong with the documents, told by file and line.

A document that is behind the code is worse than none: links lead somewhere, the list of modules is
the code's, the changelog speaks to a writer, and nothing names the machine it was written on.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from house import architecture, commands

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
# Folders people work in; a path below one of them is true on one machine only. Put together here so
# that this file does not find itself.
_MACHINE = re.compile("|".join(f"/{place}/[a-z]" for place in ("home", "Users", "root", "work")))
_ENTRY = re.compile(r"- [A-Z“‘`0-9].*[.)”]$")


def complaints(root: Path) -> tuple[str, ...]:
    """Return everything that is wrong, one sentence each."""
    return (
        *architecture.complaints(root),
        *commands.complaints(root),
        *_dead_links(root),
        *_machine_paths(root),
        *_changelog(root),
    )


def tracked(root: Path, *patterns: str) -> tuple[Path, ...]:
    """Return the files of the project that match, as git knows them and as far as they exist."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--", *patterns],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = (root / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def _dead_links(root: Path) -> Iterator[str]:
    for path, number, line in _lines(root, "*.md"):
        for target in _LINK.findall(line):
            if "://" not in target and not (path.parent / target).exists():
                yield f"{path.relative_to(root)}:{number}: leads nowhere: {target}"


def _machine_paths(root: Path) -> Iterator[str]:
    for path, number, line in _lines(root, "*"):
        if _MACHINE.search(line):
            yield f"{path.relative_to(root)}:{number}: names a path of one machine"


def _changelog(root: Path) -> Iterator[str]:
    lines = (root / "CHANGELOG.md").read_text("utf-8").splitlines()
    if "## Unreleased" not in lines:
        yield "CHANGELOG.md: has no “## Unreleased”"
    for number, line in enumerate(lines, 1):
        if line.startswith("-") and not _ENTRY.match(line):
            yield f"CHANGELOG.md:{number}: not one whole sentence: {line}"


def _lines(root: Path, pattern: str) -> Iterator[tuple[Path, int, str]]:
    for path in tracked(root, pattern):
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            yield path, number, line
