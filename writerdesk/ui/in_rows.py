"""Buttons beside each other, in as many rows as they need: none is ever cut off."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from writerdesk.ui.look.spacing import BETWEEN_CONTROLS


class InRows(QWidget):
    """Buttons in a row, broken where it is full."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons = buttons
        for button in buttons:
            button.setParent(self)
        self._place()

    @property
    def whole(self) -> int:
        """How wide all of them are in one row."""
        widths = [button.sizeHint().width() for button in self._buttons]
        return sum(widths) + BETWEEN_CONTROLS * max(0, len(widths) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row where it is full now."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        x, y, high = 0, 0, 0
        for button in self._buttons:
            size = button.sizeHint()
            if x and x + size.width() > self.width():
                x, y = 0, y + high + BETWEEN_CONTROLS
            button.setGeometry(x, y, size.width(), size.height())
            x, high = x + size.width() + BETWEEN_CONTROLS, size.height()
        self.setFixedHeight(y + high)
