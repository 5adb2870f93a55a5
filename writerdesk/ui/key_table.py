"""A table of commands and their keys: a key is never cut off, the words have the other room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget

from writerdesk.words import _


def key_table(rows: int) -> QTableWidget:
    """Return a table for so many commands; what it says can't be changed in it."""
    table = QTableWidget(rows, 2)
    table.setAccessibleName(_("Keys"))
    table.setHorizontalHeaderLabels([_("What"), _("Key")])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return table
