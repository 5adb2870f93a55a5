"""What the page shows besides the text's letters: the signs of lists, and links in their colour.

Both follow the theme and the text without being part of either; only what is in view is painted.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock

from writerdesk.manuscript import DAMAGED, Kind, MarkName, Paragraph
from writerdesk.manuscript.item_numbers import signs_before
from writerdesk.ui.editor.blocks import blocks_between
from writerdesk.ui.editor.editor import Editor
from writerdesk.ui.editor.formats import marks_on, shape_of_block
from writerdesk.ui.editor.in_sight import block_at
from writerdesk.ui.look import Look
from writerdesk.words import _

# Between a list's sign and its words, in ems.
_AWAY = 0.45
# Where Qt draws an underline at the size of the text, in pixels below the letters' feet.
_UNDER = 2.0


class PageSigns:
    """Paints over an editor's text."""

    def __init__(self, editor: Editor, look: Look) -> None:
        self._editor, self._look = editor, look
        editor.overlays.append(self.paint)

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint what is in view."""
        if self._editor.document().isEmpty():
            self._paint_invitation(painter)
        blocks = list(blocks_in_view(self._editor, area))
        signs = signs_of(blocks[0][0], len(blocks)) if blocks else ()
        for (block, top), sign in zip(blocks, signs, strict=True):
            if sign:
                self._paint_sign(painter, block, top, sign)
            self._paint_links(painter, block, top)
            if not block.text() and _shape(block).kind == DAMAGED:
                self._paint_gap(painter, block, top)

    def _paint_invitation(self, painter: QPainter) -> None:
        """Say what an empty page is; gone at the first letter."""
        if self._editor.textCursor().block().layout().preeditAreaText():
            return
        painter.setFont(self._editor.document().defaultFont())
        painter.setPen(self._look.palette.faint)
        at = self._editor.cursorRect()
        room = QRect(at.left(), at.top(), self._editor.column - at.left(), 4 * at.height())
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, _("An empty page. Nothing you write here can get lost."))

    def _paint_sign(self, painter: QPainter, block: QTextBlock, top: QPointF, sign: str) -> None:
        layout = block.layout()
        if not layout.lineCount():
            return
        line = layout.lineAt(0)
        font = self._editor.document().defaultFont()
        measured = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.palette.soft)
        away = _AWAY * measured.height() / 1.2
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            x = line.x() + line.width() + away
        else:
            x = line.x() - away - measured.horizontalAdvance(sign)
        painter.drawText(top + QPointF(x, line.y() + line.ascent()), sign)

    def _paint_gap(self, painter: QPainter, block: QTextBlock, top: QPointF) -> None:
        """Say where a passage could not be read; gone at the first letter that is written there."""
        if block.layout().preeditAreaText() or not block.layout().lineCount():
            return
        line = block.layout().lineAt(0)
        painter.setFont(self._editor.document().defaultFont())
        painter.setPen(self._look.palette.danger)
        painter.drawText(
            top + line.position() + QPointF(0, line.ascent()), _("⟨A passage is missing here.⟩")
        )

    def _paint_links(self, painter: QPainter, block: QTextBlock, top: QPointF) -> None:
        for found in block.textFormats():
            if MarkName.LINK not in dict(marks_on(found.format)):
                continue
            painter.setPen(self._look.palette.accent)
            # The same letters once more, in the colour that links alone have.
            for run in block.layout().glyphRuns(found.start, found.length):
                # WORKAROUND: Qt draws a run's own underline as far below again as the run is.
                run.setUnderline(False)
                painter.drawGlyphRun(top, run)
                box = run.boundingRect().translated(top)
                baseline = top.y() + run.positions()[0].y() + _UNDER
                painter.drawLine(QPointF(box.left(), baseline), QPointF(box.right(), baseline))


def signs_of(first: QTextBlock, count: int) -> list[str]:
    """Return what stands before each of ``count`` blocks, nothing before most."""
    start = first
    while start.previous().isValid() and _shape(start.previous()).kind == Kind.LIST_ITEM:
        start = start.previous()
    above = first.blockNumber() - start.blockNumber()
    shapes = [_shape(block) for block in blocks_between(start, above + count)]
    return signs_before(shapes, above, above + count)


def _shape(block: QTextBlock) -> Paragraph:
    return shape_of_block(block.blockFormat())


def blocks_in_view(editor: Editor, area: QRect) -> Iterator[tuple[QTextBlock, QPointF]]:
    """Give the blocks that touch ``area`` of the viewport, each with where its layout stands."""
    scrolled = editor.verticalScrollBar().value()
    block = block_at(editor.document(), scrolled + area.top())
    while block.isValid():
        place = block.layout().position()
        if place.y() - scrolled > area.bottom():
            return
        yield block, QPointF(place.x(), place.y() - scrolled)
        block = block.next()
