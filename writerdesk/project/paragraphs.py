"""Paragraphs on disk: each stored once under its digest, named by a number."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial

from writerdesk.hashing import blake2b
from writerdesk.manuscript import DAMAGED, Paragraph, paragraphs_from_canonical
from writerdesk.project.failures import Damage
from writerdesk.project.packing import UNPACKED, packed, unpacked

# Stands where a paragraph can't be read; `story` shows it as what it is, a gap.
GAP = Paragraph("", kind=DAMAGED)

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
    numbered, written = _whole(rows.fetchall())
    read = paragraphs_from_canonical(written)
    found = zip(numbered, read, strict=True)
    return {number: paragraph for number, paragraph in found if paragraph is not None}


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


def _whole(
    rows: Sequence[tuple[int, object, object]],
) -> tuple[Sequence[int], Sequence[bytes]]:
    """Return the numbers and the bytes of rows that are what was stored."""
    if not rows:
        return (), ()
    numbers, digests, contents = zip(*rows, strict=True)
    try:
        written = [
            content if type(content) is bytes and content[:1] == UNPACKED else unpacked(content)
            for content in contents
        ]
    except Damage:
        return _those_whole(rows)
    # All together, for nearly always all are whole.
    if tuple([hashed.digest() for hashed in map(_HASH, written)]) != digests:
        return _those_whole(rows)
    return numbers, written


def _those_whole(
    rows: Iterable[tuple[int, object, object]],
) -> tuple[Sequence[int], Sequence[bytes]]:
    numbers: list[int] = []
    written: list[bytes] = []
    for number, digest, content in rows:
        with suppress(Damage):
            one = unpacked(content)
            if _digest(one) == digest:
                numbers.append(number)
                written.append(one)
    return numbers, written


def _digest(written: bytes) -> bytes:
    return _HASH(written).digest()


_HASH = partial(blake2b, digest_size=16)


def _number(connection: sqlite3.Connection, paragraph: Paragraph) -> int:
    written = paragraph.canonical()
    digest = _digest(written)
    row = connection.execute(
        "SELECT number, content FROM paragraph WHERE digest = ?", (digest,)
    ).fetchone()
    if row is not None:
        # Whoever says again what a damaged row said mends it.
        if row[1] != packed(written):
            connection.execute(
                "UPDATE paragraph SET content = ? WHERE number = ?", (packed(written), row[0])
            )
        return row[0]
    added = connection.execute(
        "INSERT INTO paragraph (number, digest, content) VALUES ((SELECT 1 + max("
        "coalesce((SELECT max(number) FROM paragraph), 0),"
        " coalesce((SELECT value FROM meta WHERE name = ?), 0))), ?, ?)",
        (PURGED_UP_TO, digest, packed(written)),
    )
    assert added.lastrowid is not None
    return added.lastrowid
