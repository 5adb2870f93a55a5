"""What the Help menu tells: the keys, where the text is, and what this is."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from writerdesk import __version__
from writerdesk.folders import data_folder
from writerdesk.ui.commands import Command, all_commands, words_in_full
from writerdesk.ui.key_table import key_table
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _

_NATIVE = QKeySequence.SequenceFormat.NativeText


class HelpDoers:
    """Opens the windows of the Help menu."""

    def __init__(
        self, window: QWidget, path: Callable[[], Path | None], keys: Mapping[str, str]
    ) -> None:
        self._window, self._path, self._keys = window, path, keys

    def start(self) -> QDialog:
        """Return what to do first, in the order one does it."""
        steps = (
            _(
                "Drop your drafts on the window: two or three tellings of one story, from Word,"
                " text or Markdown files. Each becomes a draft with a letter; an introduction that"
                " speaks about the story is set aside, never lost."
            ),
            _(
                "Write in any of them. Every word is safe a second after it was typed; Undo works"
                " in each draft on its own, and History keeps earlier versions."
            ),
            _(
                "Compare two to four drafts. Passages that tell the same stand level while you"
                " scroll, although hardly a sentence is shared; a click on a number levels them."
            ),
            _(
                "Keep, leave or star what you read, and take passages from one draft into another"
                " or into a new one. A slim strip shows which draft each passage came from."
            ),
            _(
                "Export the draft you chose: as a Word document in the form agents ask for, as"
                " plain text, or as another kind of file."
            ),
            _(
                "Ctrl+K finds every draft, heading and command. Help › Keys lists the keys, and"
                " Preferences changes them."
            ),
        )
        told = "".join(f"<li style='margin-bottom: 8px'>{step}</li>" for step in steps)
        return self._dialog(
            _("Getting Started"),
            _paragraph(f"<ol style='margin: 0 0 0 20px; -qt-list-indent: 0'>{told}</ol>"),
        )

    def keys(self) -> QDialog:
        """Return the list of all keys there are."""
        held = [command for command in all_commands() if self._key(command)]
        called = words_in_full()
        table = key_table(len(held))
        for row, command in enumerate(held):
            key = QKeySequence(self._key(command)).toString(_NATIVE)
            table.setItem(row, 0, QTableWidgetItem(called[command.id]))
            table.setItem(row, 1, QTableWidgetItem(key))
        dialog = self._dialog(_("Keys"), table)
        dialog.resize(560, 560)
        return dialog

    def where(self) -> QDialog:
        """Return where the story, its rescue copy and its backups are."""
        path = self._path()
        here = str(path) if path else _("There is no story in this window.")
        words = _(
            "The story is in this file:\n{path}\n\n"
            "What you typed since it was last saved, and the backups, are in this folder:\n"
            "{folder}\n\n"
            "Nothing leaves this computer."
        ).format(path=here, folder=data_folder())
        return self._dialog(_("Where Is My Text?"), _paragraph(words))

    def about(self) -> QDialog:
        """Return what this program is."""
        words = _(
            "WriterDesk {version}\n\nSeveral drafts of one story, side by side.\n"
            "Free software under the MIT licence. No account, no network."
        ).format(version=__version__)
        return self._dialog(_("About WriterDesk"), _paragraph(words))

    def _key(self, command: Command) -> str:
        return self._keys.get(command.id, command.key_on(sys.platform))

    def _dialog(self, title: str, inside: QWidget) -> QDialog:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        box = QDialogButtonBox()
        close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setProperty("part", "first")
        box.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(*[BETWEEN_GROUPS] * 4)
        column.setSpacing(2 * BETWEEN_CONTROLS)
        column.addWidget(inside, 1)
        column.addWidget(box)
        # As high as its sentences need; by itself a dialog takes two thirds of a screen at most.
        wide = dialog.sizeHint().width()
        if column.hasHeightForWidth():
            dialog.resize(wide, column.totalHeightForWidth(wide))
        return dialog


def _paragraph(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setMinimumWidth(420)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
