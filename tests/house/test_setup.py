"""Set-up on a machine made of fakes: what it installs, what it names, and that it stays quiet."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="system packages are Linux's")

LIBRARIES = [
    line.split()[2]
    for line in (ROOT / "house" / "needs.txt").read_text("utf-8").splitlines()
    if line.split()[1:2] == ["library"]
]
TOOLS = (
    "cat",
    "cksum",
    "cp",
    "dirname",
    "grep",
    "mkdir",
    "mktemp",
    "rm",
    "sh",
    "tail",
    "true",
    "uname",
)

# Makes an environment whose pip writes down what it was asked for.
PYTHON = """#!/bin/sh
case "$*" in
    *"ensurepip, venv"*) [ -e "$MACHINE/has-venv" ]; exit ;;
    *python%d*) echo python3.11-venv; exit ;;
    *sys.exit*) exit 0 ;;
    --version) echo Python 3.11.2; exit ;;
    *sys.prefix*) echo "$(pwd -P)/.venv"; exit ;;
    *" pip "*)
        echo "pip $*" >>"$MACHINE/said"
        case "$*" in *pins*) [ ! -e "$MACHINE/has-other-releases" ]; exit ;; esac
        exit ;;
    "-m venv"*) mkdir -p .venv/bin; cp "$0" .venv/bin/python; exit ;;
esac
exit 1
"""
APT = """#!/bin/sh
echo "apt-get $*" >>"$MACHINE/said"
case "$*" in *install*)
    for word in "$@"; do case $word in
        libgl1) echo libGL.so.1 >>"$MACHINE/libraries" ;;
        *-venv) : >"$MACHINE/has-venv" ;;
    esac; done ;;
esac
"""


class Machine:
    """A folder with a checkout's set-up in it and a few commands that pretend."""

    def __init__(self, folder):
        self.folder = folder
        self.commands = folder / "commands"
        self.checkout = folder / "checkout"
        self.commands.mkdir()
        (self.checkout / "house").mkdir(parents=True)
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        for name in ("setup.sh", "needs.txt", "pins.txt"):
            shutil.copy(ROOT / "house" / name, self.checkout / "house")
        for name in TOOLS:
            (self.commands / name).symlink_to(shutil.which(name))
        self.has("env", 'while case $1 in *=*) true;; *) false;; esac; do shift; done; exec "$@"')
        self.has("python3", PYTHON)
        self.has("ldconfig", 'cat "$MACHINE/libraries"')
        self.libraries(LIBRARIES)
        (folder / "has-venv").touch()

    def has(self, name, script):
        command = self.commands / name
        command.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n", "utf-8")
        command.chmod(0o755)

    def libraries(self, names):
        (self.folder / "libraries").write_text("".join(f"\t{name}\n" for name in names), "utf-8")

    def set_up(self, level="run"):
        return subprocess.run(
            ["sh", "house/setup.sh", level],
            cwd=self.checkout,
            env={"PATH": str(self.commands), "MACHINE": str(self.folder)},
            capture_output=True,
            text=True,
        )

    def said(self):
        said = self.folder / "said"
        return said.read_text("utf-8") if said.exists() else ""


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_machine_that_has_everything_gets_an_environment_and_nothing_else(machine):
    told = machine.set_up()
    assert told.returncode == 0, told.stderr
    assert "Making .venv with Python 3.11.2" in told.stdout
    assert "apt-get" not in machine.said()
    assert "install -q -c house/pins.txt -e .\n" in machine.said()


def test_tests_need_what_developers_need(machine):
    machine.has("apt-get", APT)
    machine.has("id", "echo 0")
    machine.set_up("all")
    assert "install -q -c house/pins.txt -e .[dev]\n" in machine.said()
    assert "xvfb" in machine.said()


def test_the_second_time_nothing_is_done_or_said(machine):
    machine.set_up()
    done = machine.said()
    started = time.perf_counter()
    told = machine.set_up()
    assert time.perf_counter() - started < 1
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    assert machine.said() == done


def test_a_change_of_the_dependencies_or_of_the_place_is_noticed(machine):
    machine.set_up()
    with (machine.checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert "Ready." in machine.set_up().stdout
    machine.checkout = machine.checkout.rename(machine.folder / "moved")
    assert "Ready." in machine.set_up().stdout


def test_where_a_pinned_release_cannot_be_had_the_allowed_ones_are_taken(machine):
    (machine.folder / "has-other-releases").touch()
    told = machine.set_up()
    assert told.returncode == 0
    assert "house/pins.txt" in told.stderr
    assert machine.said().endswith("install -q -e .\n")


@pytest.mark.parametrize(("user", "through"), [("0", ""), ("1000", "sudo")])
def test_missing_libraries_are_installed_where_that_is_allowed(machine, user, through):
    machine.libraries(LIBRARIES[1:])
    machine.has("apt-get", APT)
    machine.has("id", f"echo {user}")
    machine.has("sudo", 'shift; echo sudo >>"$MACHINE/said"; exec "$@"')
    told = machine.set_up()
    assert told.returncode == 0, told.stderr
    assert "Installing system packages: libgl1\n" in told.stdout
    assert "install libgl1\n" in machine.said()
    assert ("sudo" in machine.said()) is bool(through)


def test_what_may_not_be_installed_is_named_exactly(machine):
    machine.libraries(LIBRARIES[1:-1])
    (machine.folder / "has-venv").unlink()
    machine.has("apt-get", APT)
    machine.has("id", "echo 1000")
    machine.has("sudo", "exit 1")
    told = machine.set_up()
    assert told.returncode != 0
    assert "sudo apt-get install python3.11-venv libgl1 libxkbcommon-x11-0\n" in told.stderr
    assert "apt-get" not in machine.said()
    assert not (machine.checkout / ".venv").exists()


def test_a_tool_only_the_tests_use_does_not_stop_the_rest(machine):
    machine.has("apt-get", APT)
    machine.has("id", "echo 1000")
    told = machine.set_up("all")
    assert told.returncode == 0
    assert "xvfb" in told.stderr
    assert "Ready." in told.stdout


def test_without_a_python_that_is_new_enough_the_package_is_named(machine):
    machine.has("python3", "exit 1")
    told = machine.set_up()
    assert told.returncode != 0
    assert "Python 3.11 or newer" in told.stderr
    assert "sudo apt-get install python3 python3-venv" in told.stderr
