"""A real AT-SPI client reads a program of ours over the bus, on a display of its own."""

import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_SYSTEM_PYTHON = "/usr/bin/python3"
_CLIENT = Path(__file__).parent / "atspi_client.py"


def missing():
    """What this takes and is not on this machine."""
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


def heard(display, folder, app, title, times=3):
    """Start an app, let a client read its window so often, and return what it heard.

    The app must live on.
    """
    script = textwrap.dedent(
        f"""
        {sys.executable} -m {app} > "$HEARD/app" 2>&1 &
        app=$!
        timeout 80 {_SYSTEM_PYTHON} {_CLIENT} "{title}" {times} > "$HEARD/heard"
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


def all_of(node):
    yield node
    for child in node["children"]:
        yield from all_of(child)


needs_a_reader = pytest.mark.skipif(bool(missing()), reason=f"not on this machine: {missing()}")
