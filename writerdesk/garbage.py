"""Times in which Python does not look for garbage: much is made, and all of it stays.

Its search goes through all that is already there. At a million words a side it made the first
paint of a comparison cost 259 ms instead of 182, and opening a story with 5,000 notes a third more.
"""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Generator[None]:
    """Keep Python from looking for garbage meanwhile."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
