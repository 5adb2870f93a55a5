"""The command line beside a real window of another process is told so, and what it may do."""

import subprocess
import sys

from tests.ui.desk import workspace_of

HERE = [sys.executable, "-m", "writerdesk"]


def said(*words):
    return subprocess.run([*HERE, *words], capture_output=True, text=True, check=False)


def test_beside_a_window_the_command_line_says_who_has_the_story(qapp):
    workspace = workspace_of([["Begun."]])
    workspace.close()
    story = str(workspace.path)
    window = [sys.executable, "-m", "tests.torture.typist", story]
    with subprocess.Popen(window, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        told = said("restore", story, "--draft", "A", "1")
        assert told.returncode == 1
        assert "a window, since" in told.stderr
        assert told.stderr.count("\n") == 1
        assert said("check", story).returncode == 0
        other.kill()
    assert said("history", story, "--draft", "A").returncode == 0
