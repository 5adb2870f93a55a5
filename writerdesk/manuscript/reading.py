"""Reads many paragraphs back at once, as opening a story does.

What makes a paragraph slow to read is not its text but a function called here, a character looked
for there. So those that have nothing but a text, as most of a novel's have, are looked over as one.
"""

from collections.abc import Sequence

from writerdesk.manuscript.paragraph import (
    CONTROLS,
    PLAIN_END,
    PLAIN_START,
    Paragraph,
    has_other_unwritable,
    plain_paragraphs_of_writable,
)

# Whatever tells more than a text: when all else is left out, a plain paragraph is four quotes.
_TELLING = bytes(sorted({*CONTROLS, *b'"\\\n'}))
_ALL_ELSE = bytes(sorted({*range(256)} - {*_TELLING}))
_PLAIN = b'""""\n'


def paragraphs_from_canonical(written: Sequence[bytes]) -> list[Paragraph | None]:
    """Read back what `Paragraph.canonical` wrote; None for each that is something else."""
    looks_plain = [
        one[:9] == PLAIN_START
        and one[-2:] == PLAIN_END
        and (b"\\" not in one or one.count(b"\\") == one.count(b'\\"'))
        for one in written
    ]
    if all(looks_plain):
        made = _plain(written)
        return [*made] if made is not None else [_read(one) for one in written]
    made = _plain([one for one, plain in zip(written, looks_plain, strict=True) if plain])
    if made is None:
        return [_read(one) for one in written]
    ready = iter(made)
    return [
        next(ready) if plain else _read(one)
        for one, plain in zip(written, looks_plain, strict=True)
    ]


def _plain(written: Sequence[bytes]) -> Sequence[Paragraph] | None:
    """Return paragraphs that look as if they had only a text; None unless all of them do."""
    # A backslash stands only before a quote of the text: what is left is the quotes around it.
    rest = b"\n".join((*written, b"")).translate(None, _ALL_ELSE)
    has_quotes = b"\\" in rest
    if (rest.replace(b'\\"', b"") if has_quotes else rest) != _PLAIN * len(written):
        return None
    try:
        texts = [one[9:-2].decode() for one in written]
    except ValueError:
        return None
    if has_other_unwritable("".join(texts)):
        return None
    if has_quotes:
        texts = [text.replace('\\"', '"') for text in texts]
    return plain_paragraphs_of_writable(texts)


def _read(written: bytes) -> Paragraph | None:
    try:
        return Paragraph.from_canonical(written)
    except (ValueError, TypeError, RecursionError):
        return None
