"""A real AT-SPI client, in a process of its own, reads the pane over the bus."""

import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.ui.pane.two_tellings import LEFT, RIGHT

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[2]
_SYSTEM_PYTHON = "/usr/bin/python3"


def _missing():
    absent = [tool for tool in ("Xvfb", "dbus-run-session") if not shutil.which(tool)]
    asked = [_SYSTEM_PYTHON, "-c", "import pyatspi"]
    if (
        not Path(_SYSTEM_PYTHON).exists()
        or subprocess.run(asked, capture_output=True, check=False).returncode
    ):
        absent.append("python3-pyatspi")
    return ", ".join(absent)


@pytest.fixture
def display():
    """A display of its own, its number chosen by the server."""
    listening, told = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(told), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[told],
        stderr=subprocess.DEVNULL,
    )
    os.close(told)
    with os.fdopen(listening) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.mark.skipif(bool(_missing()), reason=f"not on this machine: {_missing()}")
def test_a_screen_reader_reads_both_texts_every_mark_and_the_window_lives(display, tmp_path):
    script = textwrap.dedent(
        f"""
        {sys.executable} -m tests.ui.pane.read_aloud_app > "$HEARD/app" 2>&1 &
        app=$!
        timeout 50 {_SYSTEM_PYTHON} {_HERE / "atspi_client.py"} > "$HEARD/heard"
        kill -0 $app && echo lives
        kill -TERM $app
        wait $app
        """
    )
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script],
        env={
            **os.environ,
            "DISPLAY": display,
            "HEARD": str(tmp_path),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(_ROOT),
        },
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert "lives" in done.stdout, done.stderr
    for heard in json.loads((tmp_path / "heard").read_text()):
        _assert_all_is_told(heard)


def _assert_all_is_told(window):
    lists = [node for node in _all(window) if node["role"] == "list" and _paragraphs(node)]
    by_name = {node["name"]: _paragraphs(node) for node in lists}
    assert {"Column D: The same again", "Column E: And once more"} <= by_name.keys()
    kept, taken = by_name["Column D: The same again"][:2]
    assert "Keep. Starred." in kept["description"]
    assert "Taken from A." in taken["description"]
    left = by_name["Column A: The ferry came in late"]
    right = by_name["Column C: I came with the last ferry"]
    assert [node["name"] for node in left] == list(LEFT)
    assert [node["name"] for node in right] == list(RIGHT)
    assert left[0]["description"].startswith("Beat 1 of 6, in both. Passage 1 of A.")
    assert "only in A" in left[1]["description"]
    assert "Before this, A: 1 passage more" in right[1]["description"]
    assert "Both say: “The cage was empty”." in left[2]["description"]
    assert "Both say: “The cage was empty”." in right[1]["description"]


def _paragraphs(node):
    return [child for child in node["children"] if child["role"] == "paragraph"]


def _all(node):
    yield node
    for child in node["children"]:
        yield from _all(child)
