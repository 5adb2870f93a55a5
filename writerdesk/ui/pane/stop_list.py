"""The panel of beats or changes: a card that sums up, filters, and every stop in one sentence."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from writerdesk.compare.stops import Reading
from writerdesk.compare.values import Comparison, Relation
from writerdesk.insight.telling import Telling, telling
from writerdesk.ui.filter_chip import FilterChip
from writerdesk.ui.look.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, IN_PANEL, TALL_ROW_HEIGHT
from writerdesk.ui.pane.list_model import LETTERS_ROLE, LINE_ROLE, STOP_ROLE, Filter, StopModel
from writerdesk.ui.pane.scene import Column
from writerdesk.ui.pane.sentences import is_revised, list_title, summary_title
from writerdesk.ui.pane.summary import doubt, facts, held_back, renamed, ways_told
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.manuscript import Document

# Who tells and how much is talk takes 6 ms of so many paragraphs; longer ones stay as first read.
_READ_AGAIN = 100
# In a panel lower than this the card would leave the list two rows: it says the first things only.
_LOW = 560


class StopList(QWidget):
    """The panel; announces which stop the writer chose in it."""

    chosen = Signal(int)
    title_changed = Signal(str)
    all_asked = Signal()
    """The ties that are less sure are to be shown as well."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.model = StopModel(self)
        self._card = _Card(self)
        self._chips = _Chips(self)
        self._list = QListView(self)
        self._list.setAccessibleName(_("Beats or Changes"))
        self._list.setModel(self.model)
        self._list.setItemDelegate(_Row(look, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._list.activated.connect(self._activated)
        self._list.clicked.connect(self._activated)
        self._list.selectionModel().currentChanged.connect(self._walked)
        self._follows = False
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("part", "soft")
        self._nothing.setContentsMargins(IN_PANEL, IN_CARD, IN_PANEL, 0)
        self._nothing.linkActivated.connect(lambda _where: self._chips.choose_all())
        self._chips.chosen.connect(self._filter)
        self._card.more.linkActivated.connect(lambda _where: self.all_asked.emit())
        self.setProperty("part", "panel")
        self._arrange()
        self.show_nothing()

    def show_reading(
        self,
        reading: Reading,
        columns: Sequence[Column],
        comparisons: Mapping[tuple[int, int], Comparison],
        *,
        more: int = 0,
    ) -> None:
        """List the stops of a reading, and say how many ties it does not show."""
        self.model.show_reading(reading, columns)
        self._card.show()
        self._card.show_held_back(more, len(columns))
        self._card.show_reading(reading, columns, comparisons)
        self._chips.show_counts(self.model.counts(), _names(reading, columns))
        self._list.setAccessibleName(list_title(reading))
        self._say_nothing()
        self.title_changed.emit(list_title(reading))

    def show_nothing(self) -> None:
        """Say what stands here once there is a comparison."""
        self.model.show_nothing()
        self._card.hide()
        self._chips.hide()
        self._nothing.setText(_("Once two texts are compared, what they share stands here."))
        self._nothing.show()

    @property
    def tellings(self) -> Sequence[Telling]:
        """How each column is told; nothing of a revision, which is told as before."""
        return self._card.tellings

    def set_current(self, stop: int) -> None:
        """Show which stop is the current one, without going there."""
        row = self.model.row_of(stop)
        index = self.model.index(row, 0)
        if row >= 0 and index != self._list.currentIndex():
            self._follows = True
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
            self._follows = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the list."""
        self._card.be_brief(brief=event.size().height() < _LOW)
        super().resizeEvent(event)

    def _arrange(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(IN_PANEL, IN_CARD, IN_PANEL, BETWEEN_CONTROLS)
        above.setSpacing(IN_CARD)
        above.addWidget(self._card)
        above.addWidget(self._chips)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above)
        whole.addWidget(self._nothing)
        whole.addWidget(self._list, 1)

    def _activated(self, index: QModelIndex) -> None:
        number = index.data(STOP_ROLE)
        if isinstance(number, int):
            self.chosen.emit(number)

    def _walked(self, index: QModelIndex, before: QModelIndex) -> None:
        """Go along where the keys walk in the list."""
        if not self._follows and before.isValid() and index.isValid() and self._list.hasFocus():
            self._activated(index)

    def _filter(self, chosen: Filter) -> None:
        self.model.show_only(chosen)
        self._say_nothing()

    def _say_nothing(self) -> None:
        # Where there is no stop at all the card has said so.
        some = self.model.counts()[Filter.ALL] > 0
        self._chips.setVisible(some)
        everything = f'<a href="all">{_("Show All")}</a>'
        self._nothing.setText(_("Nothing of this kind. {show_all}").format(show_all=everything))
        self._nothing.setVisible(some and self.model.rowCount() == 0)


class _Card(QFrame):
    """What the drafts are to each other, in a few figures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self._title = QLabel(self)
        self._title.setProperty("part", "heading")
        self._facts = QLabel(self)
        self._ways = QLabel(self)
        self._told: dict[str, tuple[Document, Telling]] = {}
        self.tellings: Sequence[Telling] = ()
        self._is_brief = False
        self._doubt = QLabel(self)
        self._doubt.setProperty("part", "hint")
        self.more = QLabel(self)
        self.more.setObjectName("more")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(IN_CARD + 2, IN_CARD, IN_CARD + 2, IN_CARD)
        whole.setSpacing(6)
        for label in (self._title, self._facts, self.more, self._ways, self._doubt):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            whole.addWidget(label)
        self.more.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    def be_brief(self, *, brief: bool) -> None:
        """Say only what the drafts share, and the rest to who rests on it; or all of it."""
        self._is_brief = brief
        self._show_what_is_said()

    def _show_what_is_said(self) -> None:
        rest = self._ways, self._doubt
        for label in (self._title, self._facts, *rest):
            label.setVisible(bool(label.text()) and not (self._is_brief and label in rest))
        unsaid = [label.text() for label in rest if label.text() and self._is_brief]
        self.setToolTip("\n".join(unsaid))
        self._grow()

    def show_held_back(self, count: int, texts: int) -> None:
        """Offer to show the ties of so many texts that are less sure, if there are any."""
        self.more.setText(held_back(count, texts))
        self.more.setVisible(count > 0)

    def show_reading(
        self,
        reading: Reading,
        columns: Sequence[Column],
        comparisons: Mapping[tuple[int, int], Comparison],
    ) -> None:
        """Sum up a reading."""
        # Of a revision the new names are among its other facts.
        apart = reading.relation is Relation.TELLINGS
        names = renamed(comparisons) if apart else ()
        told = self._tellings(columns) if apart else []
        self.tellings = told
        for label, said in (
            (self._title, summary_title(reading, columns)),
            (self._facts, facts(reading, columns, comparisons)),
            (self._ways, "\n".join((*names, *ways_told(reading, told, comparisons)))),
            (self._doubt, doubt(reading)),
        ):
            label.setText(said)
        self._show_what_is_said()

    def _tellings(self, columns: Sequence[Column]) -> list[Telling]:
        """Return how each column is told; a very long one is read once, not after every edit."""
        before, self._told = self._told, {}
        for column in columns:
            known = before.get(column.draft)
            if known is None or (
                known[0] is not column.document and len(column.document) < _READ_AGAIN
            ):
                known = column.document, telling(column.document)
            self._told[column.draft] = known
        return [self._told[column.draft][1] for column in columns]

    def event(self, event: QEvent) -> bool:
        """Be as high as the sentences need, whenever their width or their face has changed."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._grow()
        return done

    def _grow(self) -> None:
        """Add up what each sentence needs: the layout's own sum is of the width before this one."""
        layout = self.layout()
        if layout is None or self.width() <= 0:
            return
        around = layout.contentsMargins()
        room = self.width() - around.left() - around.right()
        shown = [label for label in self.findChildren(QLabel) if not label.isHidden()]
        needed = sum(label.heightForWidth(room) for label in shown)
        needed += layout.spacing() * max(0, len(shown) - 1) + around.top() + around.bottom()
        if needed != self.height():
            self.setFixedHeight(needed)
        layout.setGeometry(self.rect())


class _Chips(QWidget):
    """The filters: how many stops there are of each kind, in as many rows as they need."""

    chosen = Signal(Filter)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._chips = {chosen: self._chip(chosen) for chosen in Filter}
        self._chips[Filter.ALL].setChecked(True)

    def show_counts(self, counts: Mapping[Filter, int], names: Mapping[Filter, str]) -> None:
        """Say how many stops there are of each kind; a kind there is none of has no filter."""
        for chosen, chip in self._chips.items():
            chip.setText(f"{names.get(chosen, '')} {counts[chosen]}")
            chip.setVisible(counts[chosen] > 0 or chosen is Filter.ALL)
        self._place()

    def choose_all(self) -> None:
        """Let every stop through again."""
        self._chips[Filter.ALL].click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row of filters where it is full."""
        del event
        self._place()

    def _place(self) -> None:
        x, y = 0, 0
        for chip in self._chips.values():
            if chip.isHidden():
                continue
            size = chip.sizeHint()
            if x and x + size.width() > self.width():
                x, y = 0, y + size.height() + _BETWEEN_CHIPS
            chip.setGeometry(x, y, size.width(), size.height())
            x += size.width() + _BETWEEN_CHIPS
        self.setFixedHeight(y + self._chips[Filter.ALL].sizeHint().height())

    def _chip(self, chosen: Filter) -> QPushButton:
        chip = FilterChip(parent=self)
        # A filter without a count has no words yet.
        chip.hide()
        chip.clicked.connect(lambda: self.chosen.emit(chosen))
        self._group.addButton(chip)
        return chip


_BETWEEN_CHIPS = 6


def _names(reading: Reading, columns: Sequence[Column]) -> Mapping[Filter, str]:
    """Return what the kinds are called: of a revision what was done, of tellings who tells it."""
    both = _("Both") if len(columns) == 2 else _("Shared")
    names = {Filter.ALL: _("All"), Filter.BOTH: both, Filter.MOVED: _("Moved")}
    only = [Filter(f"only {number}") for number in range(len(columns))]
    if is_revised(reading, columns):
        changed = {Filter.BOTH: _("Changed")}
        return names | changed | dict(zip(only, (_("Removed"), _("Added")), strict=True))
    alone = (_("Only {letter}").format(letter=column.letter) for column in columns)
    return names | dict(zip(only, alone, strict=True))


class _Row(QStyledItemDelegate):
    """Paints a stop: its number, name, letters and line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for room for two lines."""
        del option, index
        return QSize(120, TALL_ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        palette = self._look.palette
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        # A row is one drawing: in a language from right to left its parts stay where they are.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(palette.select))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(palette.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(palette.hover))
        self._paint_words(painter, box, index)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        palette, lettering = self._look.palette, self._look.lettering
        name = lettering.interface_font(0, QFont.Weight.DemiBold)
        small = lettering.interface_font(lettering.caption, digits=True)
        upper = box.adjusted(0, 6, -12, -box.height() / 2)
        lower = box.adjusted(40, box.height() / 2, -12, -6)
        painter.setFont(small)
        painter.setPen(QColor(palette.soft))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        number = QRectF(upper.left(), upper.top(), 30, upper.height())
        painter.drawText(number, right, str(index.data(STOP_ROLE) + 1))
        letters = str(index.data(LETTERS_ROLE))
        painter.drawText(upper, right, letters)
        line = QFontMetricsF(small).elidedText(
            str(index.data(LINE_ROLE)), Qt.TextElideMode.ElideRight, lower.width()
        )
        painter.drawText(lower, left, line)
        painter.setFont(name)
        painter.setPen(QColor(palette.ink))
        room = upper.adjusted(40, 0, -QFontMetricsF(small).horizontalAdvance(letters) - 8, 0)
        said = QFontMetricsF(name).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)),
            Qt.TextElideMode.ElideRight,
            room.width(),
        )
        painter.drawText(room, left, said)
