"""Looks whether every paragraph and every revision of a file is still what was written.

SQLite's own check sees broken pages; a flipped bit inside a text only a hash sees.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document
from writerdesk.project import rows, schema
from writerdesk.project.connection import connect
from writerdesk.project.failures import Damage, told_as_problems
from writerdesk.project.heads import small_values
from writerdesk.project.hostile import look_inside
from writerdesk.project.migrating import brought_forward_in_memory
from writerdesk.project.paragraphs import is_paragraph
from writerdesk.project.states import fields_in, read_states


@frozen
class Audit:
    """What a file holds, and what of it is not what was written."""

    paragraphs: int = 0
    revisions: int = 0
    damaged_paragraphs: tuple[int, ...] = ()
    damaged_revisions: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everything is as it was written."""
        return not (self.damaged_paragraphs or self.damaged_revisions or self.structure)


def audit(path: Path) -> Audit:
    """Look at all of a story's file, from any thread; slow for a large one.

    Raises a `Problem` if not even its tables can be read.
    """
    with told_as_problems(path):
        connection = connect(path, read_only=True)
        try:
            seen = look_inside(connection, path)
            structure = _structure(connection)
            if seen.made_by < schema.FORMAT:
                connection = brought_forward_in_memory(connection)
            elif seen.is_broken:
                from writerdesk.project.salvage import salvaged

                broken, (connection, _) = connection, salvaged(connection, ())
                broken.close()
            return replace(audit_open(connection), structure=structure)
        finally:
            connection.close()


def audit_open(connection: sqlite3.Connection) -> Audit:
    """Look at all of an open file."""
    before = connection.text_factory
    # What is not UTF-8 any more is damaged where it stands, and no reason to look no further.
    connection.text_factory = _read_as_far_as_can_be
    try:
        return _looked_at(connection)
    finally:
        connection.text_factory = before


def _read_as_far_as_can_be(written: bytes) -> str:
    return written.decode(errors="replace")


def _looked_at(connection: sqlite3.Connection) -> Audit:
    structure = _structure(connection)
    paragraphs = [
        (number, is_paragraph(digest, content))
        for number, digest, content in connection.execute(
            "SELECT number, digest, content FROM paragraph"
        )
    ]
    revisions = list(rows.sealed(connection))
    heads = connection.execute(
        "SELECT field.name FROM field WHERE head != 0 AND head IS NOT"
        " (SELECT max(revision.number) FROM revision WHERE revision.field = field.number)"
    )
    return Audit(
        len(paragraphs),
        len(revisions),
        tuple(number for number, is_whole in paragraphs if not is_whole),
        (
            *dict.fromkeys(
                (
                    *(one.record for one in revisions if not one.is_whole),
                    *_contradicting(connection),
                )
            ),
            *(str(name) for (name,) in heads),
        ),
        structure,
    )


def _contradicting(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the records whose packed state says other small values than their chains.

    A state that does not fit its seal is none: such a record is read from its chains.
    """
    states = [(owner, state) for owner, state in read_states(connection) if state is not None]
    folded, _ = small_values(connection, [owner.number for owner, _ in states])
    for owner, state in states:
        try:
            said = fields_in(state)
        except Damage:
            yield owner.id
            continue
        small = {name: value for name, value in said.items() if not isinstance(value, Document)}
        if small != folded.get(owner.id, {}):
            yield owner.id


def _structure(connection: sqlite3.Connection) -> tuple[str, ...]:
    try:
        lines = connection.execute("PRAGMA integrity_check(20)").fetchall()
    except sqlite3.DatabaseError as error:
        return (str(error),)
    return tuple(str(line) for (line,) in lines if line != "ok")
