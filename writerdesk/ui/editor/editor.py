"""The editor widget: a calm column of text. It shows one `DraftText` at a time."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from writerdesk.manuscript import Document, Paragraph, Place
from writerdesk.ui.dropping import dropped_files
from writerdesk.ui.editor import clipboard, pasting, styling, writing
from writerdesk.ui.editor.blocks import code_points, qt_text, utf16_length
from writerdesk.ui.editor.draft_text import DraftText
from writerdesk.ui.editor.smart_typing import type_smartly
from writerdesk.ui.look import Look
from writerdesk.ui.viewport import known_viewport
from writerdesk.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

_KEEP = QTextCursor.MoveMode.KeepAnchor
# The keys that may stand for something else, and the space that ends a beginning.
_NESTS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_SMART = frozenset("\"'-. ")
# Below this the column gives up its measure before it gives up its margins.
_LEAST_MARGIN = 28
# Who is taken somewhere else sees what stands before it, and more of what comes after.
_ARRIVES_AT = 1 / 3
# Lines that stay free under the one being written, so that it never sticks to the page's edge.
_AIR = 3


@dataclass(slots=True)
class _Left:
    """Where a draft was left: caret, anchor, and how far it was scrolled."""

    position: int
    anchor: int
    scrolled: int


class Editor(QTextEdit):
    """Edits a draft's text; the column stays as many letters wide however wide the window is."""

    rested = Signal(object)
    """Carries the `Place` of the caret whenever it moved."""

    draft_pasted = Signal(object)
    """Carries the `Imported` that was pasted on an empty page."""

    menu_wanted = Signal(QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text: DraftText | None = None
        self._look = look
        self._left: dict[str, _Left] = {}
        self.smart = True
        self.ground = ""
        """What the text stands on, where that is not the page."""
        self.overlays: list[Callable[[QPainter, QRect], None]] = []
        """What is painted over the text, each with a painter of the viewport and the area."""
        self._column = 0
        self._typed_at = -1
        self._viewport = known_viewport(self)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAccessibleName(_("Text of the draft"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.cursorPositionChanged.connect(self._tell_place)
        self.textChanged.connect(self._note_typing)
        look.changed.connect(self._wear)
        self._wear()

    def show_draft(self, text: DraftText) -> None:
        """Show a draft where it was left; its undo stays its own."""
        before = self.text
        if before is text:
            return
        if before is not None:
            self._end_composing()
            cursor = self.textCursor()
            self._left[before.draft] = _Left(
                cursor.position(), cursor.anchor(), self.verticalScrollBar().value()
            )
        self.text = text
        self._measure()
        # What is shown must outlive the view, in whatever order Python lets go of both.
        text.qt.setParent(self)
        self.setDocument(text.qt)
        if before is not None:
            before.qt.setParent(before)
        left = self._left.get(text.draft)
        if left is not None:
            self._put_caret(left.position, left.anchor)
            self.verticalScrollBar().setValue(left.scrolled)
        self._tell_place()

    @property
    def is_mirrored(self) -> bool:
        """Whether the frozen text says what Qt's says: not in the middle of one of Qt's changes."""
        return self.text is not None and self.text.qt.blockCount() == len(self.text.document)

    @property
    def is_typing(self) -> bool:
        """Whether the caret is still where it typed last."""
        return self.hasFocus() and self.textCursor().position() == self._typed_at

    def is_being_typed(self, start: int, end: int) -> bool:
        """Tell whether the caret is still where it typed last, between two positions."""
        return start <= self._typed_at <= end and self.is_typing

    @property
    def column(self) -> int:
        """The width of the text column in pixels."""
        return self._column

    def bring(self, after: Document) -> None:
        """Take over what changed elsewhere; the caret stays where its words are."""
        if self.text is None:
            return
        cursor = self.textCursor()
        caret, anchor = self._place(cursor.position()), self._place(cursor.anchor())
        self.text.bring(after)
        at, held = self.position_of(caret), self.position_of(anchor)
        if at is not None and held is not None:
            self._put_caret(at, held)

    def place(self) -> Place | None:
        """Return where the caret is."""
        return self._place(self.textCursor().position()) if self.text is not None else None

    def go_to(self, place: Place) -> None:
        """Put the caret at a place and bring it into view."""
        position = self.position_of(place)
        if position is not None:
            self.arrive_at(self._cursor(position, position))

    def select(self, start: Place, end: Place) -> None:
        """Select the words between two places and bring them into view."""
        first, last = self.position_of(start), self.position_of(end)
        if first is not None and last is not None:
            self.arrive_at(self._cursor(last, first))

    def arrive_at(self, cursor: QTextCursor) -> None:
        """Put the caret somewhere else: what was out of sight comes to a third of the page."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if bar.value() != before:
            third = round(self._viewport.height() * _ARRIVES_AT)
            bar.setValue(bar.value() + self.cursorRect().top() - third)

    def position_of(self, place: Place) -> int | None:
        """Return Qt's position of a place, if its paragraph is there."""
        if self.text is None or (block := self.text.block_of(place.paragraph)) is None:
            return None
        said = qt_text(self.text.document.paragraphs[block.blockNumber()])
        return block.position() + utf16_length(said[: place.offset])

    def zoom(self, size: int) -> None:
        """Set the size of the text in pixels."""
        font = self._look.lettering.text_font(size)
        if self.text is not None:
            self.text.qt.setDefaultFont(font)
        self._measure()

    def undo(self) -> None:
        """Take back the last change in this draft."""
        if self.text is not None:
            self.text.undo()
            self.ensureCursorVisible()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.text is not None:
            self.text.redo()
            self.ensureCursorVisible()

    def _wear(self) -> None:
        palette, colours = self._look.palette, self.palette()
        colours.setColor(QPalette.ColorRole.Base, palette.page)
        self.setPalette(colours)
        self._viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        if self.text is not None:
            self.text.qt.setDefaultFont(self._look.lettering.text_font())
        self._measure()

    def _measure(self) -> None:
        sample = "" if self.text is None else writing.sample(self.text.document)
        self._column = self._look.lettering.column_width(self._look.appearance.letters, sample)
        self._centre()

    def _centre(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        free = self.width() - bar - self._column
        left = max(_LEAST_MARGIN, free // 2)
        self.setViewportMargins(left, 0, max(_LEAST_MARGIN - bar, free - left), 0)

    def _put_caret(self, position: int, anchor: int) -> None:
        self.setTextCursor(self._cursor(position, anchor))

    def _cursor(self, position: int, anchor: int) -> QTextCursor:
        most = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, most))
        cursor.setPosition(min(position, most), _KEEP)
        return cursor

    def _place(self, position: int) -> Place:
        assert self.text is not None
        block = self.text.qt.findBlock(position)
        offset = code_points(block.text(), position - block.position())
        return Place(self.text.document.ids[block.blockNumber()], offset)

    def _tell_place(self) -> None:
        # While Qt is in the middle of a change the mirror may not have followed yet.
        if self.text is not None and self.is_mirrored:
            self.rested.emit(self._place(self.textCursor().position()))

    def _note_typing(self) -> None:
        self._typed_at = self.textCursor().position()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_paper(event.rect())
        super().paintEvent(event)
        if self.overlays:
            painter = QPainter(self.viewport())
            for overlay in self.overlays:
                painter.save()
                overlay(painter, event.rect())
                painter.restore()
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.textCursor().position()
        self._press(event)
        if self.textCursor().position() > before:
            self._keep_air()

    def _press(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            self._start_paragraph()
        elif (deeper := _NESTS.get(Qt.Key(event.key()))) and self._nest(deeper):
            event.accept()
        elif _is_for_menus(event):
            event.ignore()
        elif self.smart and event.text() in _SMART and not self.textCursor().hasSelection():
            self._type_smartly(event)
        else:
            super().keyPressEvent(event)

    def _nest(self, by: int) -> bool:
        free = self.text if not self.isReadOnly() else None
        return free is not None and styling.nest(self.textCursor(), free, by)

    def _keep_air(self) -> None:
        """Leave lines free under the caret that moved down; the page's end is long enough."""
        caret = self.cursorRect()
        low = caret.bottom() + _AIR * caret.height() - self._viewport.height()
        if 0 < low < self._viewport.height() / 2:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + low)

    def _type_smartly(self, event: QKeyEvent) -> None:
        if self.text is None or self.isReadOnly():
            return
        cursor = self.textCursor()
        type_smartly(cursor, event.text(), self.text, lambda: QTextEdit.keyPressEvent(self, event))

    def _lay_paper(self, area: QRect) -> None:
        # Under a viewport dressed by a style sheet Qt paints all that is behind it, seven times
        # the page: 0.8 ms of every key.
        painter = QPainter(self._viewport)
        painter.fillRect(area, self.ground or self._look.palette.page)
        painter.end()

    def _end_composing(self) -> None:
        """Let the input method commit what it will; nothing half composed stays on the page."""
        if self.textCursor().block().layout().preeditAreaText():
            QGuiApplication.inputMethod().commit()
            super().inputMethodEvent(QInputMethodEvent())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            event.ignore()
            return
        typed = event.commitString()
        plain = not event.replacementLength() and not self.textCursor().hasSelection()
        # A dead key's quote comes this way, and is a typed quote all the same.
        if self.smart and plain and self.text is not None and typed in _SMART:
            commit = super().inputMethodEvent
            type_smartly(self.textCursor(), typed, self.text, lambda: commit(event))
        else:
            super().inputMethodEvent(event)

    def _start_paragraph(self) -> None:
        if self.text is not None and not self.isReadOnly():
            writing.start_paragraph(self.textCursor(), self.text)
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        if self.text is None:
            return QMimeData()
        document, draft = self.text.document, self.text.draft
        return clipboard.carried(clipboard.selected(document, self.textCursor(), draft))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if source.hasFormat(clipboard.MIME_TYPE):
            return True
        # Files are the window's: they become drafts of their own.
        return (source.hasText() or source.hasHtml()) and not dropped_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.text is None or self.isReadOnly():
            return
        cursor = self.textCursor()
        if source.hasFormat(clipboard.MIME_TYPE):
            clip = clipboard.read(bytes(source.data(clipboard.MIME_TYPE).data()))
            writing.put_in(cursor, self.text.adopt(clip.items, clip.draft), self.text)
        elif whole := pasting.whole_draft_in(source, self.text.document):
            self._put_in(cursor, whole.documents[0].paragraphs)
            self.draft_pasted.emit(whole)
        elif passage := pasting.passage_in(source):
            self._put_in(cursor, passage)
        elif source.hasText():
            writing.put_in_text(cursor, source.text(), self.text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _put_in(self, cursor: QTextCursor, paragraphs: Sequence[Paragraph]) -> None:
        assert self.text is not None
        born = [(self.text.newborn(), paragraph) for paragraph in paragraphs]
        writing.put_in(cursor, born, self.text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._centre()
        # A bar that comes over the page must not cover the line being written. Another width lays
        # all out anew, which Qt does at leisure.
        lower = event.oldSize().height() - event.size().height()
        kept = lower > 0 and event.oldSize().width() == event.size().width()
        in_sight = kept and 0 <= self.cursorRect().bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if in_sight and self.cursorRect().bottom() > self._viewport.height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + lower)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Ctrl and wheel is zoom in Qt, on the view's font, which is not the text's.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)


def _is_for_menus(event: QKeyEvent) -> bool:
    """A letter with Alt that opens no menu is none to write; on macOS some are typed so."""
    with_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
    return with_alt and event.text().isprintable() and sys.platform != "darwin"
