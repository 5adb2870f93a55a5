"""A start imports without PySide6 looking on, and leaves garbage lying until the window is seen."""

import subprocess
import sys

from writerdesk.cli.table import COMMANDS

BEGIN = """
import builtins, gc
from writerdesk import starting
starting.begin()
assert "feature" not in builtins.__import__.__name__, "PySide6 still looks into every module"
assert not gc.isenabled()
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(str)
heard = []
bell = Bell()
bell.rung.connect(heard.append)
bell.rung.emit("once")
assert heard == ["once"]
starting.done()
assert gc.isenabled() and gc.get_freeze_count()
"""


def test_qt_works_without_an_import_that_reads_every_source():
    told = subprocess.run([sys.executable, "-c", BEGIN], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr


def test_a_command_is_told_from_a_file_without_asking_the_commands():
    assert all(command.name.isalpha() for command in COMMANDS)
