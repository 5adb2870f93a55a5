"""What stands in a Word paragraph, collected as a reader sees it.

Insertions count, deletions don't; a field shows its result; whatever wraps words, content
controls, smart tags, tracked moves, is looked through.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from writerdesk.exchange.docx.style_sheet import (
    Looks,
    StyleSheet,
    child,
    looks_of,
    value_of,
)
from writerdesk.exchange.packages import local
from writerdesk.exchange.values import LeftOutKind
from writerdesk.manuscript import Mark, MarkName

_MARKS = frozenset((*MarkName,)) - {MarkName.LINK, MarkName.LANGUAGE}
_HIDDEN = ("vanish", "webHidden")
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)?"((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_ANCHOR = re.compile(r'\s*HYPERLINK\s+\\l\s+"', re.IGNORECASE)
_SPACES = re.compile("[\t\n\r\x85\u2028\u2029]")
_AS_TEXT: Mapping[str, str] = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_WRAPPERS = frozenset(
    ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "rubyBase", "rt")
)
_GONE: Mapping[str, LeftOutKind] = {
    "del": LeftOutKind.DELETIONS,
    "moveFrom": LeftOutKind.MOVED_AWAY,
}
_REFERENCES = ("footnoteReference", "endnoteReference", "commentReference")
_EDGES = ("commentRangeStart", "commentRangeEnd")


@dataclass(slots=True)
class Field:
    """A field being read: its instruction first, then what it shows."""

    instruction: str = ""
    shows: bool = False

    @property
    def link(self) -> str:
        """Where the field leads, if it is a link."""
        if not (found := _HYPERLINK.match(self.instruction)):
            return ""
        target = re.sub(r"\\(.)", r"\1", found[1])
        return f"#{target}" if _ANCHOR.match(self.instruction) else target


@dataclass(slots=True)
class Reading:
    """What is kept while a part is read: its styles, addresses, open fields, what was left out."""

    sheet: StyleSheet
    targets: Mapping[str, str]
    language: str
    left_out: Counter[tuple[LeftOutKind, str]]
    fields: list[Field] = field(default_factory=list[Field])


@dataclass(slots=True)
class Line:
    """One paragraph's words with their marks, the signs among them, the boxes beside them."""

    style_looks: Looks = field(default_factory=dict[str, bool])
    parts: list[str] = field(default_factory=list[str])
    length: int = 0
    marks: list[Mark] = field(default_factory=list[Mark])
    signs: list[tuple[str, str, int]] = field(default_factory=list[tuple[str, str, int]])
    boxes: list[Element] = field(default_factory=list[Element])

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self.parts)

    def add(self, text: str, marks: Sequence[tuple[str, str]]) -> None:
        """Add words that carry ``marks``."""
        if text:
            end = self.length + len(text)
            self.marks.extend(Mark(self.length, end, name, value) for name, value in marks)
            self.parts.append(text)
            self.length = end


def collect(elements: Iterable[Element], line: Line, reading: Reading, link: str = "") -> None:
    """Add what stands in ``elements`` to ``line``."""
    for one in elements:
        name = local(one)
        if name == "r":
            _run(one, line, reading, link)
        elif name in _GONE:
            reading.left_out[_GONE[name], ""] += 1
        elif name == "hyperlink":
            collect(one, line, reading, _target(one, reading) or link)
        elif name == "fldSimple":
            field = Field(value_of(one, "instr"))
            collect(one, line, reading, field.link or link)
        elif name in _WRAPPERS:
            collect(one, line, reading, link)
        elif name in _EDGES:
            line.signs.append((name, value_of(one, "id"), line.length))
        else:
            _unusual(one, line, reading, link)


def _unusual(one: Element, line: Line, reading: Reading, link: str) -> None:
    name = local(one)
    if name == "AlternateContent":
        collect(_chosen(one), line, reading, link)
    elif name in ("oMath", "oMathPara"):
        reading.left_out[LeftOutKind.EQUATIONS, ""] += 1
        line.add("".join(part.text or "" for part in one.iter() if local(part) == "t"), ())
    elif name == "subDoc":
        reading.left_out[LeftOutKind.EMBEDDED, ""] += 1


def _run(run: Element, line: Line, reading: Reading, link: str) -> None:
    properties = child(run, "rPr")
    looks = _effective(properties, line, reading)
    marks = [(name, "") for name, is_on in looks.items() if is_on and name in _MARKS]
    if link := next((one.link for one in reversed(reading.fields) if one.link), link):
        marks.append((MarkName.LINK, link))
    language = value_of(child(properties, "lang"))
    if language and language != reading.language:
        marks.append((MarkName.LANGUAGE, language))
    hidden = any(looks.get(name) for name in _HIDDEN)
    for one in run:
        name = local(one)
        if name in _IN_RUN:
            _IN_RUN[name](one, line, reading)
        elif (text := _shown(one)) and _is_shown(reading):
            if hidden:
                reading.left_out[LeftOutKind.HIDDEN, ""] += 1
            else:
                line.add(text, marks)
    if looks.get("caps"):
        reading.left_out[LeftOutKind.MARKS, "caps"] += 1


def _effective(properties: Element | None, line: Line, reading: Reading) -> Looks:
    """Marks said of the run win; else those of its style and its paragraph's style cancel out."""
    own = looks_of(properties)
    style = value_of(child(properties, "rStyle"))
    by_style = dict(reading.sheet.looks(style))
    if any(one.name.casefold() in ("hyperlink", "followedhyperlink", "internet link")
           for one in reading.sheet.chain(style)):  # fmt: skip
        by_style.pop(MarkName.UNDERLINE, None)
    names = {*by_style, *line.style_looks}
    styled = {
        name: by_style.get(name, False) != line.style_looks.get(name, False) for name in names
    }
    return {**styled, **own}


def _shown(one: Element) -> str:
    name = local(one)
    if name == "t":
        text = _SPACES.sub(" ", one.text or "")
        kept = value_of(one, "space") == "preserve"
        return text if kept else text.strip(" ")
    if name == "br":
        return "" if value_of(one, "type") in ("page", "column") else "\n"
    if name == "sym":
        return _symbol(value_of(one, "char"))
    return _AS_TEXT.get(name, "")


def _symbol(code: str) -> str:
    """Return a symbol font's character; those fonts keep their plain letters from U+F000 on."""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
        return ""
    number = int(code, 16)
    if 0xF020 <= number <= 0xF0FF:
        number -= 0xF000
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE else "\ufffd"


def _is_shown(reading: Reading) -> bool:
    return all(one.shows for one in reading.fields)


def _field_character(one: Element, line: Line, reading: Reading) -> None:
    kind = value_of(one, "fldCharType")
    if kind == "begin":
        reading.fields.append(Field())
    elif reading.fields and kind == "separate":
        reading.fields[-1].shows = True
    elif reading.fields and kind == "end":
        reading.fields.pop()


def _instruction(one: Element, line: Line, reading: Reading) -> None:
    if reading.fields and not reading.fields[-1].shows:
        reading.fields[-1].instruction += one.text or ""


def _reference(one: Element, line: Line, reading: Reading) -> None:
    line.signs.append((local(one), value_of(one, "id"), line.length))


def _drawing(one: Element, line: Line, reading: Reading) -> None:
    boxes = [part for part in one.iter() if local(part) == "txbxContent"]
    inner = {part for box in boxes for part in box.iter() if part is not box}
    outer = [box for box in boxes if box not in inner]
    line.boxes.extend(outer)
    kind = LeftOutKind.TEXT_BOXES if outer else LeftOutKind.IMAGES
    if not outer and local(one) == "object":
        kind = LeftOutKind.EMBEDDED
    reading.left_out[kind, ""] += 1


def _alternatives(one: Element, line: Line, reading: Reading) -> None:
    for part in _chosen(one):
        if local(part) in _IN_RUN:
            _IN_RUN[local(part)](part, line, reading)
        elif (text := _shown(part)) and _is_shown(reading):
            line.add(text, ())


def _ruby(one: Element, line: Line, reading: Reading) -> None:
    """Small letters beside the line are read after it, in brackets."""
    beside = Line()
    for part in one:
        if local(part) == "rubyBase":
            collect(part, line, reading)
        elif local(part) == "rt":
            collect(part, beside, reading)
    if beside.text:
        line.add(f"({beside.text})", ())


def _chosen(one: Element) -> Element:
    """Return the newest way a thing is written that has text, else the newest."""
    ways = [way for way in one if local(way) in ("Choice", "Fallback")]
    with_text = (way for way in ways if any(local(part) == "t" for part in way.iter()))
    return next(with_text, ways[0] if ways else one)


def _target(one: Element, reading: Reading) -> str:
    if target := reading.targets.get(value_of(one, "id"), ""):
        return target
    anchor = value_of(one, "anchor")
    return f"#{anchor}" if anchor else ""


_IN_RUN: Mapping[str, Callable[[Element, Line, Reading], None]] = {
    "fldChar": _field_character,
    "instrText": _instruction,
    "drawing": _drawing,
    "pict": _drawing,
    "object": _drawing,
    "AlternateContent": _alternatives,
    "ruby": _ruby,
    **dict.fromkeys(_REFERENCES, _reference),
}
