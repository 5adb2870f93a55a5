"""A writer's hands: keys and the mouse, from outside the program, on a display of its own."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_NEEDED = ("Xvfb", "openbox", "xdotool")
MISSING = ", ".join(tool for tool in _NEEDED if not shutil.which(tool))
PATIENCE = 30


class Hands:
    """What a writer does from outside, at a writer's pace: nothing in there can be waited for."""

    def __init__(self, display, map):
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "DESK_MAP": str(map),
            "PYTHONPATH": str(_ROOT),
        }
        self._map = map

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

    def click(self, said):
        """Click what says so on the screen, once it is there: a button, a field, a row."""
        x, y = self.sees(said)
        self.do("mousemove", str(x), str(y), "click", "1")
        time.sleep(0.3)

    def sees(self, said):
        """Return where something stands on the screen, waiting until it stands still there."""
        give_up = time.monotonic() + PATIENCE
        before, seen, drawn = None, {}, 0
        while time.monotonic() < give_up:
            now = self._map.stat().st_mtime_ns if self._map.exists() else 0
            if now != drawn:
                drawn, seen = now, json.loads(self._map.read_bytes())
                place = next((place for name, place in seen.items() if said in name), None)
                if place is not None and place == before:
                    return place
                before = place
            time.sleep(0.05)
        raise AssertionError(f"nothing says {said!r} among {sorted(seen)}")

    def window(self, title):
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            if found := self.do("search", "--onlyvisible", "--name", title):
                return found[-1]
            time.sleep(0.2)
        raise AssertionError(f"no window called {title}")


@contextmanager
def desk_with(hands):
    """Start a window manager and the desk; give the window and the program."""
    manager = subprocess.Popen(
        ["openbox"], env=hands.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    app = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.desk_app"],
        env=hands.environment,
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        window = hands.window("WriterDesk")
        hands.do("windowactivate", "--sync", window)
        time.sleep(1)
        yield window, app
    finally:
        for one in (app, manager):
            one.kill()
            one.wait()
