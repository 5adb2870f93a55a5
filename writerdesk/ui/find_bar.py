"""The bar under the text that finds words in the draft, and replaces them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from writerdesk.story.replacing import Wanted
from writerdesk.ui.look import Look
from writerdesk.ui.look.icons import icon
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD
from writerdesk.words import _, ngettext

# Wide enough for the longest count, so that nothing moves while one types.
_COUNT_WIDTH = 96
# What is looked for is short: on a wide screen the buttons stay beside it.
_WIDEST_FIELD = 560


class FindBar(QFrame):
    """Asks for finding and replacing; what is found is the page's business."""

    wanted = Signal()
    step_asked = Signal(int)
    replace_asked = Signal(str)
    replace_all_asked = Signal(str)
    everywhere_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        self.field = _field(_("Find in this draft"))
        self.field.textChanged.connect(self.wanted)
        self.other = _field(_("Replace with"))
        self.capitals = self._switch("Aa", _("Capitals count"))
        self.whole = self._switch("|ab|", _("Whole words only"))
        self._count = QLabel()
        self._count.setProperty("part", "caption")
        self._count.setMinimumWidth(_COUNT_WIDTH)
        self._back = _arrow(Qt.ArrowType.UpArrow, _("Find Previous"))
        self._on = _arrow(Qt.ArrowType.DownArrow, _("Find Next"))
        self._replace = QPushButton(_("Replace"))
        self._all = QPushButton(_("Replace All"))
        self._everywhere = QPushButton(_("In All Drafts…"))
        self._close = QToolButton()
        self._close.setAccessibleName(_("Close find"))
        self._close.setToolTip(_("Close find"))
        self._replacing = QWidget()
        self._lay_out()
        self._connect()
        self._look = look
        look.changed.connect(self._wear)
        self._wear()
        self.hide()

    @property
    def asked(self) -> Wanted:
        """What is looked for, and how closely it must fit."""
        return Wanted(self.field.text(), self.capitals.isChecked(), self.whole.isChecked())

    def open_for(self, words: str, *, replacing: bool) -> None:
        """Open with these words to look for."""
        for widget in (self.other, self._replacing):
            widget.setVisible(replacing)
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()
        self.wanted.emit()

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
        for button in (self._replace, self._all, self._back, self._on):
            button.setEnabled(bool(count))
        self._everywhere.setEnabled(bool(self.field.text()))

    def _switch(self, letters: str, words: str) -> QToolButton:
        made = QToolButton()
        made.setText(letters)
        made.setCheckable(True)
        made.setProperty("part", "letter")
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.toggled.connect(lambda _checked: self.wanted.emit())
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(IN_CARD, 8, IN_CARD, 8)
        grid.setSpacing(BETWEEN_CONTROLS)
        finding = QHBoxLayout()
        finding.setSpacing(BETWEEN_CONTROLS)
        for widget in (self.capitals, self.whole):
            finding.addWidget(widget)
        finding.addWidget(self._count, 1)
        for widget in (self._back, self._on, self._close):
            finding.addWidget(widget)
        replacing = QHBoxLayout(self._replacing)
        replacing.setContentsMargins(0, 0, 0, 0)
        replacing.setSpacing(BETWEEN_CONTROLS)
        for widget in (self._replace, self._all, self._everywhere):
            replacing.addWidget(widget, 1)
        grid.addWidget(self.field, 0, 0)
        grid.addLayout(finding, 0, 1)
        grid.addWidget(self.other, 1, 0)
        grid.addWidget(self._replacing, 1, 1)
        for field in (self.field, self.other):
            field.setMaximumWidth(_WIDEST_FIELD)
        grid.setColumnStretch(0, 100)
        grid.setColumnStretch(2, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.step_asked.emit(-1))
        self._on.clicked.connect(lambda: self.step_asked.emit(1))
        self._replace.clicked.connect(lambda: self.replace_asked.emit(self.other.text()))
        self._all.clicked.connect(lambda: self.replace_all_asked.emit(self.other.text()))
        self._everywhere.clicked.connect(self.everywhere_asked)
        self._close.clicked.connect(self.put_away)

    def _wear(self) -> None:
        self._close.setIcon(icon("close", self._look.palette))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.field.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if back else 1)
        elif self.other.hasFocus():
            self._replace.click()
        else:
            # A button's own key.
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go from what is looked for to what shall stand instead, and back: they are one wish."""
        here, there = (self.field, self.other) if next else (self.other, self.field)
        if here.hasFocus() and there.isVisible():
            there.setFocus(Qt.FocusReason.TabFocusReason)
            there.selectAll()
            return True
        return super().focusNextPrevChild(next)


def _field(words: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(words)
    made.setAccessibleName(words)
    return made


def _arrow(way: Qt.ArrowType, words: str) -> QToolButton:
    made = QToolButton()
    made.setArrowType(way)
    made.setAccessibleName(words)
    made.setToolTip(words)
    return made
