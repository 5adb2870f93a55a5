"""Places where words go and others come: shown first, each to be left out."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from writerdesk.frozen import frozen
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import IN_CONTROL
from writerdesk.words import _

# The role under which a row has what it stands for.
HIT = Qt.ItemDataRole.UserRole
_ROW = 28


@frozen
class Exchange:
    """Words that go, words that come, and what stands around them."""

    before: str
    words: str
    instead: str
    after: str


class ExchangeDelegate(QStyledItemDelegate):
    """Paints a place: what goes is struck through, what comes is underlined twice."""

    def __init__(self, look: Look, shown: Callable[[object], Exchange], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._shown = look, shown

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: object = index.data(HIT)
        if hit is None:
            option.font.setWeight(QFont.Weight.DemiBold)  # pyright: ignore[reportAttributeAccessIssue]
            super().paint(painter, option, index)
            return
        # The view's own ground and check box, without its words.
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        where = self._words_area(blank)
        blank.text = ""  # pyright: ignore[reportAttributeAccessIssue]
        style = blank.widget.style()  # pyright: ignore[reportAttributeAccessIssue]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, blank.widget)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        self._paint_words(painter, where, self._shown(hit))
        painter.restore()

    def _words_area(self, option: QStyleOptionViewItem) -> QRect:
        style = option.widget.style()  # pyright: ignore[reportAttributeAccessIssue]
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)  # pyright: ignore[reportAttributeAccessIssue]
        return words.adjusted(IN_CONTROL, 0, 0, 0)

    def _paint_words(self, painter: QPainter, where: QRect, hit: Exchange) -> None:
        palette = self._look.palette
        painter.setClipRect(where)
        plain = self._look.lettering.interface_font()
        gone, come = QFont(plain), QFont(plain)
        gone.setStrikeOut(True)
        come.setWeight(QFont.Weight.DemiBold)
        left = where.left()
        for words, font, colour in (
            (hit.before, plain, palette.soft),
            (hit.words, gone, palette.ink),
            (f" {hit.instead}" if hit.instead else "", come, palette.ink),
            (hit.after, plain, palette.soft),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            room = where.right() - left
            if (width := painter.fontMetrics().horizontalAdvance(words)) > room:
                words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
                width = room
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(QRect(left, where.top(), width, where.height()), flags, words)
            if font is come and words:
                self._underline(painter, left, width, where)
            left += width

    def _underline(self, painter: QPainter, left: int, width: int, where: QRect) -> None:
        space = painter.fontMetrics().horizontalAdvance(" ")
        below = where.center().y() + painter.fontMetrics().ascent() // 2 + 2
        for line in (below, below + 2):
            painter.drawLine(left + space, line, left + width - 1, line)


def tree_of_places(look: Look, shown: Callable[[object], Exchange]) -> QTreeWidget:
    """Return a list in which places are to be left out or let through."""
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setAccessibleName(_("What would change"))
    tree.setUniformRowHeights(True)
    tree.setItemDelegate(ExchangeDelegate(look, shown, tree))
    return tree


def add_places(tree: QTreeWidget, words: str, places: Iterable[tuple[str, object]]) -> None:
    """Add places under their words, all let through; each as text, and what it stands for."""
    top = QTreeWidgetItem([words])
    top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
    for text, place in places:
        row = QTreeWidgetItem([text])
        row.setData(0, HIT, place)
        row.setCheckState(0, Qt.CheckState.Checked)
        top.addChild(row)
    tree.addTopLevelItem(top)


def chosen_in(tree: QTreeWidget) -> list[object]:
    """Return what the places that were let through stand for."""
    rows = (row for row in leaves(tree) if row.checkState(0) is Qt.CheckState.Checked)
    return [row.data(0, HIT) for row in rows]


def leaves(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    """Return the rows that stand for places."""
    for top in range(tree.topLevelItemCount()):
        draft = tree.topLevelItem(top)
        for number in range(draft.childCount() if draft else 0):
            if draft and (row := draft.child(number)):
                yield row
