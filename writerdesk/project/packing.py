"""Bytes as they are stored: pressed if that makes them shorter, bounded when read.

What is stored is JSON and begins with ``{``; what zlib pressed begins with ``x``. So it needs no
mark to tell them apart.
"""

import zlib

from writerdesk.project.failures import Damage

# Far above any paragraph or manifest that `exchange` lets in (20 million characters in a file), far
# below what would press memory: a received file may hold a bomb.
_LARGEST = 256 * 1024 * 1024
# Level 9 on 100,000 words of paragraphs is 1 % smaller than 6 and costs twice the time.
_LEVEL = 6
# 1,000 saves of 100,000 words: pressing from 64 bytes on takes 1.02 MB, from 400 1.09, from 1,000
# 1.26, never 1.55; reading a draft back takes 3 ms less at 1,000 than at 400, for a pressed
# paragraph costs as much as reading five others.
_WORTH_PRESSING = 1000
_PRESSED = b"x"
UNPACKED = b"{"
"""What begins so was not pressed: it is what was stored."""


def packed(content: bytes) -> bytes:
    """Return ``content`` as it is stored."""
    if len(content) < _WORTH_PRESSING:
        return content
    pressed = zlib.compress(content, _LEVEL)
    return pressed if len(pressed) < len(content) else content


def unpacked(stored: object) -> bytes:
    """Return what `packed` was given; raises Damage for anything else."""
    if not isinstance(stored, bytes):
        raise Damage("not stored bytes")
    if stored[:1] != _PRESSED:
        return stored
    reader = zlib.decompressobj()
    try:
        content = reader.decompress(stored, _LARGEST)
    except zlib.error as error:
        raise Damage("pressed bytes that can't be read") from error
    if not reader.eof or reader.unused_data:
        raise Damage("pressed bytes that don't end where they should")
    return content
