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


SIGNATURES = """
import builtins, sys
before = builtins.compile
from writerdesk import starting
starting.begin()
assert builtins.compile is before
assert "argparse" not in sys.modules, "PySide6 still imports what writes its .pyi files"
from PySide6.QtCore import QPoint
from PySide6.support.signature import get_signature
assert "xpos: int" in str(get_signature(QPoint.__init__)), get_signature(QPoint.__init__)
try:
    QPoint("somewhere")
except TypeError as error:
    assert "xpos: int, ypos: int" in str(error), error
from PySide6.support.signature.lib import pyi_generator
assert pyi_generator.Formatter and not hasattr(pyi_generator, "nothing_like_it")
"""


def test_what_qt_says_of_a_wrong_call_is_there_when_it_is_asked_for():
    told = subprocess.run([sys.executable, "-c", SIGNATURES], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr


def test_qt_works_without_an_import_that_reads_every_source():
    told = subprocess.run([sys.executable, "-c", BEGIN], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr


def test_a_command_is_told_from_a_file_without_asking_the_commands():
    assert all(command.name.isalpha() for command in COMMANDS)
