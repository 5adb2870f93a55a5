"""A real AT-SPI client reads drafts, editor and panels over the bus, and the window lives."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.ui.pane.test_screen_reader import _SYSTEM_PYTHON, _all, _missing
from tests.ui.pane.test_screen_reader import display as display

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]


def heard(display, folder, *how):
    script = textwrap.dedent(
        f"""
        {sys.executable} -m tests.ui.desk_app {" ".join(how)} > "$HEARD/app" 2>&1 &
        app=$!
        timeout 80 {_SYSTEM_PYTHON} {_HERE / "atspi_window_client.py"} > "$HEARD/heard"
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
            "HEARD": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(_ROOT),
        },
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert "lives" in done.stdout, done.stderr + (folder / "app").read_text()
    return json.loads((folder / "heard").read_text())


@pytest.mark.skipif(bool(_missing()), reason=f"not on this machine: {_missing()}")
def test_drafts_text_and_commands_are_read(display, tmp_path):
    nodes = [node for walk in heard(display, tmp_path) for node in _all(walk)]
    names = {node["name"] for node in nodes}
    assert any(name.startswith("Draft A, The harbour froze") for name in names)
    texts = [node["text"] for node in nodes if node["name"] == "Text of the draft"]
    assert any(text.startswith("The harbour froze in March.") for text in texts)
    assert {"Modes", "Drafts", "Find or do anything", "Outline", "History"} <= names
    assert any(node["role"] == "menu item" and node["name"] == "Story" for node in nodes)


@pytest.mark.skipif(bool(_missing()), reason=f"not on this machine: {_missing()}")
def test_the_window_lives_while_everything_changes_under_the_reader(display, tmp_path):
    walks = heard(display, tmp_path, "walked")
    assert len(walks) == 8
    assert any(node["role"] == "list" for walk in walks for node in _all(walk))
