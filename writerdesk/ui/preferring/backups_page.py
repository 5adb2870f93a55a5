"""Where copies of each story are put aside, and whether it is kept as plain files too."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from writerdesk.folders import data_folder
from writerdesk.preferences import Preferences
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS
from writerdesk.ui.preferring.choosing import button, form, note, switch
from writerdesk.words import _


class BackupsPage(QWidget):
    """Tells where backups are, and lets the plain files be elsewhere or not at all."""

    changed = Signal(str, object)
    """The name of a preference, and what it is from now on."""

    def __init__(self, now: Preferences) -> None:
        super().__init__()
        rows = form(self)
        told = _(
            "A copy of each story is put aside after writing, in a folder of its own: the last"
            " ten, then one an hour, a day and a month, ever fewer with age."
        )
        folder = data_folder() / "backups"
        rows.addRow(note(told))
        rows.addRow(note(str(folder)))
        self._show_folder = button(_("Show the Folder"))
        self._show_folder.setEnabled(folder.is_dir())
        self._show_folder.clicked.connect(lambda: _show(folder))
        rows.addRow(self._show_folder)
        self.mirrored = switch(
            _("Keep each story as plain Markdown files too"),
            now=now.mirrored,
            chosen=lambda on: self._become("mirrored", on),
        )
        rows.addRow(self.mirrored)
        rows.addRow(
            note(
                _(
                    "Drafts, notes, characters and what was said of passages, readable without"
                    " WriterDesk; written anew after writing. Switched off, what is there stays."
                )
            )
        )
        self._folder = note("")
        rows.addRow(self._folder)
        rows.addRow(self._buttons())
        self._tell_folder(now.mirrors)
        self._tell_use(on=now.mirrored)

    def _buttons(self) -> QHBoxLayout:
        self.choose = button(_("Choose Another Folder…"))
        self.choose.clicked.connect(self._choose)
        self.beside = button(_("Beside the Backups"))
        self.beside.clicked.connect(lambda: self.put_into(""))
        row = QHBoxLayout()
        row.setSpacing(BETWEEN_CONTROLS)
        row.addWidget(self.choose)
        row.addWidget(self.beside)
        row.addStretch(1)
        return row

    def put_into(self, folder: str) -> None:
        """Have the plain files kept in a folder, one in it for each story; empty is our own."""
        self._tell_folder(folder)
        self._become("mirrors", folder)

    def _choose(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, _("Folder for Plain Files")):
            self.put_into(folder)

    def _tell_folder(self, folder: str) -> None:
        told = _("They are in a folder for each story in {folder}.").format(folder=Path(folder))
        self._folder.setText(told if folder else _("They are beside the backups."))
        self.beside.setVisible(bool(folder))

    def _become(self, name: str, value: object) -> None:
        if name == "mirrored":
            self._tell_use(on=bool(value))
        self.changed.emit(name, value)

    def _tell_use(self, *, on: bool) -> None:
        for one in (self._folder, self.choose, self.beside):
            one.setEnabled(on)


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
