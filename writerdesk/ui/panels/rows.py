"""Rows of a panel's list: a letter, a line that says what, and a softer one under it."""

from collections.abc import Callable, Iterator, Sequence
from typing import cast, overload

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from writerdesk.frozen import frozen
from writerdesk.manuscript import Span
from writerdesk.ui.chip import paint_chip
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, IN_PANEL, TALL_ROW_HEIGHT

_CHIP = 20
_LINE = 18
_ACCENT = 3
# The list has a frame of 2 for its focus; with it the rows begin under the title of the panel.
_EDGE = IN_PANEL - 2
_ANY_INDEX = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


@frozen
class Row:
    """One row; ``spans`` are the letters of the first line that are what was looked for.

    ``what`` is whatever the row stands for; a row that is done is painted softly, what is a name
    stands out.
    """

    words: str
    second: str
    what: object = None
    letter: str = ""
    colour: int | None = None
    spans: tuple[Span, ...] = ()
    done: bool = False
    is_name: bool = False


class RowsLater(Sequence[Row]):
    """Rows that are made when they are looked at: of 5,000 a screen shows fifteen."""

    def __init__(self, whats: Sequence[object], make: Callable[[int], Row]) -> None:
        self.whats, self._make = whats, make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.whats)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | Sequence[Row]:
        if isinstance(number, slice):
            return [self[one] for one in range(len(self))[number]]
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]


class Rows(QAbstractListModel):
    """The rows of a list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self.has_letters = False
        """Whether a row begins with the letter of a draft."""

    def show_rows(self, rows: Sequence[Row], *, has_letters: bool | None = None) -> None:
        """Show other rows; whether any begins with a letter is looked for if nobody says."""
        self.beginResetModel()
        letters = any(row.letter for row in rows) if has_letters is None else has_letters
        self.rows, self.has_letters = rows, letters
        self.endResetModel()

    def rowCount(self, parent: _ANY_INDEX | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _ANY_INDEX, role: int = _ROLE.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROLE.UserRole:
            return row
        told = ", ".join(part for part in (row.letter, row.words, row.second) if part)
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return told
        return f"{row.words}\n{row.second}" if role == _ROLE.ToolTipRole else None


class RowList(QListView):
    """A list of rows; what is chosen stays chosen when the rows are told anew."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        look.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Row], *, has_letters: bool | None = None) -> None:
        """Show other rows; the one that stands for the same thing stays chosen."""
        chosen = self.chosen
        before = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.rows.show_rows(rows, has_letters=has_letters)
        self.choose(chosen)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(before)

    @property
    def chosen(self) -> object:
        """What the chosen row stands for; None if no row is chosen."""
        index = self.currentIndex()
        return index.data(_ROLE.UserRole).what if index.isValid() else None

    def choose(self, what: object) -> bool:
        """Choose the row that stands for something; tell whether there is one."""
        rows = self.rows.rows
        whats = rows.whats if isinstance(rows, RowsLater) else [row.what for row in rows]
        if what is None or what not in whats:
            return False
        self.setCurrentIndex(self.rows.index(whats.index(what), 0))
        return True


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _ANY_INDEX) -> QSize:
        return QSize(0, TALL_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        row: Row = index.data(_ROLE.UserRole)
        rows = cast("Rows", index.model())
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        # A row is one drawing: in a language from right to left its parts stay where they are.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        left = area.left() + _EDGE
        if row.letter:
            chip = QRectF(left, area.top() + 6, _CHIP, _CHIP)
            paint_chip(painter, chip, row.letter, self._look, colour=row.colour)
        if rows.has_letters:
            # Words begin under each other, whether the row is of a draft or of the whole story.
            left += _CHIP + BETWEEN_CONTROLS
        line = QRectF(left, area.top() + 6, area.right() - IN_CARD - left, _LINE)
        self._paint_words(painter, line, row)
        line.translate(0, _LINE)
        lettering = self._look.lettering
        painter.setFont(lettering.interface_font(lettering.caption, digits=True))
        painter.setPen(QColor(self._look.palette.soft))
        _draw(painter, line, row.second)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        palette = self._look.palette
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.select))
            bar = QRectF(area.left(), area.top(), _ACCENT, area.height())
            painter.fillRect(bar, QColor(palette.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _paint_words(self, painter: QPainter, line: QRectF, row: Row) -> None:
        """Paint the first line; what was looked for stands out by weight."""
        palette, lettering = self._look.palette, self._look.lettering
        painter.setPen(QColor(palette.soft if row.done else palette.ink))
        usual = QFont.Weight.DemiBold if row.is_name else QFont.Weight.Normal
        left = line.left()
        for piece, stands_out in _pieces(row.words, row.spans):
            weight = QFont.Weight.Bold if stands_out else usual
            font = lettering.interface_font(weight=weight)
            font.setStrikeOut(row.done)
            painter.setFont(font)
            here = QRectF(left, line.top(), line.right() - left, line.height())
            if here.width() <= 0:
                return
            _draw(painter, here, piece)
            left += QFontMetricsF(font).horizontalAdvance(piece)


def _pieces(words: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    at = 0
    for start, end in spans:
        if start > at:
            yield words[at:start], False
        yield words[max(at, start) : end], True
        at = max(at, end)
    if at < len(words):
        yield words[at:], False


def _draw(painter: QPainter, where: QRectF, said: str) -> None:
    shown = painter.fontMetrics().elidedText(
        said, Qt.TextElideMode.ElideRight, round(where.width())
    )
    painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
