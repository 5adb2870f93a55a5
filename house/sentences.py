"""Finds every sentence the program says, by reading its code."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# How the functions of writerdesk.words take their sentences: which of their words are which.
_SPEAKING: Mapping[str, tuple[str, ...]] = {
    "_": ("text",),
    "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"),
}


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence as it stands in the code, with its form for many and its context, if any."""

    text: str
    plural: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Every sentence with the modules it is said in, and what can't be translated."""

    sentences: Mapping[Sentence, tuple[str, ...]]
    complaints: tuple[str, ...]


def find_sentences(root: Path) -> Found:
    """Return all sentences of the program in the order of its modules."""
    sentences: dict[Sentence, list[str]] = {}
    complaints: list[str] = []
    for path in sorted((root / "writerdesk").rglob("*.py")):
        place = path.relative_to(root).as_posix()
        if place == "writerdesk/words.py":
            continue
        for line, found in _said(ast.parse(path.read_text("utf-8"))):
            if found is None:
                complaints.append(f"{place}:{line}: a sentence must stand there whole")
            elif place not in sentences.setdefault(found, []):
                sentences[found].append(place)
    return Found({each: tuple(places) for each, places in sentences.items()}, tuple(complaints))


def _said(tree: ast.AST) -> Iterator[tuple[int, Sentence | None]]:
    """Yield each sentence with its line; None for what is put together as the program runs."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or _name(node.func) not in _SPEAKING:
            continue
        names = _SPEAKING[_name(node.func)]
        values = [_constant(argument) for argument in node.args[: len(names)]]
        if len(values) < len(names) or None in values:
            yield node.lineno, None
        else:
            yield node.lineno, Sentence(**{n: v or "" for n, v in zip(names, values, strict=True)})


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _constant(argument: ast.expr) -> str | None:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    return None
