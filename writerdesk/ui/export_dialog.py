"""Asks how a draft is to be exported: the kind of file and, for pages, the look."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.story.exporting import KINDS, file_name
from writerdesk.story.story import Story
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _


@dataclass(frozen=True, slots=True)
class Wish:
    """What to export as what, in which look, to where."""

    draft: str
    kind: str
    page: str
    path: Path


class ExportDialog(QDialog):
    """Lets the writer choose kind and look, then the place."""

    def __init__(self, story: Story, draft: str, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._story, self._draft, self._folder = story, draft, folder
        self.setWindowTitle(_("Export Draft {letter}").format(letter=story.draft(draft).letter))
        self.kinds = _Choice(_kinds())
        self.pages = _Choice(_pages())
        self._pages_title = _heading(_("How the pages look"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(_heading(_("Kind of file")))
        column.addWidget(self.kinds)
        column.addSpacing(BETWEEN_CONTROLS)
        column.addWidget(self._pages_title)
        column.addWidget(self.pages)
        column.addSpacing(BETWEEN_GROUPS)
        column.addWidget(self._buttons())
        self.kinds.group.idToggled.connect(lambda *_: self._show_pages())
        self.setMinimumWidth(420)

    def wish(self, path: Path) -> Wish:
        """Return what was chosen, to be written to ``path``."""
        return Wish(self._draft, self.kinds.chosen, self.pages.chosen, path)

    def ask_path(self) -> Path | None:
        """Ask where to; None if the writer thinks better of it."""
        kind = self.kinds.chosen
        suggested = self._folder / file_name(self._story, self._draft, kind)
        path, _filter = QFileDialog.getSaveFileName(
            self.parentWidget(), self.windowTitle(), str(suggested), f"*{KINDS[kind].ending}"
        )
        if not path:
            return None
        chosen = Path(path)
        return chosen if chosen.suffix else chosen.with_suffix(KINDS[kind].ending)

    def _show_pages(self) -> None:
        has_looks = KINDS[self.kinds.chosen].has_looks
        self.pages.setEnabled(has_looks)
        self._pages_title.setEnabled(has_looks)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        export = box.addButton(_("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setProperty("part", "first")
        export.setDefault(True)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


class _Choice(QWidget):
    """A few things of which one is chosen, each with what it is for."""

    def __init__(self, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self._names = [name for name, _words in choices]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (_name, words) in enumerate(choices):
            button = QRadioButton(words)
            button.setChecked(number == 0)
            self.group.addButton(button, number)
            column.addWidget(button)

    @property
    def chosen(self) -> str:
        """The name of what is chosen."""
        return self._names[self.group.checkedId()]

    def choose(self, name: str) -> None:
        """Choose by name."""
        self.group.button(self._names.index(name)).setChecked(True)


def _kinds() -> tuple[tuple[str, str], ...]:
    return (
        ("docx", _("Word document (.docx), for editors and agents")),
        ("txt", _("Plain text (.txt), readable everywhere")),
    )


def _pages() -> tuple[tuple[str, str], ...]:
    return (
        ("plain", _("Plain: like a letter")),
        ("book", _("Book: justified, indented")),
        ("manuscript", _("Standard manuscript: double spaced, as agents ask for")),
    )


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("part", "heading")
    return label
