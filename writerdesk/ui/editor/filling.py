"""A draft's text being written into Qt's: at once, or a slice at a time between two keys.

Of 100,000 words writing takes 20 ms. Laying them out takes 40 to 60 more: Qt does it at the first
change, or before, on its own clock, in steps. Whoever knows that the text will be wanted soon has
it made ready.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QTextDocument

from writerdesk.manuscript import Document
from writerdesk.ui.editor.blocks import fill
from writerdesk.ui.editor.formats import Formats

# The page's padding stands in the document, where it scrolls with the text.
PAGE_TOP, PAGE_BOTTOM = 64, 360
# Paragraphs of 40 words that are written in 2 ms: a key can come between any two slices.
_SLICE = 150


class Filling:
    """A QTextDocument on its way to being a draft's."""

    def __init__(
        self,
        document: Document,
        formats: Formats,
        *,
        font: QFont | None = None,
        width: int = 0,
        padding: tuple[int, int] = (PAGE_TOP, PAGE_BOTTOM),
    ) -> None:
        self.document = document
        self._formats = formats
        self._written = 0
        # Detached and without undo: 40 ms for 100,000 words, 111 when a visible editor looks on.
        self._qt = qt = QTextDocument()
        qt.setUndoRedoEnabled(False)
        qt.setDocumentMargin(0)
        frame = qt.rootFrame().frameFormat()
        frame.setTopMargin(padding[0])
        frame.setBottomMargin(padding[1])
        qt.rootFrame().setFrameFormat(frame)
        if font is not None:
            qt.setDefaultFont(font)
        if width:
            qt.setTextWidth(width)

    def go_on(self) -> bool:
        """Write a little more of it; tell whether there is anything left."""
        self._write(self._written + _SLICE)
        return self._written < len(self.document)

    def finished(self, parent: QObject) -> QTextDocument:
        """Write what is left, and hand it over."""
        self._write(len(self.document))
        # Without a layout a QTextDocument announces no changes.
        self._qt.documentLayout()
        self._qt.setUndoRedoEnabled(True)
        self._qt.setParent(parent)
        return self._qt

    def _write(self, until: int) -> None:
        done, self._written = self._written, min(until, len(self.document))
        paragraphs = self.document.paragraphs
        items = zip(self.document.ids[done:until], paragraphs[done:until], strict=True)
        fill(self._qt, items, self._formats, paragraphs[done - 1] if done else None)
