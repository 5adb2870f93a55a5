"""A second start hands its files to the window that is open; nothing left over ever harms."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from writerdesk.handing_over import hand_over, meeting_place

# Runs until a story is shown, says which, and ends; "ready" is told when it listens.
FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from writerdesk.__main__ import main
from writerdesk.handing_over import meeting_place
def stay(app):
    told = []
    def look():
        if not told and Path(meeting_place()).exists():
            told.append(print("ready", flush=True))
        for window in app.windows:
            if window.story is not None and window.story.rows:
                print(len(app.windows), window.story.rows[0].name, flush=True)
                app.application.exit(0)
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    QTimer.singleShot(60_000, lambda: app.application.exit(3))
    return app.application.exec()
code = main([], stay)
import os
os._exit(code)
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows meets at a pipe")


@pytest.fixture
def home(tmp_path):
    """Return a writer's account of its own, so that no other test's windows are met."""
    names = {"XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": "c", "XDG_STATE_HOME": "s"}
    given = {name: str(tmp_path / place) for name, place in names.items()}
    return {**os.environ, "HOME": str(tmp_path), **given}


def test_a_second_start_opens_its_files_in_the_first(home, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("The harbour froze in March.\n\nIda counted the boats.\n", "utf-8")
    first = subprocess.Popen(
        [sys.executable, "-c", FIRST], env=home, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "ready\n"
    second = subprocess.run(
        [sys.executable, "-m", "writerdesk", str(draft)], env=home, timeout=60, check=False
    )
    assert second.returncode == 0
    assert first.stdout.readline() == "1 The harbour froze in March\n"
    assert first.wait(60) == 0
    first.stdout.close()


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    place = Path(meeting_place())
    place.parent.mkdir(parents=True)
    return place


def test_a_socket_nobody_listens_at_is_no_window(place):
    left_over = socket.socket(socket.AF_UNIX)
    left_over.bind(str(place))
    left_over.close()
    assert place.exists()
    assert not hand_over([])


def test_a_file_in_its_place_is_no_window_either(place):
    place.write_text("not a socket", "utf-8")
    assert not hand_over([])


def test_where_nobody_runs_nothing_is_handed_over(place):
    assert not hand_over([])
