"""A file one process holds at a time is free again when the process is gone."""

import subprocess
import sys

from writerdesk.exclusive import Exclusive

HOLD = """
import sys
from pathlib import Path
from writerdesk.exclusive import Exclusive
held = Exclusive(Path(sys.argv[1]))
print(held.take(), flush=True)
sys.stdin.read()
"""


def test_what_one_holds_no_other_gets_until_it_is_let_go(tmp_path):
    first, second = Exclusive(tmp_path / "right"), Exclusive(tmp_path / "right")
    assert first.take()
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()
    second.release()


def test_a_process_that_is_killed_holds_nothing(tmp_path):
    path = tmp_path / "right"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "True\n"
    mine = Exclusive(path)
    assert not mine.take()
    holder.kill()
    holder.communicate()
    assert mine.take()
    mine.release()
