"""Which key does what: every command in a list, and what is wrong with a key said at once."""

import sys
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QKeySequenceEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from writerdesk.ui.commands import Command, all_commands, words_in_full
from writerdesk.ui.key_table import key_table
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.ui.preferring.choosing import note
from writerdesk.words import _

_NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeysPage(QWidget):
    """Lets the writer give a command another key, or none."""

    changed = Signal(object)
    """The keys that are not the usual ones, by the commands' ids."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__()
        self.keys = dict(keys)
        self._commands = all_commands()
        self.table = self._make_table()
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(_("New key"))
        self.usual = QPushButton(_("Usual Key"))
        self.usual.setAutoDefault(False)
        self.told = note("")
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(BETWEEN_CONTROLS)
        row.addWidget(self.field, 1)
        row.addWidget(self.usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[BETWEEN_GROUPS] * 4)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.told)
        self.table.currentCellChanged.connect(lambda *_cells: self._show_key())
        self.field.editingFinished.connect(self._give)
        self.usual.clicked.connect(self._give_usual)
        self.table.setCurrentCell(0, 0)

    def give(self, command: Command, key: str) -> None:
        """Give a command a key, unless something is wrong with that."""
        wrong = complaint(command, key, self._commands, self.keys)
        self._tell(wrong)
        if wrong:
            return
        if key == command.key_on(sys.platform):
            self.keys.pop(command.id, None)
        else:
            self.keys[command.id] = key
        self._show_row(self._commands.index(command))
        self.changed.emit(MappingProxyType(dict(self.keys)))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _make_table(self) -> QTableWidget:
        table = key_table(len(self._commands))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        self.table = table
        for row in range(len(self._commands)):
            self._show_row(row)
        return table

    def _show_row(self, row: int) -> None:
        command = self._commands[row]
        key = QKeySequence(_key(command, self.keys)).toString(_NATIVE)
        self.table.setItem(row, 0, QTableWidgetItem(words_in_full()[command.id]))
        self.table.setItem(row, 1, QTableWidgetItem(key))

    def _current(self) -> Command:
        return self._commands[max(0, self.table.currentRow())]

    def _show_key(self) -> None:
        self.field.setKeySequence(QKeySequence(_key(self._current(), self.keys)))
        self._tell("")

    def _give(self) -> None:
        key = self.field.keySequence().toString(_PORTABLE)
        if key != _key(self._current(), self.keys):
            self.give(self._current(), key)

    def _give_usual(self) -> None:
        self.give(self._current(), self._current().key_on(sys.platform))
        self._show_key()


def complaint(
    command: Command, key: str, commands: tuple[Command, ...], keys: Mapping[str, str]
) -> str:
    """Return what is wrong with giving a command this key; nothing if nothing is."""
    if not key:
        return ""
    parts = QKeySequence(key).toString(_PORTABLE).split("+")
    if {"Ctrl", "Alt"} <= set(parts):
        return _("Ctrl and Alt together write signs on many keyboards. Choose another key.")
    if "Alt" in parts and len(parts[-1]) == 1:
        return _("Alt and a letter open menus. Choose another key.")
    if len(parts[-1]) == 1 and set(parts[:-1]) <= {"Shift"}:
        return _("A letter alone is for writing. Choose a key with Ctrl.")
    wanted = QKeySequence(key)
    for other in commands:
        held = map(QKeySequence, other.keys_on(sys.platform, keys))
        if other.id != command.id and wanted in held:
            return _("This key does “{command}” already. Take it away there first.").format(
                command=words_in_full()[other.id]
            )
    return ""


def _key(command: Command, keys: Mapping[str, str]) -> str:
    return keys.get(command.id, command.key_on(sys.platform))
