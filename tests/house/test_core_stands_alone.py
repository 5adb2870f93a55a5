"""The core runs where there is no Qt and speaks to no network."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Everything but the window's rooms. Ours are found by looking, so that no room can be forgotten.
WINDOW = ("ui", "workspace", "app.py", "beginnings.py")

BLOCKED = """
import importlib, sys
sys.modules["PySide6"] = None
sys.modules["shiboken6"] = None
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1)
"""

# What only a program that speaks to others, or believes what others wrote, has a use for.
FORBIDDEN = {
    *("socket", "ssl", "http", "ftplib", "smtplib", "xmlrpc", "asyncio", "PySide6.QtNetwork"),
    *("urllib.request", "pickle", "shelve", "marshal"),
}
# The window of a second start tells the first which file to open, at a place on the same disk.
MAY_LISTEN = ("ui", "app.py", "handing_over.py")


def core_modules():
    for path in sorted((ROOT / "writerdesk").rglob("*.py")):
        inside = path.relative_to(ROOT / "writerdesk")
        if inside.parts[0] not in WINDOW:
            yield ".".join(("writerdesk", *inside.with_suffix("").parts)).removesuffix(".__init__")


def test_every_module_of_the_core_can_be_imported_without_qt():
    names = list(core_modules())
    assert len(names) > 20
    told = subprocess.run(
        [sys.executable, "-c", BLOCKED, *names], cwd=ROOT, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.strip() == str(len(names))


def test_no_module_of_the_core_imports_what_speaks_to_the_network_or_trusts_foreign_bytes():
    for path in sorted((ROOT / "writerdesk").rglob("*.py")):
        if path.relative_to(ROOT / "writerdesk").parts[0] in MAY_LISTEN:
            continue
        found = _imports(path) & FORBIDDEN
        assert not found, f"{path.relative_to(ROOT)} imports {found}"


def test_no_test_reaches_a_network():
    with pytest.raises(AssertionError, match="network"):
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    with pytest.raises(AssertionError, match="network"):
        socket.getaddrinfo("example.org", 443)


def _imports(path):
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names | {name.partition(".")[0] for name in names if name}
