"""What stands where there is nothing to show yet: a sentence, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS, PAGE_EDGE
from writerdesk.ui.message_bar import Offer

# Two short lines are read at a glance; one long one across the page is not.
_WIDE = 420


class Nothing(QWidget):
    """Says why nothing is here."""

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setProperty("part", "soft")
        self._words.setWordWrap(True)
        self._words.setFixedWidth(_WIDE)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._row = QHBoxLayout()
        self._row.setSpacing(BETWEEN_CONTROLS)
        self._row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(PAGE_EDGE,) * 4)
        column.setSpacing(BETWEEN_GROUPS)
        column.addStretch(1)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._row)
        column.addStretch(2)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, words: str, *offers: Offer) -> None:
        """Say something, with what can be done."""
        self._words.setText(words)
        # Aligned in the middle it would get the height of one line.
        self._words.setMinimumHeight(self._words.heightForWidth(_WIDE))
        while (item := self._row.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        for number, offer in enumerate(offers):
            button = QPushButton(offer.words)
            if number == 0:
                button.setProperty("part", "first")
            button.clicked.connect(lambda _on=False, act=offer.act: act())
            self._row.addWidget(button)
