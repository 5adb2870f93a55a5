"""Every field of every record as a chain of revisions: the heads in memory, all of them on disk.

What a save adds stays pending until the file has it, so that a save that failed leaves no trace.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from writerdesk.manuscript import Change, Document, Record, Value
from writerdesk.project.failures import Damage
from writerdesk.project.revisions import Chain, Content, Revision, Stamp, seal
from writerdesk.project.texts import StoredText, read_texts, write_text
from writerdesk.project.values import Form, from_column, to_column

Key: TypeAlias = tuple[str, str]

_COLUMNS = "number, replica, counter, parent, time, why, name"


@dataclass(frozen=True, slots=True)
class Head:
    """The last revision of a chain and what it says; ``text`` is how a document is stored."""

    chain: Chain
    field: int
    number: int
    value: Value
    text: StoredText | None = None


@dataclass(frozen=True, slots=True)
class Loss:
    """A field of which something can't be read: so many paragraphs, or its newest revision."""

    record: str
    field: str
    paragraphs: int = 0


@dataclass(slots=True)
class _Saving:
    """What a save in progress has added."""

    heads: dict[Key, Head] = field(default_factory=dict[Key, Head])
    records: dict[str, int] = field(default_factory=dict[str, int])
    last: int = 0


class Chains:
    """The revisions of one story's file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._heads: dict[Key, Head] = {}
        self._records: dict[str, int] = {}
        self._kinds: dict[str, str] = {}
        self._made = 0
        self._saving = _Saving()
        self.losses: list[Loss] = []
        self._load()

    def records(self) -> tuple[Record, ...]:
        """Return every record with its fields as they stand, in the order they were made."""
        fields: dict[str, dict[str, Value]] = {id: {} for id in self._records}
        for (record, name), head in self._heads.items():
            if head.value is not None:
                fields[record][name] = head.value
        return tuple(Record(self._kinds[id], id, values) for id, values in fields.items())

    def value(self, record: str, name: str) -> Value:
        """Return what a field says now."""
        head = self._heads.get((record, name))
        return head.value if head else None

    def append(self, change: Change, stamp: Stamp) -> None:
        """Add a revision to a field's chain, unless it says just what the last one says."""
        key = change.id, change.field
        before = self._saving.heads.get(key) or self._heads.get(key)
        if before is not None and _is_as_before(before, change.after):
            return
        chain = Chain(change.kind, change.id, change.field)
        content, text = self._content(before, change.after)
        if content is None:
            return
        number = before.number + 1 if before else 1
        where = before.field if before else self._new_field(chain)
        self._saving.last += 1
        revision = Revision(
            number,
            stamp.replica,
            self._made + self._saving.last,
            before.number if before else None,
            stamp.milliseconds,
            stamp.why,
            stamp.name,
        )
        self._insert(where, revision, content, seal(chain, revision, content))
        self._saving.heads[key] = Head(chain, where, number, change.after, text)

    @property
    def pending(self) -> int:
        """The counter of the last revision that the save in progress has added."""
        return self._made + self._saving.last

    @property
    def has_pending(self) -> bool:
        """Whether the save in progress has added anything."""
        return self._saving.last > 0

    def has_revision(self, id: str) -> bool:
        """Tell whether the file has a revision of that name."""
        replica, _, counter = id.partition("-")
        try:
            asked = int(replica, 16), int(counter)
        except ValueError:
            return False
        found = self._connection.execute(
            "SELECT 1 FROM revision WHERE replica = ?1 AND counter = ?2"
            " UNION ALL SELECT 1 FROM tombstone WHERE replica = ?1 AND counter = ?2",
            asked,
        )
        return found.fetchone() is not None

    def keep(self) -> None:
        """The file has what was appended."""
        self._heads.update(self._saving.heads)
        self._records.update(self._saving.records)
        for head in self._saving.heads.values():
            self._kinds[head.chain.record] = head.chain.kind
        self._made += self._saving.last
        self._saving = _Saving()

    def forget(self) -> None:
        """The file has nothing of what was appended."""
        self._saving = _Saving()

    def history(self, record: str, name: str) -> tuple[Revision, ...]:
        """Return the revisions of a field, the oldest first."""
        head = self._heads.get((record, name))
        if head is None:
            return ()
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM revision WHERE field = ? ORDER BY number", (head.field,)
        )
        return tuple(map(Revision._make, rows))

    def value_at(self, record: str, name: str, number: int) -> Value:
        """Return what a field said in a revision; raises LookupError if there is none such."""
        head = self._heads[record, name]
        if number == head.number:
            return head.value
        row = self._connection.execute(
            "SELECT form, value FROM revision WHERE field = ? AND number = ?", (head.field, number)
        ).fetchone()
        if row is None:
            raise LookupError(number)
        if row[0] != Form.TEXT:
            return from_column(*row)
        return read_texts(self._connection, [self._frames(head.field, number)])[0].document

    def _load(self) -> None:
        self._records = {}
        for number, kind, id in self._connection.execute("SELECT number, kind, id FROM record"):
            self._records[id] = number
            self._kinds[id] = kind
        rows = self._connection.execute(
            "SELECT record.kind, record.id, field.name, field.number, head, form, base, value"
            " FROM record CROSS JOIN field ON field.record = record.number"
            " CROSS JOIN revision ON revision.field = field.number AND revision.number = head"
        )
        texts: list[tuple[Head, Sequence[object]]] = []
        for kind, id, name, number, newest, form, base, value in rows:
            head = Head(Chain(kind, id, name), number, newest, None)
            if form == Form.TEXT:
                texts.append((head, [value] if base is None else self._frames(number, newest)))
            else:
                self._put(head, self._small(head, form, value))
        for (head, _), text in zip(texts, self._texts(texts), strict=True):
            self._put(head, text.document if text else None, text)

    def _put(self, head: Head, value: Value, text: StoredText | None = None) -> None:
        self._heads[head.chain.record, head.chain.field] = Head(
            head.chain, head.field, head.number, value, text
        )
        if text is not None and text.gaps:
            self.losses.append(Loss(head.chain.record, head.chain.field, text.gaps))

    def _small(self, head: Head, form: int, value: object) -> Value:
        try:
            return from_column(form, value)
        except Damage:
            self.losses.append(Loss(head.chain.record, head.chain.field))
            return None

    def _texts(self, found: Sequence[tuple[Head, Sequence[object]]]) -> list[StoredText | None]:
        try:
            return [*read_texts(self._connection, [frames for _, frames in found])]
        except Damage:
            return [self._newest_readable(head) for head, _ in found]

    def _newest_readable(self, head: Head) -> StoredText | None:
        """Return the newest state of a text that can be read; a loss unless it is the head."""
        for number in range(head.number, 0, -1):
            try:
                frames = self._frames(head.field, number)
                text = read_texts(self._connection, [frames])[0]
            except Damage:
                continue
            if number == head.number:
                return text
            self.losses.append(Loss(head.chain.record, head.chain.field))
            return StoredText(text.document, text.numbers, _UNFIT_FOR_DELTAS, text.gaps)
        self.losses.append(Loss(head.chain.record, head.chain.field))
        return None

    def _frames(self, where: int, number: int) -> list[object]:
        """Return the frames that tell a text's revision, the key frame first."""
        rows = self._connection.execute(
            "WITH RECURSIVE chain(number, base, form, value) AS ("
            " SELECT number, base, form, value FROM revision WHERE field = ?1 AND number = ?2"
            " UNION ALL SELECT revision.number, revision.base, revision.form, revision.value"
            " FROM chain CROSS JOIN revision"
            " ON field = ?1 AND revision.number = chain.base AND chain.base < chain.number)"
            " SELECT base, form, value FROM chain",
            (where, number),
        ).fetchall()
        if not rows or rows[-1][0] is not None or any(form != Form.TEXT for _, form, _ in rows):
            raise Damage("a text whose key frame is missing")
        return [value for _, _, value in reversed(rows)]

    def _content(
        self, before: Head | None, after: Value
    ) -> tuple[Content | None, StoredText | None]:
        if not isinstance(after, Document):
            form, column = to_column(after)
            return Content(form, None, column), None
        written = write_text(self._connection, before.text if before else None, after)
        if written is None:
            return None, None
        base = before.number if before and written.is_delta else None
        return Content(Form.TEXT, base, written.frame), written.text

    def _new_field(self, chain: Chain) -> int:
        record = self._records.get(chain.record) or self._saving.records.get(chain.record)
        if record is None:
            record = self._added("INSERT INTO record (kind, id) VALUES (?, ?)", *chain[:2])
            self._saving.records[chain.record] = record
        return self._added(
            "INSERT INTO field (record, name, head) VALUES (?, ?, 0)", record, chain.field
        )

    def _insert(self, where: int, revision: Revision, content: Content, sealed: bytes) -> None:
        self._connection.execute(
            f"INSERT INTO revision (field, {_COLUMNS}, form, base, value, seal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (where, *revision, int(content.form), *content[1:], sealed),
        )
        self._connection.execute(
            "UPDATE field SET head = ? WHERE number = ?", (revision.number, where)
        )

    def _added(self, statement: str, *values: object) -> int:
        number = self._connection.execute(statement, values).lastrowid
        assert number is not None
        return number


# A text that stands in for a damaged one: the next save writes a key frame.
_UNFIT_FOR_DELTAS = 2**31


def _is_as_before(head: Head, after: Value) -> bool:
    if isinstance(after, Document) or isinstance(head.value, Document):
        return after is head.value
    return type(after) is type(head.value) and after == head.value
