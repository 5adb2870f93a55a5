"""The beats of a story by its drafts, as a table: a hole shows what a draft does not tell.

Arrows walk the cells, Enter compares there, F2 names the beat. The table is as high as its rows: it
scrolls with the page it stands on.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from writerdesk.story.overview import BeatRow, Cell, Overview
from writerdesk.ui.beat_columns import column_widths
from writerdesk.ui.chip import SIDE, paint_chip
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, FIELD_RADIUS, IN_CONTROL
from writerdesk.ui.overview_words import cell_spoken, cell_told, hole_told, name_spoken
from writerdesk.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from writerdesk.ui.draft_rows import DraftRow

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_CELL = "application/x-writerdesk-beat"
_ROW, _HEADER, _BAR = 38, 36, 3
# A cell narrower than this says how a beat begins, and nothing else; its bar tells how long it is.
_BRIEFLY = 150
_NO_INDEX = QModelIndex()


class BeatModel(QAbstractTableModel):
    """The table's cells; the first column has the names of the beats."""

    named = Signal(object, str)
    """A `BeatRow` and the name the writer gave it."""
    tie_asked = Signal(QModelIndex, QModelIndex)
    """The cell at the first index was dropped on the one at the second."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.overview = Overview((), (), ())
        self.drafts: tuple[DraftRow, ...] = ()
        self.taken_hold_of = QModelIndex()

    def show_overview(self, overview: Overview, drafts: "Sequence[DraftRow]") -> None:
        """Show another table."""
        self.beginResetModel()
        self.overview, self.drafts = overview, tuple(drafts)
        self.endResetModel()

    def row_at(self, index: _ANY_INDEX) -> BeatRow:
        """Return the beat of a cell."""
        return self.overview.rows[index.row()]

    def cell_at(self, index: _ANY_INDEX) -> Cell:
        """Return what a draft tells there."""
        return self.row_at(index).cells[index.column() - 1]

    def rowCount(self, parent: _ANY_INDEX = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.overview.rows)

    def columnCount(self, parent: _ANY_INDEX = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 1 + len(self.drafts)

    def flags(self, index: _ANY_INDEX) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            return flags | Qt.ItemFlag.ItemIsEditable
        if index.isValid() and self.cell_at(index).passages:
            return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.LinkAction

    def mimeTypes(self) -> list[str]:
        return [_CELL]

    def mimeData(self, indexes: "Sequence[QModelIndex]") -> QMimeData:
        # A row is selected whole: what is dragged is the cell one took hold of.
        carried = QMimeData()
        at = self.taken_hold_of
        carried.setData(_CELL, QByteArray(f"{at.row()} {at.column()}".encode()))
        return carried

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _ANY_INDEX
    ) -> bool:
        one = self._carried(data)
        is_other = one is not None and parent.column() not in (0, one.column())
        return is_other and parent.isValid() and bool(self.cell_at(parent).passages)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _ANY_INDEX
    ) -> bool:
        one = self._carried(data)
        if one is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.tie_asked.emit(one, self.index(parent.row(), parent.column()))
        return True

    def _carried(self, data: QMimeData) -> QModelIndex | None:
        if not data.hasFormat(_CELL):
            return None
        row, column = map(int, bytes(data.data(_CELL).data()).split())
        at = self.index(row, column)
        return at if at.isValid() else None

    def data(self, index: _ANY_INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.column() == 0:
            return self._name(index, role)
        cell, draft = self.cell_at(index), self.drafts[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.first or hole_told(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell_spoken(cell, draft.letter, index.row() + 1)
        if role == Qt.ItemDataRole.ToolTipRole and not cell.passages and not cell.inside:
            return _(
                "Ties are found by words and order; a free retelling can be missed. Drag to tie."
            )
        return None

    def _name(self, index: _ANY_INDEX, role: int) -> object:
        row = self.row_at(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return name_spoken(row, index.row() + 1)
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        return row.name if shown or role == Qt.ItemDataRole.ToolTipRole else None

    def setData(
        self, index: _ANY_INDEX, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or name == self.row_at(index).name:
            return False
        row = self.row_at(index)
        # Once the field is closed: the name makes a new table.
        QTimer.singleShot(0, self, lambda: self.named.emit(row, name))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.drafts[section - 1].letter if 0 < section <= len(self.drafts) else _("Beats")


class BeatTable(QTableView):
    """The table as a widget; announces at which beat of which draft the writer wants to compare."""

    compare_asked = Signal(object, int)
    """A `BeatRow` and the number of a draft."""
    walked = Signal(QRect)
    """The current cell is here now."""
    menu_asked = Signal(QModelIndex, QPoint)
    """What can be done at a cell is asked for, at a place on the screen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beats = BeatModel(self)
        self.setModel(self.beats)
        self.setItemDelegate(_CellDelegate(look, self))
        self.setHorizontalHeader(_Header(look, self.beats, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("part", "beats")
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Beats by drafts"))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.doubleClicked.connect(self._open)
        self.hide()

    def show_overview(self, overview: Overview, drafts: "Sequence[DraftRow]") -> None:
        """Show the beats, and keep to the one the writer was at."""
        if (overview, tuple(drafts)) == (self.beats.overview, self.beats.drafts):
            self.setVisible(bool(overview.rows))
            return
        at = self.currentIndex()
        self.beats.show_overview(overview, drafts)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._share_out()
        self.setFixedHeight(_HEADER + _ROW * len(overview.rows))
        row, column = min(max(0, at.row()), len(overview.rows) - 1), max(1, at.column())
        self.setCurrentIndex(self.beats.index(row, min(column, len(drafts))))
        self.setVisible(bool(overview.rows))

    def _share_out(self) -> None:
        for column, width in enumerate(column_widths(self.width(), len(self.beats.drafts))):
            self.setColumnWidth(column, width)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self.beats.row_at(index)
            self.compare_asked.emit(row, max(0, index.column() - 1) if index.column() else -1)

    def currentChanged(self, current: _ANY_INDEX, previous: _ANY_INDEX) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.walked.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            # Enter that ends a name goes on to the table: it is no wish to compare.
            event.accept()
            return
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
        elif event.key() == Qt.Key.Key_F2 and index.isValid():
            self.edit(self.beats.index(index.row(), 0))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.beats.taken_hold_of = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if at.isValid():
            self.setCurrentIndex(at)
            below = self.viewport().mapToGlobal(self.visualRect(at).bottomLeft())
            self.menu_asked.emit(at, event.globalPos() if by_mouse else below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # All rows are there: the page they stand on scrolls.
        event.ignore()


class _Header(QHeaderView):
    """The drafts' letters over their columns."""

    def __init__(self, look: Look, model: BeatModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._beats = look, model
        self.setFixedHeight(_HEADER)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.fillRect(rect, QColor(self._look.palette.desk))
        if not 0 < logicalIndex <= len(self._beats.drafts):
            return
        draft, top = self._beats.drafts[logicalIndex - 1], (rect.height() - SIDE) // 2
        where = QRectF(rect.left() + IN_CONTROL, rect.top() + top, SIDE, SIDE)
        paint_chip(painter, where, draft.letter, self._look, colour=draft.number)
        beside = rect.adjusted(IN_CONTROL + SIDE + BETWEEN_CONTROLS, 0, -IN_CONTROL, 0)
        painter.setPen(QColor(self._look.palette.soft))
        name = painter.fontMetrics().elidedText(
            draft.name, Qt.TextElideMode.ElideRight, beside.width()
        )
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell as a small card: first words, how many, a bar of its length; or a hole."""

    def __init__(self, look: Look, table: BeatTable) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        painter.save()
        # A cell is one drawing: in a language from right to left its parts stay where they are.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, beats = self._look.palette, self._table.beats
        is_here = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(option.rect, QColor(palette.select if is_here else palette.desk))
        if index.column() == 0:
            self._paint_name(painter, option.rect, index)
        else:
            is_current = index == self._table.currentIndex() and self._table.hasFocus()
            self._paint_box(painter, option.rect, beats.cell_at(index), is_current=is_current)
            self._paint_cell(painter, option.rect, index)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _ANY_INDEX
    ) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(_("Name of the beat"))
        return field

    def _paint_name(self, painter: QPainter, rect: QRect, index: _ANY_INDEX) -> None:
        palette, row = self._look.palette, self._table.beats.row_at(index)
        inside = rect.adjusted(IN_CONTROL, 0, -BETWEEN_CONTROLS, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        number = inside.adjusted(0, 0, 0, 0)
        number.setWidth(QFontMetrics(painter.font()).horizontalAdvance("000"))
        painter.setPen(QColor(palette.soft))
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignRight, str(index.row() + 1))
        inside.setLeft(number.right() + BETWEEN_CONTROLS + IN_CONTROL)
        painter.setPen(QColor(palette.ink if row.is_named else palette.soft))
        _draw(painter, inside, row.name)

    def _paint_box(self, painter: QPainter, rect: QRect, cell: Cell, *, is_current: bool) -> None:
        palette = self._look.palette
        box = QRectF(rect).adjusted(IN_CONTROL + 0.5, 3.5, -IN_CONTROL - 0.5, -3.5)
        pen = QPen(QColor(palette.focus if is_current else palette.line), 2 if is_current else 1)
        if not cell.passages or not cell.is_likely:
            pen.setColor(QColor(palette.focus if is_current else palette.faint))
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(palette.page) if cell.passages else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, FIELD_RADIUS, FIELD_RADIUS)

    def _paint_cell(self, painter: QPainter, rect: QRect, index: _ANY_INDEX) -> None:
        palette, beats = self._look.palette, self._table.beats
        cell, draft = beats.cell_at(index), beats.drafts[index.column() - 1]
        inside = rect.adjusted(IN_CONTROL + BETWEEN_CONTROLS, 3, -IN_CONTROL - BETWEEN_CONTROLS, -3)
        caption = QFont(painter.font())
        caption.setPixelSize(self._look.lettering.caption)
        painter.setFont(caption)
        painter.setPen(QColor(palette.soft))
        if not cell.passages:
            _draw(painter, inside, hole_told(cell), Qt.AlignmentFlag.AlignHCenter)
            return
        told = cell_told(cell, briefly=inside.width() < _BRIEFLY)
        _draw(painter, inside.adjusted(0, -2, 0, -2), told, Qt.AlignmentFlag.AlignRight)
        used = painter.fontMetrics().horizontalAdvance(told) + BETWEEN_CONTROLS if told else 0
        face = QFont()
        face.setFamilies(list(self._look.lettering.text))
        face.setPixelSize(self._look.lettering.unit + 1)
        painter.setFont(face)
        painter.setPen(QColor(palette.ink))
        _draw(painter, inside.adjusted(0, -2, -used, -2), cell.first)
        share = cell.words / max(1, beats.overview.most_words())
        bar = QRectF(inside.left(), inside.bottom() - _BAR - 1, inside.width() * share, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.draft(draft.number)))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)


def _draw(
    painter: QPainter,
    where: QRect,
    text: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | side, shown)
