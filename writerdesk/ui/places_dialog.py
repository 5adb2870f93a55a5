"""Asks at which places of a draft something shall change: each is shown, and may be left out."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from writerdesk.frozen import frozen
from writerdesk.ui.exchanges import Exchange, add_places, chosen_in, leaves, tree_of_places
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _

_LEAST_SIZE = (560, 380)


@frozen
class Group:
    """Places under one heading, each as text and with what it stands for."""

    words: str
    places: Sequence[tuple[str, object]]


@frozen
class Said:
    """What a dialog of places says: its title, what it is about, and what if there are none."""

    title: str
    head: str
    nothing: str


class PlacesDialog(QDialog):
    """Shows places in groups; ``do`` names the button that changes so many."""

    def __init__(
        self,
        said: Said,
        groups: Iterable[Group],
        shown: Callable[[object], Exchange],
        do: Callable[[int], str],
        home: tuple[Look, QWidget],
    ) -> None:
        look, parent = home
        super().__init__(parent)
        self.setWindowTitle(said.title)
        self._said_on_button = do
        self.tree = tree_of_places(look, shown)
        self._buttons = QDialogButtonBox()
        self._do = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._do.setProperty("part", "first")
        self._buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for group in groups:
            add_places(self.tree, group.words, group.places)
        has_any = any(True for _row in leaves(self.tree))
        self._head = QLabel(said.head if has_any else said.nothing)
        self._head.setWordWrap(True)
        self._lay_out(has_any=has_any)
        self.tree.expandAll()
        self._do.setVisible(has_any)
        self.tree.itemChanged.connect(lambda *_: self._count())
        self._count()

    @property
    def chosen(self) -> tuple[object, ...]:
        """What the places stand for that the writer let through."""
        return tuple(chosen_in(self.tree))

    def _count(self) -> None:
        count = len(self.chosen)
        self._do.setText(self._said_on_button(count))
        self._do.setEnabled(bool(count))

    def _lay_out(self, *, has_any: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(self._head)
        column.addWidget(self.tree, 1)
        self.tree.setVisible(has_any)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._buttons)
        column.addLayout(last)
        if has_any:
            self.setMinimumSize(*_LEAST_SIZE)
