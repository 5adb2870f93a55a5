"""The list of modules in ARCHITECTURE.md: one line each, taken from the module's own docstring."""

import ast
from pathlib import Path

from house.written import WrittenPart


def complaints(root: Path) -> tuple[str, ...]:
    """Tell whether the list is behind the code, and whether a module doesn't say what it is."""
    silent = tuple(
        f"{path.relative_to(root)}: the module doesn't say in a sentence what is here"
        for path in modules(root)
        if not first_sentence(path)
    )
    return (*silent, *_part(root).complaints(listing(root)))


def write(root: Path) -> None:
    """Bring the list up to the code."""
    _part(root).write(listing(root))


def listing(root: Path) -> str:
    """Return the list, a heading for every room."""
    lines: list[str] = []
    room = None
    for path in modules(root):
        if path.parent != room:
            room = path.parent
            lines += ["", f"### {room.relative_to(root).as_posix()}/"]
        lines.append(f"- `{path.name}` {first_sentence(path)}")
    return "\n".join([*lines, ""])


def modules(root: Path) -> tuple[Path, ...]:
    """Return every module of the program, room by room."""
    found = (root / "writerdesk").rglob("*.py")
    return tuple(sorted(found, key=lambda path: (path.parent, path.name)))


def first_sentence(path: Path) -> str:
    """Return what a module says it is, in one line."""
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(told.split("\n\n")[0].split())


def _part(root: Path) -> WrittenPart:
    return WrittenPart(root / "ARCHITECTURE.md", "modules", "architecture")
