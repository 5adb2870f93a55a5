"""The cards of the overview, laid out over the table of beats: each over its column if it fits.

Where they do not fit – many drafts, or a narrow window – they fill rows of their own. What is told
of the beats stands beside the cards in the first case, below them in the second.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from writerdesk.ui.beat_columns import column_widths
from writerdesk.ui.draft_card import CARD_WIDTH, DraftCard
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CONTROL, IN_PANEL

# A count with its share needs so much; narrower than this a card does not stand over its column.
_LEAST_OVER = 200
_WIDEST = 420
# More columns than there are drafts in a row.
_BEYOND = 60


class DraftCards(QGridLayout):
    """Lays out a card for each draft, and what is told beside them."""

    opened = Signal(str)

    def __init__(self, look: Look, aside: QWidget) -> None:
        super().__init__()
        self._look, self._aside = look, aside
        self._cards: list[DraftCard] = []
        self._fitted: tuple[int, int] = (0, 0)
        # What the cards do not need is right of them all, and none is drawn together.
        self.setColumnStretch(_BEYOND, 1)

    def show_rows(self, rows: Sequence[DraftRow], introduced: Mapping[str, str]) -> None:
        """Show these drafts, and who is in them."""
        for card in self._cards:
            self.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(row, introduced, len(rows)) for row in rows]
        self._fitted = (0, 0)

    def fit(self, room: int) -> None:
        """Lay the cards out in so much room."""
        if self._fitted == (room, len(self._cards)) or room <= 0:
            return
        self._fitted = room, len(self._cards)
        for item in (*self._cards, self._aside):
            self.removeWidget(item)
        names, *columns = column_widths(room, len(self._cards))
        if len(columns) > 1 and min(columns) >= _LEAST_OVER:
            self._stand_over(names, columns)
        else:
            self._fill_rows(room)

    def focus_on(self, draft: str) -> None:
        """Give the keys to the card of a draft, if it is there."""
        for card in self._cards:
            if card.draft == draft:
                card.show()
                card.setFocus()

    def _card(self, row: DraftRow, introduced: Mapping[str, str], count: int) -> DraftCard:
        # Who tells it and who is in it comes later; a card must not grow when it does.
        card = DraftCard(self._look, row, introduced.get(row.id, "") if count > 1 else None)
        card.opened.connect(self.opened)
        return card

    def _stand_over(self, names: int, columns: Sequence[int]) -> None:
        """Put each card over its column of the table, what is told beside them over the names."""
        self.setHorizontalSpacing(2 * IN_CONTROL)
        self._turn_aside(QBoxLayout.Direction.TopToBottom, names - 2 * IN_CONTROL)
        self.addWidget(self._aside, 0, 0)
        for number, (card, width) in enumerate(zip(self._cards, columns, strict=True)):
            card.be_wide(width - 2 * IN_CONTROL)
            self.addWidget(card, 0, number + 1)
        # A cell keeps a little room at both its sides: the first card begins where the first does.
        self.setColumnMinimumWidth(0, names - IN_CONTROL)

    def _fill_rows(self, room: int) -> None:
        """Let the cards of a full row share the room there is."""
        self.setHorizontalSpacing(IN_PANEL)
        self.setColumnMinimumWidth(0, 0)
        columns = max(1, (room + IN_PANEL) // (CARD_WIDTH + IN_PANEL))
        beside = max(1, min(columns, len(self._cards)))
        width = min(_WIDEST, (room + IN_PANEL) // beside - IN_PANEL)
        for number, card in enumerate(self._cards):
            card.be_wide(width)
            self.addWidget(card, number // columns, number % columns)
        self._turn_aside(QBoxLayout.Direction.LeftToRight, room)
        self.addWidget(self._aside, -(-len(self._cards) // columns), 0, 1, beside)

    def _turn_aside(self, way: QBoxLayout.Direction, width: int) -> None:
        layout = self._aside.layout()
        assert isinstance(layout, QBoxLayout)
        layout.setDirection(way)
        is_below = way is QBoxLayout.Direction.LeftToRight
        layout.setContentsMargins(0, BETWEEN_CONTROLS if is_below else IN_PANEL, 0, 0)
        self._aside.setFixedWidth(width)
