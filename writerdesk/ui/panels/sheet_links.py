"""What leads from a character's sheet elsewhere: where somebody is mentioned, who is related."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from writerdesk.story.characters import relations
from writerdesk.story.mentioning import Said
from writerdesk.story.story import Story
from writerdesk.ui.look.spacing import IN_CONTROL
from writerdesk.ui.panels.sheet_parts import clear, keep_keys, link, soft
from writerdesk.words import _, ngettext


class Mentions(QWidget):
    """How often each draft mentions somebody, and steps through the places."""

    place_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._steps: dict[str, int] = {}
        self._rows = _column(self)

    def start_anew(self) -> None:
        """It is somebody else: the next step is the first."""
        self._steps.clear()

    def show_mentions(self, said: Sequence[Said], letters: Mapping[str, str]) -> None:
        """Show the mentions in the drafts that have a letter."""
        keep_keys(self, lambda: self._make(said, letters))

    def _make(self, said: Sequence[Said], letters: Mapping[str, str]) -> None:
        clear(self._rows)
        for one in said:
            if one.draft in letters and one.places:
                self._rows.addLayout(self._row(letters[one.draft], one))
        if not self._rows.count():
            self._rows.addWidget(soft(_("Not mentioned under any of these names.")))

    def _row(self, letter: str, said: Said) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(IN_CONTROL)
        count = len(said.places)
        words = ngettext("{count} × in {letter}", "{count} × in {letter}", count)
        first = link(words.format(count=count, letter=letter), lambda: self._step(said, None))
        first.setProperty("edge", "flush")
        first.setToolTip(_("Go to where they first appear"))
        row.addWidget(first)
        row.addStretch(1)
        for sign, name, by in (
            ("◂", _("Previous mention in {letter}"), -1),
            ("▸", _("Next mention in {letter}"), 1),
        ):
            button = _tool(sign, name.format(letter=letter))
            button.clicked.connect(lambda _on=False, by=by: self._step(said, by))
            row.addWidget(button)
        return row

    def _step(self, said: Said, by: int | None) -> None:
        """Go to the next mention in a draft, the previous one, or with None the first."""
        at = self._steps.get(said.draft, -1 if by == 1 else 0)
        at = 0 if by is None else (at + by) % len(said.places)
        self._steps[said.draft] = at
        self.place_asked.emit(said.places[at])


class Related(QWidget):
    """Who somebody is related to; each leads to the other's sheet."""

    sheet_asked = Signal(str)
    away_asked = Signal(str)
    """The id of a relation that is to go."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = _column(self)

    def show_sheet(self, story: Story, sheet: str) -> None:
        """Show the relations of one sheet, from both ends."""
        keep_keys(self, lambda: self._make(story, sheet))

    def _make(self, story: Story, sheet: str) -> None:
        clear(self._rows)
        for word, other, relation in relations(story, sheet):
            row = QHBoxLayout()
            row.setSpacing(IN_CONTROL)
            row.addWidget(soft(word))
            other_name = other.name or _("Nameless")
            row.addWidget(link(other_name, lambda id=other.id: self.sheet_asked.emit(id)))
            row.addStretch(1)
            away = _tool("×", _("Take the relation to {name} away").format(name=other_name))
            away.clicked.connect(lambda _on=False, id=relation.id: self.away_asked.emit(id))
            row.addWidget(away)
            self._rows.addLayout(row)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(IN_CONTROL)
    return column


def _tool(sign: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
