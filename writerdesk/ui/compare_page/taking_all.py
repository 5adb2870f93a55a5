"""Asks before everything is taken: a whole draft is about to say something else."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from writerdesk.words import _


def ask_to_take_everything(
    over: QWidget, letters: Sequence[str], do: Callable[[], object]
) -> QMessageBox:
    """Ask, and do it if the writer says so; the box is shown and returned, nothing waits for it."""
    source, target = letters
    box = QMessageBox(over)
    box.setWindowTitle(_("Take Everything"))
    box.setText(
        _("{target} will say exactly what {source} says.").format(source=source, target=target)
    )
    box.setInformativeText(
        _("What {target} says now stays in its history, and one Undo brings it back.").format(
            target=target
        )
    )
    taking = box.addButton(_("Take Everything"), QMessageBox.ButtonRole.AcceptRole)
    taking.setProperty("part", "first")
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(taking)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    taking.clicked.connect(lambda: do())
    box.open()
    return box
