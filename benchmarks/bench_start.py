"""How long WriterDesk takes to start, against a bare window with a text field in the same run.

Each start is a process of its own, ended when the window has been painted; the three kinds take
turns, so that whatever else the machine does meets all of them. The bars: the start page 1.5 times
the bare window, the sample story with its text 2.0 times.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from writerdesk.app import App

_ROUNDS = 9
_BARS = {"start page": 1.5, "sample story": 2.0}
# The sample's drafts have 900 words and more; this many letters on the page are its text.
_A_PAGE = 2_000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "empty").mkdir()
        _start("make the sample", home)
        seconds: dict[str, list[tuple[float, float]]] = {"bare window": []}
        seconds |= {name: [] for name in _BARS}
        for _ in range(_ROUNDS):
            for name, measured in seconds.items():
                # Who never had a story open sees the start page; others go on where they were.
                measured.append(_start(name, home / "empty" if name == "start page" else home))
    bare = _median(seconds["bare window"])
    print(f"median of {_ROUNDS} starts, from the process to the painted window")
    for name, measured in seconds.items():
        cpu, wall = _median(measured)
        bar = f" (bar {_BARS[name]})" if name in _BARS else ""
        print(f"{name:13}{cpu:7.0f} ms CPU {wall:7.0f} ms   {cpu / bare[0]:.2f} times{bar}")


def _median(measured: list[tuple[float, float]]) -> tuple[float, float]:
    cpu, wall = zip(*measured, strict=True)
    return statistics.median(cpu), statistics.median(wall)


def _start(name: str, home: Path) -> tuple[float, float]:
    """Start once; return milliseconds of CPU and of the clock until the window was painted."""
    began = time.monotonic()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **_own_folders(home)}
    # A writer's second start finds the modules compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_start", name, str(home)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    cpu, painted = map(float, told.stdout.split()[-2:])
    return cpu * 1000, (painted - began) * 1000


def _own_folders(home: Path) -> dict[str, str]:
    named = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    return {"HOME": str(home), **{name: str(home / place) for name, place in named.items()}}


def _be(name: str, home: Path) -> None:
    """Be one start: open the window, paint it, tell when that was."""
    try:
        if name == "bare window":
            _bare()
        else:
            _writerdesk(name, home)
        print(time.process_time(), time.monotonic(), flush=True)
    except Exception:
        traceback.print_exc()
        os._exit(1)
    # A start ends here, not with the leisurely end of a program that is closed.
    os._exit(0)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTextEdit())
    window.resize(1280, 800)
    window.show()
    application.processEvents()


def _writerdesk(name: str, home: Path) -> None:
    from writerdesk.__main__ import main

    stories = sorted((home / "Documents").rglob("*.writerdesk"))
    files = [str(story) for story in stories if name == "sample story"]
    main(files, lambda app: _look(name, app))


def _look(name: str, app: "App") -> int:
    """Let the window be painted, and make sure that it shows what it should."""
    (window,) = app.windows
    application = app.application
    application.processEvents()
    if name == "start page":
        return 0
    if name == "make the sample":
        window.sample_asked.emit()
        assert window.story is not None, "no sample was made"
        window.story.show_mode("write")
        # Who closes the window while writing finds the same page when the story is opened again.
        window.close()
        return 0
    assert window.story is not None, "no story was opened"
    editor = window.story.write.editor
    assert editor.isVisible(), "another page was shown"
    assert editor.document().characterCount() > _A_PAGE, "no text was shown"
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _be(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
