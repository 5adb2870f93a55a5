"""Makes the menu bar of the table of commands; only what somebody does something for appears."""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from writerdesk.ui.commands import Command, Menu, Where, menus


class Actions(QObject):
    """The actions of one window, by the id of their command."""

    def __init__(
        self,
        window: QWidget,
        doers: Mapping[str, Callable[[], object]],
        filled_later: Collection[str] = (),
    ) -> None:
        """``filled_later`` are menus whose entries depend on the story or the settings."""
        super().__init__(window)
        self._filled_later = frozenset(filled_later)
        self._window = window
        self._doers = doers
        self._actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def __contains__(self, id: str) -> bool:
        return id in self._actions

    def fill(self, bar: QMenuBar) -> None:
        """Put every menu that has something in it on the bar."""
        shown = [menu for menu in menus() if self._has_something(menu)]
        for menu, words in zip(shown, with_mnemonics([m.words for m in shown]), strict=True):
            made = bar.addMenu(words)
            self.menus[menu.id] = made
            self._fill(made, menu)

    def keep(self, widget: QWidget, where: Where) -> None:
        """Let the keys that hold only at ``widget`` hold there."""
        for command in self._commands(where):
            action = self._actions[command.id]
            self._window.removeAction(action)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            widget.addAction(action)

    def _commands(self, where: Where) -> list[Command]:
        return [action.data() for action in self._actions.values() if action.data().where is where]

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
                self.menus[entry.id] = made.addMenu(next(texts))
                self._fill(self.menus[entry.id], entry)
            else:
                made.addAction(self._action(entry, next(texts)))

    def _appears(self, entry: Command | Menu) -> bool:
        if isinstance(entry, Command):
            return entry.id in self._doers
        return self._has_something(entry)

    def _action(self, command: Command, words: str) -> QAction:
        action = QAction(words, self._window)
        action.setData(command)
        action.setCheckable(command.checkable)
        # Only on macOS Qt moves entries by their words; ours stay where the table says.
        action.setMenuRole(QAction.MenuRole.NoRole)
        if key := command.key_on(sys.platform):
            action.setShortcut(QKeySequence(key))
        doer = self._doers[command.id]
        action.triggered.connect(lambda _checked=False: doer())
        self._window.addAction(action)
        self._actions[command.id] = action
        return action


def with_mnemonics(words: Sequence[str]) -> list[str]:
    """Return the words of one menu, each with a letter of its own marked, if one is left."""
    taken: set[str] = set()
    marked: list[str] = []
    for said in words:
        place = next(
            (n for n in _candidates(said) if said[n].isalnum() and said[n].lower() not in taken),
            -1,
        )
        if place < 0:
            marked.append(said)
            continue
        taken.add(said[place].lower())
        marked.append(f"{said[:place]}&{said[place:]}")
    return marked


def _candidates(said: str) -> list[int]:
    starts = [n for n, _ in enumerate(said) if n == 0 or said[n - 1] == " "]
    return [*starts, *(n for n in range(len(said)) if n not in starts)]
