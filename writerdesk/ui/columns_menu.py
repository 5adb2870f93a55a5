"""The menu of a passage in a comparison: what one does with it there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from writerdesk.ui.menus import Actions
from writerdesk.ui.pane.commands import Commands
from writerdesk.ui.pane.keys import Command
from writerdesk.words import _

_ENTRIES = (
    "compare.take",
    "compare.take_beat",
    "compare.take_words",
    "",
    "verdict.keep",
    "verdict.maybe",
    "verdict.leave",
    "verdict.star",
    "",
    "compare.why",
    "compare.untie",
    "compare.tie",
    "compare.level",
    "",
    "edit.note",
    "edit.copy",
)


def columns_menu(over: QWidget, actions: Actions, commands: Commands) -> QMenu:
    """Return the menu, to be popped up; it goes when it is closed."""
    menu = QMenu(over)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Passage"))
    edit = menu.addAction(_("Edit Here"))
    edit.triggered.connect(lambda: commands.obey(Command.EDIT))
    menu.addSeparator()
    for id in _ENTRIES:
        if id:
            menu.addAction(actions[id])
        else:
            menu.addSeparator()
    return menu
