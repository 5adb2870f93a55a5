"""The card of a draft in the overview: its name, its words, who is in it, where it breaks off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from writerdesk.story.facts import Facts
from writerdesk.ui.chip import Chip
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, IN_PANEL
from writerdesk.ui.telling import draft_told, row_told, share_told
from writerdesk.words import _

# No card is narrower than what its count takes.
CARD_WIDTH = 288
_BAR_HEIGHT = 5
# As high as a line of names.
_ROOM_FOR_NAMES = "\u00a0"


class GoalBar(QWidget):
    """How far a draft is from its goal, in the draft's colour."""

    def __init__(self, look: Look, row: DraftRow) -> None:
        super().__init__()
        self._look, self._row = look, row
        self.setFixedHeight(_BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        facts = self._row.facts
        share = min(1.0, facts.words / facts.goal) if facts.goal else 0.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.line))
        painter.drawRoundedRect(self.rect(), 2.5, 2.5)
        done = self.rect()
        done.setWidth(max(_BAR_HEIGHT, round(done.width() * share)))
        painter.setBrush(QColor(self._look.palette.draft(self._row.number)))
        painter.drawRoundedRect(done, 2.5, 2.5)
        painter.end()


class DraftCard(QFrame):
    """One draft; a click or Enter opens it."""

    opened = Signal(str)

    def __init__(
        self,
        look: Look,
        row: DraftRow,
        introduced: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(draft_told(row.letter, row.name, row.facts))
        self.draft = row.id
        column = QVBoxLayout(self)
        column.setContentsMargins(IN_PANEL, IN_PANEL, IN_PANEL, IN_PANEL)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addLayout(self._title(look, row))
        column.addLayout(_count(row))
        if row.facts.goal:
            column.addWidget(GoalBar(look, row))
        if introduced is not None:
            who = QLabel(introduced or _ROOM_FOR_NAMES)
            who.setWordWrap(True)
            column.addWidget(who)
        column.addLayout(_ending(row.facts))
        column.addStretch(1)

    def be_wide(self, width: int) -> None:
        """Be as wide as this."""
        self.setFixedWidth(width)

    def _title(self, look: Look, row: DraftRow) -> QHBoxLayout:
        chip = Chip(look)
        chip.show_letter(row.letter, row.number)
        name = QLabel(row.name or _("Empty page"))
        name.setProperty("part", "name")
        name.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(IN_CARD)
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(name, 1)
        return line

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit(self.draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.draft)
        else:
            super().keyPressEvent(event)


def _count(row: DraftRow) -> QHBoxLayout:
    told = row_told(row.facts, row.status, is_manuscript=row.is_manuscript)
    words, share = QLabel(told), QLabel(share_told(row.facts))
    words.setWordWrap(True)
    share.setProperty("part", "soft")
    line = QHBoxLayout()
    line.addWidget(words, 1)
    line.addWidget(share)
    return line


def _ending(facts: Facts) -> QVBoxLayout:
    """Say that a draft breaks off; only the draft's own words are set in its face."""
    column = QVBoxLayout()
    column.setSpacing(0)
    if facts.cut_off:
        said, words = QLabel(_("Ends in mid-sentence:")), QLabel(f"…{facts.cut_off}")
        said.setProperty("part", "soft")
        words.setProperty("part", "quote")
        for label in (said, words):
            label.setWordWrap(True)
            column.addWidget(label)
    return column
