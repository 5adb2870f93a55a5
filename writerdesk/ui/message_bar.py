"""One message across the page: its sentence, its offers beside it or under it, and a way to close.

The offers stand beside the sentence as long as that keeps a readable width; else they go under it,
in as many rows as they need: no offer is ever cut off.
"""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from writerdesk.frozen import frozen
from writerdesk.ui.in_rows import InRows
from writerdesk.ui.look import Look
from writerdesk.ui.look.icons import icon
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, IN_PANEL
from writerdesk.words import _

# A sentence of two lines of some forty letters; narrower ones grow into towers.
_LEAST_FOR_WORDS = 260


class Tone(StrEnum):
    """How much a message matters."""

    NOTE = "note"
    WARN = "warn"
    DANGER = "danger"


@frozen
class Offer:
    """A next step: its words and what it does; the bar closes before it, unless it ``stays``."""

    words: str
    act: Callable[[], object]
    stays: bool = False


@frozen
class Message:
    """A sentence with the next steps; one of the same ``topic`` takes the place of the last.

    Without a topic the words are its own. Only what is ``urgent`` may interrupt a screen reader.
    """

    words: str
    tone: Tone = Tone.NOTE
    topic: str = ""
    offers: tuple[Offer, ...] = ()
    urgent: bool = False


class MessageBar(QFrame):
    """One message across the page."""

    closed = Signal(str)

    def __init__(self, message: Message, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = message
        self.setProperty("part", "bar")
        self.setProperty("tone", message.tone.value)
        self.setAccessibleName(message.words)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(IN_PANEL, BETWEEN_CONTROLS, IN_CARD, BETWEEN_CONTROLS)
        self._grid.setSpacing(BETWEEN_CONTROLS)
        self._grid.setColumnStretch(0, 1)
        self._words = QLabel(message.words)
        self._words.setWordWrap(True)
        self._offers = InRows([self._button(offer) for offer in message.offers])
        self._close = QToolButton()
        self._close.setIcon(icon("close", look.palette))
        self._close.setAccessibleName(_("Close this message"))
        self._close.setToolTip(_("Close this message"))
        self._close.clicked.connect(lambda: self.closed.emit(message.topic or message.words))
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self._close, 0, 2)
        self._are_under = False
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the offers stand where there is room for them."""
        super().resizeEvent(event)
        around = IN_PANEL + IN_CARD + 2 * BETWEEN_CONTROLS + self._close.sizeHint().width()
        room = event.size().width() - around - self._offers.whole
        under = bool(self._offers.whole) and room < min(
            _LEAST_FOR_WORDS, self._words.fontMetrics().horizontalAdvance(self._words.text())
        )
        if under != self._are_under:
            self._are_under = under
            self._stand()

    def _stand(self) -> None:
        self._grid.removeWidget(self._offers)
        row, column, wide = (1, 0, 3) if self._are_under else (0, 1, 1)
        self._grid.addWidget(self._offers, row, column, 1, wide)
        self._offers.setMinimumWidth(0 if self._are_under else self._offers.whole)

    def _button(self, offer: Offer) -> QPushButton:
        # A click leaves the keys where they were: the bar goes, and the writer writes on.
        button = QPushButton(offer.words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        def take() -> None:
            if not offer.stays:
                self.closed.emit(self.message.topic or self.message.words)
            offer.act()

        button.clicked.connect(take)
        return button
