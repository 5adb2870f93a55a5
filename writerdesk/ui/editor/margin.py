"""The margins beside the text one writes: verdicts, stars, notes, and where a passage came from.

It lies over the empty room left of the column and paints beside the blocks in view, nothing else.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget

from writerdesk.manuscript import ParagraphId
from writerdesk.story.beside import NOTHING, Beside, Noted
from writerdesk.story.said import Judgement
from writerdesk.ui.beside import (
    STRIP,
    beside_told,
    centred,
    paint_mended,
    paint_note,
    paint_origin,
    paint_verdict,
)
from writerdesk.ui.editor.editor import Editor
from writerdesk.ui.editor.formats import id_of_block
from writerdesk.ui.editor.in_sight import block_at
from writerdesk.ui.look import Look
from writerdesk.ui.open_notes import (
    FROM_TEXT,
    OpenNote,
    Spot,
    first_line_at,
    margin_for_notes,
    open_at,
    opened,
    paint_open,
)
from writerdesk.words import _

_SIGN, _AWAY, _STRIP_AT = 16.0, 26.0, 9.0
# What the signs need: one with air, as far as the room beside the column allows. Where there is
# more, notes stand open in it.
_WIDTH = 50

_Sign: TypeAlias = Judgement | tuple[Noted, ...] | None
"""A verdict or a star, the notes that begin in a line, or that the passage was damaged."""


class _Line(NamedTuple):
    """A block in view: its paragraph, and where it is in the margin."""

    id: ParagraphId
    top: float
    height: float
    block: QTextBlock


class Margin(QWidget):
    """Paints what is said of the passages in view, and announces a click beside one."""

    pressed = Signal(object, object)
    """A paragraph's id and where on the screen it was clicked beside."""

    note_pressed = Signal(str)
    """The id of a note whose dot was clicked."""

    def __init__(self, editor: Editor, look: Look) -> None:
        super().__init__(editor)
        self._editor, self._look = editor, look
        self._said: Mapping[ParagraphId, Beside] = {}
        self._mended: Mapping[str, Collection[ParagraphId]] = {}
        self.setAccessibleName(_("Margin: verdicts, notes and origins"))
        self.setMouseTracking(True)
        editor.viewport().installEventFilter(self)
        editor.verticalScrollBar().valueChanged.connect(self.update)
        editor.textChanged.connect(self._follow_writing)
        look.changed.connect(self._follow)
        self._follow()

    def show_beside(self, said: Mapping[ParagraphId, Beside]) -> None:
        """Show what is said of the draft in the editor."""
        self._said = said
        self._follow()

    def show_mended(self, mended: Mapping[str, Collection[ParagraphId]]) -> None:
        """Mark, as long as the window is open, which paragraphs of drafts were damaged."""
        self._mended = mended
        self.update()

    def is_mended(self, paragraph: ParagraphId) -> bool:
        """Whether a paragraph of the draft in the editor was damaged and put back."""
        text = self._editor.text
        return text is not None and paragraph in self._mended.get(text.draft, ())

    def said(self, paragraph: ParagraphId) -> Beside:
        """Return what is shown beside a paragraph."""
        return self._said.get(paragraph, NOTHING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stand beside the column when the editor gets another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._follow()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Tell in words what a sign says."""
        if isinstance(event, QHelpEvent):
            line = self._at(event.y())
            QToolTip.showText(event.globalPos(), self._told(line.id) if line else "", self)
            return True
        return super().event(event)

    def _told(self, paragraph: ParagraphId) -> str:
        said = self._said.get(paragraph)
        told = [beside_told(said)] if said else []
        if self.is_mended(paragraph):
            told.append(_("This passage was damaged in the file. It was put back from a backup."))
        return "\n".join(told)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say on which note it was clicked, or beside which passage."""
        if not (line := self._at(event.position().y())):
            return
        at = event.position()
        if noted := self._noted_at(line, at) or open_at(self._open_notes(), at):
            self.note_pressed.emit(noted[0].id)
        elif at.x() >= self.width() - _WIDTH:
            self.pressed.emit(line.id, event.globalPosition().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is said of the passages in view."""
        del event
        if not self._said and not self._mended:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines():
            if (said := self._said.get(line.id)) or self.is_mended(line.id):
                self._paint(painter, line, said or NOTHING)
        paint_open(painter, self._open_notes(), (self._look.palette, self._look.lettering))
        painter.end()

    def _open_notes(self) -> Iterator[OpenNote]:
        """Give the notes in view that stand open."""
        margin = margin_for_notes(0, self.width() - _WIDTH + FROM_TEXT)
        if margin is None:
            return
        spots = [
            Spot(first_line_at(place.center().y(), self._look.lettering), sign)
            for line in self._lines()
            for place, sign in self._signs(line, self.said(line.id))
            if isinstance(sign, tuple)
        ]
        yield from opened(spots, margin, self._look.lettering)

    def _paint(self, painter: QPainter, line: _Line, said: Beside) -> None:
        palette = self._look.palette
        for place, sign in self._signs(line, said):
            if sign is None:
                paint_mended(painter, place, palette)
            elif isinstance(sign, Judgement):
                paint_verdict(painter, place, sign, palette)
            else:
                paint_note(painter, place, sign, palette)
        strip = QRectF(self.width() - _STRIP_AT, line.top + 4, STRIP, max(4.0, line.height - 8))
        paint_origin(painter, strip, said, (palette, self._look.lettering))

    def _signs(self, line: _Line, said: Beside) -> Iterator[tuple[QRectF, _Sign]]:
        """Give the signs of a passage: of the whole of it, then each star and note on its line."""
        x, half = self.width() - _AWAY - _SIGN / 2, self._line_height(line) / 2
        down = half
        whole = ([None] if self.is_mended(line.id) else []) + (
            [said.verdict] if said.verdict is not None else []
        )
        for sign in whole:
            yield centred(QPointF(x, line.top + down), _SIGN), sign
            down += _SIGN + 2
        for y, sign in self._on_lines(line, said):
            down = max(down, y + half)
            yield centred(QPointF(x, line.top + down), _SIGN), sign
            down += _SIGN + 2

    def _on_lines(
        self, line: _Line, said: Beside
    ) -> list[tuple[float, Judgement | tuple[Noted, ...]]]:
        """Return the stars, and the notes line by line, each with how far down its line begins."""
        found: list[tuple[float, Judgement | tuple[Noted, ...]]] = [
            (self._line_at(line, start), Judgement.STAR) for start, _end in sorted(said.stars)
        ]
        noted: dict[float, tuple[Noted, ...]] = {}
        for one in said.notes:
            y = self._line_at(line, one.start)
            noted[y] = (*noted.get(y, ()), one)
        return sorted([*found, *noted.items()], key=lambda pair: pair[0])

    def _line_at(self, line: _Line, offset: int) -> float:
        found = line.block.layout().lineForTextPosition(offset)
        return found.y() if found.isValid() else 0.0

    def _noted_at(self, line: _Line, point: QPointF) -> tuple[Noted, ...]:
        """Return the notes whose dot is under a point."""
        for place, sign in self._signs(line, self.said(line.id)):
            if place.contains(point) and isinstance(sign, tuple):
                return sign
        return ()

    def _line_height(self, line: _Line) -> float:
        layout = line.block.layout()
        return layout.lineAt(0).height() if layout.lineCount() else line.height

    def _lines(self) -> Iterator[_Line]:
        """Give the blocks in view, from top to bottom."""
        view, qt = self._editor, self._editor.document()
        layout = qt.documentLayout()
        scrolled = view.verticalScrollBar().value()
        block = block_at(qt, scrolled)
        while block.isValid():
            box = layout.blockBoundingRect(block)
            top = box.top() - scrolled
            if top > self.height():
                return
            if id := id_of_block(block.blockFormat()):
                yield _Line(id, top, box.height(), block)
            block = block.next()

    def _at(self, y: float) -> _Line | None:
        return next(
            (line for line in self._lines() if line.top <= y < line.top + line.height), None
        )

    def _follow_writing(self) -> None:
        """Paint beside the paragraph that is written, and what a new line of it moves."""
        if self._said:
            view = self._editor
            top = view.textCursor().block().layout().position().y()
            self.update(
                self.rect().adjusted(0, round(top) - view.verticalScrollBar().value(), 0, 0)
            )

    def _follow(self) -> None:
        column = self._editor.viewport().geometry()
        open_too = margin_for_notes(0, column.left() - _WIDTH + FROM_TEXT) is not None
        width = column.left() if open_too else min(_WIDTH, column.left())
        self.setGeometry(column.left() - width, column.top(), width, column.height())
        self.setVisible(width >= _SIGN + _AWAY / 2)
        self.update()
