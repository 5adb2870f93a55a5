"""The page one writes on: a head that says which draft, and the column of text under it."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Kind
from writerdesk.ui.chip import Chip
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.editor import Editor
from writerdesk.ui.editor.page_signs import PageSigns
from writerdesk.ui.elided import ElidedLabel
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import (
    BETWEEN_CONTROLS,
    BETWEEN_GROUPS,
    HEAD_HEIGHT,
    IN_CONTROL,
)
from writerdesk.ui.menus import Actions
from writerdesk.ui.set_aside import SetAsideChip
from writerdesk.ui.telling import ending_told, share_told, words_told
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.ui.find_bar import FindBar
    from writerdesk.ui.searching import Searching

_KINDS = (
    ("kind.body", Kind.BODY, ""),
    ("kind.title", Kind.TITLE, ""),
    ("kind.heading1", Kind.HEADING_1, ""),
    ("kind.heading2", Kind.HEADING_2, ""),
    ("kind.heading3", Kind.HEADING_3, ""),
    ("kind.quote", Kind.QUOTE, ""),
    ("kind.bulleted", Kind.LIST_ITEM, ""),
    ("kind.numbered", Kind.LIST_ITEM, "decimal"),
)


class DraftHead(QFrame):
    """Letter, name and facts of the draft being written, and what styles its words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "head")
        self.setFixedHeight(HEAD_HEIGHT)
        self._look = look
        self._row_shown: DraftRow | None = None
        self._is_reading = False
        self._chip = Chip(look)
        self._name = ElidedLabel()
        self._name.setProperty("part", "name")
        self._facts = ElidedLabel()
        self._facts.setProperty("part", "caption")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.setContentsMargins(0, 6, 0, 6)
        said.addWidget(self._name)
        said.addWidget(self._facts)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(BETWEEN_GROUPS, 0, BETWEEN_GROUPS, 0)
        self._row.setSpacing(BETWEEN_CONTROLS)
        self._row.addWidget(self._chip)
        self._row.addLayout(said, 1)
        self.style_picker = QToolButton()
        self.style_picker.setProperty("part", "style")
        self.style_picker.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.style_picker.setAccessibleName(_("Style of the paragraph"))

    def take_actions(self, actions: Actions) -> None:
        """Show what styles the words: the picker, and letters for bold, italic and the like."""
        menu = QMenu(self.style_picker)
        for id, _kind, _numbering in _KINDS:
            menu.addAction(actions[id])
        self.style_picker.setMenu(menu)
        self._row.addWidget(self.style_picker)
        row = QHBoxLayout()
        row.setSpacing(IN_CONTROL)
        for id in ("format.bold", "format.italic", "format.underline", "format.strike"):
            row.addWidget(self._letter(actions, id))
        self._row.addLayout(row)

    def show_draft(self, row: DraftRow) -> None:
        """Say which draft this is."""
        self._row_shown = row
        self._chip.show_letter(row.letter, row.number)
        self._name.setText(row.name or _("Empty page"))
        reading = _("reading: letters don't type") if self._is_reading else ""
        parts = (words_told(row.facts), share_told(row.facts), ending_told(row.facts), reading)
        self._facts.setText(" · ".join(part for part in parts if part))

    def show_reading(self, *, reading: bool) -> None:
        """Say that the page is only read: else who presses a key thinks that nothing works."""
        self._is_reading = reading
        if self._row_shown is not None:
            self.show_draft(self._row_shown)

    def show_kind(self, words: str) -> None:
        """Say what the paragraph under the caret is."""
        self.style_picker.setText(f"{words} ▾")

    def _letter(self, actions: Actions, id: str) -> QToolButton:
        action = actions[id]
        button = QToolButton()
        button.setDefaultAction(action)
        plain = action.text().replace("&", "")
        button.setText(_LETTERS.get(id, plain[:1]))
        button.setProperty("part", "letter")
        button.setToolTip(f"{plain}  {action.shortcut().toString()}".rstrip())
        button.setAccessibleName(plain)
        font = self._look.lettering.interface_font()
        font.setBold(id == "format.bold")
        font.setItalic(id == "format.italic")
        font.setUnderline(id == "format.underline")
        font.setStrikeOut(id == "format.strike")
        if font.bold():
            font.setWeight(QFont.Weight.Bold)
        button.setFont(font)
        # The default action writes its words back over the letter whenever it changes.
        action.changed.connect(lambda: button.setText(_LETTERS.get(id, plain[:1])))
        return button


_LETTERS = {
    "format.bold": "B",
    "format.italic": "I",
    "format.underline": "U",
    "format.strike": "S",
}


class WritePage(QWidget):
    """The draft's head over its text; the wheel scrolls beside the column too."""

    kind_shown = Signal(str)
    everywhere_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = DraftHead(look)
        self.set_aside = SetAsideChip()
        self.editor = Editor(look)
        PageSigns(self.editor, look)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.set_aside)
        self._column.addWidget(self.editor, 1)

    @cached_property
    def find_bar(self) -> "FindBar":
        """What asks for finding and replacing, under the text."""
        from writerdesk.ui.find_bar import FindBar

        bar = FindBar(self._look)
        bar.everywhere_asked.connect(self.everywhere_asked)
        self._column.addWidget(bar)
        return bar

    @cached_property
    def searching(self) -> "Searching":
        """What finds and replaces in the text."""
        from writerdesk.ui.searching import Searching

        return Searching(self.editor, self.find_bar, self._look)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.editor.verticalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y())


def kinds() -> tuple[tuple[str, Kind, str], ...]:
    """Return the commands that change a paragraph's kind, each with kind and numbering."""
    return _KINDS
