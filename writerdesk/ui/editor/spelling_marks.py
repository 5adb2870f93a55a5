"""Draws wavy lines under misspelled words: over the text, in sight alone, touching no format.

A highlighter lays a paragraph out again for every mark, and marks in the formats would be undo; a
line that is painted over the page costs nothing where nobody looks.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLayout

from writerdesk.insight.spelling import Checked
from writerdesk.manuscript import Paragraph
from writerdesk.ui.editor.blocks import utf16_length
from writerdesk.ui.editor.editor import Editor
from writerdesk.ui.editor.in_sight import block_at
from writerdesk.ui.look import Look

# A wave is two pixels high and four long: seen at arm's length, not read as an underline.
_RISE, _STEP = 1.0, 2.0
_BELOW_BASELINE = 3.0


class SpellingMarks:
    """Paints what ``wrong`` finds in the paragraphs that are in sight."""

    def __init__(
        self, editor: Editor, look: Look, wrong: Callable[[Paragraph], Sequence[Checked]]
    ) -> None:
        self._editor, self._look, self._wrong = editor, look, wrong
        self.shown = False
        """Whether there is a dictionary to know wrong words by."""
        editor.overlays.append(self._paint)

    def in_sight(self) -> Iterator[tuple[QTextBlock, Paragraph]]:
        """Go through the paragraphs in sight, with their blocks."""
        yield from _in_sight(self._editor, self._editor.viewport().rect())

    def word_at(self, place: int) -> tuple[QTextBlock, Checked] | None:
        """Return the misspelled word that Qt's position is in, or at the end of."""
        text = self._editor.text
        if text is None or not self._editor.is_mirrored:
            return None
        block = text.qt.findBlock(place)
        paragraph = text.document.paragraphs[block.blockNumber()]
        for word in self._wrong(paragraph):
            start, end = _placed(paragraph, word)
            if block.position() + start <= place <= block.position() + end:
                return block, word
        return None

    def _paint(self, painter: QPainter, area: QRect) -> None:
        if not self.shown:
            return
        painter.setPen(QPen(QColor(self._look.palette.danger), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, paragraph in _in_sight(self._editor, area):
            if wrong := self._wrong(paragraph):
                self._paint_block(painter, block, paragraph, wrong)

    def _paint_block(
        self,
        painter: QPainter,
        block: QTextBlock,
        paragraph: Paragraph,
        wrong: Sequence[Checked],
    ) -> None:
        layout = block.layout()
        origin = layout.position() - QPointF(0, self._editor.verticalScrollBar().value())
        for word in wrong:
            start, end = _placed(paragraph, word)
            if not self._editor.is_being_typed(block.position() + start, block.position() + end):
                for wave in _waves(layout, start, end):
                    painter.drawPolyline(wave.translated(origin))


def spans_in_qt(block: QTextBlock, paragraph: Paragraph, word: Checked) -> tuple[int, int]:
    """Return from which to which of Qt's positions a word stands."""
    start, end = _placed(paragraph, word)
    return block.position() + start, block.position() + end


def _in_sight(editor: Editor, area: QRect) -> Iterator[tuple[QTextBlock, Paragraph]]:
    text = editor.text
    if text is None or not editor.is_mirrored:
        return
    down = editor.verticalScrollBar().value()
    block = block_at(text.qt, down + area.top())
    while block.isValid():
        if block.layout().position().y() - down > area.bottom():
            return
        yield block, text.document.paragraphs[block.blockNumber()]
        block = block.next()


def _placed(paragraph: Paragraph, word: Checked) -> tuple[int, int]:
    if paragraph.text.isascii():
        return word.start, word.end
    start = utf16_length(paragraph.text[: word.start])
    return start, start + utf16_length(paragraph.text[word.start : word.end])


def _waves(layout: QTextLayout, start: int, end: int) -> Iterator[QPolygonF]:
    """Give a wave for each line a word stands on: a hyphen may part it."""
    at = start
    while at < end:
        line = layout.lineForTextPosition(at)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        left, right = _across(line.cursorToX(at)), _across(line.cursorToX(stop))
        yield _wave(min(left, right), max(left, right), line.y() + line.ascent() + _BELOW_BASELINE)
        at = max(stop, at + 1)


def _across(found: object) -> float:
    # Qt gives the place back with it, PySide as a pair.
    return float(found[0] if isinstance(found, tuple) else found)  # pyright: ignore[reportArgumentType]


def _wave(left: float, right: float, height: float) -> QPolygonF:
    count = max(2, round((right - left) / _STEP))
    return QPolygonF(
        [
            QPointF(left + number * (right - left) / count, height + _RISE * (-1) ** number)
            for number in range(count + 1)
        ]
    )
