"""Draws wavy lines under misspelled words: over the text, in sight alone, touching no format.

A highlighter lays a paragraph out again for every mark, and marks in the formats would be undo; a
line that is painted over the page costs nothing where nobody looks. Of a long paragraph only the
lines in sight are read: a key in one of 5,000 words waits for none of the others.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTextBlock, QTextLayout

from writerdesk.insight.spelling import Checked
from writerdesk.manuscript import Kind, Paragraph
from writerdesk.ui.editor.blocks import code_points, utf16_length
from writerdesk.ui.editor.editor import Editor
from writerdesk.ui.editor.in_sight import block_at
from writerdesk.ui.look import Look

# A wave is two pixels high and four long: seen at arm's length, not read as an underline.
_RISE, _STEP = 1.0, 2.0
_HIGH, _LONG = 4, 2 * _STEP
_BELOW_BASELINE = 3.0
# Letters of a paragraph that is read as a whole: 0.3 ms to part into words.
_WHOLE = 1_000


class Stretch(NamedTuple):
    """What is in sight of a paragraph: its block, its words, and where in Qt's text they begin."""

    block: QTextBlock
    text: str
    begins: int


class SpellingMarks:
    """Paints what ``wrong`` finds in the words that are in sight."""

    def __init__(
        self, editor: Editor, look: Look, wrong: Callable[[str], Sequence[Checked]]
    ) -> None:
        self._editor, self._look, self._wrong = editor, look, wrong
        self._spared: QTextBlock | None = None
        self.shown = False
        """Whether there is a dictionary to know wrong words by."""
        editor.overlays.append(self._paint)

    def in_sight(self) -> Iterator[Stretch]:
        """Go through what is in sight of the paragraphs."""
        yield from _in_sight(self._editor, self._editor.viewport().rect())

    def word_at(self, place: int) -> tuple[QTextBlock, Checked] | None:
        """Return the misspelled word that Qt's position is in, or at the end of."""
        text = self._editor.text
        if text is None or not self._editor.is_mirrored:
            return None
        block = text.qt.findBlock(place)
        paragraph = text.document.paragraphs[block.blockNumber()]
        if paragraph.kind == Kind.SCENE_BREAK:
            return None
        for word in self._wrong(paragraph.text):
            start, end = spans_in_qt(block, paragraph.text, word)
            if start <= place <= end:
                return block, word
        return None

    def follow_caret(self) -> bool:
        """Mark the word that was spared while it was typed; tell whether there was one."""
        block = self._spared
        if block is None or self._editor.is_typing:
            return False
        self._spared = None
        if block.isValid():
            layout = block.layout()
            down = self._editor.verticalScrollBar().value()
            box = layout.boundingRect().translated(layout.position() - QPointF(0, down))
            self._editor.viewport().update(box.toAlignedRect())
        return True

    def _paint(self, painter: QPainter, area: QRect) -> None:
        if not self.shown:
            return
        wave = _wave(self._look.palette.danger, painter.device().devicePixelRatioF())
        for stretch in _in_sight(self._editor, area):
            if wrong := self._wrong(stretch.text):
                self._paint_stretch(painter, stretch, wrong, wave)

    def _paint_stretch(
        self, painter: QPainter, stretch: Stretch, wrong: Sequence[Checked], wave: QPixmap
    ) -> None:
        block = stretch.block
        layout = block.layout()
        origin = layout.position() - QPointF(0, self._editor.verticalScrollBar().value())
        for word in wrong:
            start, end = _placed(stretch.text, word)
            start, end = stretch.begins + start, stretch.begins + end
            if self._editor.is_being_typed(block.position() + start, block.position() + end):
                self._spared = block
                continue
            for line in _lines(layout, start, end):
                painter.drawTiledPixmap(line.translated(origin), wave)


def spans_in_qt(block: QTextBlock, text: str, word: Checked, begins: int = 0) -> tuple[int, int]:
    """Return from which to which of Qt's positions a word of a block's text stands."""
    start, end = _placed(text, word)
    return block.position() + begins + start, block.position() + begins + end


def _in_sight(editor: Editor, area: QRect) -> Iterator[Stretch]:
    text = editor.text
    if text is None or not editor.is_mirrored:
        return
    down = editor.verticalScrollBar().value()
    block = block_at(text.qt, down + area.top())
    while block.isValid():
        top = block.layout().position().y() - down
        if top > area.bottom():
            return
        paragraph = text.document.paragraphs[block.blockNumber()]
        if paragraph.kind != Kind.SCENE_BREAK:
            yield from _stretches(block, paragraph, area.translated(0, -round(top)))
        block = block.next()


def _stretches(block: QTextBlock, paragraph: Paragraph, area: QRect) -> Iterator[Stretch]:
    """Give what of a paragraph is in an area that is told from the paragraph's top.

    A long one comes line by line: most lines read after a key as they did before, and are known.
    """
    text, layout = paragraph.text, block.layout()
    if len(text) <= _WHOLE or not layout.lineCount():
        yield Stretch(block, text, 0)
        return
    # Where no letter counts twice in Qt, its places are the text's.
    alike = block.length() - 1 == len(text)
    first, last = _line_at(layout, area.top()), _line_at(layout, area.bottom())
    starts = [layout.lineAt(number).textStart() for number in range(first, last + 1)]
    edges = starts if alike else [code_points(text, start) for start in starts]
    begins = text.rfind(" ", 0, edges[0]) + 1
    for edge in (*edges[1:], _end_of(text, layout, last)):
        # A word may go on over the edge: from one space to another.
        ends = len(text) if edge == len(text) else text.rfind(" ", 0, edge) + 1
        if ends > begins:
            yield Stretch(
                block, text[begins:ends], begins if alike else utf16_length(text[:begins])
            )
            begins = ends


def _end_of(text: str, layout: QTextLayout, number: int) -> int:
    line = layout.lineAt(number)
    return code_points(text, line.textStart() + line.textLength())


def _line_at(layout: QTextLayout, height: float) -> int:
    """Return the number of the line at a height, the first or the last beyond them."""
    low, high = 0, layout.lineCount() - 1
    while low < high:
        middle = (low + high) // 2
        line = layout.lineAt(middle)
        if line.y() + line.height() < height:
            low = middle + 1
        else:
            high = middle
    return low


def _placed(text: str, word: Checked) -> tuple[int, int]:
    if text.isascii():
        return word.start, word.end
    start = utf16_length(text[: word.start])
    return start, start + utf16_length(text[word.start : word.end])


def _lines(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Give the room for a wave for each line a word stands on: a hyphen may part it."""
    at = start
    while at < end:
        line = layout.lineForTextPosition(at)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        left, right = _across(line.cursorToX(at)), _across(line.cursorToX(stop))
        top = line.y() + line.ascent() + _BELOW_BASELINE - _HIGH / 2
        yield QRectF(min(left, right), top, abs(right - left), _HIGH)
        at = max(stop, at + 1)


def _across(found: object) -> float:
    # Qt gives the place back with it, PySide as a pair.
    return float(found[0] if isinstance(found, tuple) else found)  # pyright: ignore[reportArgumentType]


@lru_cache(maxsize=8)
def _wave(colour: str, scale: float) -> QPixmap:
    """Return one wave as a picture to be laid side by side: a word's takes one call to paint."""
    picture = QPixmap(round(_LONG * scale), round(_HIGH * scale))
    picture.setDevicePixelRatio(picture.width() / _LONG)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1))
    middle = _HIGH / 2
    # From before the picture's edge to behind it, so that the next one joins without a seam.
    points = [(-_STEP, -1), (0.0, 1), (_STEP, -1), (2 * _STEP, 1), (3 * _STEP, -1)]
    painter.drawPolyline([QPointF(x, middle + _RISE * up) for x, up in points])
    painter.end()
    return picture
