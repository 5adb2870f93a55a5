"""Memory that a busy process keeps for itself, where the system's library lets it say so.

What a comparison makes and throws away are arrays of a few hundred kilobytes. The library takes
each such from the system and gives it back at once, and a page that is touched for the first time
costs as much as reading a thousand letters. A process that keeps what it freed has its pages ready.
"""

import sys

# What mallopt calls what: from where on memory given back is the system's, by how much more is
# taken at a time, from how large on it is taken from the system for one array alone, and how many
# heaps threads share.
_TRIM_THRESHOLD, _TOP_PAD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -2, -3, -8
# What the library puts into arrays of more than 32 MB is given back whatever one says.
_KEPT, _LARGEST, _AT_A_TIME = 1 << 28, 1 << 25, 1 << 24


def keep_what_is_freed() -> None:
    """Have this process use again what it freed, up to 256 MB; only glibc can be asked to."""
    if sys.platform != "linux":
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return
    for option, value in (
        (_ARENA_MAX, 1),
        (_MMAP_THRESHOLD, _LARGEST),
        (_TRIM_THRESHOLD, _KEPT),
        (_TOP_PAD, _AT_A_TIME),
    ):
        mallopt(option, value)
