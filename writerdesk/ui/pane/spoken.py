"""The spoken view: the passage the reader is at as real, read-only text, its changes in words.

A screen reader can go through it letter by letter, which a painted pane can't offer.
"""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from writerdesk.ui.look.look import Look
from writerdesk.words import _

_LINES, _LETTERS = 6, 66
_LEAST_BESIDE = 12


class SpokenView(QPlainTextEdit):
    """A passage and what is told of it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Spoken view"))
        look.changed.connect(self._dress)
        self._dress()

    def tell(self, text: str, told: str) -> None:
        """Show a passage and what is told of it."""
        said = f"{told}\n\n{text}"
        if said != self.toPlainText():
            self.setPlainText(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as short as they are on a page, in the middle."""
        wanted = self._look.lettering.column_width(_LETTERS)
        beside = max(_LEAST_BESIDE, (self.width() - wanted) // 2)
        self.setViewportMargins(beside, 0, beside, 0)
        super().resizeEvent(event)

    def _dress(self) -> None:
        font = self._look.lettering.text_font()
        self.setFont(font)
        self.setFixedHeight(round(font.pixelSize() * 1.5 * _LINES))
