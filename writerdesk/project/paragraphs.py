"""Paragraphs on disk: each stored once under its digest, named by a number."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from writerdesk.manuscript import Paragraph
from writerdesk.project.failures import Damage
from writerdesk.project.packing import packed, unpacked

# Stands where a paragraph can't be read; `story` shows it as what it is, a gap.
GAP = Paragraph("", kind="damaged")


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
    found: dict[int, Paragraph] = {}
    for number, digest, content in rows:
        try:
            found[number] = stored_paragraph(digest, content)
        except Damage:
            continue
    return found


def stored_paragraph(digest: object, content: object) -> Paragraph:
    """Return what a row holds; raises Damage if it is not what was stored under that digest."""
    written = unpacked(content)
    if blake2b(written, digest_size=16).digest() != digest:
        raise Damage("a paragraph that is not what its digest says")
    try:
        return Paragraph.from_canonical(written)
    except (ValueError, TypeError, RecursionError) as error:
        raise Damage("a paragraph that can't be read") from error


def _number(connection: sqlite3.Connection, paragraph: Paragraph) -> int:
    written = paragraph.canonical()
    digest = blake2b(written, digest_size=16).digest()
    row = connection.execute("SELECT number FROM paragraph WHERE digest = ?", (digest,)).fetchone()
    if row is not None:
        return row[0]
    added = connection.execute(
        "INSERT INTO paragraph (digest, content) VALUES (?, ?)", (digest, packed(written))
    )
    assert added.lastrowid is not None
    return added.lastrowid
