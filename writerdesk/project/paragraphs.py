"""Paragraphs on disk: each stored once under its digest, named by a number."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from hashlib import blake2b

from writerdesk.manuscript import Paragraph, paragraphs_from_canonical
from writerdesk.project.failures import Damage
from writerdesk.project.packing import UNPACKED, packed, unpacked

# Stands where a paragraph can't be read; `story` shows it as what it is, a gap.
GAP = Paragraph("", kind="damaged")

# Where `meta` says up to which number paragraphs may have been purged: no number is given twice, so
# that one that is missing can be fetched from a backup by its number.
PURGED_UP_TO = "purged_up_to"


def keep_paragraphs(
    connection: sqlite3.Connection, paragraphs: Iterable[Paragraph]
) -> tuple[int, ...]:
    """Store what is not stored yet, and return the numbers of all, in order."""
    return tuple(_number(connection, paragraph) for paragraph in paragraphs)


def read_paragraphs(
    connection: sqlite3.Connection, numbers: Iterable[int]
) -> Mapping[int, Paragraph]:
    """Return the paragraphs stored under ``numbers``, without those that are damaged."""
    rows = connection.execute(
        "SELECT number, digest, content FROM json_each(?)"
        " CROSS JOIN paragraph ON number = json_each.value",
        (json.dumps(sorted(set(numbers))),),
    )
    whole = _whole(rows.fetchall())
    read = paragraphs_from_canonical([written for _, written in whole])
    return {
        number: paragraph
        for (number, _), paragraph in zip(whole, read, strict=True)
        if paragraph is not None
    }


def is_paragraph(digest: object, content: object) -> bool:
    """Tell whether a row holds what was stored under its digest."""
    try:
        stored_paragraph(digest, content)
    except Damage:
        return False
    return True


def stored_paragraph(digest: object, content: object) -> Paragraph:
    """Return what a row holds; raises Damage if it is not what was stored under that digest."""
    written = unpacked(content)
    if _digest(written) != digest:
        raise Damage("a paragraph that is not what its digest says")
    try:
        return Paragraph.from_canonical(written)
    except (ValueError, TypeError, RecursionError) as error:
        raise Damage("a paragraph that can't be read") from error


def _whole(rows: Sequence[tuple[int, object, object]]) -> list[tuple[int, bytes]]:
    """Return the numbers and the bytes of rows that are what was stored."""
    try:
        written = [
            content if type(content) is bytes and content[:1] == UNPACKED else unpacked(content)
            for _, _, content in rows
        ]
    except Damage:
        return [pair for row in rows for pair in _if_whole(*row)]
    # All together, for nearly always all are whole.
    hashed = map(_HASH, written)
    if [one.digest() for one in hashed] != [digest for _, digest, _ in rows]:
        return [pair for row in rows for pair in _if_whole(*row)]
    return [(number, one) for (number, _, _), one in zip(rows, written, strict=True)]


def _if_whole(number: int, digest: object, content: object) -> list[tuple[int, bytes]]:
    try:
        written = unpacked(content)
    except Damage:
        return []
    return [(number, written)] if _digest(written) == digest else []


def _digest(written: bytes) -> bytes:
    return _HASH(written).digest()


_HASH = partial(blake2b, digest_size=16)


def _number(connection: sqlite3.Connection, paragraph: Paragraph) -> int:
    written = paragraph.canonical()
    digest = _digest(written)
    row = connection.execute("SELECT number FROM paragraph WHERE digest = ?", (digest,)).fetchone()
    if row is not None:
        return row[0]
    added = connection.execute(
        "INSERT INTO paragraph (number, digest, content) VALUES ((SELECT 1 + max("
        "coalesce((SELECT max(number) FROM paragraph), 0),"
        " coalesce((SELECT value FROM meta WHERE name = ?), 0))), ?, ?)",
        (PURGED_UP_TO, digest, packed(written)),
    )
    assert added.lastrowid is not None
    return added.lastrowid
