"""A Word file's body in reading order: paragraphs, also those in tables, controls and boxes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from xml.etree.ElementTree import Element

from writerdesk.exchange.docx.inline import Line, Reading, collect
from writerdesk.exchange.docx.names import BODY_FIRST, FURNITURE, JUSTIFIED, STYLE_OF
from writerdesk.exchange.docx.style_sheet import Looks, child, number_of, value_of
from writerdesk.exchange.intake import is_rule
from writerdesk.exchange.packages import local
from writerdesk.exchange.values import LeftOutKind
from writerdesk.frozen import frozen
from writerdesk.manuscript import Align, Direction, Kind, Mark, Paragraph, scene_break

_ALIGN: Mapping[str, str] = {word: ours for ours, word in JUSTIFIED.items()} | {
    "start": Align.LEFT,
    "end": Align.RIGHT,
    "distribute": Align.JUSTIFY,
}
_MIRRORED: Mapping[str, str] = {Align.LEFT: Align.RIGHT, Align.RIGHT: Align.LEFT}
_LOOKED_THROUGH = frozenset(
    (
        "sdt",
        "sdtContent",
        "customXml",
        "ins",
        "moveTo",
        "smartTag",
        "tbl",
        "tr",
        "tc",
    )
)
_OUR_BODY = (STYLE_OF[Kind.BODY][0], BODY_FIRST)
# A line of a single sign parts scenes only where it stands in the middle.
_CENTRED_BREAKS = frozenset("#*~•")


@frozen
class Told:
    """A paragraph and the signs in it: which kind, whose id, at which offset."""

    paragraph: Paragraph
    signs: tuple[tuple[str, str, int], ...]


@dataclass(slots=True)
class Blocks:
    """Reads blocks one after the other; a paragraph whose end was deleted waits for the next."""

    reading: Reading
    _waiting: Line | None = field(default=None)

    def of(self, element: Element) -> Iterator[Told]:
        """Give the paragraphs a block holds."""
        name = local(element)
        if name == "p":
            yield from self._paragraph(element)
        elif name == "AlternateContent":
            yield from self._all(next(iter(element), element))
        elif name in _LOOKED_THROUGH and not self._is_deleted_row(element):
            self.reading.left_out[LeftOutKind.TABLES, ""] += name == "tbl"
            yield from self._all(element)
        elif name == "altChunk":
            self.reading.left_out[LeftOutKind.EMBEDDED, ""] += 1
        elif name in ("oMath", "oMathPara"):
            line = Line()
            collect([element], line, self.reading)
            yield Told(Paragraph(line.text), ())

    def rest(self) -> Iterator[Told]:
        """Give what still waits for a paragraph to join, at the end of the text."""
        if self._waiting is not None:
            line, self._waiting = self._waiting, None
            yield self._told(line, None)

    def _all(self, elements: Iterable[Element]) -> Iterator[Told]:
        return chain.from_iterable(self.of(element) for element in elements)

    def _is_deleted_row(self, element: Element) -> bool:
        if local(element) != "tr" or child(child(element, "trPr"), "del") is None:
            return False
        self.reading.left_out[LeftOutKind.DELETIONS, ""] += 1
        return True

    def _paragraph(self, element: Element) -> Iterator[Told]:
        properties = child(element, "pPr")
        if value_of(child(properties, "pStyle")) in FURNITURE:
            return
        line = self._waiting or Line()
        self._waiting = None
        line.style_looks = self._style_looks(properties)
        collect(element, line, self.reading)
        # A field still in its instruction when the paragraph ends shows nothing of it.
        self.reading.fields = [one for one in self.reading.fields if one.shows]
        boxes, line.boxes = line.boxes, []
        if child(child(properties, "rPr"), "del") is not None:
            self._waiting = line
        else:
            told = self._told(line, properties)
            if self._is_kept(told, properties):
                yield told
        for box in boxes:
            yield from self._all(box)

    def _is_kept(self, told: Told, properties: Element | None) -> bool:
        """An empty paragraph is white space in others' files; in ours the writer made it."""
        if told.paragraph.text or told.signs:
            return True
        style = value_of(child(properties, "pStyle"))
        return style in _OUR_STYLES and style in self.reading.sheet.styles and self._is_ours()

    def _is_ours(self) -> bool:
        return all(id in self.reading.sheet.styles for id in _OUR_BODY)

    def _style_looks(self, properties: Element | None) -> Looks:
        style = value_of(child(properties, "pStyle")) or self.reading.sheet.default
        kind = self.reading.sheet.kind(style, properties)
        return self.reading.sheet.looks(style) if kind in (Kind.BODY, Kind.LIST_ITEM) else {}

    def _told(self, line: Line, properties: Element | None) -> Told:
        sheet = self.reading.sheet
        style = value_of(child(properties, "pStyle")) or sheet.default
        kind = sheet.kind(style, properties)
        direction = _direction(properties, sheet.property(style, "bidi"))
        align = self._align(properties, style, kind)
        if direction == Direction.RIGHT_TO_LEFT:
            align = _MIRRORED.get(align, align)
        kind, level, numbering = self._item(properties, style, kind)
        paragraph = Paragraph(
            line.text,
            kind if kind != Kind.SCENE_BREAK else Kind.BODY,
            tuple(line.marks),
            level,
            numbering,
            align,
            direction,
        )
        is_break = kind == Kind.SCENE_BREAK or self._looks_like_a_break(paragraph, style)
        if is_break:
            return Told(scene_break(), tuple((name, id, 0) for name, id, _ in line.signs))
        return Told(paragraph, tuple(line.signs))

    def _item(self, properties: Element | None, style: str, kind: str) -> tuple[str, int, str]:
        number = child(properties, "numPr")
        if number is None:
            number = self.reading.sheet.property(style, "numPr")
        list_id = value_of(child(number, "numId"))
        if kind not in (Kind.BODY, Kind.LIST_ITEM) or not list_id or list_id == "0":
            return (Kind.BODY if kind == Kind.LIST_ITEM else kind), 0, ""
        level = number_of(child(number, "ilvl"), 0)
        return Kind.LIST_ITEM, level, self.reading.sheet.numbering(list_id, level)

    def _align(self, properties: Element | None, style: str, kind: str) -> str:
        own = child(properties, "jc")
        if own is not None:
            return _ALIGN.get(value_of(own), "")
        styled = _ALIGN.get(value_of(self.reading.sheet.property(style, "jc")), "")
        is_told_by_style = kind == Kind.BODY and styled in (Align.CENTRE, Align.RIGHT)
        return styled if is_told_by_style else ""

    def _looks_like_a_break(self, paragraph: Paragraph, style: str) -> bool:
        if paragraph.kind != Kind.BODY or (style in _OUR_BODY and self._is_ours()):
            return False
        text = paragraph.text.strip()
        return (is_rule(paragraph) and text != "#") or (
            paragraph.align == Align.CENTRE and text in _CENTRED_BREAKS
        )


_OUR_STYLES = frozenset((BODY_FIRST, *(id for id, _ in STYLE_OF.values())))


def _direction(properties: Element | None, styled: Element | None) -> str:
    own = child(properties, "bidi")
    if own is not None:
        is_off = value_of(own) in ("0", "false", "off")
        return Direction.LEFT_TO_RIGHT if is_off else Direction.RIGHT_TO_LEFT
    if styled is not None and value_of(styled) not in ("0", "false", "off"):
        return Direction.RIGHT_TO_LEFT
    return ""


def without_lead(paragraph: Paragraph) -> Paragraph:
    """Return a note's first paragraph without the space that parts its sign from its words."""
    if not paragraph.text.startswith((" ", "\t")):
        return paragraph
    marks = tuple(
        Mark(mark.start - 1, mark.end - 1, mark.name, mark.value) for mark in paragraph.marks
    )
    return Paragraph(paragraph.text[1:], marks=marks)
