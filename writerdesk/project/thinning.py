"""Gives up revisions that nobody will look for.

What goes leaves a tombstone: whose revision it was and why it went, no text. The next frame of a
text, which built on it, is written anew on the last one that stays.
"""

import sqlite3
from collections.abc import Sequence

from writerdesk.project import rows
from writerdesk.project.frames import EMPTY_DELTA
from writerdesk.project.heads import Head
from writerdesk.project.revisions import AUTOMATIC, Content, Revision
from writerdesk.project.rotation import surplus_revisions
from writerdesk.project.texts import StoredText, read_texts, write_text
from writerdesk.project.values import Form

# Named versions, what came from a file and what stood before a restore or a run of takes stay.
PASSING = frozenset((AUTOMATIC, "recovered"))


def surplus(revisions: Sequence[Revision], now: int) -> list[Revision]:
    """Return the revisions of a chain that thinning gives up."""
    places = surplus_revisions([revision.milliseconds for revision in revisions], now)
    return [
        revisions[place]
        for place in places
        if revisions[place].why in PASSING and not revisions[place].name
    ]


def give_up(connection: sqlite3.Connection, head: Head, gone: Sequence[Revision]) -> None:
    """Take revisions out of a chain; never its head."""
    numbers = {revision.number for revision in gone}
    before: int | None = None
    cut = False
    for revision in rows.listed(connection, head.field):
        if revision.number in numbers:
            cut = True
            continue
        if cut:
            _build_anew(connection, head, revision.number, before)
        before, cut = revision.number, False
    for revision in gone:
        rows.bury(connection, head.field, revision, "thinned")


def _build_anew(
    connection: sqlite3.Connection, head: Head, number: int, before: int | None
) -> None:
    """Have a text's revision build on ``before``, the last one that stays."""
    row = rows.row(connection, head.field, number)
    if row.content.base is None:
        return
    after = _text(connection, head.field, number)
    written = write_text(connection, _base(connection, head.field, before), after.document)
    if written is None:
        content = Content(Form.TEXT, before, EMPTY_DELTA)
    else:
        content = Content(Form.TEXT, before if written.is_delta else None, written.frame)
    rows.replace(connection, head.field, head.chain, (row.revision, content))


def _base(connection: sqlite3.Connection, field: int, number: int | None) -> StoredText | None:
    if number is None or rows.row(connection, field, number).content.form != Form.TEXT:
        return None
    return _text(connection, field, number)


def _text(connection: sqlite3.Connection, field: int, number: int) -> StoredText:
    return read_texts(connection, [rows.frames(connection, field, number)])[0]
