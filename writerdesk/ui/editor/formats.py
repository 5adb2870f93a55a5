"""How kinds of paragraph and marks look in a QTextDocument, and how to read them back.

What a paragraph or a run of words *is* rides in properties of our own; how it looks is derived
from them, and reading back never guesses from the looks. Colours are left to the theme and sizes
are relative to the document's font, so that neither theme nor zoom touches the text or its undo.
"""

import json
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from writerdesk.manuscript import Kind, Mark, MarkName, Paragraph, ParagraphId, scene_break
from writerdesk.ui.look.lettering import EDITOR_LINE, HEADING_LINE

_OWN = QTextFormat.Property.UserProperty.value
ID_PROPERTY = _OWN + 1
_ATTRIBUTES_PROPERTY = _OWN + 2
_MARKS_PROPERTY = _OWN + 3

MarkSet: TypeAlias = "tuple[tuple[str, str], ...]"
"""The names and values of the marks on one run of characters, in order."""

_Shape: TypeAlias = "tuple[str, int, str, str, str, tuple[tuple[str, str], ...]]"
_PLAIN = Paragraph()
_PLAIN_KEY: _Shape = (Kind.BODY, 0, "", "", "", ())
_HEADINGS = (Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3)
# Steps of Qt's relative sizes: 1 is 1.2 times, 2 is 1.5 times, 3 is twice the document's font.
_STEPS = {Kind.TITLE: 3, Kind.HEADING_1: 2, Kind.HEADING_2: 1}
_FIRST_LINE_EMS = 1.4
_ABOVE_HEADING_EMS, _BELOW_HEADING_EMS = 1.4, 0.5
_AROUND_BREAK_EMS = 0.6
_LIST_EMS = 1.6
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
# Who follows these kinds begins without an indent, as books are set.
_FLUSH_AFTER = (*_HEADINGS, Kind.SCENE_BREAK)


class Formats:
    """Qt's formats for paragraphs and marks, for one size of type."""

    def __init__(self, em: int, natural_line: float = 1.0) -> None:
        self._em = em
        # Qt's percents are of the face's own line height, ours of the size of its letters.
        self._percent = 100 / natural_line

    def block(
        self, paragraph: Paragraph, id: ParagraphId | None, *, flush: bool
    ) -> QTextBlockFormat:
        """Return the format of a paragraph's block; ``flush`` is without first-line indent."""
        made = QTextBlockFormat(self._shape(_shape_of(paragraph), flush))
        if id is not None:
            made.setProperty(ID_PROPERTY, written_id(id))
        return made

    @lru_cache(maxsize=256)  # noqa: B019  one Formats lives as long as its window
    def _shape(self, shape: Paragraph, flush: bool) -> QTextBlockFormat:
        kind, made = shape.kind, QTextBlockFormat()
        if shape != Paragraph():
            made.setProperty(_ATTRIBUTES_PROPERTY, shape.canonical().decode())
        line = HEADING_LINE if kind in _HEADINGS else EDITOR_LINE
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        made.setLineHeight(line * self._percent, proportional.value)
        if kind == Kind.BODY and not flush and shape.align in ("", "left", "justify"):
            made.setTextIndent(self._px(_FIRST_LINE_EMS))
        if kind in _HEADINGS:
            made.setTopMargin(self._px(_ABOVE_HEADING_EMS))
            made.setBottomMargin(self._px(_BELOW_HEADING_EMS))
            made.setHeadingLevel(max(1, _HEADINGS.index(Kind(kind))))
        if kind == Kind.SCENE_BREAK:
            made.setTopMargin(self._px(_AROUND_BREAK_EMS))
            made.setBottomMargin(self._px(_AROUND_BREAK_EMS))
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if kind == Kind.QUOTE:
            made.setLeftMargin(self._px(_LIST_EMS))
            made.setRightMargin(self._px(_LIST_EMS))
        if kind == Kind.LIST_ITEM:
            inset = self._px(_LIST_EMS * (shape.level + 1))
            # Qt's margins are the page's, not the text's.
            from_right = shape.direction == "rtl"
            made.setRightMargin(inset) if from_right else made.setLeftMargin(inset)
        if shape.align in _ALIGNMENTS:
            made.setAlignment(_ALIGNMENTS[shape.align])
        if shape.direction:
            rtl = shape.direction == "rtl"
            made.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
        return made

    def _px(self, ems: float) -> int:
        return round(self._em * ems)


def follows_flush(previous: Paragraph | None) -> bool:
    """Tell whether a paragraph after ``previous`` begins without an indent."""
    return previous is None or previous.kind in _FLUSH_AFTER


@lru_cache(maxsize=512)
def characters(kind: str, marks: MarkSet) -> QTextCharFormat:
    """Return the format of characters with ``marks`` in a ``kind``; it is shared: only read it."""
    names = dict(marks)
    made = QTextCharFormat()
    if marks:
        made.setProperty(_MARKS_PROPERTY, json.dumps(marks, ensure_ascii=False))
    if kind in _HEADINGS:
        made.setFontWeight(QFont.Weight.DemiBold)
    if kind in _STEPS:
        made.setProperty(QTextFormat.Property.FontSizeAdjustment, _STEPS[Kind(kind)])
    if MarkName.BOLD in names:
        made.setFontWeight(QFont.Weight.ExtraBold if kind in _HEADINGS else QFont.Weight.Bold)
    if (MarkName.ITALIC in names) != (kind == Kind.HEADING_3):
        made.setFontItalic(True)
    if MarkName.UNDERLINE in names or MarkName.LINK in names:
        made.setFontUnderline(True)
    if MarkName.STRIKE in names:
        made.setFontStrikeOut(True)
    if MarkName.SMALL_CAPS in names:
        made.setFontCapitalization(QFont.Capitalization.SmallCaps)
    if MarkName.LINK in names:
        made.setAnchor(True)
        made.setAnchorHref(names[MarkName.LINK])
    return made


def marks_on(characters: QTextCharFormat) -> MarkSet:
    """Return the marks a run of characters carries."""
    return _marks_written(characters.property(_MARKS_PROPERTY) or "")


def shape_of_block(block: QTextBlockFormat) -> Paragraph:
    """Return kind, alignment and the like of a block, as a paragraph without words."""
    return _shape_written(block.property(_ATTRIBUTES_PROPERTY) or "")


def id_of_block(block: QTextBlockFormat) -> ParagraphId | None:
    """Return the id a block carries, if it carries one."""
    written = block.property(ID_PROPERTY)
    if written is None:
        return None
    replica, counter = written.split(":")
    return ParagraphId(int(replica), int(counter))


def written_id(id: ParagraphId) -> str:
    """Return an id as block formats hold it.

    Words, not one 64-bit number: Qt hashes formats by their values, but every 64-bit number alike,
    so that 2,500 paragraphs took 243 ms to fill in instead of 22 (docs/decisions/paragraph-ids.md).
    """
    return f"{id.replica}:{id.counter}"


def _shape_of(paragraph: Paragraph) -> Paragraph:
    key = (
        paragraph.kind,
        paragraph.level,
        paragraph.numbering,
        paragraph.align,
        paragraph.direction,
        paragraph.more,
    )
    return _PLAIN if key == _PLAIN_KEY else _shape_named(key)


@lru_cache(maxsize=256)
def _shape_named(key: _Shape) -> Paragraph:
    kind, level, numbering, align, direction, more = key
    if kind == Kind.SCENE_BREAK:
        return scene_break()
    return Paragraph("", kind, (), level, numbering, align, direction, more)


@lru_cache(maxsize=256)
def _shape_written(written: str) -> Paragraph:
    return Paragraph.from_canonical(written.encode()) if written else Paragraph()


@lru_cache(maxsize=512)
def _marks_written(written: str) -> MarkSet:
    return tuple((name, value) for name, value in json.loads(written)) if written else ()


def runs(paragraph: Paragraph) -> list[tuple[str, MarkSet]]:
    """Return a paragraph's text in runs of characters that carry the same marks."""
    text, marks = paragraph.text, paragraph.marks
    if not marks:
        return [(text, ())] if text else []
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    return [(text[start:end], _marks_at(marks, start)) for start, end in pairwise(cuts)]


def _marks_at(marks: tuple[Mark, ...], place: int) -> MarkSet:
    return tuple(sorted((m.name, m.value) for m in marks if m.start <= place < m.end))
