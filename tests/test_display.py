"""Where no window can open, one sentence says why and what to do, before Qt ends the process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from writerdesk import display
from writerdesk.problem import Kind, Problem

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("environment", "system"),
    [
        ({}, "win32"),
        ({}, "darwin"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
    ],
)
def test_where_qt_finds_its_own_way_it_is_left_alone(environment, system):
    display.find_display(environment, system)


def test_no_display_is_told_with_what_to_do():
    with pytest.raises(Problem) as caught:
        display.find_display({}, "linux")
    assert caught.value.kind == Kind.NO_DISPLAY
    assert "writerdesk --help" in str(caught.value)


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's")
def test_a_display_that_does_not_answer_is_named():
    with pytest.raises(Problem) as caught:
        display.find_display({"DISPLAY": ":4711"}, "linux")
    assert caught.value.kind == Kind.DISPLAY_SILENT
    assert "“:4711”" in str(caught.value)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not here")
def test_a_display_that_answers_will_do():
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        display.find_display({"DISPLAY": f":{number}"}, "linux")
    finally:
        server.terminate()
        server.wait()


def test_libraries_that_are_missing_are_found_missing():
    assert display.missing_libraries(["libnobody-has-this.so.9"]) == ("libnobody-has-this.so.9",)


def test_missing_libraries_are_told_as_the_packages_they_are_in(monkeypatch):
    monkeypatch.setattr(display, "X11_LIBRARIES", {"libnobody-has-this.so.9": "libnobody9"})
    with pytest.raises(Problem, match=r"sudo apt-get install libnobody9$"):
        display.find_display({"DISPLAY": ":0"}, "linux")


def test_set_up_installs_every_library_that_is_looked_for():
    needs = (ROOT / "house" / "needs.txt").read_text("utf-8").split()
    for library, package in display.X11_LIBRARIES.items():
        assert needs[needs.index(library) + 1] == package


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has machines without a display")
def test_the_app_without_a_display_says_one_sentence(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    told = subprocess.run([sys.executable, "-m", "writerdesk"], capture_output=True, text=True)
    assert told.returncode == 1
    assert told.stderr == f"{Problem(Kind.NO_DISPLAY)}\n"
