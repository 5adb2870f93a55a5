"""A draft laid out on the pages of a look: for the preview, for paper, and for PDF.

One layout serves all three. It is made in tenths of a point, so that no size is rounded to a
screen's pixels, and painted at whatever scale the paper or the screen has.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from writerdesk.exchange.looks import Look, Style
from writerdesk.exchange.page_words import (
    byline,
    contact_lines,
    has_title_of_its_own,
    running_words,
)
from writerdesk.manuscript import Document, Kind, MarkName, Paragraph
from writerdesk.manuscript.item_numbers import signs_before
from writerdesk.ui.editor.formats import runs

# Units to the point, and with 72 points to the inch.
_POINT, INCH = 10, 720
_HANGING = 18 * _POINT
_FLUSH_AFTER = frozenset((Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3))
_ALIGNED = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}


class Pages:
    """The pages of a draft; ``most`` paragraphs are enough for the first few."""

    def __init__(self, document: Document, look: Look, *, most: int | None = None) -> None:
        self._document, self._look = document, look
        width, height = look.paper_size(document.language)
        self.size = QSizeF(width * INCH, height * INCH)
        top, right, bottom, left = (margin * INCH for margin in look.margins)
        self._text = QRectF(
            left, top, self.size.width() - left - right, self.size.height() - top - bottom
        )
        self._qt = QTextDocument()
        self._qt.setDocumentMargin(0)
        self._qt.setUseDesignMetrics(True)
        self._qt.setDefaultFont(_font(look.text, look.text))
        self._qt.setPageSize(self._text.size())
        self._fill(document.paragraphs[:most])
        self._keep_headings_with_what_follows()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._qt.pageCount()

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, counted from 0, in tenths of a point."""
        painter.save()
        painter.translate(self._text.left(), self._text.top() - page * self._text.height())
        shown = QRectF(0, page * self._text.height(), self._text.width(), self._text.height())
        painter.setClipRect(shown)
        context = QAbstractTextDocumentLayout.PaintContext()
        # A line that begins where the page ends belongs to the next one.
        context.clip = shown.adjusted(0, 0, 0, -1)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor("black"))
        context.palette = palette
        self._qt.documentLayout().draw(painter, context)
        painter.restore()
        self._paint_running_lines(painter, page)

    def _paint_running_lines(self, painter: QPainter, page: int) -> None:
        # The first page of a manuscript carries its own head.
        if page == 0 and self._look.furniture:
            return
        top, _right, bottom, _left = (margin * INCH for margin in self._look.margins)
        painter.setPen(QColor("black"))
        painter.setFont(_font(self._look.text, self._look.text))
        for line, where, aligned in (
            (self._look.header, top / 2, Qt.AlignmentFlag.AlignRight),
            (self._look.footer, self.size.height() - bottom / 2, Qt.AlignmentFlag.AlignHCenter),
        ):
            told = running_words(line, self._document).replace("{page}", str(page + 1))
            box = QRectF(self._text.left(), where - INCH / 4, self._text.width(), INCH / 2)
            painter.drawText(box, aligned | Qt.AlignmentFlag.AlignVCenter, told)

    def _fill(self, paragraphs: Sequence[Paragraph]) -> None:
        cursor = QTextCursor(self._qt)
        cursor.beginEditBlock()
        is_first = True
        for block, text in self._blocks(paragraphs):
            if is_first:
                cursor.setBlockFormat(block)
                is_first = False
            else:
                cursor.insertBlock(block)
            for words, format in text:
                cursor.insertText(words, format)
        cursor.endEditBlock()

    def _keep_headings_with_what_follows(self) -> None:
        """Qt lets a heading stand alone at the foot of a page; no book does."""
        block = self._qt.begin()
        while block.isValid() and block.next().isValid():
            if block.blockFormat().headingLevel() and self._page_of(block) < self._page_of(
                block.next()
            ):
                format = block.blockFormat()
                format.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(format)
            block = block.next()

    def _page_of(self, block: QTextBlock) -> int:
        top = self._qt.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineAt(0).y() if block.layout().lineCount() else 0.0
        return int((top + line) // self._text.height())

    def _blocks(
        self, paragraphs: Sequence[Paragraph]
    ) -> "Iterator[tuple[QTextBlockFormat, list[tuple[str, QTextCharFormat]]]]":
        yield from self._furniture_above()
        signs = signs_before(paragraphs, 0, len(paragraphs))
        before = Kind.TITLE.value
        for number, paragraph in enumerate(paragraphs):
            style = self._look.style(_style_name(paragraph))
            flush = before in _FLUSH_AFTER or before == Kind.SCENE_BREAK
            block = _block(self._look.text, style, paragraph, flush=flush)
            if style.new_page and (number or self._look.furniture):
                block.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            yield block, self._words(paragraph, style, signs[number])
            if paragraph.kind == Kind.TITLE and self._look.furniture:
                yield self._line(byline(self._document), align="centre")
            before = paragraph.kind
        if self._look.furniture and self._look.ending and len(paragraphs) == len(self._document):
            yield self._line(self._look.ending, align="centre")

    def _furniture_above(
        self,
    ) -> "Iterator[tuple[QTextBlockFormat, list[tuple[str, QTextCharFormat]]]]":
        if not self._look.furniture:
            return
        for line in contact_lines(self._look, self._document):
            words = f"{line.left}\t{line.right}" if line.right else line.left
            block, text = self._line(words, lines=1.0)
            block.setTabPositions(
                [QTextOption.Tab(self._text.width(), QTextOption.TabType.RightTab)]
            )
            yield block, text
        if not has_title_of_its_own(self._document):
            title = self._look.style("title")
            block = _block(self._look.text, title, Paragraph(), flush=True)
            yield block, [(self._document.title, _characters(self._look.text, title, ()))]
            if written_by := byline(self._document):
                yield self._line(written_by, align="centre")

    def _line(
        self, words: str, *, align: str = "", lines: float = 0.0
    ) -> "tuple[QTextBlockFormat, list[tuple[str, QTextCharFormat]]]":
        style = Style(align=align, lines=lines)
        made = _characters(self._look.text, style, ())
        return _block(self._look.text, style, Paragraph(), flush=True), [(words, made)]

    def _words(
        self, paragraph: Paragraph, style: Style, sign: str
    ) -> "list[tuple[str, QTextCharFormat]]":
        made = partial(_characters, self._look.text, style)
        if paragraph.kind == Kind.SCENE_BREAK:
            return [(self._look.scene_break, made(()))]
        before = [(f"{sign}\t", made(()))] if sign else []
        return [
            *before,
            *(
                (words.replace("\n", "\u2028"), made(tuple(name for name, _value in marks)))
                for words, marks in runs(paragraph)
            ),
        ]


def _style_name(paragraph: Paragraph) -> str:
    known = paragraph.kind in tuple(Kind)
    return paragraph.kind if known else Kind.BODY.value


def _block(text: Style, style: Style, paragraph: Paragraph, *, flush: bool) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(style.before * _POINT)
    made.setBottomMargin(style.after * _POINT)
    made.setLeftMargin(style.left * INCH)
    made.setRightMargin(style.right * INCH)
    lines = (style.lines or text.lines or 1.0) * 100
    made.setLineHeight(lines, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    align = paragraph.align or style.align
    if align in _ALIGNED:
        made.setAlignment(_ALIGNED[align])
    if not flush and align not in ("centre", "right"):
        made.setTextIndent(style.first_line * INCH)
    if paragraph.kind in _FLUSH_AFTER:
        made.setHeadingLevel(1)
    if paragraph.kind == Kind.LIST_ITEM:
        inset = _HANGING * (paragraph.level + 2)
        made.setLeftMargin(inset)
        made.setTextIndent(-_HANGING)
        made.setTabPositions([QTextOption.Tab(_HANGING, QTextOption.TabType.LeftTab)])
    if paragraph.direction == "rtl":
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def _characters(text: Style, style: Style, marks: Sequence[str]) -> QTextCharFormat:
    italic = style.italic != (MarkName.ITALIC in marks)
    bold = style.bold or MarkName.BOLD in marks
    capitals = style.small_caps or MarkName.SMALL_CAPS in marks
    made = QTextCharFormat()
    worn = replace(style, italic=italic, bold=bold, small_caps=capitals)
    made.setFont(_font(text, worn))
    made.setFontUnderline(MarkName.UNDERLINE in marks)
    made.setFontStrikeOut(MarkName.STRIKE in marks)
    return made


def _font(text: Style, style: Style) -> QFont:
    font = QFont(style.font or text.font)
    font.setPixelSize(max(1, round((style.size or text.size or 12) * _POINT)))
    font.setBold(style.bold)
    font.setItalic(style.italic)
    if style.small_caps:
        font.setCapitalization(QFont.Capitalization.SmallCaps)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
