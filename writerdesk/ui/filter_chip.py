"""A chip to choose one of a few things with, with room for the heavy letters of what is chosen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget


class FilterChip(QPushButton):
    """A button that stays down; none beside it moves when it is chosen."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setProperty("part", "chip")
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Ask for the room of heavy letters: a style sheet's weight for a state asks for none."""
        return super().sizeHint() + QSize(heavier(self), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def heavier(button: QAbstractButton) -> int:
    """Return how much wider a button's words are in the weight of what is chosen."""
    heavy = QFont(button.font())
    heavy.setWeight(QFont.Weight.DemiBold)
    light = button.fontMetrics().horizontalAdvance(button.text())
    return max(0, QFontMetrics(heavy).horizontalAdvance(button.text()) - light)
