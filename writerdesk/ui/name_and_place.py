"""Name and Place…: what the story is called and where its file is; and a copy of it elsewhere."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.exchange import safe_name
from writerdesk.project import ENDING
from writerdesk.ui.forms import form_of, keep_or_cancel
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.ui.story_view import StoryView
from writerdesk.words import _

_LEAST_WIDTH = 520


class NameAndPlace(QDialog):
    """Asks for the story's name and its folder; the file is called as the story is."""

    def __init__(self, title: str, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = path
        self.setWindowTitle(_("Name and Place"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.name = QLineEdit(title or path.stem)
        self.folder = QLineEdit(str(path.parent))
        choose = QPushButton(_("Choose…"))
        choose.clicked.connect(self._choose)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN_CONTROLS)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        self._told = QLabel()
        self._told.setProperty("part", "soft")
        self._told.setWordWrap(True)
        self._buttons = keep_or_cancel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_GROUPS)
        column.addLayout(form_of(((_("Name"), self.name), (_("Folder"), place))))
        self.folder.setAccessibleName(_("Folder"))
        column.addWidget(self._told)
        column.addWidget(self._buttons)
        for field in (self.name, self.folder):
            field.textChanged.connect(self._tell)
        self._tell()

    @property
    def path(self) -> Path:
        """Where the file shall be."""
        stem = self.name.text().strip()
        # Who did not touch the name does not have the file named anew.
        same = stem in ("", self._path.stem) or safe_name(stem) == self._path.stem
        name = self._path.name if same else f"{safe_name(stem)}{ENDING}"
        return Path(self.folder.text().strip() or self._path.parent) / name

    def _tell(self) -> None:
        path = self.path
        taken = path != self._path and path.exists()
        if not path.parent.is_dir():
            told = _("There is no folder “{folder}”.").format(folder=path.parent)
        elif taken:
            told = _("There is a file “{name}” already. Choose another name or folder.")
            told = told.format(name=path.name)
        else:
            told = _("The story's file: “{name}”, with every version.").format(name=path.name)
        self._told.setText(told)
        accepting = QDialogButtonBox.ButtonRole.AcceptRole
        for button in self._buttons.buttons():
            if self._buttons.buttonRole(button) == accepting:
                button.setEnabled(path.parent.is_dir() and not taken)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)


class PlaceDoer(QObject):
    """Names the story, moves its file, and copies it."""

    done = Signal(str)

    def __init__(self, story: StoryView, window: QWidget) -> None:
        super().__init__(story)
        self._story, self._window = story, window
        story.workspace.place_changed.connect(self._tell_moved)

    def ask(self) -> None:
        """Ask for the story's name and place."""
        workspace = self._story.workspace
        self._story.live.tell_all()
        dialog = NameAndPlace(workspace.story.details.title, workspace.path, self._window)
        dialog.accepted.connect(lambda: self.name_and_place(dialog.name.text(), dialog.path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def name_and_place(self, name: str, path: Path) -> None:
        """Call the story so, and let its file be there."""
        workspace = self._story.workspace
        details = workspace.story.details
        if name.strip() not in (details.title, "" if details.title else workspace.path.stem):
            workspace.change_details(replace(details, title=name.strip()))
        if path != workspace.path:
            workspace.move_to(path)

    def ask_copy(self) -> None:
        """Ask where a copy shall be written."""
        path = self._story.workspace.path
        name = _("{name} (copy)").format(name=path.stem)
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window,
            _("Save a Copy"),
            str(path.with_stem(name)),
            _("WriterDesk stories (*{ending})").format(ending=ENDING),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.copy_to(Path(chosen).with_suffix(ENDING))

    def copy_to(self, path: Path) -> None:
        """Write a copy; the window stays with the story it has."""
        self._story.live.tell_all()
        self._story.workspace.copy_to(path, lambda: self._tell_copied(path))

    def _tell_copied(self, path: Path) -> None:
        told = _("A copy with every version is in {folder}: “{name}”.")
        self.done.emit(told.format(folder=path.parent.name, name=path.name))

    def _tell_moved(self, _before: Path, now: Path) -> None:
        told = _("The story's file is in {folder} now: “{name}”.")
        self.done.emit(told.format(folder=now.parent.name, name=now.name))
