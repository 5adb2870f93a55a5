"""What a revision is, and the seal that shows whether its row is still what was written.

Who made it and its number there are its name everywhere, in other copies of the story too; the
number in its chain is only this file's.
"""

import json
from datetime import UTC, datetime
from hashlib import blake2b
from typing import NamedTuple

from writerdesk.project.values import Column


class Revision(NamedTuple):
    """One state of a field: when it came about, why, and the name the writer gave it.

    ``parent`` is the number of the state it came from, None for the first.
    """

    number: int
    replica: int
    counter: int
    parent: int | None
    milliseconds: int
    why: str
    name: str

    @property
    def id(self) -> str:
        """What it is called everywhere."""
        return revision_id(self.replica, self.counter)

    @property
    def time(self) -> datetime:
        """When it was saved."""
        return moment(self.milliseconds)


class Stamp(NamedTuple):
    """Who saves, when and why: what all revisions of one save have in common."""

    replica: int
    milliseconds: int
    why: str
    name: str


class Chain(NamedTuple):
    """Whose revisions they are: a field of a record."""

    kind: str
    record: str
    field: str


class Content(NamedTuple):
    """What a revision stores: how to read it, the revision a delta builds on, the bytes."""

    form: int
    base: int | None
    column: Column


def revision_id(replica: int, counter: int) -> str:
    """Return the name of a revision."""
    return f"{replica:x}-{counter}"


def moment(milliseconds: int) -> datetime:
    """Return the time that is stored as milliseconds."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def milliseconds(time: datetime) -> int:
    """Return a time as it is stored."""
    return round(time.timestamp() * 1000)


def seal(chain: Chain, revision: Revision, content: Content) -> bytes:
    """Return 8 bytes that change when anything of a revision does."""
    column = content.column
    told = json.dumps([*chain, *revision, content.form, content.base], separators=(",", ":"))
    written = column if isinstance(column, bytes) else repr(column).encode(errors="replace")
    return blake2b(told.encode() + b"\n" + written, digest_size=8).digest()
