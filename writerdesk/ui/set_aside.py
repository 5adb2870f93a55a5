"""What intake kept out of a draft: a chip above the page that opens to the words themselves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from writerdesk.manuscript.tokens import count_words
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS, IN_CARD, LINK_ROOM
from writerdesk.ui.telling import grouped
from writerdesk.words import _, ngettext

# A line of some eighty letters, as far as an eye finds back.
_LINE = 640


class SetAsideChip(QFrame):
    """Says how many words were set aside; a click shows them, another hides them."""

    put_back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "head")
        self._texts: tuple[str, ...] = ()
        self._open = self._kept_back = False
        self.chip = QPushButton()
        self.chip.setProperty("part", "link")
        self.chip.clicked.connect(self.toggle)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("part", "quote")
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN_GROUPS, 2, BETWEEN_GROUPS, 2)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addSpacing(-LINK_ROOM)
        row.addWidget(self.chip)
        self.back = QPushButton(_("Put Back"))
        self.back.setProperty("part", "link")
        self.back.setToolTip(_("Put it at the start of the text; one Undo takes it out again"))
        self.back.clicked.connect(self.put_back_asked)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        self.words.setMaximumWidth(_LINE)
        self.words.setContentsMargins(0, BETWEEN_CONTROLS, 0, IN_CARD)
        line = QHBoxLayout()
        line.addWidget(self.words, 100)
        line.addStretch(1)
        column.addLayout(line)
        self.hide()

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Show what was set aside for a draft; nothing at all if nothing was."""
        if texts != self._texts:
            self._texts, self._open = texts, False
        self.setVisible(bool(texts) and not self._kept_back)
        self.words.setText("\n\n".join(texts))
        self._show()

    def keep_back(self, *, kept: bool) -> None:
        """Show nothing for a while, whatever was set aside."""
        self._kept_back = kept
        self.setVisible(bool(self._texts) and not kept)

    def toggle(self) -> None:
        """Open or close."""
        self._open = not self._open and bool(self._texts)
        self._show()

    def _show(self) -> None:
        count = sum(count_words(text) for text in self._texts)
        said = ngettext("Set aside: {count} word", "Set aside: {count} words", count)
        sign = "▾" if self._open else "▸"
        self.chip.setText(f"{sign} {said.format(count=grouped(count))}")
        self.chip.setAccessibleName(said.format(count=grouped(count)))
        self.words.setVisible(self._open)
        self.back.setVisible(self._open)
        self.chip.setToolTip(_("Kept beside the draft, not part of it"))
