"""Times in which Python does not look for garbage."""

import gc

import pytest

from writerdesk.garbage import nothing_collected


def fail_meanwhile():
    with nothing_collected():
        assert not gc.isenabled()
        raise ZeroDivisionError


def test_garbage_is_looked_for_again_afterwards_whatever_happened():
    with pytest.raises(ZeroDivisionError):
        fail_meanwhile()
    assert gc.isenabled()


def test_inside_another_such_time_nothing_is_collected_until_the_outer_ends():
    with nothing_collected():
        with nothing_collected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
