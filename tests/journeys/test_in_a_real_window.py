"""A writer at a real window, with a window manager, by keys and clicks from outside the program."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ui.pane.test_screen_reader import display as display

_ROOT = Path(__file__).parents[2]
_NEEDED = ("Xvfb", "openbox", "xdotool")
_MISSING = ", ".join(tool for tool in _NEEDED if not shutil.which(tool))
_PATIENCE = 30


class Hands:
    """What a writer does from outside, at a writer's pace: nothing in there can be waited for."""

    def __init__(self, display):
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def do(self, *words):
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.split()

    def keys(self, *keys):
        for key in keys:
            self.do("key", "--clearmodifiers", key)
            time.sleep(0.25)

    def type(self, words):
        self.do("type", "--delay", "25", words)
        time.sleep(0.4)

    def window(self, title):
        give_up = time.monotonic() + _PATIENCE
        while time.monotonic() < give_up:
            if found := self.do("search", "--onlyvisible", "--name", title):
                return found[-1]
            time.sleep(0.2)
        raise AssertionError(f"no window called {title}")


@pytest.fixture
def desk(display):
    hands = Hands(display)
    manager = subprocess.Popen(
        ["openbox"], env=hands.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    app = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.desk_app"],
        env={**hands.environment, "PYTHONPATH": str(_ROOT)},
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    window = hands.window("WriterDesk")
    hands.do("windowactivate", "--sync", window)
    time.sleep(1)
    yield hands, window, app
    for one in (app, manager):
        one.kill()
        one.wait()


@pytest.mark.skipif(bool(_MISSING), reason=f"not on this machine: {_MISSING}")
def test_writing_finding_replacing_switching_and_closing(desk):
    hands, window, app = desk
    # In the text of A, by a click; what is typed is typeset, one undo takes the last word back.
    hands.do("mousemove", "--window", window, "640", "300", "click", "1")
    hands.keys("ctrl+Home")
    hands.type('"Cold," she said. ')
    hands.keys("ctrl+End")
    hands.type(" Nobody answered.")
    # The list: down to B, a name in place, back to the text.
    hands.keys("F4", "Down", "F2")
    hands.type("Ice")
    hands.keys("Return", "F6", "ctrl+Home")
    hands.type("Once ")
    hands.keys("ctrl+z")
    # In all drafts, with a preview.
    hands.keys("ctrl+shift+h")
    hands.window("Replace in All Drafts")
    hands.type("harbour")
    hands.keys("Tab")
    hands.type("bay")
    hands.keys("Return")
    # Anything by name.
    hands.keys("ctrl+k")
    hands.type("sepia")
    hands.keys("Return")
    hands.keys("alt+F4")
    told, _nothing = app.communicate(timeout=_PATIENCE)
    assert app.returncode == 0, told
    lines = told.splitlines()
    assert lines[-1] == "closed well"
    assert "“Cold,” she said. The bay froze in March." in lines[0]
    assert "Nobody answered." in lines[0]
    assert "In March the bay froze." in lines[1]
