"""What drafts say in the same words: the phrases several of them share, longest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from writerdesk.story.insights import SharedPhrase
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_PANEL, LINK_ROOM, TALL_ROW_HEIGHT
from writerdesk.ui.panels.rows import Row, RowList
from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from writerdesk.ui.draft_rows import DraftRow

# What one takes in at a glance; all are shown when they are asked for.
_AT_FIRST = 6


class SharedPhrases(QWidget):
    """A list of phrases; Enter or a double click looks for one in the whole story."""

    looked_for = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases: tuple[SharedPhrase, ...] = ()
        self._letters: tuple[str, ...] = ()
        self._shows_all = False
        title = QLabel(_("In the same words"))
        title.setProperty("part", "name")
        self.list = RowList(look, _("Phrases several drafts share"), self)
        self.list.setProperty("part", "on-desk")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.activated.connect(self._look_for)
        self.more = QPushButton()
        self.more.setProperty("part", "link")
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN_CONTROLS)
        # Rows have room at their sides, to be lit: the words of all three begin under each other.
        title.setIndent(IN_PANEL)
        column.addWidget(title)
        column.addWidget(self.list)
        last = QHBoxLayout()
        last.addSpacing(IN_PANEL - LINK_ROOM)
        last.addWidget(self.more)
        last.addStretch(1)
        column.addLayout(last)
        self.hide()

    def show_phrases(self, phrases: Sequence[SharedPhrase], drafts: "Sequence[DraftRow]") -> None:
        """Show these, the first few of them at first."""
        self._phrases = tuple(phrases)
        self._letters = tuple(draft.letter for draft in drafts)
        self._fill()

    def _fill(self) -> None:
        shown = self._phrases if self._shows_all else self._phrases[:_AT_FIRST]
        self.list.show_rows(
            [Row(_("“{words}”").format(words=one.words), self._told(one), one) for one in shown]
        )
        self.list.setFixedHeight(TALL_ROW_HEIGHT * len(shown) + 2 * self.list.frameWidth())
        left = len(self._phrases) - len(shown)
        self.more.setText(
            ngettext("Show {count} more", "Show {count} more", left).format(count=left)
        )
        self.more.setVisible(left > 0)
        self.setVisible(bool(self._phrases))

    def _told(self, phrase: SharedPhrase) -> str:
        letters = [self._letters[draft] for draft in phrase.drafts]
        said = _("{letters} and {last}").format(letters=", ".join(letters[:-1]), last=letters[-1])
        if phrase.places <= len(letters):
            return said
        places = ngettext("{count} place", "{count} places", phrase.places)
        return f"{said} · {places.format(count=phrase.places)}"

    def _look_for(self, index: QModelIndex) -> None:
        phrase = self._phrases[index.row()]
        self.looked_for.emit(phrase.words)

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()
        self.list.setFocus()
