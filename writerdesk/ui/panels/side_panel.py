"""The right side: a rail of icons, and the one panel that is open beside it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.ui.areas import first_in, take_keys
from writerdesk.ui.look import Look
from writerdesk.ui.look.icons import icon
from writerdesk.ui.look.spacing import (
    BETWEEN_CONTROLS,
    HEAD_HEIGHT,
    ICON_RAIL_WIDTH,
    IN_CARD,
    IN_PANEL,
    PANEL_WIDTH,
)
from writerdesk.words import _


class SidePanel(QWidget):
    """Shows one panel at a time, or none."""

    changed = Signal(str)
    """The name of the panel that is open now; empty if none is."""
    left = Signal()
    """The panel was closed while it had the keys."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._panels: dict[str, QWidget] = {}
        self._titles: dict[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._icons: dict[str, str] = {}
        self.open = ""
        self._title = QLabel()
        self._title.setProperty("part", "heading")
        self._stack = QStackedWidget()
        self._frame = self._make_frame()
        self._rail = QFrame()
        self._rail.setProperty("part", "side-right")
        self._rail.setFixedWidth(ICON_RAIL_WIDTH)
        self._column = QVBoxLayout(self._rail)
        self._column.setContentsMargins(4, BETWEEN_CONTROLS, 4, BETWEEN_CONTROLS)
        self._column.addStretch(1)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._frame)
        row.addWidget(self._rail)
        self._lies_over = False
        look.changed.connect(self._wear)
        self._wear()

    def add(self, name: str, words: str, drawing: str, make: Callable[[], QWidget]) -> None:
        """Add a panel under a name, with its words and its icon; it is made when first opened."""
        button = QToolButton()
        button.setCheckable(True)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: self._press(name))
        self._makers[name], self._titles[name] = make, words
        self._buttons[name], self._icons[name] = button, drawing
        self._column.insertWidget(self._column.count() - 1, button)
        button.setIcon(icon(drawing, self._look.palette))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all panels."""
        return tuple(self._buttons)

    def rename(self, name: str, words: str) -> None:
        """Give a panel another title."""
        self._titles[name] = words
        self._buttons[name].setAccessibleName(words)
        self._buttons[name].setToolTip(words)
        if self.open == name:
            self._title.setText(words)

    def offer(self, name: str, *, offered: bool) -> None:
        """Let a panel's icon stand in the rail, or not where the panel has nothing to say."""
        self._buttons[name].setVisible(offered)

    def toggle(self, name: str) -> None:
        """Open a panel and be in it; who is in it already closes it."""
        here = self._frame.isAncestorOf(self.window().focusWidget() or self)
        self.show_panel("" if self.open == name and here and self.isVisible() else name)
        if self.open:
            self.take_keys()

    def show_panel(self, name: str) -> None:
        """Open a panel; an empty name closes the one that is open."""
        self.open = name
        had_keys = not name and self._frame.isAncestorOf(self.window().focusWidget() or self)
        self._frame.setVisible(bool(name))
        self._stand()
        if name:
            self._stack.setCurrentWidget(self._panel(name))
            self._title.setText(self._titles[name])
        for other, button in self._buttons.items():
            button.setChecked(other == name)
        self.changed.emit(name)
        if had_keys:
            self.left.emit()

    def take_keys(self) -> None:
        """Let the keys go to the panel that is open."""
        # What has just been made has no place yet, and so no first.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        take_keys(self._stack if first_in(self._stack) else self._frame)

    def _press(self, name: str) -> None:
        self.show_panel("" if self.open == name else name)
        # Who opens a panel with a key means to be in it; the mouse leaves the keys where they are.
        if self.open and self._buttons[name].hasFocus():
            self.take_keys()

    def lie_over(self, *, over: bool) -> None:
        """Let the open panel lie over what is left of it, or stand beside it."""
        if over == self._lies_over:
            return
        self._lies_over = over
        if over:
            self._row.removeWidget(self._frame)
            self._frame.setParent(self.parentWidget())
        else:
            self._frame.setParent(self)
            self._row.insertWidget(0, self._frame)
        self._frame.setVisible(bool(self.open))
        self._stand()

    def _stand(self) -> None:
        if self._lies_over:
            left = self.x() + self.width() - ICON_RAIL_WIDTH - PANEL_WIDTH
            self._frame.setGeometry(left, self.y(), PANEL_WIDTH, self.height())
            self._frame.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what lies over the text at its edge."""
        super().resizeEvent(event)
        self._stand()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep what lies over the text at its edge."""
        super().moveEvent(event)
        self._stand()

    def _panel(self, name: str) -> QWidget:
        if name not in self._panels:
            self._panels[name] = self._makers[name]()
            self._stack.addWidget(self._panels[name])
        return self._panels[name]

    def _make_frame(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("part", "side-right")
        frame.setFixedWidth(PANEL_WIDTH)
        close = QToolButton()
        close.setAccessibleName(_("Close the panel"))
        close.setToolTip(_("Close the panel"))
        close.clicked.connect(lambda: self.show_panel(""))
        self._close = close
        head = QHBoxLayout()
        head.setContentsMargins(IN_PANEL, 0, IN_CARD, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        bar = QFrame()
        bar.setProperty("part", "head")
        bar.setFixedHeight(HEAD_HEIGHT)
        bar.setLayout(head)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        frame.hide()
        return frame

    def _wear(self) -> None:
        self._close.setIcon(icon("close", self._look.palette))
        for name, button in self._buttons.items():
            button.setIcon(icon(self._icons[name], self._look.palette))
