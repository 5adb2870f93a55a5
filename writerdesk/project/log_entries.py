"""What an entry of the recovery log says: one field's new value, told by what changed.

A text is told by a frame whose numbers count the paragraphs it had before, then those that came.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import cast

from writerdesk.frozen import frozen
from writerdesk.manuscript import Change, Document, Paragraph, Splice, Value, splices
from writerdesk.project.failures import Damage
from writerdesk.project.frames import Manifest, NumberedSplice, delta, key_frame, read_frames
from writerdesk.project.packing import packed, unpacked
from writerdesk.project.values import Form, from_column, to_column


@frozen
class Entry:
    """One entry: the revision it builds on, whose field it is, and how to get the new value."""

    base: str
    kind: str
    id: str
    field: str
    content: Mapping[str, object]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that came; raises Damage if they can't be read."""
        written = self.content.get("paragraphs", [])
        try:
            return tuple(
                Paragraph.from_canonical(str(one).encode()) for one in cast("list[object]", written)
            )
        except (ValueError, TypeError, RecursionError) as error:
            raise Damage("a paragraph in the log that can't be read") from error

    def value(self, before: Value) -> Value:
        """Return the new value of the field that was ``before``; raises Damage if it can't be."""
        if "frame" not in self.content:
            column = self.content.get("column")
            form = self.content.get("form")
            if form == Form.BYTES and isinstance(column, str):
                column = b64decode(column)
            return from_column(form if isinstance(form, int) else -1, column)
        text = before if isinstance(before, Document) else Document()
        return _document(text, str(self.content["frame"]), self.paragraphs)


def entry(base: str, change: Change) -> bytes | None:
    """Write down a change of a field; None if it changes nothing."""
    content = None if _is_equal(change) else _content(change.before, change.after)
    if content is None:
        return None
    told = {"base": base, "kind": change.kind, "id": change.id, "field": change.field, **content}
    return packed(json.dumps(told, separators=(",", ":")).encode())


def says_anything(change: Change) -> bool:
    """Tell whether a change changes anything."""
    return entry("", change) is not None


def read_entry(written: bytes) -> Entry:
    """Read back what `entry` wrote; raises Damage for anything else."""
    try:
        told: object = json.loads(unpacked(written))
    except (ValueError, RecursionError) as error:
        raise Damage("an entry that can't be read") from error
    if not isinstance(told, dict):
        raise Damage("an entry that can't be read")
    content = cast("dict[str, object]", told)
    base, kind, id, field = (content.pop(name, None) for name in ("base", "kind", "id", "field"))
    match base, kind, id, field:
        case str(), str(), str(), str():
            return Entry(base, kind, id, field, content)
        case _:
            raise Damage("an entry that doesn't say whose it is")


def _is_equal(change: Change) -> bool:
    """Tell whether a field says what it said; small values as they are stored: 1 is not 1.0."""
    before, after = change.before, change.after
    if isinstance(before, Document) or isinstance(after, Document):
        return before is after
    return repr(to_column(before)) == repr(to_column(after))


def _content(before: Value, after: Value) -> dict[str, object] | None:
    if not isinstance(after, Document):
        form, column = to_column(after)
        written = b64encode(column).decode() if isinstance(column, bytes) else column
        return {"form": int(form), "column": written}
    if not isinstance(before, Document):
        frame, came = key_frame(after, range(len(after))), list(after.paragraphs)
    else:
        edit, came = _numbered(before, after)
        changed = delta(before, after, edit)
        if changed is None:
            return None
        frame = changed
    return {
        "frame": b64encode(frame).decode(),
        "paragraphs": [paragraph.canonical().decode() for paragraph in came],
    }


def _numbered(before: Document, after: Document) -> tuple[list[NumberedSplice], list[Paragraph]]:
    edit: list[NumberedSplice] = []
    came: list[Paragraph] = []
    for splice in splices(before, after):
        first = len(before) + len(came)
        came.extend(paragraph for _, paragraph in splice.items)
        edit.append(_from(first, splice))
    return edit, came


def _from(first: int, splice: Splice) -> NumberedSplice:
    return NumberedSplice(splice, tuple(range(first, first + len(splice.items))))


def _document(before: Document, frame: str, came: tuple[Paragraph, ...]) -> Document:
    start = Manifest(
        list(before.ids),
        list(range(len(before))),
        (before.language, before.title, before.author),
        dict(before.origins),
        dict(before.aliases),
    )
    try:
        manifest = read_frames([b64decode(frame)], start)
        known = (*before.paragraphs, *came)
        paragraphs = tuple(known[number] for number in manifest.numbers)
    except (ValueError, IndexError) as error:
        raise Damage("an entry that doesn't fit the text before it") from error
    return Document(
        tuple(manifest.ids),
        paragraphs,
        *manifest.details,
        origins=manifest.origins,
        aliases=manifest.aliases,
    )
