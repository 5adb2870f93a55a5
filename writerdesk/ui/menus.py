"""Makes the menu bar of the table of commands; only what somebody does something for appears.

The bar has its words at once; what is in its menus is made when one is opened, or soon after the
window is seen, and a single action when somebody asks for it.
"""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from writerdesk.ui.commands import Command, Menu, Where, all_commands, menus


class Actions(QObject):
    """The actions of one window, by the id of their command."""

    completed = Signal()

    def __init__(
        self,
        window: QWidget,
        doers: Mapping[str, Callable[[], object]],
        filled_later: Collection[str] = (),
        keys: Mapping[str, str] | None = None,
    ) -> None:
        """``filled_later`` are menus whose entries depend on the story or the settings.

        ``keys`` are those the writer gave to commands.
        """
        super().__init__(window)
        self._filled_later = frozenset(filled_later)
        self._window = window
        self._keys = keys or {}
        self._doers = doers
        self._commands = {command.id: command for command in all_commands()}
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._empty: dict[str, Menu] = {}
        self._kept: dict[Where, QWidget] = {}
        self._failed = ""

    def __getitem__(self, id: str) -> QAction:
        return self._actions.get(id) or self._action(self._commands[id])

    def __contains__(self, id: str) -> bool:
        return id in self._doers

    def fill(self, bar: QMenuBar) -> None:
        """Put every menu that has something in it on the bar."""
        shown = [menu for menu in menus() if self._has_something(menu)]
        for menu, words in zip(shown, with_mnemonics([m.words for m in shown]), strict=True):
            made = bar.addMenu(words)
            made.aboutToShow.connect(self.complete)
            self._menus[menu.id], self._empty[menu.id] = made, menu

    def complete(self) -> None:
        """Make what is in the menus; from then on every key holds."""
        empty, self._empty = self._empty, {}
        for id, menu in empty.items():
            self._fill(self._menus[id], menu)
        if empty:
            self.completed.emit()

    def menu(self, id: str) -> QMenu:
        """Return a menu with all that is in it."""
        self.complete()
        return self._menus[id]

    def take_keys(self, keys: Mapping[str, str]) -> None:
        """Give every command the key the writer gave it, else its usual one."""
        self._keys = keys
        for id, action in self._actions.items():
            action.setShortcuts(self._keys_of(self._commands[id]))

    def _keys_of(self, command: Command) -> list[QKeySequence]:
        return [QKeySequence(key) for key in command.keys_on(sys.platform, self._keys)]

    def say(self, id: str, words: str) -> None:
        """Let a command say something else for now; its letter stays if the new words have it."""
        action = self[id]
        said = action.text()
        letter = said[said.index("&") + 1].lower() if "&" in said else ""
        at = words.lower().find(letter) if letter else -1
        plain = words.replace("&", "&&")
        action.setText(plain if at < 0 or "&" in words else f"{words[:at]}&{words[at:]}")

    def what_failed(self) -> str:
        """Return the words of the command that ended in a mistake of ours, once."""
        failed, self._failed = self._failed, ""
        return failed

    def keep(self, widget: QWidget, where: Where) -> None:
        """Let the keys that hold only at ``widget`` hold there."""
        self._kept[where] = widget
        for action in self._actions.values():
            self._place(action)

    def _has_something(self, menu: Menu) -> bool:
        return (
            any(
                entry.id in self._doers
                if isinstance(entry, Command)
                else self._has_something(entry)
                for entry in menu.entries
                if entry is not None
            )
            or menu.id in self._filled_later
        )

    def _fill(self, made: QMenu, menu: Menu) -> None:
        entries = [entry for entry in menu.entries if entry is None or self._appears(entry)]
        texts = iter(with_mnemonics([entry.words for entry in entries if entry is not None]))
        wanted = False
        for entry in entries:
            if entry is None:
                wanted = not made.isEmpty()
                continue
            if wanted:
                made.addSeparator()
                wanted = False
            if isinstance(entry, Menu):
                self._menus[entry.id] = made.addMenu(next(texts))
                self._fill(self._menus[entry.id], entry)
            else:
                action = self[entry.id]
                # An action that was needed before its menu may say something else by now.
                said, now = next(texts), action.text()
                action.setText(said)
                if now != entry.words:
                    self.say(entry.id, now.replace("&", ""))
                made.addAction(action)

    def _appears(self, entry: Command | Menu) -> bool:
        if isinstance(entry, Command):
            return entry.id in self._doers
        return self._has_something(entry)

    def _action(self, command: Command) -> QAction:
        action = QAction(command.words, self._window)
        action.setData(command)
        action.setCheckable(command.checkable)
        # Only on macOS Qt moves entries by their words; ours stay where the table says.
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setShortcuts(self._keys_of(command))
        action.triggered.connect(lambda _checked=False: self._do(command))
        self._window.addAction(action)
        self._actions[command.id] = action
        self._place(action)
        return action

    def _do(self, command: Command) -> None:
        try:
            self._doers[command.id]()
        except BaseException:
            self._failed = command.words.rstrip("…")
            raise

    def _place(self, action: QAction) -> None:
        widget = self._kept.get(action.data().where)
        if widget is not None and action not in widget.actions():
            self._window.removeAction(action)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            widget.addAction(action)


def with_mnemonics(words: Sequence[str]) -> list[str]:
    """Return the words of one menu, each with a letter of its own marked, if there is one.

    Who comes first has the first choice; but nobody goes without because another could have done
    with another letter: in a long menu the first letters of words are soon gone.
    """
    owner: dict[str, int] = {}
    place: dict[int, int] = {}

    def settle(number: int, tried: set[str]) -> bool:
        said = words[number]
        for at in _candidates(said):
            letter = said[at].lower()
            if not letter.isalnum() or letter in tried:
                continue
            tried.add(letter)
            if letter not in owner or settle(owner[letter], tried):
                owner[letter], place[number] = number, at
                return True
        return False

    for number in range(len(words)):
        settle(number, set())
    return [
        f"{said[: place[n]]}&{said[place[n] :]}" if n in place else said
        for n, said in enumerate(words)
    ]


def with_mnemonic_beside(said: str, others: Sequence[str]) -> str:
    """Return words with a letter marked that is none of those marked in ``others``."""
    taken = {other[other.index("&") + 1].lower() for other in others if "&" in other}
    free = (n for n in _candidates(said) if said[n].isalnum() and said[n].lower() not in taken)
    place = next(free, -1)
    return said if place < 0 else f"{said[:place]}&{said[place:]}"


def _candidates(said: str) -> list[int]:
    starts = [n for n, _ in enumerate(said) if n == 0 or said[n - 1] == " "]
    return [*starts, *(n for n in range(len(said)) if n not in starts)]
