"""The first thing a writer sees: drop drafts here, or go on with a story."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from writerdesk.ui.dropping import dropped_files
from writerdesk.ui.look.spacing import (
    ABOVE_TITLE,
    BETWEEN_CONTROLS,
    BETWEEN_GROUPS,
    CARD_RADIUS,
    IN_PANEL,
    LINK_ROOM,
    PAGE_EDGE,
)
from writerdesk.ui.recent import RecentStory
from writerdesk.words import _, ngettext

_WIDTH = 620
_MOST_RECENT = 6
# A style sheet's own dashes are dots in the sides and nothing in the corners.
_DASHES = (5.0, 4.0)


class DropField(QFrame):
    """Where drafts are dropped; says what letting go would do."""

    files_dropped = Signal(object)
    choose_asked = Signal()

    def __init__(self, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "drop")
        self.setAcceptDrops(True)
        self._calm = _("Drop your drafts here")
        self._title = QLabel(self._calm)
        self._title.setProperty("part", "heading")
        self._kinds = QLabel(_("{kinds}. Two or three at once are welcome.").format(kinds=kinds))
        self._kinds.setProperty("part", "soft")
        self.choose = choose = QPushButton(_("Choose files…"))
        choose.setProperty("part", "first")
        choose.clicked.connect(self.choose_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_EDGE, PAGE_EDGE, PAGE_EDGE, PAGE_EDGE)
        column.setSpacing(BETWEEN_CONTROLS)
        for widget in (self._title, self._kinds):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(BETWEEN_CONTROLS)
        column.addWidget(choose, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("over") == "true":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(QPalette.ColorRole.Mid), 1)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, CARD_RADIUS, CARD_RADIUS)
        painter.end()

    def _show_over(self, count: int) -> None:
        self.setProperty("over", "true" if count else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self._title.setText(letting_go(count) if count else self._calm)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._show_over(len(files))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(0)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(0)
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData()))


class StartPage(QScrollArea):
    """The page of a window without a story."""

    files_dropped = Signal(object)
    choose_asked = Signal()
    text_pasted = Signal(str)
    empty_asked = Signal()
    sample_asked = Signal()
    story_asked = Signal(object)

    def __init__(self, kinds: str, recent: Sequence[RecentStory] = ()) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Start"))
        self._field = DropField(kinds)
        self._field.files_dropped.connect(self.files_dropped)
        self._field.choose_asked.connect(self.choose_asked)
        self._first = self._field.choose
        page = QWidget()
        page.setProperty("part", "desk")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle = QHBoxLayout(page)
        middle.addStretch(1)
        column = QVBoxLayout()
        middle.addLayout(column)
        middle.addStretch(1)
        self._fill(column, recent)
        self.setWidget(page)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the other ways under each other where their words are too long for a row."""
        fits = self._ways.sizeHint().width() <= _WIDTH
        way = QBoxLayout.Direction
        self._ways.setDirection(way.LeftToRight if fits else way.TopToBottom)
        super().showEvent(event)
        # Enter goes on with what one was at last; who is here for the first time chooses files.
        self._first.setFocus()

    def _fill(self, column: QVBoxLayout, recent: Sequence[RecentStory]) -> None:
        column.setSpacing(BETWEEN_CONTROLS)
        column.addSpacing(ABOVE_TITLE)
        # Where the eye falls first: a little above the middle of a high window.
        column.addStretch(2)
        title = QLabel("WriterDesk")
        title.setProperty("part", "page-title")
        column.addWidget(title)
        said = QLabel(_("Several drafts of one story, side by side."))
        said.setProperty("part", "soft")
        column.addWidget(said)
        column.addSpacing(IN_PANEL)
        self._field.setFixedWidth(_WIDTH)
        column.addWidget(self._field)
        column.addSpacing(BETWEEN_CONTROLS)
        self._ways = self._other_ways()
        column.addLayout(self._ways)
        if recent:
            column.addSpacing(BETWEEN_GROUPS)
            self._add_recent(column, recent)
        column.addStretch(3)
        where = QLabel(
            _(
                "Your stories stay on this computer, in Documents › WriterDesk. "
                "No account, no network."
            )
        )
        where.setProperty("part", "hint")
        column.addWidget(where)
        column.addSpacing(BETWEEN_GROUPS)

    def _other_ways(self) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(BETWEEN_CONTROLS)
        for words, asked in (
            (_("Paste a draft"), self._paste),
            (_("Start with an empty page"), self.empty_asked.emit),
            (_("Look at a sample: one story told three times"), self.sample_asked.emit),
        ):
            button = _link(words)
            button.clicked.connect(lambda _checked=False, asked=asked: asked())
            one = QHBoxLayout()
            one.addSpacing(-LINK_ROOM)
            one.addWidget(button)
            one.addStretch(1)
            row.addLayout(one)
        row.addStretch(1)
        return row

    def _add_recent(self, column: QVBoxLayout, recent: Sequence[RecentStory]) -> None:
        heading = QLabel(_("Go on with"))
        heading.setProperty("part", "heading")
        column.addWidget(heading)
        for number, story in enumerate(recent[:_MOST_RECENT]):
            row = QHBoxLayout()
            row.addSpacing(-LINK_ROOM)
            button = _link(story.title)
            self._first = button if number == 0 else self._first
            button.clicked.connect(
                lambda _checked=False, path=story.path: self.story_asked.emit(path)
            )
            when = QLabel(story.when)
            when.setProperty("part", "caption")
            row.addWidget(button)
            row.addWidget(when)
            row.addStretch(1)
            column.addLayout(row)

    def _paste(self) -> None:
        said = QApplication.clipboard().text()
        if said.strip():
            self.text_pasted.emit(said)


def letting_go(count: int) -> str:
    """Return what letting go of so many files would do."""
    return ngettext("Let go: a new draft", "Let go: {count} drafts of one story", count).format(
        count=count
    )


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("part", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
