"""Asks before a draft is taken out for good: what goes is told, and what stays."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from writerdesk.story.items import Draft
from writerdesk.story.naming import shown_names
from writerdesk.story.purging import Gone, counted
from writerdesk.ui.forms import chooser, form_of
from writerdesk.ui.look.spacing import BETWEEN_GROUPS
from writerdesk.words import _, ngettext
from writerdesk.workspace.workspace import Workspace

_LEAST_WIDTH = 520


class RemovingDialog(QDialog):
    """Lets the writer choose a draft, deleted ones too, and tells what would be gone with it."""

    def __init__(self, workspace: Workspace, draft: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._is_decided = False
        self.finished.connect(self._note_decision)
        self.setWindowTitle(_("Remove for Good"))
        self.setMinimumWidth(_LEAST_WIDTH)
        story = workspace.story
        names = shown_names(story)
        drafts = [(one.id, _told(one, names.get(one.id, one.name))) for one in story.all_drafts]
        self.draft = chooser(drafts, draft)
        self.draft.currentIndexChanged.connect(self._look_up)
        self.gone = QLabel()
        self.gone.setWordWrap(True)
        self.gone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        stays = QLabel(
            _(
                "Nothing brings it back: no undo, no history, no backup. Other drafts stay as they"
                " are, with what was taken over into them, and so do files you exported."
            )
        )
        stays.setWordWrap(True)
        stays.setProperty("part", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_GROUPS)
        column.addLayout(form_of([(_("Draft"), self.draft)]))
        column.addWidget(self.gone)
        column.addWidget(stays)
        column.addStretch(1)
        column.addWidget(self._buttons())
        self._look_up()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.remove = box.addButton(_("Remove for Good"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep = box.addButton(_("Keep It"), QDialogButtonBox.ButtonRole.RejectRole)
        # Return keeps: what can't be undone is never a key away.
        self.remove.setAutoDefault(False)
        keep.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _note_decision(self) -> None:
        self._is_decided = True

    def _look_up(self) -> None:
        """Tell what would go; how many versions there are comes from the file."""
        draft = self.draft.currentData()
        self._tell(draft, None)
        self._workspace.history(draft, lambda found: self._tell(draft, len(found)))

    def _tell(self, draft: str, versions: int | None) -> None:
        # The file may answer when the writer has decided already.
        if not self._is_decided and draft == self.draft.currentData():
            gone = counted(self._workspace.story, draft)
            head = _("From the story, its backups, rescue copies and plain files this would go:")
            lines = [f"– {line}" for line in _lines(gone, versions)]
            self.gone.setText("\n".join([head, *lines]))


def ask_to_remove(
    workspace: Workspace, draft: str, parent: QWidget, do: Callable[[str], object]
) -> RemovingDialog:
    """Ask which draft is to go, and do it if the writer says so; nothing waits for the dialog."""
    dialog = RemovingDialog(workspace, draft, parent)
    dialog.accepted.connect(lambda: do(dialog.draft.currentData()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _told(draft: Draft, name: str) -> str:
    if draft.deleted:
        return _("{letter}  {name} (deleted)").format(letter=draft.letter, name=name)
    return f"{draft.letter}  {name}"


def _lines(gone: Gone, versions: int | None) -> Iterator[str]:
    if versions is None:
        yield _("its text and all its versions")
    else:
        yield ngettext(
            "its text and its {count} version", "its text and all its {count} versions", versions
        ).format(count=versions)
    if gone.notes:
        yield ngettext("{count} note on it", "{count} notes on it", gone.notes).format(
            count=gone.notes
        )
    if gone.verdicts:
        yield ngettext(
            "{count} verdict or star", "{count} verdicts and stars", gone.verdicts
        ).format(count=gone.verdicts)
    if gone.ties:
        yield ngettext("{count} tie made by hand", "{count} ties made by hand", gone.ties).format(
            count=gone.ties
        )
