"""What every record says now, and the chains of revisions that led there.

A chain's end is read when something is to be added to it; opening reads only what records say. What
a save adds stays pending until the file has it, so that a save that failed leaves no trace.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from writerdesk.manuscript import Change, Document, Record, Value
from writerdesk.project import rows
from writerdesk.project.failures import Damage
from writerdesk.project.heads import (
    SMALL_VALUES,
    Head,
    Key,
    Loss,
    head_of,
    small_values,
    text_heads,
    those,
)
from writerdesk.project.histories import History
from writerdesk.project.revisions import Chain, Content, Revision, Stamp
from writerdesk.project.states import (
    Fields,
    Owner,
    State,
    forget_states,
    keep_state,
    read_states,
    state_of,
)
from writerdesk.project.texts import StoredText, read_texts, write_text
from writerdesk.project.values import Form, from_values, to_values

_NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(slots=True)
class _Saving:
    """What a save in progress has added."""

    heads: dict[Key, Head] = field(default_factory=dict[Key, Head])
    owners: dict[str, Owner] = field(default_factory=dict[str, Owner])
    said: dict[str, dict[str, Value]] = field(default_factory=dict[str, dict[str, Value]])
    states: dict[str, State] = field(default_factory=dict[str, State])
    revisions: list[tuple[int, Revision]] = field(default_factory=list[tuple[int, Revision]])


class Chains:
    """The revisions of one story's file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._made = 0
        self._saving = _Saving()
        # A history once listed goes on from there: 1,000 rows take .6 ms, and a panel asks often.
        self._listed: dict[int, History] = {}
        self.reload()

    def reload(self) -> None:
        """Read everything anew: the file was changed by other means than `append`."""
        self._heads: dict[Key, Head] = {}
        self._owners: dict[str, Owner] = {}
        self._states: dict[str, State] = {}
        self._said: dict[str, Mapping[str, Value]] = {}
        self._stale: frozenset[str] = frozenset()
        self.losses: list[Loss] = []
        self.unlist()
        self._load()

    def records(self) -> tuple[Record, ...]:
        """Return every record that says something, in the order they were made."""
        owners = self._owners
        return tuple(Record(owners[id].kind, id, said) for id, said in self._said.items() if said)

    def value(self, record: str, name: str) -> Value:
        """Return what a field says now."""
        return self._said.get(record, _NOTHING).get(name)

    def head(self, record: str, name: str) -> Head:
        """Return the last revision of a text; raises KeyError if there is none."""
        head = self._head(record, name)
        if head is None:
            raise KeyError(record, name)
        return head

    def unlist(self) -> None:
        """Let histories be read anew: their rows were changed by other means than `append`."""
        self._listed.clear()

    def append(self, changes: Iterable[Change], stamp: Stamp) -> None:
        """Add a revision for each text that changed, and for all small values of a record one.

        What is said already adds none.
        """
        differing: dict[str, dict[str, Value]] = {}
        for change in changes:
            said = self._working_on(change)
            before, after = said.pop(change.field, None), change.after
            if isinstance(before, Document) or isinstance(after, Document):
                self._append_text(change, stamp)
            if not _is_same(_small(before), _small(after)):
                differing.setdefault(change.id, {})[change.field] = _small(after)
            if after is not None:
                said[change.field] = after
        for id, values in differing.items():
            form, column = to_values(values)
            self._add((id, SMALL_VALUES), Content(form, None, column), stamp)
        self._keep_states()

    def standing(self, numbers: Collection[int]) -> tuple[Loss, ...]:
        """Return where the paragraphs stored under ``numbers`` stand now, by their fields."""
        if not numbers:
            return ()
        heads, _ = text_heads(self._connection)
        found = [
            Loss(*key, those(text, lambda place, text=text: text.numbers[place] in numbers))
            for key, head in heads.items()
            if (text := head.text) is not None
        ]
        return tuple(loss for loss in found if loss.paragraphs)

    @property
    def pending(self) -> int:
        """The counter of the last revision that the save in progress has added."""
        return self._made + len(self._saving.revisions)

    @property
    def has_pending(self) -> bool:
        """Whether the save in progress has added anything."""
        return bool(self._saving.revisions)

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
        saving = self._saving
        self._made += len(saving.revisions)
        self._heads.update(saving.heads)
        self._owners.update(saving.owners)
        self._said.update(saving.said)
        self._states.update(saving.states)
        self._stale = frozenset()
        for where, revision in saving.revisions:
            if where in self._listed:
                self._listed[where] = self._listed[where].followed_by(revision)
        self._saving = _Saving()

    def forget(self) -> None:
        """The file has nothing of what was appended; its names are not given a second time."""
        self._made += len(self._saving.revisions)
        self._saving = _Saving()

    def history(self, record: str, name: str) -> History:
        """Return the revisions of a field, the oldest first."""
        head = self._head(record, name)
        if head is None:
            return History.of(one for one, said in self._small_values(record) if name in said)
        if head.field not in self._listed:
            self._listed[head.field] = rows.listed(self._connection, head.field)
        return self._listed[head.field]

    def value_at(self, record: str, name: str, number: int) -> Value:
        """Return what a field said in a revision; raises Damage if there is none such."""
        head = self._head(record, name)
        if head is None:
            said = [said for one, said in self._small_values(record) if one.number <= number]
            return next((one[name] for one in reversed(said) if name in one), None)
        if number == head.number and head.text is not None:
            return head.text.document
        if rows.row(self._connection, head.field, number).content.form != Form.TEXT:
            return None
        frames = rows.frames(self._connection, head.field, number)
        return read_texts(self._connection, [frames], head.text)[0].document

    def _load(self) -> None:
        apart: set[int] = set()
        loose: set[int] = set()
        for owner, state in read_states(self._connection):
            self._owners[owner.id] = owner
            if state is None:
                loose.add(owner.number)
                self._said[owner.id] = _NOTHING
            else:
                self._states[owner.id] = state
                self._said[owner.id] = Fields(state)
                if state.apart:
                    apart.add(owner.number)
        self._load_chains(apart, loose)
        self._stale = frozenset(self._owners.keys() - self._states.keys())
        self._lost = frozenset(loss.record for loss in self.losses)

    def _load_chains(self, apart: Collection[int], loose: Collection[int]) -> None:
        """Read the texts that stand apart, and all of the records that have no state."""
        values: dict[str, dict[str, Value]] = {}
        if loose:
            values, self.losses = small_values(self._connection, loose)
        if apart or loose:
            heads, losses = text_heads(self._connection, {*apart, *loose})
            self._heads.update(heads)
            self.losses += losses
        texts: dict[str, dict[str, Document]] = {}
        for (id, name), head in self._heads.items():
            if head.text is not None:
                texts.setdefault(id, {})[name] = head.text.document
        for id in {*texts, *values}:
            state = self._states.get(id)
            apart_texts = texts.get(id, {})
            whole = {**values.get(id, {}), **apart_texts}
            self._said[id] = Fields(state, apart_texts) if state else whole

    def _head(self, record: str, name: str) -> Head | None:
        key = record, name
        known = self._saving.heads.get(key) or self._heads.get(key)
        if known is None and record in self._owners:
            kind = self._owners[record].kind
            known = head_of(self._connection, Chain(kind, *key))
            if known is not None:
                self._heads[key] = known
        return known

    def _small_values(self, record: str) -> list[tuple[Revision, Mapping[str, Value]]]:
        """Return the revisions of a record's small values, and what each of them said."""
        head = self._head(record, SMALL_VALUES)
        found: list[tuple[Revision, Mapping[str, Value]]] = []
        for one in rows.all_of(self._connection, head.field) if head else ():
            try:
                found.append((one.revision, from_values(one.content.form, one.content.column)))
            except Damage:
                continue
        return found

    def _working_on(self, change: Change) -> dict[str, Value]:
        """Return what a record is going to say, to be changed; a new record is added."""
        id, saving = change.id, self._saving
        if id not in saving.said:
            saving.said[id] = {**self._said.get(id, _NOTHING)}
        if id not in self._owners and id not in saving.owners:
            number = self._added("INSERT INTO record (kind, id) VALUES (?, ?)", change.kind, id)
            saving.owners[id] = Owner(number, change.kind, id)
        return saving.said[id]

    def _append_text(self, change: Change, stamp: Stamp) -> None:
        """Add a revision to a text's chain, also of a text that is no more."""
        key, after = (change.id, change.field), change.after
        before = self._head(*key)
        if not isinstance(after, Document):
            self._add(key, Content(Form.ABSENT, None, None), stamp)
            return
        stored = before.text if before else None
        if stored is not None and stored.document is after:
            return
        written = write_text(self._connection, stored, after)
        if written is not None:
            base = before.number if before and written.is_delta else None
            self._add(key, Content(Form.TEXT, base, written.frame), stamp, written.text)

    def _add(
        self, key: Key, content: Content, stamp: Stamp, text: StoredText | None = None
    ) -> None:
        before = self._head(*key)
        where, number = self._after(before, *key)
        revision = Revision(
            number,
            stamp.replica,
            self.pending + 1,
            before.number if before else None,
            stamp.milliseconds,
            stamp.why,
            stamp.name,
        )
        chain = Chain(self._owner(key[0]).kind, *key)
        rows.insert(self._connection, where, chain, (revision, content))
        self._saving.revisions.append((where, revision))
        self._saving.heads[key] = Head(chain, where, number, text)

    def _keep_states(self) -> None:
        """Pack what records say now; one of which something is lost is left to its chains."""
        saving = self._saving
        touched = saving.said.keys() | self._stale
        forget_states(self._connection, [self._owner(id).number for id in touched & self._lost])
        for id in touched - self._lost:
            state = state_of(saving.said[id] if id in saving.said else self._said[id])
            if state != self._states.get(id):
                keep_state(self._connection, self._owner(id), state)
                saving.states[id] = state

    def _owner(self, id: str) -> Owner:
        return self._saving.owners.get(id) or self._owners[id]

    def _after(self, before: Head | None, id: str, name: str) -> tuple[int, int]:
        """Return the field and the number of the revision after ``before``."""
        if before is not None:
            return before.field, before.number + 1
        record = self._owner(id).number
        purged: Sequence[int | None] = self._connection.execute(
            "SELECT field.number, max(tombstone.number) FROM field"
            " JOIN tombstone ON tombstone.field = field.number WHERE record = ? AND name = ?",
            (record, name),
        ).fetchone()
        if purged[0] is not None and purged[1] is not None:
            return purged[0], purged[1] + 1
        field = self._added("INSERT INTO field (record, name, head) VALUES (?, ?, 0)", record, name)
        return field, 1

    def _added(self, statement: str, *values: object) -> int:
        number = self._connection.execute(statement, values).lastrowid
        assert number is not None
        return number


def _small(value: Value) -> Value:
    """Return a value as the chain of small values has it: nothing for a text."""
    return None if isinstance(value, Document) else value


def _is_same(before: Value, after: Value) -> bool:
    return type(after) is type(before) and after == before
