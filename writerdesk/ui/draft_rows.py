"""The drafts as rows of a list: what each says, and how it is painted, wide or as a letter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from writerdesk.frozen import frozen
from writerdesk.story.facts import Facts, facts
from writerdesk.story.items import Draft
from writerdesk.story.naming import shown_names
from writerdesk.story.story import Story
from writerdesk.ui.chip import SIDE, letter_number, paint_chip
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, LIST_WIDTH, RAIL_WIDTH
from writerdesk.ui.telling import draft_told, ending_told, row_told
from writerdesk.words import _

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_MIME_TYPE = "application/x-writerdesk-draft"
_LINE, _BAR, _ACCENT = 18, 3, 3
# What the list leaves a name: its width without the frame, the chip and the margins.
_NAME_WIDTH = LIST_WIDTH - 6 - (IN_CARD + 2 + SIDE + BETWEEN_CONTROLS + 2) - IN_CARD


@frozen
class DraftRow:
    """One draft as a list shows it; ``colour`` is None for the colour of its letter."""

    id: str
    letter: str
    name: str
    facts: Facts
    colour: int | None = None
    status: str = ""
    is_manuscript: bool = False

    @property
    def number(self) -> int:
        """The number of its colour."""
        return letter_number(self.letter) if self.colour is None else self.colour


def rows_of(story: Story, words: Callable[[Draft], int]) -> tuple[DraftRow, ...]:
    """Return what a list shows of a story's drafts; ``words`` counts a draft."""
    names = shown_names(story)
    return tuple(
        DraftRow(
            draft.id,
            draft.letter,
            names[draft.id],
            facts(story, draft, words(draft)),
            int(draft.colour) if draft.colour.isdigit() else None,
            draft.status,
            draft.id == story.details.manuscript,
        )
        for draft in story.drafts
    )


class DraftModel(QAbstractListModel):
    """The drafts in the writer's order; renaming and reordering are asked for, not done here."""

    renamed = Signal(str, str)
    moved = Signal(str, object)
    """A draft's id and the id it shall stand before, None for last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DraftRow, ...] = ()

    def show_rows(self, rows: tuple[DraftRow, ...]) -> None:
        """Show these drafts; a selection stays if the drafts are the same."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            before, self.rows = self.rows, rows
            for number, (row, was) in enumerate(zip(rows, before, strict=True)):
                if row != was:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place(self, draft: str) -> int:
        """Return the row of a draft, -1 if it has none."""
        return next((n for n, row in enumerate(self.rows) if row.id == draft), -1)

    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _ANY_INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return draft_told(row.letter, row.name, row.facts)
        return row if role == Qt.ItemDataRole.UserRole else None

    def setData(
        self, index: _ANY_INDEX, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(self.rows[index.row()].id, str(value))
        return True

    def flags(self, index: _ANY_INDEX) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(_MIME_TYPE, QByteArray(self.rows[indexes[0].row()].id.encode()))
        return carried

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: _ANY_INDEX,
    ) -> bool:
        if not data.hasFormat(_MIME_TYPE):
            return False
        before = self.rows[row].id if 0 <= row < len(self.rows) else None
        self.moved.emit(bytes(data.data(_MIME_TYPE).data()).decode(), before)
        # The model is filled anew by the story; the view must not remove the row itself.
        return False


class DraftDelegate(QStyledItemDelegate):
    """Paints a draft's row: letter, name, words with a bar, and what is wrong with it."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.narrow = False
        self.marked: frozenset[str] = frozenset()

    def sizeHint(self, option: QStyleOptionViewItem, index: _ANY_INDEX) -> QSize:
        if self.narrow:
            return QSize(RAIL_WIDTH, SIDE + 2 * IN_CARD)
        row: DraftRow = index.data(Qt.ItemDataRole.UserRole)
        lines = len(self._name_lines(row)) + 1 + bool(row.facts.cut_off)
        bar = _BAR * 2 if row.facts.goal else 0
        return QSize(0, IN_CARD + lines * _LINE + bar + IN_CARD)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _ANY_INDEX
    ) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(_("Name of the draft"))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _ANY_INDEX
    ) -> None:
        area = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        editor.setGeometry(area.adjusted(IN_CARD + SIDE, 6, -6, -(area.height() - 40)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        row: DraftRow = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        # A row is one drawing: in a language from right to left its parts stay where they are.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._paint_ground(painter, area, index, row)
        chip = QRectF(area.left() + IN_CARD + 2, area.top() + IN_CARD - 2, SIDE, SIDE)
        if self.narrow:
            chip.moveCenter(area.center())
        paint_chip(painter, chip, row.letter, self._look, colour=row.number)
        if not self.narrow:
            left = chip.right() + BETWEEN_CONTROLS + 2
            self._paint_words(painter, area.adjusted(left - area.left(), 0, -IN_CARD, 0), row)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, index: _ANY_INDEX, row: DraftRow
    ) -> None:
        # What the view says of the row, not the option's state: that would make the whole of
        # QStyle, its enums and all, which is 12 ms of a start.
        palette, view = self._look.palette, self._view
        is_chosen = view.currentIndex() == index
        if row.id in self.marked if self.marked else is_chosen:
            _fill(painter, area, palette.select)
            bar = QRectF(area.left(), area.top(), _ACCENT, area.height())
            _fill(painter, bar, palette.accent)
        elif view.underMouse() and area.contains(view.viewport().mapFromGlobal(QCursor.pos())):
            _fill(painter, area, palette.hover)
        if is_chosen and view.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _name_lines(self, row: DraftRow) -> list[str]:
        """Return a draft's name in as many lines as it takes, at most two."""
        font = self._look.lettering.interface_font(weight=QFont.Weight.DemiBold)
        return two_lines(row.name or _("Empty page"), QFontMetrics(font), _NAME_WIDTH)

    def _paint_words(self, painter: QPainter, area: QRectF, row: DraftRow) -> None:
        palette, lettering = self._look.palette, self._look.lettering
        line = QRectF(area.left(), area.top() + IN_CARD - 3, area.width(), _LINE)
        painter.setFont(lettering.interface_font(weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(palette.ink if row.name else palette.soft))
        for number, said in enumerate(self._name_lines(row)):
            line.translate(0, _LINE if number else 0)
            _draw_line(painter, line, said)
        painter.setFont(lettering.interface_font(lettering.caption, digits=True))
        painter.setPen(QColor(palette.soft))
        line.translate(0, _LINE)
        _draw_line(painter, line, row_told(row.facts, row.status, is_manuscript=row.is_manuscript))
        if row.facts.cut_off:
            line.translate(0, _LINE)
            _draw_line(painter, line, ending_told(row.facts))
        if row.facts.goal:
            top = line.bottom() + 4
            self._paint_bar(painter, QRectF(area.left(), top, area.width(), _BAR), row)

    def _paint_bar(self, painter: QPainter, where: QRectF, row: DraftRow) -> None:
        share = min(1.0, row.facts.words / row.facts.goal)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.line))
        painter.drawRoundedRect(where, 1.5, 1.5)
        painter.setBrush(QColor(self._look.palette.draft(row.number)))
        where.setWidth(max(_BAR, where.width() * share))
        painter.drawRoundedRect(where, 1.5, 1.5)


def two_lines(said: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Break words into one line or two; what is too long for both ends with “…”."""
    if metrics.horizontalAdvance(said) <= width:
        return [said]
    words = said.split()
    fitting = 1
    while fitting < len(words) and (
        metrics.horizontalAdvance(" ".join(words[: fitting + 1])) <= width
    ):
        fitting += 1
    lines = [" ".join(words[:fitting]), " ".join(words[fitting:])]
    return [_elided(one, metrics, width) for one in lines if one]


def _elided(line: str, metrics: QFontMetrics, width: int) -> str:
    # Qt elides by fractions of a pixel what fits by whole ones.
    if metrics.horizontalAdvance(line) <= width:
        return line
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)


def _fill(painter: QPainter, area: QRectF, colour: str) -> None:
    # Not `fillRect`: that makes QGradient with its 180 presets, 4 ms of a start.
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(area)
    painter.restore()


def _draw_line(painter: QPainter, where: QRectF, said: str) -> None:
    shown = painter.fontMetrics().elidedText(
        said, Qt.TextElideMode.ElideRight, round(where.width())
    )
    painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def index_of(model: QAbstractItemModel, row: int) -> QModelIndex:
    """Return the index of a row of a list."""
    return model.index(row, 0)
