"""The history of a draft: its versions, the newest first, each to look at and to bring back."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Document
from writerdesk.project import Revision
from writerdesk.ui.editor.blocks import fill
from writerdesk.ui.editor.formats import Formats
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_PANEL
from writerdesk.words import _

_TEXT_SIZE = 15


class HistoryPanel(QWidget):
    """Lists a draft's versions; the one chosen is shown to be read."""

    version_asked = Signal(object)
    restore_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Document | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(_("Versions of the draft"))
        self.list.currentItemChanged.connect(self._ask)
        self._empty = QLabel(
            _("Versions appear here as you write. The first is the file as it came.")
        )
        self._empty.setProperty("part", "soft")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(IN_PANEL, IN_PANEL, IN_PANEL, IN_PANEL)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Text of the version"))
        self.restore = QPushButton(_("Bring This Version Back"))
        self.restore.clicked.connect(self._restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BETWEEN_CONTROLS)
        column.addWidget(self._empty)
        column.addWidget(self.list, 2)
        column.addWidget(self.text, 3)
        row = QVBoxLayout()
        row.setContentsMargins(IN_PANEL, 0, IN_PANEL, 0)
        row.addWidget(self.restore)
        column.addLayout(row)
        self.show_versions(())

    def show_versions(self, versions: Sequence[Revision]) -> None:
        """Show a draft's versions, given the oldest first."""
        self._shown = None
        self.list.clear()
        for number, version in reversed(list(enumerate(versions))):
            item = QListWidgetItem(_told(version, is_first=number == 0))
            item.setData(Qt.ItemDataRole.UserRole, version)
            self.list.addItem(item)
        self._empty.setVisible(not versions)
        self.list.setVisible(bool(versions))
        for widget in (self.text, self.restore):
            widget.hide()

    def show_text(self, document: Document) -> None:
        """Show what the chosen version says, in the colours and the face of the editor."""
        self._shown = document
        lettering = self._look.lettering
        qt = QTextDocument(self.text)
        qt.setUndoRedoEnabled(False)
        qt.setDefaultFont(lettering.text_font(_TEXT_SIZE))
        qt.setDocumentMargin(IN_PANEL)
        fill(qt, document, Formats(_TEXT_SIZE, lettering.natural_line))
        self.text.setDocument(qt)
        for widget in (self.text, self.restore):
            widget.show()

    def _ask(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.version_asked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _restore(self) -> None:
        if self._shown is not None:
            self.restore_asked.emit(self._shown)


def _told(version: Revision, *, is_first: bool) -> str:
    at = version.time.astimezone()
    here = QLocale() if QLocale().language() is not QLocale.Language.C else QLocale("en")
    day = here.toString(QDate(at.year, at.month, at.day), "d MMM yyyy")
    when = _("{day}, {time}").format(day=day, time=at.strftime("%H:%M"))
    if version.name:
        return _("{when} · {name}").format(when=when, name=version.name)
    return _("{when} · the first").format(when=when) if is_first else when
