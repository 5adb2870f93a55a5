"""The heads of the columns: whose text it is, in its letter, name and facts; and the swap."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from writerdesk.insight.telling import Person, Telling
from writerdesk.ui.look.icons import icon
from writerdesk.ui.look.look import Look
from writerdesk.ui.look.spacing import CHIP_RADIUS, HEAD_HEIGHT, TARGET
from writerdesk.ui.pane.geometry import Geometry
from writerdesk.ui.pane.scene import Column
from writerdesk.ui.pane.summary import teller
from writerdesk.words import _

_CHIP = 24.0
_CARET = " ▾"
_BETWEEN = 4


class Heads(QWidget):
    """A row of heads that stands as the columns below it do."""

    clicked = Signal(int)
    swap_clicked = Signal()
    flip_clicked = Signal()
    together_clicked = Signal()
    activated = Signal()
    """The keys go to another column, maybe."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.heads: list[_Head] = []
        self._geometry: Geometry | None = None
        self._can_part = False
        self._together = True
        self._swap, self._lock = self._button(), self._button()
        _name(self._swap, _("Swap Sides"))
        self._swap.clicked.connect(self.swap_clicked)
        self._lock.clicked.connect(self.together_clicked)
        self._flip = QPushButton(self)
        self._flip.hide()
        self._flip.clicked.connect(self.flip_clicked)
        self.setFixedHeight(HEAD_HEIGHT)
        look.changed.connect(self._dress)
        self._dress()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show the heads of these columns."""
        for head in self.heads:
            head.deleteLater()
        self.heads = [_Head(column, self._look, self) for column in columns]
        for number, head in enumerate(self.heads):
            head.clicked.connect(lambda _checked=False, n=number: self.clicked.emit(n))
            head.show()
        self._place()

    def offer_flip(self, letter: str) -> None:
        """Offer in the second head to show the draft that waits; none waits where it has none."""
        self._flip.setVisible(bool(letter))
        if letter:
            self._flip.setText(_("Show {letter}").format(letter=letter))
            instead = _("Show {letter} in this column; {letter} waits for room")
            self._flip.setToolTip(instead.format(letter=letter))
            self._flip.setAccessibleName(self._flip.text())
            self._flip.setAccessibleDescription(self._flip.toolTip())
        self._place()

    def show_together(self, *, together: bool) -> None:
        """Show whether the columns scroll together or each alone."""
        self._together = together
        self._dress()

    def tell(self, columns: Sequence[Column], told: Sequence[Telling]) -> None:
        """Say what is known of the same columns now, and of tellings who tells each."""
        tellers = [one.person for one in told] or [Person.UNKNOWN] * len(columns)
        for head, column, person in zip(self.heads, columns, tellers, strict=True):
            head.tell(column, person)

    def stand_as(self, geometry: Geometry, *, can_part: bool) -> None:
        """Stand where the columns stand; ``can_part`` if each of them can scroll alone."""
        self._geometry, self._can_part = geometry, can_part
        self._place()

    def activate(self, active: int) -> None:
        """Show which column the keys go to."""
        for number, head in enumerate(self.heads):
            head.set_active(active=number == active)
        self.activated.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the columns."""
        self._place()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and its lower edge."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.palette.panel))
        painter.setPen(QColor(self._look.palette.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _dress(self) -> None:
        together = self._together
        said = _("The columns scroll together") if together else _("Each column scrolls alone")
        _name(self._lock, said)
        self._lock.setIcon(icon("lock" if together else "unlock", self._look.palette))
        self._swap.setIcon(icon("swap", self._look.palette))
        self.update()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.hide()
        return button

    def _place(self) -> None:
        if self._geometry is None or len(self.heads) != len(self._geometry.columns):
            return
        stacked = self._geometry.gutter == 0
        each = self.width() / len(self.heads)
        for number, head in enumerate(self.heads):
            place = self._geometry.columns[number]
            left = number * each if stacked else place.left
            right = left + each if stacked else place.right
            begin = max(0.0, (place.text - place.left if not stacked else 12.0) - 10)
            head.setGeometry(
                round(left + begin), 4, max(1, round(right - left - begin - 8)), HEAD_HEIGHT - 9
            )
        if len(self.heads) == 2 and not self._flip.isHidden():
            room, high = self._flip.sizeHint().toTuple()
            second = self.heads[1].geometry()
            self._flip.setGeometry(second.right() - room, (HEAD_HEIGHT - high) // 2, room, high)
            self.heads[1].resize(max(1, second.width() - room - 4), second.height())
            self._flip.raise_()
        if len(self.heads) > 1:
            between = (each - TARGET, each) if stacked else self._geometry.gutter_after(0)
            self._place_between(*between)

    def _place_between(self, left: float, right: float) -> None:
        """Place what is about both columns in the gutter, the swap first if both have no room."""
        room = int((right - left) // (TARGET + _BETWEEN))
        wanted = [self._swap] if len(self.heads) == 2 else []
        shown = [*wanted, *([self._lock] if self._can_part else [])][: max(1, room)]
        width = len(shown) * (TARGET + _BETWEEN) - _BETWEEN
        for button in (self._swap, self._lock):
            button.setVisible(button in shown)
        for number, button in enumerate(shown):
            x = round((left + right - width) / 2) + number * (TARGET + _BETWEEN)
            button.setGeometry(x, 10, TARGET, TARGET)
            button.raise_()


def _name(button: QToolButton, words: str) -> None:
    for say in (button.setText, button.setToolTip, button.setAccessibleName):
        say(words)


class _Head(QAbstractButton):
    """One head: a press of it chooses another draft for the column."""

    def __init__(self, column: Column, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._active = False
        self.tell(column)
        self.setToolTip(_("Choose another draft for this column"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, column: Column, person: Person = Person.UNKNOWN) -> None:
        """Say whose text it is, and what is known of it."""
        self._column = column
        said = [column.facts]
        if person is not Person.UNKNOWN:
            said.append(_("told by {name}").format(name=teller(person)))
        if column.cut_off:
            said.append(_("stops in mid-sentence"))
        self.facts = " · ".join(filter(None, said))
        self.setAccessibleName(
            _("Column {letter}: {name}").format(letter=column.letter, name=column.name)
        )
        self.setAccessibleDescription(self.facts)
        self.update()

    def set_active(self, *, active: bool) -> None:
        """Show that the keys go to this column."""
        self._active = active
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the letter and a few words."""
        return QSize(240, HEAD_HEIGHT - 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the letter on its colour, the name and the facts."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, lettering = self._look.palette, self._look.lettering
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(palette.hover))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect(), 6, 6)
        chip = QRectF(10, (self.height() - _CHIP) / 2, _CHIP, _CHIP)
        paint_chip(painter, chip, self._column, self._look)
        left = chip.right() + 9
        room = self.width() - left - 4
        name = lettering.interface_font(0, QFont.Weight.DemiBold)
        painter.setFont(name)
        painter.setPen(QColor(palette.ink))
        said = QFontMetricsF(name).elidedText(
            self._column.name, Qt.TextElideMode.ElideRight, room - 14
        )
        painter.drawText(
            QRectF(left, 0, room, self.height() / 2 + 1),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
            said + _CARET,
        )
        facts = lettering.interface_font(lettering.caption)
        painter.setFont(facts)
        painter.setPen(QColor(palette.soft))
        painter.drawText(
            QRectF(left, self.height() / 2 + 1, room, self.height() / 2),
            Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft,
            QFontMetricsF(facts).elidedText(self.facts, Qt.TextElideMode.ElideRight, room),
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        elif self._active:
            painter.fillRect(
                QRectF(chip.left(), self.height() - 3, _CHIP, 2), QColor(palette.accent)
            )
        painter.end()


def paint_chip(painter: QPainter, box: QRectF, column: Column, look: Look) -> None:
    """Paint a draft's letter on its colour."""
    palette = look.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.draft(column.colour)))
    painter.drawRoundedRect(box, CHIP_RADIUS, CHIP_RADIUS)
    painter.setFont(look.lettering.interface_font(13, QFont.Weight.Bold))
    painter.setPen(QColor(palette.on_draft))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, column.letter)
