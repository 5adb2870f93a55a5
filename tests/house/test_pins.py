"""PySide6 6.12.0 aborts on Python 3.11 and older, and the pins keep it out of there."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]

# 6.12.0 loses a reference to None with every call that returns nothing: after about 5,000 of them
# on Python 3.11 the interpreter ends itself. Twenty times that is certain.
MANY_CALLS = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor, QTextDocument
app = QCoreApplication([])
document = QTextDocument("The lake smelled of iron.")
cursor = QTextCursor(document)
for n in range(100_000):
    cursor.setPosition(n % 20)
print(cursor.position())
"""


def test_a_hundred_thousand_calls_that_return_nothing_do_no_harm():
    told = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True)
    assert (told.returncode, told.stdout) == (0, "19\n"), told.stderr


@pytest.mark.parametrize(
    ("python", "version", "allowed"),
    [
        ("3.11", "6.12.0", False),
        ("3.11", "6.11.3", True),
        ("3.11", "6.8.3", True),
        ("3.12", "6.12.0", True),
        ("3.13", "6.12.0", True),
        ("3.13", "7.0.0", False),
    ],
)
def test_the_pins_keep_the_version_that_aborts_off_old_pythons(python, version, allowed):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = [Requirement(line) for line in project["dependencies"]]
    there = {"python_version": python, "python_full_version": f"{python}.0"}
    applying = [
        pin
        for pin in pins
        if pin.name == "PySide6-Essentials" and pin.marker and pin.marker.evaluate(there)
    ]
    assert len(applying) == 1
    assert applying[0].specifier.contains(version) is allowed


def test_every_dependency_says_from_which_version_and_how_far():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for line in project["dependencies"]:
        bounds = {each.operator for each in Requirement(line).specifier}
        assert bounds == {">=", "<"}, line


def test_set_up_takes_a_numpy_whose_types_can_be_read_on_every_python():
    pins = (ROOT / "house" / "pins.txt").read_text("utf-8").splitlines()
    (numpy,) = (pin for pin in pins if pin.startswith("numpy"))
    assert ";" not in numpy
