"""The text of one note: rich like a draft's, with boxes to tick, in a narrow column."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from writerdesk.manuscript import BOXES, Document, Kind, Numbering, Paragraph, ParagraphId
from writerdesk.ui.editor import DraftText, Editor, Formats
from writerdesk.ui.editor.blocks import all_blocks
from writerdesk.ui.editor.formats import shape_of_block
from writerdesk.ui.editor.styling import become, shape_here
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import IN_CARD, IN_PANEL
from writerdesk.words import _

# Read beside the text, so smaller than it: as large as the comparison's.
_SIZE = 15
_BOX = 13
# What was written is told after a rest of this many milliseconds: a pause of a typist, and soon
# enough to be safe within the second.
_REST = 400


class NoteEditor(Editor):
    """Edits the text of a note; tells it whenever the writing rests."""

    written = Signal(str, object)
    """A note's id and the `Document` it says now."""
    typing = Signal(str, object)
    """The same with every key, to be made safe."""

    def __init__(
        self, look: Look, born: Callable[[], ParagraphId], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._born = born
        self._texts: dict[str, DraftText] = {}
        self._unsaid = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.tell)
        self.setAccessibleName(_("Text of the note"))
        self.setPlaceholderText(_("Write a note"))
        self.setProperty("part", "note")
        self.viewport().setMouseTracking(True)
        self.overlays.append(self._paint_signs)

    def show_note(self, id: str, document: Document) -> None:
        """Show a note's text; its undo stays its own."""
        self.tell()
        text = self._texts.get(id)
        if text is None:
            text = self._texts[id] = self._opened(id, document)
        elif not text.document.says_the_same(document) and not self._is_unsaid(text):
            text.bring(document)
        self.show_draft(text)

    def tell(self) -> None:
        """Tell what was written and not told yet."""
        if self.text is not None:
            self.text.tell()
        self._rest.stop()
        if self._unsaid and self.text is not None:
            self._unsaid = False
            self.written.emit(self.text.draft, self.text.document)

    def toggle_boxes(self) -> None:
        """Give the selected paragraphs boxes to tick, or take them away."""
        if self.text is None:
            return
        cursor = self.textCursor()
        has = shape_here(cursor).numbering in BOXES
        kind, numbering = (Kind.BODY, "") if has else (Kind.LIST_ITEM, Numbering.OPEN.value)
        become(cursor, self.text, kind=kind, numbering=numbering)
        self.viewport().update()

    def tick(self) -> None:
        """Tick the box of the paragraph the caret is in, or open it again."""
        self._tick(self.textCursor().block())

    def _opened(self, id: str, document: Document) -> DraftText:
        lettering = self._look.lettering
        text = DraftText(
            document,
            Formats(_SIZE, lettering.natural_line),
            self._born,
            draft=id,
            font=lettering.text_font(_SIZE),
            padding=(IN_CARD, IN_CARD),
            parent=self,
        )
        text.typed.connect(lambda now: self.typing.emit(id, now))
        text.edited.connect(lambda _document: self._note_edit())
        return text

    def _note_edit(self) -> None:
        self._unsaid = True
        self._rest.start()

    def _is_unsaid(self, text: DraftText) -> bool:
        return text is self.text and self._unsaid

    def _tick(self, block: QTextBlock) -> None:
        shape = shape_of_block(block.blockFormat())
        if self.text is None or self.isReadOnly() or shape.numbering not in BOXES:
            return
        is_open = shape.numbering == Numbering.OPEN
        numbering = Numbering.DONE if is_open else Numbering.OPEN
        become(QTextCursor(block), self.text, kind=Kind.LIST_ITEM, numbering=numbering.value)
        self.viewport().update()

    def _paint_signs(self, painter: QPainter, area: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block in all_blocks(self.document()):
            shape = shape_of_block(block.blockFormat())
            if shape.numbering in BOXES and (box := self._box_of(block)).intersects(QRectF(area)):
                self._paint_box(painter, box, shape)

    def _paint_box(self, painter: QPainter, box: QRectF, shape: Paragraph) -> None:
        palette = self._look.palette
        done = shape.numbering == Numbering.DONE
        painter.setPen(QPen(QColor(palette.accent if done else palette.rule), 1.2))
        painter.setBrush(QColor(palette.accent if done else palette.page))
        painter.drawRoundedRect(box, 3, 3)
        if done:
            painter.setPen(QPen(QColor(palette.on_accent), 1.8))
            x, y = box.x(), box.y()
            points = [QPointF(x + 3, y + 7), QPointF(x + 5.5, y + 9.5), QPointF(x + 10, y + 4)]
            painter.drawPolyline(points)

    def _box_of(self, block: QTextBlock) -> QRectF:
        """Return where the box of a block is in the viewport."""
        layout = self.document().documentLayout()
        place = layout.blockBoundingRect(block)
        line = block.layout().lineAt(0)
        height = line.height() if line.isValid() else place.height()
        top = place.y() + (height - _BOX) / 2 - self.verticalScrollBar().value()
        left = place.x() + block.blockFormat().leftMargin() - _BOX - 6
        return QRectF(left, top, _BOX, _BOX)

    def _block_with_box_at(self, place: QPointF) -> QTextBlock | None:
        for block in all_blocks(self.document()):
            shape = shape_of_block(block.blockFormat())
            if shape.numbering in BOXES and self._box_of(block).adjusted(-7, -7, 7, 7).contains(
                place
            ):
                return block
        return None

    def _centre(self) -> None:
        self.setViewportMargins(IN_PANEL, 0, IN_CARD, 0)

    def _wear(self) -> None:
        super()._wear()
        font = self._look.lettering.text_font(_SIZE)
        for text in getattr(self, "_texts", {}).values():
            text.qt.setDefaultFont(font)

    def event(self, event: QEvent) -> bool:
        # Here the key ticks a box; elsewhere in the window it takes a passage.
        if event.type() == QEvent.Type.ShortcutOverride and _ticks(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if _ticks(event):
            self.tick()
            return
        here = shape_here(self.textCursor()) if self.text else Paragraph()
        if enter and here.numbering in BOXES and not self.textCursor().block().text():
            self.toggle_boxes()
            return
        super().keyPressEvent(event)
        if enter and here.numbering == Numbering.DONE:
            self._tick(self.textCursor().block())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self._block_with_box_at(event.position())
        if block is not None:
            self._tick(block)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._block_with_box_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.tell()
        super().focusOutEvent(event)


def _ticks(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
