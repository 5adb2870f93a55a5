"""The overview: a card for every draft, with what can be told of it at a glance."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from writerdesk.story.overview import Overview
from writerdesk.ui.beat_table import BeatTable
from writerdesk.ui.draft_card import DraftCard
from writerdesk.ui.draft_cards import DraftCards
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import (
    ABOVE_TITLE,
    BETWEEN_CONTROLS,
    BETWEEN_GROUPS,
    IN_PANEL,
    PAGE_EDGE,
)
from writerdesk.ui.overview_words import beats_told, cast_told, introduced_told
from writerdesk.ui.shared_phrases import SharedPhrases
from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAGE_WIDTH = 1120
# With many drafts the page grows: a column of the table says nothing in less than this.
_COLUMN, _NAMES = 150, 230


class OverviewPage(QScrollArea):
    """The drafts of the story, side by side as cards."""

    opened = Signal(str)
    files_asked = Signal()
    order_chosen = Signal(int)
    """The beats are to stand in the order of the draft with this number."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[DraftRow, ...] = ()
        self._introduced: Mapping[str, str] = {}
        self.table = BeatTable(look)
        self.table.walked.connect(self._follow)
        self._order = QComboBox()
        self._order.setAccessibleName(_("Order of the beats"))
        self._order.activated.connect(self.order_chosen)
        self._order.hide()
        self._beats_told, self._left_out = _soft(), _soft()
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
        self._said = _soft()
        self._add = QPushButton(_("Add Drafts from Files…"))
        self._add.setProperty("part", "first")
        self._add.clicked.connect(self.files_asked)
        self._cards = DraftCards(look, self._told_of_beats())
        self._cards.opened.connect(self.opened)
        self._lay_out()
        self.setWidget(self._page)

    def show_rows(self, title: str, rows: tuple[DraftRow, ...]) -> None:
        """Show these drafts."""
        self._rows = rows
        self._name = title
        self._title.setText(self._head or title)
        self._said.setText(_told(rows))
        self._said.show()
        self._add.setVisible(len(rows) == 1)
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
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(BETWEEN_CONTROLS)
        column.addWidget(self.table)
        column.addWidget(self._left_out)
        column.addSpacing(BETWEEN_GROUPS)
        column.addWidget(self._cast)
        column.addSpacing(BETWEEN_CONTROLS)
        beside = QHBoxLayout()
        beside.addSpacing(-IN_PANEL)
        beside.addWidget(self.phrases)
        column.addLayout(beside)
        column.addStretch(1)
        holder = self._holder
        holder.setLayout(column)
        row = QHBoxLayout(self._page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)

    def _told_of_beats(self) -> QWidget:
        """Return what is told of the beats, and what chooses their order."""
        told = QWidget()
        row = QHBoxLayout(told)
        row.setSpacing(BETWEEN_CONTROLS)
        row.addWidget(self._beats_told, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._order, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return told

    def _fill(self) -> None:
        self._holder.setMaximumWidth(self._widest() + 2 * PAGE_EDGE)
        focused = self.window().focusWidget()
        kept = focused.draft if isinstance(focused, DraftCard) else ""
        self._cards.show_rows(self._rows, self._introduced)
        self._cards.fit(self._room())
        self._cards.focus_on(kept)

    def _room(self) -> int:
        return min(self._widest(), self.viewport().width() - 2 * PAGE_EDGE)

    def _widest(self) -> int:
        return max(_PAGE_WIDTH, _NAMES + _COLUMN * len(self._rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # First: as wide as they were the cards would ask for a scroll bar.
        if self._rows:
            self._cards.fit(self._room())
        super().resizeEvent(event)


def _soft() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("part", "soft")
    label.hide()
    return label


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
