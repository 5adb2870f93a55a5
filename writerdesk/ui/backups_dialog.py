"""The backups of a story: when each was made, and a copy of one to look into, in its own window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from writerdesk.ui.fault_words import backup_told
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _, ngettext

_LEAST_WIDTH = 460


class BackupsDialog(QDialog):
    """Lists backups, the newest first."""

    chosen = Signal(object)
    """The `Path` of the backup a copy of which shall be opened."""

    def __init__(self, backups: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._backups = backups
        self.setWindowTitle(_("Backups"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Backups, the newest first"))
        for backup in backups:
            self.list.addItem(backup_told(backup))
        self.list.itemActivated.connect(lambda _item: self.accept())
        told = QLabel(self._told())
        told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(told)
        column.addWidget(self.list, 1)
        column.addSpacing(BETWEEN_CONTROLS)
        column.addWidget(self._buttons())
        self.list.setVisible(bool(backups))
        if backups:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        self.accepted.connect(lambda: self.chosen.emit(backups[self.list.currentRow()]))

    def _told(self) -> str:
        count = len(self._backups)
        if not count:
            return _(
                "No backup of this story yet. The first is made when it is closed, "
                "then every hour while it is open."
            )
        return ngettext(
            "{count} backup of the whole story, with its earlier versions. "
            "A copy opens in a window of its own; this story stays as it is.",
            "{count} backups of the whole story, with its earlier versions. "
            "A copy opens in a window of its own; this story stays as it is.",
            count,
        ).format(count=count)

    def _buttons(self) -> QDialogButtonBox:
        box, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        if self._backups:
            first = box.addButton(_("Open a Copy"), role.AcceptRole)
            first.setProperty("part", "first")
            folder = box.addButton(_("Show Their Folder"), role.ActionRole)
            where = QUrl.fromLocalFile(str(self._backups[0].parent))
            folder.clicked.connect(lambda: QDesktopServices.openUrl(where))
        box.addButton(_("Close"), role.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
