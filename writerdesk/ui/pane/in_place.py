"""Editing a passage where it stands in the comparison: an editor of just that, laid over it.

It has the passage's own face, size and width, so that no word moves when it opens. Every change is
announced as it is made; whoever owns the draft puts it there.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QTextBlockFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from writerdesk.manuscript import Document, Kind, Paragraph, ParagraphId, Place
from writerdesk.story.parts import part_of
from writerdesk.ui.editor import DraftText, Editor, Formats
from writerdesk.ui.look import Look
from writerdesk.ui.pane.typesetting import SPACE_AFTER
from writerdesk.ui.pane.view import ColumnsView
from writerdesk.words import _

# Room for the caret at the end of a full line.
_CARET_ROOM = 3
# The letter is painted before it goes into a draft of 100,000 words, which takes 5 ms.
_SEND_AFTER = 8


class InPlace(QObject):
    """Opens an editor over a passage, keeps it there, and puts it away."""

    edited = Signal(str, object, object)
    """A draft, the ids its part had before, and the part as it is now."""
    typing = Signal(str, object, object)
    """The same with every key, to be made safe."""
    opened = Signal(str)
    """In which draft."""
    left = Signal()

    def __init__(self, view: ColumnsView, look: Look, born: Callable[[], ParagraphId]) -> None:
        super().__init__(view)
        self._view, self._look, self._born = view, look, born
        self.editor: _Overlay | None = None
        self._ids: tuple[ParagraphId, ...] = ()
        self._sent: tuple[ParagraphId, ...] = ()
        self._now: Document | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEND_AFTER)
        self._soon.timeout.connect(self._send)
        self._column = 0
        self._draft = ""
        self._too_low = 0
        view.moved_along.connect(self.follow)
        view.geometry_changed.connect(self.follow)
        view.current_changed.connect(lambda _stop: self.follow())
        look.changed.connect(self.leave)

    def open(self, column: int, paragraph: int, offset: int) -> None:
        """Edit a passage, the caret at ``offset``."""
        self.leave()
        scene = self._view.scene
        if scene is None or scene.columns[column].fixed:
            return
        shown = scene.columns[column]
        self._column, self._draft = column, shown.draft
        self._ids = self._sent = shown.document.ids[paragraph : paragraph + 1]
        part = part_of(shown.document, self._ids)
        setting = scene.typesetter
        self.editor = _Overlay(self._look, self._view.viewport())
        width = scene.geometry.columns[column].width
        text = DraftText(
            part,
            _Formats(setting.font.pixelSize(), setting.line_height),
            self._born,
            font=setting.font,
            width=round(width) + _CARET_ROOM,
            parent=self,
        )
        _without_margins(text, beside=round(width) + _CARET_ROOM - width)
        text.typed.connect(lambda now: self.typing.emit(self._draft, self._ids, now))
        text.edited.connect(self._note)
        self.editor.show_draft(text)
        self.editor.left.connect(self.leave)
        text.qt.documentLayout().documentSizeChanged.connect(lambda _size: self.follow())
        self.editor.go_to(Place(self._ids[0], offset))
        self._view.change(selection=None, focus=None, editing=(column, self._ids))
        self._too_low = _baseline(text) - self._baseline_of(paragraph)
        self.follow()
        self.editor.show()
        self.editor.setFocus()
        self.opened.emit(self._draft)

    def leave(self) -> None:
        """Put the editor away; everything typed is in the draft already."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        if editor.text is not None:
            editor.text.tell()
            self._send()
            editor.text.qt.setParent(editor.text)
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        self._view.change(editing=None)
        if had_focus:
            self._view.setFocus()
        self.left.emit()

    def follow(self) -> None:
        """Stand where the passage stands now."""
        scene = self._view.scene
        if self.editor is None or scene is None:
            return
        number = None
        if self._column < len(scene.columns) and scene.columns[self._column].draft == self._draft:
            number = scene.columns[self._column].document.place_of(self._ids[0])
        if number is None:
            self.leave()
            return
        # Opaque, in the passage's own ground: else each key would paint the columns under it too.
        is_current = scene.is_of(scene.current, self._column, number)
        self.editor.ground = scene.palette.lift if is_current else ""
        place = scene.geometry.columns[self._column]
        top = round(scene.stage.top_of(self._column, number) + SPACE_AFTER / 2) - self._too_low
        height = round(self.editor.document().size().height())
        self.editor.setGeometry(
            QRect(round(place.text), top, round(place.width) + _CARET_ROOM, height)
        )

    def _baseline_of(self, paragraph: int) -> int:
        """Return where the first line's letters stand as the pane sets them."""
        scene = self._view.scene
        lines = scene.typesetter.set(self._column, paragraph).lines if scene else ()
        return round(lines[0].baseline) if lines else 0

    def _note(self, now: Document) -> None:
        before, self._ids = self._ids, now.ids
        if before != self._ids:
            self._view.change(editing=(self._column, self._ids))
        self._now = now
        if not self._soon.isActive():
            self._soon.start()

    def _send(self) -> None:
        """Announce what was written since the last time."""
        self._soon.stop()
        if self._now is not None:
            now, self._now = self._now, None
            before, self._sent = self._sent, now.ids
            self.edited.emit(self._draft, before, now)


class _Overlay(Editor):
    """The editor of one passage: no margins of its own, nothing to scroll."""

    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(_("Passage being edited"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)

    def _centre(self) -> None:
        self.setViewportMargins(0, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape, and on what ends editing everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the writer goes elsewhere, but not for a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the columns scroll: there is nothing to scroll in here."""
        event.ignore()


class _Formats(Formats):
    """Paragraphs as the comparison sets them: no indent, a space after, lines of whole pixels."""

    def __init__(self, em: int, line_height: float) -> None:
        super().__init__(em)
        self._line_height = line_height

    def block(
        self, paragraph: Paragraph, id: ParagraphId | None, *, flush: bool
    ) -> QTextBlockFormat:
        """Return the format of a paragraph's block."""
        made = super().block(paragraph, id, flush=flush)
        made.setTextIndent(0)
        made.setTopMargin(0)
        made.setBottomMargin(SPACE_AFTER)
        if paragraph.kind == Kind.BODY:
            fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
            made.setLineHeight(self._line_height, fixed.value)
        return made


def _baseline(text: DraftText) -> int:
    """Return where the first line's letters stand in the editor."""
    block = text.qt.begin()
    top = text.qt.documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineAt(0)
    return round(top + line.y() + line.ascent()) if line.isValid() else 0


def _without_margins(text: DraftText, beside: float) -> None:
    """Let lines be as long as the passage's: ``beside`` them is room for the caret alone."""
    text.qt.setUndoRedoEnabled(False)
    frame = text.qt.rootFrame().frameFormat()
    frame.setTopMargin(0)
    frame.setBottomMargin(0)
    frame.setRightMargin(beside)
    text.qt.rootFrame().setFrameFormat(frame)
    text.qt.setUndoRedoEnabled(True)
