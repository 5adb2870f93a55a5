"""A room's door offers everything and fetches it when it is asked for."""

import re
import subprocess
import sys

import pytest

import writerdesk.exchange as exchange
from writerdesk.late import pattern

START_PAGE = """
import sys
import writerdesk.app
print(sorted(set(sys.modules) & {
    "numpy", "asyncio", "sqlite3", "writerdesk.exchange.reading",
    "writerdesk.project", "writerdesk.compare", "writerdesk.story", "writerdesk.ui.story_view",
}))
"""


@pytest.mark.parametrize("name", exchange.__all__)
def test_everything_the_room_offers_is_there(name):
    assert getattr(exchange, name) is not None


def test_what_it_does_not_offer_is_missing_as_anywhere():
    with pytest.raises(AttributeError, match="nothing_like_it"):
        exchange.nothing_like_it  # noqa: B018


def test_the_start_page_waits_for_nothing_a_story_needs():
    told = subprocess.run([sys.executable, "-c", START_PAGE], capture_output=True, text=True)
    assert told.stdout == "[]\n", told.stderr


def test_a_pattern_is_what_it_was_written_as_once_it_is_used():
    late, now = pattern("d(.)g", re.DOTALL), re.compile("d(.)g", re.DOTALL)
    for _ in range(2):
        assert late.sub("x", "a d\ng") == now.sub("x", "a d\ng")
        assert late.findall("dog dig") == now.findall("dog dig")
    assert late.pattern == now.pattern
