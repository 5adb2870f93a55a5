"""Find or do anything: a field over the page, under it what the typed letters may mean."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtCore import QPersistentModelIndex as _Persistent
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from writerdesk.ui.choices import Choice, likely
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, ROW_HEIGHT
from writerdesk.words import _

_WIDTH = 560
_ROWS_SHOWN = 10
_TOP = 56
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 9, Qt.Key.Key_PageUp: -9}


class _Model(QAbstractListModel):
    """The choices as a list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def show_choices(self, choices: list[Choice]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | _Persistent = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.choices)

    def data(
        self, index: QModelIndex | _Persistent, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.words}, {choice.kind} {choice.key}".strip()
        return choice.words if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    """Paints words at the left, what they are and their key at the right."""

    def __init__(self, look: Look, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | _Persistent) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | _Persistent,
    ) -> None:
        choice = self._model.choices[index.row()]
        palette, lettering = self._look.palette, self._look.lettering
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        # A row is one drawing: in a language from right to left its parts stay where they are.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.select))
        inner = area.adjusted(IN_CARD, 0, -IN_CARD, 0)
        side = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(lettering.interface_font(lettering.caption))
        painter.setPen(QColor(palette.soft))
        told = f"{choice.kind}   {choice.key}".strip()
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignRight, told)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(told) - IN_CARD)
        painter.setFont(lettering.interface_font())
        painter.setPen(QColor(palette.ink))
        words = painter.fontMetrics().elidedText(
            choice.words, Qt.TextElideMode.ElideRight, round(inner.width())
        )
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class Finder(QFrame):
    """Lies over the window while something is looked for; Esc puts it away."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("part", "palette")
        self.setAccessibleName(_("Find or do anything"))
        self._over = window
        self._all: Sequence[Choice] = ()
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("A draft, a heading, or something to do"))
        self.field.setAccessibleName(_("Find or do anything"))
        self._model = _Model(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(look, self._model, self.list))
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN_CONTROLS, BETWEEN_CONTROLS, BETWEEN_CONTROLS, 8)
        column.setSpacing(BETWEEN_CONTROLS)
        self.nothing = QLabel()
        self.nothing.setProperty("part", "soft")
        self.nothing.setContentsMargins(IN_CARD, IN_CARD, IN_CARD, IN_CARD)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.field.textChanged.connect(self._look_for)
        self.list.clicked.connect(self._do)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open_with(self, choices: Sequence[Choice]) -> None:
        """Open over the window with these things to choose from."""
        # Asked for once more while it is open, it begins anew; where one was before stays known.
        if not self.isVisible():
            self._before = self._over.focusWidget()
        self._all = choices
        self.field.clear()
        self._look_for("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def _look_for(self, typed: str) -> None:
        self._model.show_choices(likely(self._all, typed))
        found = len(self._model.choices)
        self.nothing.setText(_("Nothing found for “{wanted}”.").format(wanted=typed))
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(min(_ROWS_SHOWN, found) * ROW_HEIGHT + 4)
        self.list.setCurrentIndex(self._model.index(0))
        self._place()

    def _place(self) -> None:
        """Stand in the middle of the window, whatever its size is now."""
        width = min(_WIDTH, self._over.width() - 2 * IN_CARD)
        left = (self._over.width() - width) // 2
        self.setGeometry(left, _TOP, width, self.sizeHint().height())

    def _do(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        choice = self._model.choices[index.row()]
        self.put_away()
        choice.do()

    def put_away(self) -> None:
        """Close without doing anything; the focus goes back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            row = self.list.currentIndex().row() + _STEPS[key]
            row = max(0, min(len(self._model.choices) - 1, row))
            self.list.setCurrentIndex(self._model.index(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.put_away()
        else:
            return False
        return True
