"""Who is killed while typing in a real window has all but the last second of it."""

import os
import random
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.project.stories import fields, open_project
from tests.torture.neighbours import busy_neighbours
from tests.torture.typist import LETTERS
from tests.ui.desk import workspace_of
from writerdesk.manuscript import Document

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
_MOST_LOST = 1.0


@pytest.fixture
def story(qapp):
    workspace = workspace_of([["Begun."]])
    workspace.close()
    return workspace.path


@pytest.mark.parametrize("kills", [2, pytest.param(100, marks=pytest.mark.torture)])
def test_at_most_a_second_of_typing_is_lost(story, kills):
    lost_by(story, kills)


@pytest.mark.torture
def test_at_most_a_second_is_lost_when_others_want_the_disk_and_the_processor(story, tmp_path):
    with busy_neighbours(tmp_path / "busy"):
        lost_by(story, 100)


def lost_by(story: Path, kills: int) -> None:
    """Kill so many typists; none may lose more than a second."""
    rng = random.Random(3)
    before, lost = "Begun.", []
    for _ in range(kills):
        typed, killed = killed_while_typing(story, rng)
        project = open_project(story, seed=rng.getrandbits(16))
        (text,) = [values["text"] for values in fields(project).values() if "text" in values]
        project.close()
        assert isinstance(text, Document)
        now = text.paragraphs[-1].text
        assert now.startswith(before)
        kept = len(now) - len(before)
        assert now[len(before) :] == "".join(islice(cycle(LETTERS), kept))
        lost.append(killed - typed[kept] if kept < len(typed) else 0.0)
        before = now
    lost.sort()
    print(
        f"{kills} kills, load {os.getloadavg()[0]:.0f}: lost usually {lost[kills // 2]:.2f} s,"
        f" p90 {lost[kills * 9 // 10]:.2f}, the worst five {[round(one, 2) for one in lost[-5:]]}"
    )
    assert max(lost) <= _MOST_LOST


def killed_while_typing(story: Path, rng: random.Random) -> tuple[list[float], float]:
    """Return when each letter was typed, and when the typist was killed."""
    command = [sys.executable, "-m", "tests.torture.typist", str(story)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        told = [typist.stdout.readline()]
        time.sleep(rng.uniform(0, 4))
        killed = time.monotonic()
        typist.kill()
        told += typist.stdout.readlines()
    lines = [line.split() for line in told if line.endswith("\n")]
    return [float(pressed) for _, pressed in lines], killed
