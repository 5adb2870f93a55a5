"""The bar under the menus: the modes, the story's title, the field that finds or does anything."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import IN_CARD, TOOLBAR_HEIGHT
from writerdesk.words import _

_FIELD_WIDTH = 280


class ModeSwitch(QFrame):
    """Which mode the window is in, by position and word."""

    chosen = Signal(str)

    def __init__(self, modes: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "modes")
        self.setAccessibleName(_("Modes"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for mode, words in modes:
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, mode=mode: self.chosen.emit(mode))
            self._group.addButton(button)
            self._buttons[mode] = button
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mode(self, mode: str) -> None:
        """Show which mode is in force."""
        self._buttons[mode].setChecked(True)

    def allow(self, mode: str, *, allowed: bool, why_not: str = "") -> None:
        """Let a mode be chosen or not; ``why_not`` says what is missing."""
        self._buttons[mode].setEnabled(allowed)
        self._buttons[mode].setToolTip("" if allowed else why_not)


class FindField(QPushButton):
    """Looks like a field and opens the palette, where everything is found and done."""

    def __init__(self, key: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Find or do anything"))
        self.setProperty("part", "find")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(IN_CARD, 0, IN_CARD, 0)
        self._words = QLabel(_("Find or do anything"))
        self._words.setProperty("part", "soft")
        self._key = QLabel(key.toString(QKeySequence.SequenceFormat.NativeText))
        self._key.setProperty("part", "caption")
        row.addWidget(self._words, 1)
        row.addWidget(self._key)
        for label in (self._words, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(_FIELD_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = self._words.sizeHint().width() + self._key.sizeHint().width() + 4 * IN_CARD
        return QSize(least, super().minimumSizeHint().height())


class Toolbar(QFrame):
    """Modes at the left, the title in the middle, the field at the right."""

    def __init__(self, look: Look, switch: ModeSwitch, field: FindField) -> None:
        super().__init__()
        self.setProperty("part", "toolbar")
        self.setFixedHeight(TOOLBAR_HEIGHT)
        self.switch, self.field = switch, field
        self.title = QLabel()
        self.title.setProperty("part", "name")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(IN_CARD, 0, IN_CARD, 0)
        row.setSpacing(IN_CARD)
        row.addWidget(switch)
        row.addWidget(self.title, 1)
        row.addWidget(field)
