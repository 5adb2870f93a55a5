"""Whoever kills the program, whenever, takes nothing that was called safe or saved."""

import sys

import pytest

from tests.formats.older import older_format_known
from tests.torture.acts import ACTIVITIES
from tests.torture.killing import kill_often

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


@pytest.fixture(autouse=True)
def _older_format():
    with older_format_known():
        yield


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_a_killed_writer_loses_nothing_it_was_told_is_safe(tmp_path, activity):
    tally = kill_often(tmp_path, activity, 12)
    assert tally.lost == []
    assert tally.logs_told > 0


@pytest.mark.torture
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_thousands_of_killed_writers_lose_nothing(tmp_path, activity):
    tally = kill_often(tmp_path, activity, 10_000 // len(ACTIVITIES) + 1, seed=2)
    print(activity, tally)
    assert tally.lost == []
    assert tally.hot_journals > 0
