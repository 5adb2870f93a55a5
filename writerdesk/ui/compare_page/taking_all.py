"""Asks before something is taken: into which column or, of everything, whether at all."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from writerdesk.ui.forms import question
from writerdesk.ui.pane import ComparisonPane
from writerdesk.ui.pane.taking import Unit
from writerdesk.words import _


def ask_to_take_everything(
    over: QWidget, letters: Sequence[str], do: Callable[[], object]
) -> QDialog:
    """Ask, and do it if the writer says so; the dialog is shown and nothing waits for it."""
    source, target = letters
    will = _("{target} will say exactly what {source} says.").format(source=source, target=target)
    stays = _("What {target} says now stays in its history, and one Undo brings it back.").format(
        target=target
    )
    dialog = question(over, _("Take Everything"), (will, stays), _("Take Everything"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: do())
    dialog.open()
    return dialog


def offer_targets(pane: ComparisonPane, unit: Unit) -> None:
    """Ask, where the keys go to, into which of several columns it is to be taken."""
    menu, takes = QMenu(pane), pane.commands.takes
    for number in takes.targets():
        words = _("Take into {letter}").format(letter=pane.columns[number].letter)
        menu.addAction(words, lambda n=number: takes.into(unit, n))
    menu.addAction(_("Take into a New Draft"), lambda: takes.into_new(unit))
    focus = QApplication.focusWidget() or pane
    menu.popup(focus.mapToGlobal(focus.rect().center()))
