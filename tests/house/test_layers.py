"""The layers are enforced by tools, proven by imports that are wrong on purpose."""

import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Return a copy of the house that a test may spoil."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(
        ROOT / "writerdesk", copy / "writerdesk", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.mark.parametrize(
    ("module", "wrong", "contract"),
    [
        ("manuscript/spoilt.py", "import writerdesk.story", "Arrows only point down"),
        ("compare/spoilt.py", "import writerdesk.project", "Arrows only point down"),
        ("exchange/spoilt.py", "import writerdesk.insight", "Arrows only point down"),
        ("story/spoilt.py", "def late():\n    import writerdesk.workspace", "only point down"),
        ("story/spoilt.py", "import PySide6.QtCore", "never heard of Qt"),
        ("story/spoilt.py", "import writerdesk.manuscript", ""),
        ("cli/spoilt.py", "def late():\n    import writerdesk.ui", "never meets the window"),
    ],
)
def test_a_wrong_import_breaks_its_contract(house, module, wrong, contract):
    with _spoilt(house / "writerdesk" / module, wrong):
        told = _tool("lint-imports", "--no-cache", cwd=house)
    assert (told.returncode != 0) == bool(contract), told.stdout
    if contract:
        assert any(contract in line and "BROKEN" in line for line in told.stdout.splitlines())


def test_an_arrow_down_through_another_room_does_not_bring_qt_into_the_core(house):
    spoilt = house / "writerdesk" / "resources.py"
    whole = spoilt.read_text("utf-8")
    spoilt.write_text(whole + "\nimport PySide6.QtCore\n", "utf-8")
    try:
        told = _tool("lint-imports", "--no-cache", cwd=house)
    finally:
        spoilt.write_text(whole, "utf-8")
    assert "The core has never heard of Qt BROKEN" in told.stdout


@pytest.mark.parametrize(
    ("module", "wrong", "allowed"),
    [
        ("workspace/spoilt.py", "from PySide6.QtWidgets import QWidget", False),
        ("workspace/spoilt.py", "from PySide6 import QtGui", False),
        ("workspace/spoilt.py", "from PySide6.QtCore import QObject", True),
        ("ui/spoilt.py", "from PySide6.QtWidgets import QWidget", True),
        ("story/spoilt.py", "import PySide6.QtGui", False),
    ],
)
def test_only_the_window_knows_widgets(house, module, wrong, allowed):
    with _spoilt(house / "writerdesk" / module, wrong):
        told = _tool("ruff", "check", "--no-cache", "--select", "TID251", ".", cwd=house)
    assert (told.returncode == 0) is allowed, told.stdout


@contextmanager
def _spoilt(path, wrong):
    path.write_text(f'"""Wrong on purpose."""\n\n{wrong}\n', "utf-8")
    try:
        yield
    finally:
        path.unlink()


def _tool(name, *words, cwd):
    program = Path(sys.executable).parent / name
    return subprocess.run([program, *words], cwd=cwd, capture_output=True, text=True)
