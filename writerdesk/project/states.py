"""What each record says now, packed whole: opening a story reads one row of these for each.

They are derived from the chains, written with every save and sealed; a record whose row is missing
or does not fit its seal is read from its chains. Texts up to a page are packed along, longer ones
stand apart and are told by their own frames. What is packed is read when it is first looked at: of
5,000 notes and 60,000 values on sheets a sitting looks at a few.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, cast

from writerdesk.hashing import blake2b
from writerdesk.manuscript import Document, Paragraph, ParagraphId, Value
from writerdesk.manuscript.records import LazyFields
from writerdesk.project.failures import Damage
from writerdesk.project.frames import Manifest, read_told, told_whole
from writerdesk.project.packing import UNPACKED, packed
from writerdesk.project.values import read_value, read_written, written

# A note is a few lines; a draft that grows past a page leaves its state, which need not be written
# again with every save then.
_LONGEST_TEXT = 1000

_NO_TEXTS: Mapping[str, Document] = MappingProxyType({})


class State(NamedTuple):
    """What a record says, packed, and how many of its texts are long and stand apart."""

    content: bytes
    apart: int


class Owner(NamedTuple):
    """Whose state it is: a record's number in the file, its kind and its id."""

    number: int
    kind: str
    id: str


def state_of(fields: Mapping[str, Value]) -> State:
    """Pack what a record says."""
    told: dict[str, object] = {}
    apart = 0
    for name, value in fields.items():
        if not isinstance(value, Document):
            told[name] = written(value)
        elif _is_long(value):
            apart += 1
        else:
            told[name] = _told(value)
    content = json.dumps(told, separators=(",", ":"))
    return State(packed(content.encode()), apart)


def read_states(connection: sqlite3.Connection) -> Iterator[tuple[Owner, State | None]]:
    """Read the states of all records in the order they were made; None is one that can't be."""
    found = connection.execute(
        "SELECT number, kind, id, content, apart, seal FROM record"
        " LEFT JOIN state ON state.record = record.number ORDER BY number"
    )
    for number, kind, id, content, apart, seal in found:
        owner = Owner(number, kind, id)
        is_whole = type(content) is bytes and type(apart) is int
        state = State(content, apart) if is_whole else None
        yield owner, state if state and seal == _seal(owner, state) else None


def keep_state(connection: sqlite3.Connection, owner: Owner, state: State) -> None:
    """Write down what a record says now."""
    connection.execute(
        "INSERT OR REPLACE INTO state (record, content, apart, seal) VALUES (?, ?, ?, ?)",
        (owner.number, *state, _seal(owner, state)),
    )


def forget_states(connection: sqlite3.Connection, records: Collection[int]) -> None:
    """Have records read from their chains, until they are saved again."""
    connection.executemany("DELETE FROM state WHERE record = ?", ((one,) for one in records))


class Fields(LazyFields):
    """The fields of a record, read from its state when they are first looked at."""

    __slots__ = ("_read", "_state", "_texts")

    def __init__(self, state: State, texts: Mapping[str, Document] = _NO_TEXTS) -> None:
        self._state, self._texts = state, texts
        self._read: dict[str, Value] | None = None

    def __bool__(self) -> bool:
        return bool(self._texts) or self._state.content != b"{}"

    def may_say(self, words: str) -> bool:
        """Tell whether some plain words may be in it; what is pressed is not looked into."""
        content = self._state.content
        return content[:1] != UNPACKED or words.encode() in content

    def __getitem__(self, name: str) -> Value:
        return self._fields()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields())

    def __len__(self) -> int:
        return len(self._fields())

    def _fields(self) -> dict[str, Value]:
        if self._read is None:
            try:
                self._read = {**fields_in(self._state), **self._texts}
            except Damage:
                # Its seal fits, so somebody wrote this on purpose.
                self._read = dict(self._texts)
        return self._read


def fields_in(state: State) -> dict[str, Value]:
    """Return what a state says, but for what stands apart; raises Damage if it can't be read."""
    return {name: _read(value) for name, value in read_written(state.content).items()}


def _read(value: object) -> Value:
    if isinstance(value, dict) and "ids" in value:
        return _text(cast("dict[str, object]", value))
    return read_value(cast("object", value))


def _seal(owner: Owner, state: State) -> bytes:
    number, kind, id = owner
    content, apart = state
    told = f"{number}\n{kind}\n{id}\n{apart}\n".encode(errors="replace")
    return blake2b(told + content, digest_size=8).digest()


def _is_long(text: Document) -> bool:
    letters = 0
    for paragraph in text.paragraphs:
        letters += len(paragraph.text) + 1
        if letters > _LONGEST_TEXT:
            return True
    return False


def _told(text: Document) -> Mapping[str, object]:
    told: dict[str, object] = {
        "ids": text.ids,
        "paragraphs": [paragraph.canonical().decode() for paragraph in text.paragraphs],
    }
    frame = told_whole(text, ())
    more = {name: said for name, said in frame.items() if name not in ("ids", "numbers")}
    return {**told, "more": more} if more else told


def _text(told: Mapping[str, object]) -> Document:
    more = told.get("more")
    try:
        who = tuple(map(ParagraphId._make, cast("list[tuple[int, int]]", told["ids"])))
        written = cast("list[str]", told["paragraphs"])
        said = tuple(Paragraph.from_canonical(one.encode()) for one in written)
        if not more:
            return Document(who, said)
        manifest = read_told([cast("dict[str, object]", more)], Manifest())
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Damage("a text that can't be read") from error
    return Document(
        who, said, *manifest.details, origins=manifest.origins, aliases=manifest.aliases
    )
