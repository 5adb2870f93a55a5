"""The house stays readable: no long file, no long function, no drawer, no silent module."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
USUAL_FILE = 150
MOST_STATEMENTS = 40
DRAWERS = {"utils", "util", "misc", "helpers", "helper", "manager", "core", "common", "base"}

OURS = sorted(
    path
    for folder in ("writerdesk", "house", "tests", "benchmarks", "packaging")
    for path in (ROOT / folder).rglob("*.py")
)
PROGRAM = [path for path in OURS if path.relative_to(ROOT).parts[0] in ("writerdesk", "house")]


def test_no_file_is_longer_than_can_be_read_at_once():
    long = {path: len(path.read_text("utf-8").splitlines()) for path in OURS}
    assert _named({path: lines for path, lines in long.items() if lines > LONGEST_FILE}) == {}


def test_half_the_files_are_short():
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in PROGRAM)
    assert lengths[len(lengths) // 2] <= USUAL_FILE


def test_every_module_says_what_is_here():
    assert [path for path in PROGRAM if not ast.get_docstring(_tree(path))] == []


def test_nothing_is_kept_in_a_drawer():
    assert [path for path in OURS if DRAWERS & {path.stem, path.parent.name}] == []


def test_every_function_is_one_thought():
    long = {}
    for path in PROGRAM:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                statements = sum(isinstance(each, ast.stmt) for each in ast.walk(node)) - 1
                if statements > MOST_STATEMENTS:
                    long[path / node.name] = statements
    assert _named(long) == {}


def _tree(path):
    return ast.parse(path.read_text("utf-8"))


def _named(found):
    return {path.relative_to(ROOT).as_posix(): value for path, value in found.items()}
