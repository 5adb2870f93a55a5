"""Asks how a draft is to be exported, and shows its first pages as they will be."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from writerdesk.exchange import look as look_named
from writerdesk.exchange import look_names
from writerdesk.frozen import frozen
from writerdesk.problem import Problem, sentence
from writerdesk.story.drafting import edit_text
from writerdesk.story.exporting import KINDS, exported, file_name, text_to_export
from writerdesk.story.story import Story
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.ui.page_preview import PagePreview
from writerdesk.ui.pages import Pages
from writerdesk.words import _

# Wide enough for a page that can be read beside the choices.
_USUAL_SIZE = (860, 620)
# Paragraphs that surely fill the pages a preview shows.
_BEGINNING = 150


@frozen
class Wish:
    """What to export as what, in which look, to where."""

    draft: str
    kind: str
    page: str
    path: Path


class ExportDialog(QDialog):
    """Lets the writer choose kind and look beside the pages they make, then the place."""

    def __init__(self, story: Story, draft: str, folder: Path, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._story, self._draft, self._folder = story, draft, folder
        self._text = text_to_export(story, draft)
        self.setWindowTitle(_("Export Draft {letter}").format(letter=story.draft(draft).letter))
        self.kinds = _Choice(_kinds())
        self.pages = _Choice(_pages())
        self._pages_title = _heading(_("How the pages look"))
        self.preview = PagePreview(look)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self._plain = QPlainTextEdit()
        self._plain.setReadOnly(True)
        self._plain.setAccessibleName(_("Preview of the text"))
        self._shown = QStackedWidget()
        for shown in (self.preview, self._plain, self.trouble):
            self._shown.addWidget(shown)
        self._box = self._buttons()
        self._lay_out(parent)
        self.kinds.group.idToggled.connect(lambda *_: self._show())
        self.pages.group.idToggled.connect(lambda *_: self._show())
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.kinds.take_keys()

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
        return self.settle(Path(path)) if path else None

    def settle(self, path: Path) -> Path:
        """Return the file's path; whoever types the ending of another kind means that kind."""
        for kind, made in KINDS.items():
            if path.suffix.lower() == made.ending:
                self.kinds.choose(kind)
        return path if path.suffix else path.with_suffix(KINDS[self.kinds.chosen].ending)

    def _lay_out(self, over: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(_heading(_("Kind of file")))
        column.addWidget(self.kinds)
        column.addSpacing(BETWEEN_CONTROLS)
        column.addWidget(self._pages_title)
        column.addWidget(self.pages)
        column.addStretch(1)
        column.addSpacing(BETWEEN_GROUPS)
        column.addWidget(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(BETWEEN_GROUPS)
        row.addLayout(column)
        row.addWidget(self._shown, 1)
        # No larger than the window it stands over: in a small one the pages get less room.
        room = over.size() - QSize(BETWEEN_GROUPS, BETWEEN_GROUPS)
        self.resize(QSize(*_USUAL_SIZE).boundedTo(room).expandedTo(self.minimumSizeHint()))

    def _show(self) -> None:
        """Show what is chosen as it will be."""
        kind = self.kinds.chosen
        has_looks = KINDS[kind].has_looks
        self.pages.setEnabled(has_looks)
        self._pages_title.setEnabled(has_looks)
        can_be = True
        if not has_looks:
            made = exported(self._beginning(), self._draft, kind)
            self._plain.setPlainText(made.data.decode())
            self._shown.setCurrentWidget(self._plain)
        else:
            try:
                page = look_named(self.pages.chosen)
            except Problem as problem:
                self.trouble.setText(sentence(problem))
                self._shown.setCurrentWidget(self.trouble)
                can_be = False
            else:
                self.preview.show_pages(Pages(self._text, page, most=_BEGINNING))
                self._shown.setCurrentWidget(self.preview)
        self._export.setEnabled(can_be)

    def _beginning(self) -> Story:
        """Return a story whose draft is only its beginning: nobody reads on in a preview."""
        draft = self._story.draft(self._draft)
        end = min(_BEGINNING, len(draft.text))
        return edit_text(self._story, self._draft, draft.text.splice(end, len(draft.text), ()))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self._export = export = box.addButton(_("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
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

    def take_keys(self) -> None:
        """Let the keys be at what is chosen: from another button arrows go on without choosing."""
        if chosen := self.group.checkedButton():
            chosen.setFocus()


def _kinds() -> tuple[tuple[str, str], ...]:
    return (
        ("docx", _("Word document (.docx), for editors and agents")),
        ("pdf", _("PDF (.pdf), pages that look the same everywhere")),
        ("txt", _("Plain text (.txt), readable everywhere")),
        ("md", _("Markdown (.md), plain text with marks")),
    )


def _pages() -> tuple[tuple[str, str], ...]:
    told = {
        "plain": _("Plain: like a letter"),
        "book": _("Book: justified, indented"),
        "manuscript": _("Standard manuscript: double spaced, as agents ask for"),
    }
    return tuple((name, told.get(name, name)) for name in look_names())


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("part", "heading")
    return label
