"""Where the chains of a story end: read from the file when they are asked for.

Texts are read many at once, and small values folded from all that was ever said of them. What can't
be read is a loss, and an older state stands in for it.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, ParagraphId, Value
from writerdesk.project import rows
from writerdesk.project.failures import Damage
from writerdesk.project.paragraphs import GAP
from writerdesk.project.revisions import Chain
from writerdesk.project.texts import StoredText, read_texts
from writerdesk.project.values import Form, from_values

Key: TypeAlias = tuple[str, str]

SMALL_VALUES = ""
"""The name of the chain that all small values of a record share."""

# A text that stands in for a damaged one: the next save writes a key frame.
_UNFIT_FOR_DELTAS = 2**31


@frozen
class Head:
    """The last revision of a chain; ``text`` is how its document is stored, if it is a text's."""

    chain: Chain
    field: int
    number: int
    text: StoredText | None = None


@frozen
class Loss:
    """A field of which something can't be read: these paragraphs, or its newest revision."""

    record: str
    field: str
    paragraphs: tuple[ParagraphId, ...] = ()


def head_of(connection: sqlite3.Connection, chain: Chain) -> Head | None:
    """Read the end of one chain; None if there is none. What is lost of it the audit tells."""
    found = connection.execute(
        f"{_HEADS} WHERE record.id = ? AND field.name = ?", (chain.record, chain.field)
    )
    heads, _ = _read(connection, found)
    return heads.get((chain.record, chain.field))


def text_heads(
    connection: sqlite3.Connection, records: Collection[int] | None = None
) -> tuple[dict[Key, Head], list[Loss]]:
    """Read the ends of the texts of some records, or of all."""
    which = "" if records is None else " AND record.number IN (SELECT value FROM json_each(?))"
    found = connection.execute(
        f"{_HEADS} WHERE field.name != '{SMALL_VALUES}'{which}",
        () if records is None else (json.dumps(sorted(records)),),
    )
    return _read(connection, found)


def small_values(
    connection: sqlite3.Connection, records: Collection[int]
) -> tuple[dict[str, dict[str, Value]], list[Loss]]:
    """Fold the small values of some records from all that was ever said of them, by id."""
    found = connection.execute(
        "SELECT record.id, form, value FROM record CROSS JOIN field ON field.record = record.number"
        " CROSS JOIN revision ON revision.field = field.number"
        f" WHERE field.name = '{SMALL_VALUES}'"
        " AND record.number IN (SELECT value FROM json_each(?)) ORDER BY revision.number",
        (json.dumps(sorted(records)),),
    )
    folded: dict[str, dict[str, Value]] = {}
    losses: list[Loss] = []
    for id, form, value in found:
        try:
            folded.setdefault(id, {}).update(from_values(form, value))
        except Damage:
            losses.append(Loss(id, SMALL_VALUES))
    return {id: _present(values) for id, values in folded.items()}, losses


def those(text: StoredText, wanted: Callable[[int], bool]) -> tuple[ParagraphId, ...]:
    """Return the ids of the paragraphs of a text whose places are wanted."""
    ids = text.document.ids
    return tuple(ids[place] for place in range(len(ids)) if wanted(place))


_HEADS = (
    "SELECT record.kind, record.id, field.name, field.number, head, form, base, value"
    " FROM record CROSS JOIN field ON field.record = record.number"
    " CROSS JOIN revision ON revision.field = field.number AND revision.number = head"
)


def _present(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def _read(
    connection: sqlite3.Connection, found: Iterable[Sequence[object]]
) -> tuple[dict[Key, Head], list[Loss]]:
    heads: dict[Key, Head] = {}
    losses: list[Loss] = []
    texts: list[tuple[Head, Sequence[object]]] = []
    for kind, id, name, field, newest, form, base, value in list(found):
        head = Head(Chain(kind, id, name), field, newest)  # pyright: ignore[reportArgumentType]
        heads[head.chain[1:]] = head
        if form == Form.TEXT:
            texts.append((head, [value] if base is None else []))
        elif form != (Form.ABSENT if name else Form.VALUES):
            losses.append(Loss(head.chain.record, head.chain.field))
    for head, text in _texts(connection, texts, losses):
        heads[head.chain[1:]] = replace(head, text=text)
        if text is not None and text.gaps:
            losses.append(Loss(*head.chain[1:], _gaps(text)))
    return heads, losses


def _texts(
    connection: sqlite3.Connection,
    found: Sequence[tuple[Head, Sequence[object]]],
    losses: list[Loss],
) -> Iterable[tuple[Head, StoredText | None]]:
    """Read texts all together; one by one if any of them is damaged."""
    heads = [head for head, _ in found]
    try:
        frames = [
            known or rows.frames(connection, head.field, head.number) for head, known in found
        ]
        return zip(heads, read_texts(connection, frames), strict=True)
    except Damage:
        return [(head, _newest_readable(connection, head, losses)) for head in heads]


def _newest_readable(
    connection: sqlite3.Connection, head: Head, losses: list[Loss]
) -> StoredText | None:
    """Return the newest state of a text that can be read; a loss unless it is the head."""
    for number in range(head.number, 0, -1):
        try:
            text = read_texts(connection, [rows.frames(connection, head.field, number)])[0]
        except Damage:
            continue
        if number == head.number:
            return text
        losses.append(Loss(head.chain.record, head.chain.field))
        return replace(text, depth=_UNFIT_FOR_DELTAS)
    losses.append(Loss(head.chain.record, head.chain.field))
    return None


def _gaps(text: StoredText) -> tuple[ParagraphId, ...]:
    document: Document = text.document
    return those(text, lambda place: document.paragraphs[place] is GAP)
