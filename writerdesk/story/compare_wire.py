"""How drafts travel to the worker that compares them: only the paragraphs that changed.

A message is a short JSON head and a body of bytes. A text is sent as the difference to one the
worker already has (to nothing, the first time), cut into pieces small enough that the sender's
thread can rest between them.
"""

import json
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from writerdesk.manuscript import (
    Document,
    Item,
    Paragraph,
    ParagraphId,
    Splice,
    apply_splices,
    splices,
)

# 64 paragraphs of 40 words are written down in 0.4 ms: between two pieces a key can be served.
_PIECE = 64

_HEAD = struct.Struct(">I")
_ENTRY = struct.Struct(">IQI")  # replica, counter, length


def message(head: Mapping[str, object], body: bytes = b"") -> bytes:
    """Return one frame."""
    written = json.dumps(head, separators=(",", ":")).encode()
    return b"".join((_HEAD.pack(len(written)), written, body))


def opened(frame: bytes) -> tuple[dict[str, object], memoryview]:
    """Return the head and the body of a frame."""
    (length,) = _HEAD.unpack_from(frame)
    start = _HEAD.size + length
    return json.loads(frame[_HEAD.size : start]), memoryview(frame)[start:]


def text_messages(slot: str, before: Document | None, text: Document) -> Iterator[bytes]:
    """Return the messages after which the worker holds ``text`` in ``slot``.

    ``before`` is what the slot holds now, None if nothing.
    """
    known = before or Document()
    edit = splices(known, text) if before else (Splice(0, 0, tuple(text)),)
    runs = [[splice.start, splice.end, len(splice.items)] for splice in edit]
    yield message({"do": "text", "slot": slot, "language": text.language, "runs": runs})
    items = [item for splice in edit for item in splice.items]
    for start in range(0, len(items), _PIECE):
        yield message({"do": "items"}, _written(items[start : start + _PIECE]))
    yield message({"do": "end"})


def forget_message(slot: str) -> bytes:
    """Return the message after which the worker holds nothing in ``slot``."""
    return message({"do": "forget", "slot": slot})


class Texts:
    """The texts a worker holds, by slot: the receiving end of the messages above."""

    def __init__(self) -> None:
        self._held: dict[str, Document] = {}
        self._head: dict[str, object] = {}
        self._items: list[Item] = []

    def __getitem__(self, slot: str) -> Document:
        return self._held[slot]

    def take_in(self, head: dict[str, object], body: memoryview) -> None:
        """Take in one message of a text."""
        match head["do"]:
            case "text":
                self._head, self._items = head, []
            case "items":
                self._items.extend(_read(body))
            case "end":
                self._finish()
            case _:
                self._held.pop(str(head["slot"]), None)

    def _finish(self) -> None:
        slot, runs = str(self._head["slot"]), self._head["runs"]
        assert isinstance(runs, list)
        edit = tuple(_cut(cast("list[list[int]]", runs), self._items))
        text = apply_splices(self._held.get(slot, Document()), edit)
        self._held[slot] = replace(text, language=str(self._head["language"]))


def _written(items: Iterable[Item]) -> bytes:
    parts: list[bytes] = []
    for (replica, counter), paragraph in items:
        body = paragraph.canonical()
        parts.append(_ENTRY.pack(replica, counter, len(body)))
        parts.append(body)
    return b"".join(parts)


def _read(body: memoryview) -> Iterator[Item]:
    at = 0
    while at < len(body):
        replica, counter, length = _ENTRY.unpack_from(body, at)
        at += _ENTRY.size
        paragraph = Paragraph.from_canonical(bytes(body[at : at + length]))
        yield ParagraphId(replica, counter), paragraph
        at += length


def _cut(runs: Iterable[list[int]], items: list[Item]) -> Iterator[Splice]:
    at = 0
    for start, end, count in runs:
        yield Splice(start, end, tuple(items[at : at + count]))
        at += count
