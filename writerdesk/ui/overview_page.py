"""The overview: a card for every draft, with what can be told of it at a glance."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from writerdesk.story.facts import Facts
from writerdesk.story.overview import Overview
from writerdesk.ui.beat_table import BeatTable
from writerdesk.ui.chip import Chip
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import (
    ABOVE_TITLE,
    BETWEEN_CONTROLS,
    BETWEEN_GROUPS,
    IN_CARD,
    IN_PANEL,
    PAGE_EDGE,
)
from writerdesk.ui.overview_words import beats_told, cast_told, introduced_told
from writerdesk.ui.shared_phrases import SharedPhrases
from writerdesk.ui.telling import draft_told, row_told, share_told
from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

# A row of cards is as wide as the table of beats below, but no card narrower or wider than this.
_CARD_WIDTH = 288
_WIDEST_CARD = 420
_PAGE_WIDTH = 1120
# With many drafts the page grows: a column of the table says nothing in less than this.
_COLUMN, _NAMES = 150, 230
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
        self.setMinimumWidth(_CARD_WIDTH)
        self._wished = _CARD_WIDTH
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

    def wish_for(self, width: int) -> None:
        """Be as wide as this where there is room."""
        self._wished = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self._wished, 0))

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


class OverviewPage(QScrollArea):
    """The drafts of the story, side by side as cards."""

    opened = Signal(str)
    order_chosen = Signal(int)
    """The beats are to stand in the order of the draft with this number."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[DraftRow, ...] = ()
        self._introduced: Mapping[str, str] = {}
        self._filled_columns = 0
        self.table = BeatTable(look)
        self.table.walked.connect(self._follow)
        self._order = QComboBox()
        self._order.setAccessibleName(_("Order of the beats"))
        self._order.activated.connect(self.order_chosen)
        self._order.hide()
        self._beats_told = QLabel()
        self._beats_told.setWordWrap(True)
        self._beats_told.setProperty("part", "soft")
        self._beats_told.hide()
        self._left_out = QLabel()
        self._left_out.setProperty("part", "soft")
        self._left_out.hide()
        self._cast = QLabel()
        self._cast.setWordWrap(True)
        self._cast.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._cast.hide()
        self.phrases = SharedPhrases(look)
        self.setWidgetResizable(True)
        self.verticalScrollBar().rangeChanged.connect(self._keep_room)
        self.setAccessibleName(_("Overview"))
        self._page, self._holder = QWidget(), QWidget()
        self._page.setProperty("part", "desk")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = self._head = ""
        self._title = QLabel()
        self._title.setProperty("part", "page-title")
        self._said = QLabel()
        self._said.setProperty("part", "soft")
        self._said.setWordWrap(True)
        self._cards = QGridLayout()
        self._cards.setSpacing(IN_PANEL)
        self._cards.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.setWidget(self._page)

    def show_rows(self, title: str, rows: tuple[DraftRow, ...]) -> None:
        """Show these drafts."""
        self._rows = rows
        self._name = title
        self._title.setText(self._head or title)
        self._said.setText(_told(rows))
        self._fill()

    def show_head(self, told: str) -> None:
        """Say above all what the drafts are to each other; the window has the story's name."""
        self._head = told
        self._title.setText(told or self._name)

    def show_waiting(self) -> None:
        """Say that the beats are still looked for."""
        self._beats_told.setText(_("Looking for what the drafts tell alike…"))
        self._beats_told.setVisible(not self.table.isVisible())

    def show_left_out(self, count: int) -> None:
        """Say how many drafts are not among the beats."""
        self._left_out.setText(
            ngettext(
                "{count} draft more is not compared here.",
                "{count} drafts more are not compared here.",
                count,
            ).format(count=count)
        )
        self._left_out.setVisible(count > 0)

    def show_beats(self, found: Overview) -> None:
        """Show which beats which drafts tell, and who is in them."""
        rows = {row.id: row for row in self._rows}
        drafts = [rows[draft] for draft in found.drafts if draft in rows]
        if len(drafts) != len(found.drafts):
            return
        told = zip(found.drafts, found.introduced, strict=True)
        introduced = {draft: introduced_told(one) for draft, one in told}
        if introduced != self._introduced:
            self._introduced = introduced
            self._fill()
        self.table.show_overview(found, drafts)
        self._cast.setText(cast_told(found))
        self._cast.setVisible(bool(self._cast.text()))
        self.phrases.show_phrases(found.phrases, drafts)
        self._beats_told.setText(beats_told(found, drafts))
        self._beats_told.show()
        chosen = max(0, self._order.currentIndex())
        self._order.clear()
        self._order.addItems([_("Order of {letter}").format(letter=row.letter) for row in drafts])
        self._order.setCurrentIndex(min(chosen, len(drafts) - 1))
        self._order.show()

    def hide_beats(self) -> None:
        """Show the cards alone."""
        self.show_head("")
        self._introduced = {}
        shown = self.table, self._beats_told, self._order, self._left_out, self._cast, self.phrases
        for part in shown:
            part.hide()

    def _keep_room(self, _least: int, most: int) -> None:
        """Keep the scroll bar's room: cards must not jump aside when the beats come."""
        bar = self.verticalScrollBar()
        self.setViewportMargins(0, 0, 0 if most else bar.sizeHint().width(), 0)

    def _follow(self, where: QRect) -> None:
        """Keep the cell one walks to in view."""
        middle = self.table.mapTo(self._page, where.center())
        self.ensureVisible(middle.x(), middle.y(), where.width() // 2, where.height())

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_EDGE, ABOVE_TITLE, PAGE_EDGE, PAGE_EDGE)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addSpacing(BETWEEN_GROUPS)
        column.addLayout(self._cards)
        column.addSpacing(BETWEEN_GROUPS)
        above = QHBoxLayout()
        above.addWidget(self._beats_told, 1)
        above.addWidget(self._order, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(above)
        column.addWidget(self.table)
        column.addWidget(self._left_out)
        column.addSpacing(BETWEEN_GROUPS)
        column.addWidget(self._cast)
        column.addSpacing(BETWEEN_CONTROLS)
        column.addWidget(self.phrases)
        column.addStretch(1)
        holder = self._holder
        holder.setLayout(column)
        row = QHBoxLayout(self._page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)

    def _fill(self) -> None:
        focused = self.window().focusWidget()
        kept = focused.draft if isinstance(focused, DraftCard) else ""
        while (item := self._cards.takeAt(0)) is not None:
            card = item.widget()
            assert card is not None
            card.hide()
            card.deleteLater()
        self._holder.setMaximumWidth(self._widest() + 2 * PAGE_EDGE)
        columns = self._filled_columns = self._columns()
        for number, row in enumerate(self._rows):
            # Who tells it and who is in it comes later; a card must not grow when it does.
            told = self._introduced.get(row.id, "") if len(self._rows) > 1 else None
            card = DraftCard(self._look, row, told)
            card.opened.connect(self.opened)
            self._cards.addWidget(card, number // columns, number % columns)
            if row.id == kept:
                card.show()
                card.setFocus()
        # A single card is no wider than it would be beside others.
        self._cards.setColumnStretch(1, int(len(self._rows) == 1))
        self._widen()

    def _columns(self) -> int:
        return max(1, (self._room() + IN_PANEL) // (_CARD_WIDTH + IN_PANEL))

    def _room(self) -> int:
        return min(self._widest(), self.viewport().width() - 2 * PAGE_EDGE)

    def _widest(self) -> int:
        return max(_PAGE_WIDTH, _NAMES + _COLUMN * len(self._rows))

    def _widen(self) -> None:
        """Let the cards of a full row share the room there is."""
        beside = max(1, min(self._filled_columns, len(self._rows)))
        width = (self._room() + IN_PANEL) // beside - IN_PANEL
        for number in range(self._cards.count()):
            item = self._cards.itemAt(number)
            card = item.widget() if item else None
            if isinstance(card, DraftCard):
                card.wish_for(min(_WIDEST_CARD, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A grid never tells of fewer columns than it once had; ours are counted here.
        if self._rows and self._columns() != self._filled_columns:
            self._fill()
        self._widen()


def _told(rows: tuple[DraftRow, ...]) -> str:
    broken = sum(bool(row.facts.cut_off) for row in rows)
    drafts = ngettext("{count} draft", "{count} drafts", len(rows)).format(count=len(rows))
    if len(rows) == 1:
        return _("One draft so far. With a second one, this page shows which beats both tell.")
    if not broken:
        return drafts
    return ngettext(
        "{drafts}; {count} of them stops in mid-sentence",
        "{drafts}; {count} of them stop in mid-sentence",
        broken,
    ).format(drafts=drafts, count=broken)


def _count(row: DraftRow) -> QHBoxLayout:
    told = row_told(row.facts, row.status, is_manuscript=row.is_manuscript)
    words, share = QLabel(told), QLabel(share_told(row.facts))
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
