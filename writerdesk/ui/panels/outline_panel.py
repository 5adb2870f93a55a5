"""The outline: a draft's headings and scenes, each a step to its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from writerdesk.manuscript import Document, Place
from writerdesk.manuscript.outline import Entry, outline
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import IN_PANEL
from writerdesk.words import _

_INDENT = "   "


class OutlinePanel(QWidget):
    """Lists the headings of a draft."""

    place_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries: tuple[Entry, ...] = ()
        self._list = QListWidget()
        self._list.setAccessibleName(_("Outline"))
        self._list.itemActivated.connect(self._ask)
        self._list.itemClicked.connect(self._ask)
        self._empty = QLabel(_("No headings. Type # and a space at a line's start to make one."))
        self._empty.setProperty("part", "soft")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(IN_PANEL, IN_PANEL, IN_PANEL, IN_PANEL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)

    def show_document(self, document: Document) -> None:
        """Show the outline of a draft; what is chosen stays if the outline is the same."""
        entries = outline(document)
        if entries == self._entries and self._list.count() == len(entries):
            return
        self._entries = entries
        self._list.clear()
        for entry in entries:
            item = QListWidgetItem(_INDENT * entry.level + entry.words)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self._list.addItem(item)
        self._empty.setVisible(not entries)
        self._list.setVisible(bool(entries))

    def _ask(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(Qt.ItemDataRole.UserRole)
        self.place_asked.emit(Place(entry.paragraph, 0))
