"""Reads many paragraphs back at once, as opening a story does.

What makes a paragraph slow to read is not its text but a function called here, a character looked
for there. So those that have nothing but a text, as most of a novel's have, are made together.
"""

from collections.abc import Sequence

from writerdesk.manuscript.paragraph import (
    PLAIN_END,
    PLAIN_START,
    Paragraph,
    plain_paragraphs,
    plain_text,
)

# The straight quotes of a paragraph that has only a text, and none in it.
_QUOTES = 4


def paragraphs_from_canonical(written: Sequence[bytes]) -> list[Paragraph | None]:
    """Read back what `Paragraph.canonical` wrote; None for each that is something else."""
    plain = [
        one[9:-2]
        if one.count(b'"') == _QUOTES
        and one[:9] == PLAIN_START
        and one[-2:] == PLAIN_END
        and b"\\" not in one
        else plain_text(one)
        for one in written
    ]
    try:
        made = plain_paragraphs([text.decode() for text in plain if text is not None])
    except ValueError:
        return [_read(one) for one in written]
    if len(made) == len(written):
        return [*made]
    ready = iter(made)
    return [
        _read(one) if text is None else next(ready)
        for one, text in zip(written, plain, strict=True)
    ]


def _read(written: bytes) -> Paragraph | None:
    try:
        return Paragraph.from_canonical(written)
    except (ValueError, TypeError, RecursionError):
        return None
