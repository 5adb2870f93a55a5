"""The entry finds its way, and a mistake of ours is one sentence and a line in the log."""

import subprocess
import sys

from writerdesk.folders import log_folder

BROKEN = """
import sys
from writerdesk import cli
from writerdesk.__main__ import main
def broken(words):
    raise ValueError("The lake smelled of iron")
cli.main = broken
sys.exit(main(["--help"]))
"""


def test_a_mistake_on_the_command_line_is_one_sentence_and_is_written_down():
    told = subprocess.run([sys.executable, "-c", BROKEN], capture_output=True, text=True)
    assert told.returncode == 1
    assert told.stderr == (
        f"WriterDesk made a mistake. What happened is written down in “{log_folder()}”.\n"
    )
    written = (log_folder() / "writerdesk.log").read_text("utf-8")
    assert "builtins.ValueError" in written
    assert "regret" not in written
