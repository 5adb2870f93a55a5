"""Every field of every record as a chain of revisions: the heads in memory, all of them on disk.

What a save adds stays pending until the file has it, so that a save that failed leaves no trace.
"""

import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from writerdesk.manuscript import Change, Document, ParagraphId, Record, Value
from writerdesk.project import rows
from writerdesk.project.failures import Damage
from writerdesk.project.paragraphs import GAP
from writerdesk.project.revisions import Chain, Content, Revision, Stamp
from writerdesk.project.texts import StoredText, read_texts, write_text
from writerdesk.project.values import Form, from_column, to_column

Key: TypeAlias = tuple[str, str]


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
    """A field of which something can't be read: these paragraphs, or its newest revision."""

    record: str
    field: str
    paragraphs: tuple[ParagraphId, ...] = ()


@dataclass(slots=True)
class _Saving:
    """What a save in progress has added."""

    heads: dict[Key, Head] = field(default_factory=dict[Key, Head])
    records: dict[str, int] = field(default_factory=dict[str, int])
    revisions: list[tuple[int, Revision]] = field(default_factory=list[tuple[int, Revision]])
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
        # A history once listed goes on from there: 1,000 rows take 1.4 ms, and a panel asks often.
        self._listed: dict[int, list[Revision]] = {}
        self.losses: list[Loss] = []
        self._load()

    def records(self) -> tuple[Record, ...]:
        """Return every record with its fields as they stand, in the order they were made."""
        fields: dict[str, dict[str, Value]] = {}
        for (record, name), head in self._heads.items():
            values = fields.setdefault(record, {})
            if head.value is not None:
                values[name] = head.value
        return tuple(Record(self._kinds[id], id, values) for id, values in fields.items())

    def value(self, record: str, name: str) -> Value:
        """Return what a field says now."""
        head = self._heads.get((record, name))
        return head.value if head else None

    def head(self, record: str, name: str) -> Head:
        """Return the last revision of a field; raises KeyError if there is none."""
        return self._heads[record, name]

    def reload(self) -> None:
        """Read everything anew: the file was changed by other means than `append`."""
        self._heads, self.losses = {}, []
        self.unlist()
        self._load()

    def unlist(self) -> None:
        """Let histories be read anew: their rows were changed by other means than `append`."""
        self._listed.clear()

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
        where, number = self._after(before, chain)
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
        rows.insert(self._connection, where, chain, (revision, content))
        self._saving.revisions.append((where, revision))
        self._saving.heads[key] = Head(chain, where, number, change.after, text)

    def standing(self, numbers: Collection[int]) -> tuple[Loss, ...]:
        """Return where the paragraphs stored under ``numbers`` stand now, by their fields."""
        if not numbers:
            return ()
        found = [
            Loss(*key, _those(text, lambda place, text=text: text.numbers[place] in numbers))
            for key, head in self._heads.items()
            if (text := head.text) is not None
        ]
        return tuple(loss for loss in found if loss.paragraphs)

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
        return rows.has(self._connection, *asked)

    def keep(self) -> None:
        """The file has what was appended."""
        self._heads.update(self._saving.heads)
        self._records.update(self._saving.records)
        for head in self._saving.heads.values():
            self._kinds[head.chain.record] = head.chain.kind
        for where, revision in self._saving.revisions:
            if where in self._listed:
                self._listed[where].append(revision)
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
        if head.field not in self._listed:
            self._listed[head.field] = [*rows.listed(self._connection, head.field)]
        return tuple(self._listed[head.field])

    def value_at(self, record: str, name: str, number: int) -> Value:
        """Return what a field said in a revision; raises LookupError if there is none such."""
        head = self._heads[record, name]
        if number == head.number:
            return head.value
        content = rows.row(self._connection, head.field, number).content
        if content.form != Form.TEXT:
            return from_column(content.form, content.column)
        frames = rows.frames(self._connection, head.field, number)
        return read_texts(self._connection, [frames], head.text)[0].document

    def _load(self) -> None:
        self._records = {}
        for number, kind, id in self._connection.execute("SELECT number, kind, id FROM record"):
            self._records[id] = number
            self._kinds[id] = kind
        found = self._connection.execute(
            "SELECT record.kind, record.id, field.name, field.number, head, form, base, value"
            " FROM record CROSS JOIN field ON field.record = record.number"
            " CROSS JOIN revision ON revision.field = field.number AND revision.number = head"
        )
        texts: list[tuple[Head, Sequence[object]]] = []
        for kind, id, name, number, newest, form, base, value in found:
            head = Head(Chain(kind, id, name), number, newest, None)
            if form == Form.TEXT:
                texts.append(
                    (
                        head,
                        [value] if base is None else rows.frames(self._connection, number, newest),
                    )
                )
            else:
                self._put(head, self._small(head, form, value))
        for (head, _), text in zip(texts, self._texts(texts), strict=True):
            self._put(head, text.document if text else None, text)

    def _put(self, head: Head, value: Value, text: StoredText | None = None) -> None:
        self._heads[head.chain.record, head.chain.field] = Head(
            head.chain, head.field, head.number, value, text
        )
        if text is not None and text.gaps:
            ids = _those(text, lambda place: text.document.paragraphs[place] is GAP)
            self.losses.append(Loss(head.chain.record, head.chain.field, ids))

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
                frames = rows.frames(self._connection, head.field, number)
                text = read_texts(self._connection, [frames])[0]
            except Damage:
                continue
            if number == head.number:
                return text
            self.losses.append(Loss(head.chain.record, head.chain.field))
            return StoredText(text.document, text.numbers, _UNFIT_FOR_DELTAS, text.gaps)
        self.losses.append(Loss(head.chain.record, head.chain.field))
        return None

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

    def _after(self, before: Head | None, chain: Chain) -> tuple[int, int]:
        """Return the field and the number of the revision after ``before``."""
        if before is not None:
            return before.field, before.number + 1
        record = self._records.get(chain.record) or self._saving.records.get(chain.record)
        if record is None:
            record = self._added("INSERT INTO record (kind, id) VALUES (?, ?)", *chain[:2])
            self._saving.records[chain.record] = record
        purged = self._connection.execute(
            "SELECT field.number, max(tombstone.number) FROM field"
            " JOIN tombstone ON tombstone.field = field.number WHERE record = ? AND name = ?",
            (record, chain.field),
        ).fetchone()
        if purged[0] is not None:
            return purged[0], purged[1] + 1
        field = self._added(
            "INSERT INTO field (record, name, head) VALUES (?, ?, 0)", record, chain.field
        )
        return field, 1

    def _added(self, statement: str, *values: object) -> int:
        number = self._connection.execute(statement, values).lastrowid
        assert number is not None
        return number


# A text that stands in for a damaged one: the next save writes a key frame.
_UNFIT_FOR_DELTAS = 2**31


def _those(text: StoredText, wanted: Callable[[int], bool]) -> tuple[ParagraphId, ...]:
    ids = text.document.ids
    return tuple(ids[place] for place in range(len(ids)) if wanted(place))


def _is_as_before(head: Head, after: Value) -> bool:
    if isinstance(after, Document) or isinstance(head.value, Document):
        return after is head.value
    return type(after) is type(head.value) and after == head.value
