"""What a paragraph is: text, what kind of paragraph it is, and the marks on its words.

A paragraph is a value: who it is (its id) lives in the `Document` around it, so that equal
paragraphs are stored and compared once. Kinds and marks are plain names; a name this version does
not know is kept as it is and shown as plain text, so that a newer program's drafts survive us.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple, cast

from writerdesk.frozen import frozen
from writerdesk.hashing import blake2b
from writerdesk.late import pattern


class Kind(StrEnum):
    """The kinds of paragraph a writer can choose."""

    TITLE = "title"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    BODY = "body"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    SCENE_BREAK = "scene_break"


DAMAGED = "damaged"
"""The kind of a paragraph that stands where one could not be read, empty until it is written in."""


class MarkName(StrEnum):
    """The marks words can carry; a link's value is its target, a language's its tag."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SMALL_CAPS = "small_caps"
    LINK = "link"
    LANGUAGE = "language"


class Align(StrEnum):
    """How a paragraph's lines stand; absent is as the look has it."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class Direction(StrEnum):
    """Which way a paragraph is read; absent is as its letters say."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Numbering(StrEnum):
    """How a list item is numbered; absent is a bullet. ``OPEN`` and ``DONE`` are boxes to tick."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lower_letter"
    UPPER_LETTER = "upper_letter"
    LOWER_ROMAN = "lower_roman"
    UPPER_ROMAN = "upper_roman"
    OPEN = "open"
    DONE = "done"


BOXES = frozenset((Numbering.OPEN, Numbering.DONE))
"""What stands before a thing to do, instead of a number."""


class Mark(NamedTuple):
    """A name on the characters from ``start`` to ``end`` (half-open, in code points)."""

    start: int
    end: int
    name: str
    value: str = ""


SCENE_BREAK_TEXT = "* * *"

# What parts texts that are looked at in one piece, as many as the processor's cache holds: no
# paragraph can hold it.
_SEAM, _FEW = "\n", 256

CONTROLS = bytes((*range(9), *range(0x0B, 0x20)))
"""The bytes that no paragraph's text can hold."""
_OTHERS = ("\x85", "\u2028", "\u2029", "\ufffe", "\uffff")
_UNWRITABLE = pattern("[\x00-\x08\x0b-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class UnwritableText(ValueError):
    """A text holds a character no paragraph can: a control, half a pair, a paragraph's end."""


def unwritable(text: str) -> re.Match[str] | None:
    """Return the first character of ``text`` that no paragraph can hold, if there is one."""
    return None if _is_surely_writable(text) else _UNWRITABLE.search(text)


def _is_surely_writable(text: str) -> bool:
    """Tell at once of nearly every text that all of it can be written, ten times as fast."""
    try:
        written = text.encode()
    except UnicodeEncodeError:
        return False
    if len(written.translate(None, CONTROLS)) < len(written):
        return False
    return not has_other_unwritable(text)


def has_other_unwritable(text: str) -> bool:
    """Tell whether a text that was UTF-8 and has no control holds what no paragraph can."""
    return not text.isascii() and any(map(text.__contains__, _OTHERS))


@frozen
class Paragraph:
    """One paragraph as a value; a soft line break in its text is a newline.

    ``marks`` may be given in any order, they are put into their one normal form. ``more`` keeps
    attributes of a newer program that this one does not know.
    """

    text: str = ""
    kind: str = Kind.BODY
    marks: tuple[Mark, ...] = ()
    level: int = 0
    numbering: str = ""
    align: str = ""
    direction: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if found := unwritable(self.text):
            raise UnwritableText(f"U+{ord(found.group()):04X} at {found.start()}")
        if self.kind == Kind.SCENE_BREAK and self.text != SCENE_BREAK_TEXT:
            raise UnwritableText("a scene break has no text of its own")
        if self.marks:
            object.__setattr__(self, "marks", normal_marks(self.marks, len(self.text)))

    @property
    def digest(self) -> bytes:
        """The 16 bytes this paragraph is stored under."""
        return blake2b(self.canonical(), digest_size=16).digest()

    def canonical(self) -> bytes:
        """Return the one way to write this paragraph down; what is absent leaves no trace."""
        attributes: dict[str, object] = dict(self.more)
        attributes.update(
            {name: value for name in _ATTRIBUTES if (value := getattr(self, name)) != ""}
        )
        if self.kind != Kind.BODY:
            attributes["kind"] = str(self.kind)
        if self.level:
            attributes["level"] = self.level
        if self.marks:
            attributes["marks"] = [
                list(mark) if mark.value else list(mark[:3]) for mark in self.marks
            ]
        written = json.dumps(attributes, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return written.encode()

    @classmethod
    def from_canonical(cls, written: bytes) -> "Paragraph":
        """Read back what `canonical` wrote; raises ValueError for anything else."""
        plain = plain_text(written)
        if plain is not None:
            return cls(plain.decode())
        attributes = json.loads(written)
        if not isinstance(attributes, dict):
            raise ValueError("not a paragraph")
        return _from_attributes(cast("dict[str, object]", attributes))


_ATTRIBUTES = ("text", "numbering", "align", "direction")
_KNOWN = frozenset((*_ATTRIBUTES, "kind", "level", "marks"))


def plain_paragraphs(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return paragraphs of nothing but their texts, ten times as fast as one by one.

    A novel has thousands: what can be told of all of them at once is told once.
    """
    few = (_SEAM.join(texts[at : at + _FEW]) for at in range(0, len(texts), _FEW))
    if not all(map(_is_surely_writable, few)):
        return tuple(map(Paragraph, texts))
    return plain_paragraphs_of_writable(texts)


def plain_paragraphs_of_writable(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """Return paragraphs of nothing but texts that were looked at before."""
    kind = Kind.BODY
    made: list[Paragraph] = []
    for text in texts:
        one: Any = _Open()
        one.text, one.kind, one.marks, one.level = text, kind, (), 0
        one.numbering = one.align = one.direction = ""
        one.more = ()
        one.__class__ = Paragraph
        made.append(one)
    return tuple(made)


class _Open:
    """A paragraph while it is made: it has the same slots and becomes one, but they can be set."""

    __slots__ = Paragraph.__match_args__


def scene_break() -> Paragraph:
    """Return the paragraph that parts two scenes."""
    return Paragraph(SCENE_BREAK_TEXT, Kind.SCENE_BREAK)


def normal_marks(marks: Iterable[Mark], length: int) -> tuple[Mark, ...]:
    """Return ``marks`` in order, inside the text, with touching equal ones made one."""
    inside = [
        Mark(max(0, start), min(length, end), name, value) for start, end, name, value in marks
    ]
    by_meaning = sorted(
        (mark for mark in inside if mark.start < mark.end),
        key=lambda mark: (mark.name, mark.value, mark.start, mark.end),
    )
    joined: list[Mark] = []
    for _, same in groupby(by_meaning, key=lambda mark: mark[2:]):
        joined.extend(_joined(same))
    return tuple(sorted(joined))


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return a stretch of a paragraph with the marks on it; a scene break is whole or not."""
    if (start, end) == (0, len(paragraph.text)) or paragraph.kind == Kind.SCENE_BREAK:
        return paragraph
    marks = tuple(
        Mark(mark.start - start, mark.end - start, mark.name, mark.value)
        for mark in paragraph.marks
        if mark.start < end and mark.end > start
    )
    return replace(paragraph, text=paragraph.text[start:end], marks=marks)


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    out: list[Mark] = []
    for mark in marks:
        if out and mark.start <= out[-1].end:
            out[-1] = out[-1]._replace(end=max(out[-1].end, mark.end))
        else:
            out.append(mark)
    return out


def plain_text(written: bytes) -> bytes | None:
    """Return the text of a paragraph that has nothing else; None if that needs a closer look.

    Most paragraphs of a novel are such; this is a third of the time of reading them as JSON.
    """
    if not (written.startswith(PLAIN_START) and written.endswith(PLAIN_END)):
        return None
    inside = written[len(PLAIN_START) : -len(PLAIN_END)]
    rest = inside.replace(b'\\"', b"")
    if b"\\" in rest or b'"' in rest or len(written) < len(PLAIN_START) + len(PLAIN_END):
        return None
    return inside.replace(b'\\"', b'"')


PLAIN_START, PLAIN_END = b'{"text":"', b'"}'


def _from_attributes(attributes: Mapping[str, object]) -> Paragraph:
    strings = {name: attributes.get(name, "") for name in _ATTRIBUTES}
    kind, level = attributes.get("kind", Kind.BODY.value), attributes.get("level", 0)
    more = {name: value for name, value in attributes.items() if name not in _KNOWN}
    if not all(isinstance(value, str) for value in (*strings.values(), kind, *more.values())):
        raise ValueError("an attribute of a paragraph is not text")
    if not isinstance(level, int):
        raise ValueError("a paragraph's level is not a number")
    return Paragraph(
        kind=cast("str", kind),
        level=level,
        marks=tuple(
            _mark(written) for written in cast("list[object]", attributes.get("marks", []))
        ),
        more=tuple(sorted(cast("dict[str, str]", more).items())),
        **cast("dict[str, str]", strings),  # pyright: ignore[reportArgumentType]
    )


def _mark(written: object) -> Mark:
    match written:
        case [int(start), int(end), str(name)]:
            return Mark(start, end, name)
        case [int(start), int(end), str(name), str(value)]:
            return Mark(start, end, name, value)
        case _:
            raise ValueError("not a mark")
