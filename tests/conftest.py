"""Every test runs without a display and in folders of its own, and leaves neither windows behind.

This must be settled before the first import of Qt, so it stands at the top and not in a fixture.
"""

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from house.pseudo import ACCENTED, RIGHT_TO_LEFT, write_pseudo_catalogues
from writerdesk import words

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_HOME = Path(tempfile.mkdtemp(prefix="writerdesk-tests-"))
for _name, _place in {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}.items():
    (_HOME / _place).mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_HOME / _place)
# What the machine speaks must not decide what a test reads.
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)
os.environ["LC_ALL"] = "C.UTF-8"

# A machine that does many things at once is no reason to fail for a law, nor for what is waited for
# (5 seconds passed on a bare machine at a load of 12); a server's run must fail twice for the same
# reason, so it draws the same examples each time.
settings.register_profile("here", deadline=None)
settings.register_profile("server", deadline=None, derandomize=True, print_blob=True)
for _wait in (
    QtBot.waitActive,
    QtBot.waitExposed,
    QtBot.waitSignal,
    QtBot.waitSignals,
    QtBot.waitUntil,
):
    _wait.__kwdefaults__ = {**(_wait.__kwdefaults__ or {}), "timeout": 60_000}
settings.load_profile("server" if os.environ.get("CI") else "here")


def _refuse_the_network(event, details):
    """Fail whatever reaches out: nothing of a writer's leaves the machine."""
    if event == "socket.getaddrinfo":
        raise AssertionError(f"the network was asked for {details[0]}")
    if event in ("socket.connect", "socket.bind") and isinstance(details[1], tuple):
        raise AssertionError(f"the network was reached for: {details[1]}")


sys.addaudithook(_refuse_the_network)


def pytest_addoption(parser):
    """Let drawn expectations be drawn anew."""
    parser.addoption("--accept", action="store_true", help="draw tests/stories/*/expected.txt anew")


@pytest.fixture(autouse=True)
def _folders_start_empty():
    """Give each test empty folders for settings, data and logs."""
    yield
    for place in _HOME.iterdir():
        for left in place.iterdir():
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


@pytest.fixture(scope="session")
def _pseudo_catalogues(tmp_path_factory):
    locale = tmp_path_factory.mktemp("locale")
    write_pseudo_catalogues(locale, Path(__file__).resolve().parents[1])
    return locale


@pytest.fixture(params=[ACCENTED, RIGHT_TO_LEFT])
def nobodys_language(request, _pseudo_catalogues):
    """Speak a language nobody speaks, once accented, once right to left; return its name."""
    assert words.speak(request.param, _pseudo_catalogues)
    yield request.param
    words.speak("en", _pseudo_catalogues)


def pytest_collection_finish():
    """Keep what was imported for all tests out of the many collections of garbage to come."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item):
    """Collect a Qt test's widgets in the thread they live in, before the next test begins."""
    if "qtbot" in item.fixturenames or "qapp" in item.fixturenames:
        gc.collect()


def pytest_unconfigure():
    """Leave nothing in the system's folder for temporary files."""
    shutil.rmtree(_HOME, ignore_errors=True)
