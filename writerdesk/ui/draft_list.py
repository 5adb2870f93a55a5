"""The list of drafts at the left: full, or folded to a rail of letters."""

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.ui.draft_rows import DraftDelegate, DraftModel, DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.look.icons import icon
from writerdesk.ui.look.spacing import (
    IN_CARD,
    IN_CONTROL,
    IN_PANEL,
    LIST_WIDTH,
    RAIL_WIDTH,
    TARGET,
)
from writerdesk.ui.viewport import known_viewport
from writerdesk.words import _


class DraftList(QFrame):
    """Shows the drafts and says which one the writer chose."""

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)
    add_wanted = Signal()
    entered = Signal()
    """Enter was pressed on a draft: the writer wants to be in its text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "side")
        self._look = look
        self.model = DraftModel(self)
        self._heading = QLabel(_("Drafts"))
        self._heading.setProperty("part", "heading")
        self._head = QHBoxLayout()
        self._add = QToolButton()
        self._add.setAccessibleName(_("Add a draft"))
        self._add.setToolTip(_("Add a draft"))
        self._add.clicked.connect(self.add_wanted)
        self.view = self._make_view()
        self._delegate = DraftDelegate(look, self.view)
        self.view.setItemDelegate(self._delegate)
        self._lay_out()
        look.changed.connect(self._wear)
        self._wear()
        self.fold(narrow=False)

    @property
    def current(self) -> str:
        """The id of the draft that is chosen; empty if none is."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()].id if index.isValid() else ""

    def show_rows(self, rows: tuple[DraftRow, ...]) -> None:
        """Show these drafts; the chosen one stays chosen."""
        before = self.current
        self.model.show_rows(rows)
        self.choose(before)

    def choose(self, draft: str) -> None:
        """Choose a draft as if it had been clicked, but tell nobody."""
        place = self.model.place(draft)
        if place >= 0 and self.current != draft:
            with_silence = self.view.selectionModel().blockSignals(True)
            self.view.setCurrentIndex(self.model.index(place))
            self.view.selectionModel().blockSignals(with_silence)
            self.view.viewport().update()

    def fold(self, *, narrow: bool) -> None:
        """Fold to the rail of letters, or unfold."""
        self._delegate.narrow = narrow
        self._heading.setVisible(not narrow)
        side = (RAIL_WIDTH - TARGET - 4) // 2 if narrow else IN_PANEL
        self._head.setContentsMargins(side, IN_CARD, side if narrow else IN_CARD, IN_CONTROL)
        self.setFixedWidth(RAIL_WIDTH if narrow else LIST_WIDTH)
        self.view.doItemsLayout()

    def mark(self, drafts: Collection[str]) -> None:
        """Mark the drafts that stand in columns, instead of the one being written."""
        self._delegate.marked = frozenset(drafts)
        self.view.viewport().update()

    def only_read(self) -> None:
        """Let nothing be renamed, moved or added."""
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self._add.setEnabled(False)

    def rename(self) -> None:
        """Let the writer rename the chosen draft in place."""
        self.view.edit(self.view.currentIndex())

    def _make_view(self) -> QListView:
        view = QListView(self)
        self._viewport = known_viewport(view)
        view.setModel(self.model)
        view.setAccessibleName(_("Drafts"))
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask_for_menu)
        view.selectionModel().currentChanged.connect(self._tell)
        view.activated.connect(lambda _index: self.entered.emit())
        return view

    def _lay_out(self) -> None:
        self._head.addWidget(self._heading, 1)
        self._head.addWidget(self._add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self.view, 1)

    def _wear(self) -> None:
        self._add.setIcon(icon("add", self._look.palette))
        self.view.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.model.rows[current.row()].id)

    def _ask_for_menu(self, where: QPoint) -> None:
        index = self.view.indexAt(where)
        if index.isValid():
            command = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, command)
            draft = self.model.rows[index.row()].id
            self.menu_wanted.emit(draft, self.view.viewport().mapToGlobal(where))
