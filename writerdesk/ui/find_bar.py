"""The bar under the text that finds words in the draft, and replaces them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton

from writerdesk.ui.look import Look
from writerdesk.ui.look.icons import icon
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD
from writerdesk.words import _, ngettext


class FindBar(QFrame):
    """Asks for finding and replacing; what is found is the page's business."""

    wanted = Signal(str)
    step_asked = Signal(int)
    replace_asked = Signal(str)
    replace_all_asked = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "head")
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find in this draft"))
        self.field.setAccessibleName(_("Find in this draft"))
        self.field.textChanged.connect(self.wanted)
        self.other = QLineEdit()
        self.other.setPlaceholderText(_("Replace with"))
        self.other.setAccessibleName(_("Replace with"))
        self._count = QLabel()
        self._count.setProperty("part", "caption")
        self._replace = QPushButton(_("Replace"))
        self._all = QPushButton(_("Replace All"))
        self._close = QToolButton()
        self._close.setAccessibleName(_("Close find"))
        self._close.setToolTip(_("Close find"))
        row = QHBoxLayout(self)
        row.setContentsMargins(IN_CARD, 8, IN_CARD, 8)
        row.setSpacing(BETWEEN_CONTROLS)
        row.addWidget(self.field, 2)
        row.addWidget(self._count)
        row.addWidget(self.other, 2)
        for button in (self._replace, self._all, self._close):
            row.addWidget(button)
        self._replace.clicked.connect(lambda: self.replace_asked.emit(self.other.text()))
        self._all.clicked.connect(lambda: self.replace_all_asked.emit(self.other.text()))
        self._close.clicked.connect(self.put_away)
        self._look = look
        look.changed.connect(self._wear)
        self._wear()
        self.hide()

    def open_for(self, words: str, *, replacing: bool) -> None:
        """Open with these words to look for."""
        for widget in (self.other, self._replace, self._all):
            widget.setVisible(replacing)
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()
        self.wanted.emit(self.field.text())

    def put_away(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    def show_count(self, place: int, count: int) -> None:
        """Say which of how many is shown; nothing while nothing is looked for."""
        if not self.field.text():
            self._count.setText("")
        elif not count:
            self._count.setText(_("Nothing found"))
        elif place < 0:
            found = ngettext("{count} place", "{count} places", count)
            self._count.setText(found.format(count=count))
        else:
            told = _("{place} of {count}").format(place=place + 1, count=count)
            self._count.setText(told)
        for button in (self._replace, self._all):
            button.setEnabled(bool(count))

    def _wear(self) -> None:
        self._close.setIcon(icon("close", self._look.palette))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
