"""The letter of a draft: a chip in the draft's colour, always with the letter."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from writerdesk.ui.look import Look
from writerdesk.ui.look.lettering import Lettering
from writerdesk.ui.look.spacing import CHIP_RADIUS

SIDE = 24


def paint_chip(
    painter: QPainter, where: QRectF, letter: str, look: Look, *, colour: int | None = None
) -> None:
    """Paint the chip of a draft; its colour is that of its letter unless another was chosen."""
    number = letter_number(letter) if colour is None else colour
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.palette.draft(number)))
    painter.drawRoundedRect(where, CHIP_RADIUS, CHIP_RADIUS)
    painter.setFont(_letter_font(look.lettering, where.height()))
    painter.setPen(QColor(look.palette.on_draft))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def letter_number(letter: str) -> int:
    """Return the number of a draft's letter, counted from 0; AA follows Z."""
    number = 0
    for character in letter:
        number = number * 26 + (ord(character.upper()) - ord("A") + 1)
    return max(0, number - 1)


class Chip(QWidget):
    """A draft's letter as a widget."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._letter, self._colour = "", None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_letter(self, letter: str, colour: int | None = None) -> None:
        """Show another draft's letter."""
        self._letter, self._colour = letter, colour
        self.setAccessibleName(letter)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        where = QRectF(0, 0, SIDE, SIDE)
        paint_chip(painter, where, self._letter, self._look, colour=self._colour)
        painter.end()


def _letter_font(lettering: Lettering, height: float) -> QFont:
    return lettering.interface_font(round(height * 0.58), QFont.Weight.Bold)
