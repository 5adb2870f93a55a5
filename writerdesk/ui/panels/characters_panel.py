"""The characters: who is in the story, who might be, and the sheet of one of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Document
from writerdesk.problem import Problem
from writerdesk.story.characters import add_character, character, characters, say
from writerdesk.story.mentioning import Mentioning
from writerdesk.story.sheet import Character, SheetField
from writerdesk.story.story import Story
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, IN_CONTROL, IN_PANEL
from writerdesk.ui.panels.rows import Row, RowList
from writerdesk.ui.panels.same_people import SamePeople
from writerdesk.ui.panels.sheet_dialogs import ask_field, ask_relation
from writerdesk.ui.panels.sheet_page import PictureWanted, SheetPage
from writerdesk.words import _
from writerdesk.workspace.compute import ComputeLane
from writerdesk.workspace.pictures import PictureReader
from writerdesk.workspace.workspace import Workspace

# Mentions follow the writing within this many milliseconds.
_SHOWN_WITHIN = 100
# Names that recur are looked for in all drafts, 20 ms at 200,000 words: not between two keys.
_REST = 1_500
_PICTURES = ("*.png", "*.jpg", "*.jpeg", "*.webp", "*.gif", "*.bmp")


class CharactersPanel(QWidget):
    """Lists the sheets, and edits the chosen one."""

    place_asked = Signal(object)
    """A `Passage` to go to."""

    failed = Signal(object)
    """A `Problem` with a picture."""

    def __init__(
        self, workspace: Workspace, look: Look, lane: ComputeLane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self.same = SamePeople(workspace, lane)
        self.mentioning = Mentioning()
        self._pictures: PictureReader | None = None
        self.list = RowList(look, _("Characters"))
        self.page = SheetPage(workspace, look)
        self.offered = QHBoxLayout()
        self._found = QLabel()
        self._empty = QLabel(_("Who is in it? A sheet for everyone you want to keep track of."))
        self._all = QWidget()
        self._stack = QStackedWidget()
        self._later = self._timer(_SHOWN_WITHIN, self._follow_writing)
        self._rest = self._timer(_REST, self.follow)
        self._lay_out()
        self._connect()

    def follow(self) -> None:
        """Show the sheets and the mentions as the story has them now."""
        self.mentioning.update(self._workspace.story)
        self._show_list()
        if self._stack.currentWidget() is self.page:
            self._show_page()
        else:
            self._offer()
            self.same.look()

    def show_sheet(self, id: str) -> None:
        """Open somebody's sheet."""
        self.page.tell()
        self._stack.setCurrentWidget(self.page)
        self.mentioning.update(self._workspace.story)
        self.page.show_sheet(id)
        self._show_page()

    def show_all(self) -> None:
        """Go back to the list."""
        self.page.tell()
        self._stack.setCurrentWidget(self._all)
        self.follow()
        self.list.setFocus()

    def add(self, *names: str) -> None:
        """Make a sheet for each name; one alone is opened."""
        story = before = self._workspace.story
        for name in names:
            story = add_character(story, name, self._workspace.identities)
        self._workspace.become("add_character", story, name=", ".join(names))
        born = [one.id for one in characters(story) if one.id not in before.items]
        if len(born) == 1:
            self.show_sheet(born[0])
            self.page.name.setFocus()
        else:
            self.follow()

    def close_reader(self) -> None:
        """Let go of what reads pictures and compares drafts."""
        self.same.close_lane()
        if self._pictures is not None:
            self._pictures.close()

    def _row(self, story: Story, one: Character) -> Row:
        told = [
            _("{letter} {count} ×").format(
                letter=story.draft(said.draft).letter, count=len(said.places)
            )
            for said in self.mentioning.of(one)
            if said.places
        ]
        others = dict.fromkeys(one.own_name_in(draft.id) for draft in story.drafts)
        names = [name for name in others if name and name != one.name]
        second = " · ".join([*names, *told]) or _("not mentioned")
        return Row(one.name or _("Nameless"), second, one.id, is_name=True)

    def _offer(self) -> None:
        """Offer names that recur and have no sheet."""
        while (item := self.offered.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        names = [one.name for one in self.mentioning.offered()]
        self._found.setVisible(bool(names))
        if not names:
            return
        self._found.setText(_("Found in your drafts: {names}.").format(names=", ".join(names)))
        make = QPushButton(_("Make Sheets"))
        make.clicked.connect(lambda: self.add(*names))
        self.offered.addWidget(make)
        self.offered.addStretch(1)

    def _show_page(self) -> None:
        self.page.follow()
        item = self._workspace.story.items.get(self.page.sheet)
        if isinstance(item, Character):
            self.page.show_mentions(self.mentioning.of(item))

    def _ask_picture(self, wanted: PictureWanted) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a Picture"), "", _("Pictures ({endings})").format(
                endings=" ".join(_PICTURES)
            )
        )  # fmt: skip
        if path:
            self.read_picture(Path(path), wanted)

    def read_picture(self, path: Path, wanted: PictureWanted) -> None:
        """Read a picture beside the window and put it on the sheet it is wanted for."""
        if self._pictures is None:
            self._pictures = PictureReader(self)
            self._pictures.read.connect(self._take_picture)
            self._pictures.failed.connect(self._tell_failure)
        self._pictures.ask(path, wanted)

    def _take_picture(self, wanted: PictureWanted, picture: bytes) -> None:
        story = self._workspace.story
        after = say(story, wanted.sheet, wanted.field, picture, draft=wanted.draft)
        name = character(story, wanted.sheet).name
        self._workspace.become("change_character", after, name=name)

    def _tell_failure(self, problem: Problem) -> None:
        self.failed.emit(problem)

    def _ask_relation(self, sheet: str) -> None:
        after = ask_relation(self._workspace.story, sheet, self._workspace.identities, self)
        if after is not None:
            self._workspace.become("relate", after)

    def _ask_field(self, field: SheetField | None) -> None:
        told = ask_field(self._workspace.story, field, self._workspace.identities, self)
        if told is not None:
            kind = "change_field" if field else "add_field"
            self._workspace.become(kind, told.story, name=told.name)

    def _note_edit(self, _draft: str, _before: Document, _after: Document) -> None:
        if self.isVisible():
            self._rest.start()
            if not self._later.isActive():
                self._later.start()

    def _follow_writing(self) -> None:
        """Show the mentions as they are now; names nobody has a sheet for wait for a rest."""
        self.mentioning.update(self._workspace.story)
        if self._stack.currentWidget() is self.page:
            self._show_page()
        else:
            self._show_list()

    def _show_list(self) -> None:
        story = self._workspace.story
        sheets = characters(story)
        self.list.show_rows([self._row(story, one) for one in sheets])
        self.list.setVisible(bool(sheets))
        self._empty.setVisible(not sheets)

    def _timer(self, milliseconds: int, due: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(due)
        return timer

    def _connect(self) -> None:
        self._workspace.story_changed.connect(lambda _ids: self.isVisible() and self.follow())
        self._workspace.draft_edited.connect(self._note_edit)
        self.list.activated.connect(lambda _index: self._open_chosen())
        self.list.clicked.connect(lambda _index: self._open_chosen())
        self.page.back_asked.connect(self.show_all)
        self.page.sheet_asked.connect(self.show_sheet)
        self.page.place_asked.connect(self.place_asked)
        self.page.picture_asked.connect(self._ask_picture)
        self.page.relation_asked.connect(self._ask_relation)
        self.page.field_asked.connect(self._ask_field)

    def _open_chosen(self) -> None:
        if isinstance(chosen := self.list.chosen, str):
            self.show_sheet(chosen)

    def _lay_out(self) -> None:
        for label in (self._empty, self._found):
            label.setProperty("part", "soft")
            label.setWordWrap(True)
        self._empty.setContentsMargins(IN_PANEL, IN_CARD, IN_PANEL, 0)
        below = QVBoxLayout()
        below.setContentsMargins(IN_PANEL, IN_CARD, IN_PANEL, IN_CARD)
        below.setSpacing(BETWEEN_CONTROLS)
        below.addWidget(self._found)
        below.addLayout(self.offered)
        row = QHBoxLayout()
        row.setSpacing(IN_CONTROL)
        new = QPushButton(_("Blank Sheet"))
        new.clicked.connect(lambda: self.add(""))
        row.addWidget(new)
        row.addStretch(1)
        below.addLayout(row)
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.same)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column.addStretch(0)
        self._stack.addWidget(self._all)
        self._stack.addWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def hideEvent(self, event: QHideEvent) -> None:
        self.same.rest()
        super().hideEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
