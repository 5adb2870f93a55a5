"""The pane's own keys, told: what each does, as the question mark shows them."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS, IN_PANEL
from writerdesk.ui.pane.keys import KEYS, Command
from writerdesk.words import _


def keys_card(parent: QWidget) -> QDialog:
    """Return the list of keys, in two columns, so that all are seen at once."""
    card = QDialog(parent)
    card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    card.setWindowTitle(_("Keys in a comparison"))
    grid = QGridLayout(card)
    grid.setContentsMargins(IN_PANEL, IN_PANEL, IN_PANEL, IN_PANEL)
    grid.setHorizontalSpacing(BETWEEN_GROUPS)
    grid.setVerticalSpacing(BETWEEN_CONTROLS)
    told = list(_told())
    half = (len(told) + 1) // 2
    for number, (keys, words) in enumerate(told):
        row, side = number % half, 2 * (number // half)
        name = QLabel(keys)
        name.setProperty("part", "soft")
        grid.addWidget(name, row, side)
        grid.addWidget(QLabel(words), row, side + 1)
    return card


def _told() -> Iterator[tuple[str, str]]:
    """Yield the keys of each command, and what it does."""
    for command, words in _words().items():
        found = (
            QKeySequence(key.value | modifiers.value).toString(_NATIVE)
            for (key, modifiers), meant in KEYS.items()
            if meant is command and key not in _TWINS and (key, modifiers) not in _TWICE
        )
        yield " · ".join(dict.fromkeys(found)), words


_NATIVE = QKeySequence.SequenceFormat.NativeText
# The same key to the writer, on the pad of numbers or with Shift told once more.
_TWINS = (Qt.Key.Key_Enter,)
_TWICE = ((Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier),)


def _words() -> Mapping[Command, str]:
    return {
        Command.PASSAGE_BEFORE: _("The passage above"),
        Command.PASSAGE_AFTER: _("The passage below"),
        Command.COLUMN_BEFORE: _("Its partner on the left"),
        Command.COLUMN_AFTER: _("Its partner on the right"),
        Command.PAGE_UP: _("A page up"),
        Command.PAGE_DOWN: _("A page down"),
        Command.START: _("The beginning"),
        Command.END: _("The end"),
        Command.NEXT_STOP: _("The next beat or change"),
        Command.PREVIOUS_STOP: _("The one before"),
        Command.NEXT_ALONE: _("The next that one draft alone has"),
        Command.PREVIOUS_ALONE: _("The one of them before"),
        Command.COLUMN_1: _("The first column"),
        Command.COLUMN_2: _("The second column"),
        Command.COLUMN_3: _("The third column"),
        Command.COLUMN_4: _("The fourth column"),
        Command.FLIP: _("The third draft, where two have room"),
        Command.TAKE: _("Take the passage"),
        Command.TAKE_STOP: _("Take the whole beat"),
        Command.TAKE_WORDS: _("Take the sentence, or what is selected"),
        Command.KEEP: _("Keep"),
        Command.MAYBE: _("Maybe"),
        Command.LEAVE: _("Leave"),
        Command.STAR: _("Star the sentence"),
        Command.WHY: _("Why tied?"),
        Command.UNTIE: _("Not the same"),
        Command.TIE: _("The same"),
        Command.EDIT: _("Edit here"),
        Command.ESCAPE: _("Leave what is edited or selected"),
        Command.COPY: _("Copy"),
        Command.SPOKEN: _("The passage as text, its changes in words"),
        Command.KEYS: _("These keys"),
    }
