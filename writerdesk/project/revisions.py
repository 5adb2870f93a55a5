"""What a revision is, and the seal that shows whether its row is still what was written.

Who made it and its number there are its name everywhere, in other copies of the story too; the
number in its chain is only this file's. What numbers say of it stands in one packed value: SQLite
hands over a thousand of those in a tenth of the time that five thousand numbers take.
"""

import json
import struct
from datetime import UTC, datetime
from typing import NamedTuple

from writerdesk.hashing import blake2b
from writerdesk.project.failures import Damage
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


AUTOMATIC = "automatic"
"""Why nearly all revisions are there: nobody asked for them."""

# Its number, who made it, its number there, its parent (0 is none), when.
_FACTS = struct.Struct(">IIIIq")

FACTS_SIZE = _FACTS.size
"""How many bytes `facts_of` a revision are."""

LAST_TIME = 253_402_300_799_000
"""The milliseconds of the last day that a calendar has."""


def facts_of(revision: Revision) -> bytes:
    """Pack what numbers say of a revision."""
    number, replica, counter, parent, time, _, _ = revision
    return _FACTS.pack(number, replica, counter, parent or 0, time)


def revision_of(facts: object, why: object, name: object) -> Revision:
    """Return the revision of which `facts_of` packed the numbers; raises Damage if it can't be."""
    if not isinstance(facts, bytes) or len(facts) != _FACTS.size:
        raise Damage("a revision that can't be read")
    number, replica, counter, parent, time = _FACTS.unpack(facts)
    if not (isinstance(why, str) and isinstance(name, str) and 0 <= time <= LAST_TIME):
        raise Damage("a revision that can't be read")
    return Revision(number, replica, counter, parent or None, time, why, name)


def packed_name(replica: int, counter: int) -> bytes:
    """Return what facts hold of who made a revision and its number there; empty if none can."""
    try:
        return _NAME.pack(replica, counter)
    except struct.error:
        return b""


_NAME = struct.Struct(">II")


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
