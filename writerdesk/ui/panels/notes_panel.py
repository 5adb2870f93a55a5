"""The notes: a list of what stands where, and under it the note one reads and writes."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Document, MarkName, Passage
from writerdesk.story.note import NoteOn
from writerdesk.story.notes import (
    PlacedNote,
    delete_note,
    likely_place,
    move_note,
    note,
    note_on_draft,
    note_on_passage,
    note_on_story,
    notes,
    settle_note,
    write_note,
)
from writerdesk.story.story import Story
from writerdesk.ui.editor.styling import toggle_mark
from writerdesk.ui.filter_chip import FilterChip
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, IN_CONTROL, IN_PANEL, LINK_ROOM
from writerdesk.ui.panels.note_editor import NoteEditor
from writerdesk.ui.panels.note_rows import note_rows, stood_on, where_told
from writerdesk.ui.panels.rows import RowList
from writerdesk.words import _
from writerdesk.workspace.workspace import Workspace

_FILTERS = ("open", "done", "all")


class NotesPanel(QWidget):
    """Lists the notes of the story and edits the chosen one."""

    place_asked = Signal(object)
    """A `Passage` to go to."""

    here_asked, beat_asked, remark_asked = Signal(), Signal(), Signal()

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._draft = ""
        self._placed: dict[str, PlacedNote] = {}
        self._likely: Passage | None = None
        self.list = RowList(look, _("Notes"))
        self.editor = NoteEditor(look, workspace.identities.paragraph)
        self.filters = QButtonGroup(self)
        self.done = QCheckBox(_("Done"))
        self.go = _button("", "link")
        self.orphan = _Orphan()
        self._note = QWidget()
        self._empty = QLabel(_("Notes on the story, a draft, a beat or a passage."))
        self._lay_out()
        self._connect()

    def show_draft(self, draft: str) -> None:
        """Know which draft is on the page: new notes on a draft are on this one."""
        self._draft = draft

    def follow(self) -> None:
        """Show the notes as the story has them now."""
        story = self._workspace.story
        placed = notes(story)
        self._placed = {one.note.id: one for one in placed}
        wanted = _FILTERS[self.filters.checkedId()]
        shown = [one for one in placed if wanted == "all" or one.note.done == (wanted == "done")]
        letters = any(one.note.draft for one in shown)
        self.list.show_rows(note_rows(story, shown), has_letters=letters)
        self._empty.setVisible(not placed)
        self.list.setVisible(bool(placed))
        self._show_chosen()

    def choose(self, id: str) -> None:
        """Show one note, whatever is filtered out."""
        self.follow()
        if not self.list.choose(id):
            self.filters.button(_FILTERS.index("all")).setChecked(True)
            self.follow()
            self.list.choose(id)
        self._show_chosen()

    def add_on(self, passage: Passage, *, on: NoteOn = NoteOn.PASSAGE, words: str = "") -> str:
        """Make a note on a passage and be ready to write it; return its id."""
        text = Document.from_paragraphs([words])
        story, names = self._workspace.story, self._workspace.identities
        return self._add(note_on_passage(story, passage, text, names, on=on))

    def add_on_story(self, *, words: str = "") -> str:
        """Make a note on the whole story."""
        text = Document.from_paragraphs([words])
        return self._add(note_on_story(self._workspace.story, text, self._workspace.identities))

    def add_on_draft(self) -> str:
        """Make a note on the draft that is on the page."""
        text = Document.from_paragraphs([""])
        names = self._workspace.identities
        return self._add(note_on_draft(self._workspace.story, self._draft, text, names))

    def _add(self, after: Story) -> str:
        self.editor.tell()
        before = self._workspace.story.items
        self._workspace.become("add_note", after)
        id = next(id for id in after.items if id not in before)
        self.choose(id)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return id

    @property
    def _chosen(self) -> PlacedNote | None:
        chosen = self.list.chosen
        return self._placed.get(chosen) if isinstance(chosen, str) else None

    def _show_chosen(self) -> None:
        one = self._chosen
        self._note.setVisible(one is not None)
        if one is None:
            return
        story = self._workspace.story
        self.editor.show_note(one.note.id, one.note.text)
        self.done.setChecked(one.note.done)
        self.go.setText(where_told(story, one))
        self.go.setEnabled(one.passage is not None)
        self.go.setToolTip(_("Go there") if one.passage else "")
        self.orphan.setVisible(one.is_orphan)
        if one.is_orphan:
            self._likely = likely_place(story, one.note)
            self.orphan.show_words(stood_on(one.note), story, self._likely)

    def _keep_safe(self, id: str, document: Document) -> None:
        self._workspace.typing(id, lambda story: write_note(story, id, document))

    def _write(self, id: str, document: Document) -> None:
        self._workspace.typed(id)
        story = self._workspace.story
        if id in story.items and note(story, id).text is not document:
            self._workspace.become("write_note", write_note(story, id, document))

    def _settle(self, done: bool) -> None:
        if one := self._chosen:
            self.editor.tell()
            after = settle_note(self._workspace.story, one.note.id, done=done)
            self._workspace.become("settle_note" if done else "reopen_note", after)

    def _delete(self) -> None:
        if one := self._chosen:
            self.editor.tell()
            self._workspace.become("delete_note", delete_note(self._workspace.story, one.note.id))

    def _move(self) -> None:
        if (one := self._chosen) and self._likely:
            after = move_note(self._workspace.story, one.note.id, self._likely)
            self._workspace.become("move_note", after)

    def _go(self) -> None:
        one = self._chosen
        if one and one.passage:
            self.place_asked.emit(one.passage)

    def _mark(self, name: str) -> None:
        format = toggle_mark(self.editor.textCursor(), name)
        if format is not None:
            self.editor.setCurrentCharFormat(format)
        self.editor.setFocus()

    def _connect(self) -> None:
        self._workspace.story_changed.connect(lambda _ids: self.isVisible() and self.follow())
        self.list.selectionModel().currentChanged.connect(self._choose_shown)
        self.list.activated.connect(lambda _index: self._go())
        self.filters.idToggled.connect(lambda _id, on: on and self.follow())
        self.editor.typing.connect(self._keep_safe)
        self.editor.written.connect(self._write)
        self.done.clicked.connect(self._settle)
        self.go.clicked.connect(self._go)
        self.orphan.show_asked.connect(lambda: self.place_asked.emit(self._likely))
        self.orphan.put_asked.connect(self._move)

    def _choose_shown(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    def _lay_out(self) -> None:
        self._empty.setProperty("part", "soft")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(IN_PANEL, IN_CARD, IN_PANEL, IN_CARD)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self._note)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        self._lay_out_note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._filter_row())
        column.addWidget(self._empty)
        column.addWidget(parts, 1)

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(IN_PANEL, IN_CARD, IN_PANEL, BETWEEN_CONTROLS)
        row.setSpacing(IN_CONTROL)
        for number, words in enumerate((_("Open"), _("Done"), _("All"))):
            chip = FilterChip(words)
            self.filters.addButton(chip, number)
            row.addWidget(chip)
        self.filters.button(0).setChecked(True)
        row.addStretch(1)
        row.addWidget(self._make_adder())
        return row

    def _make_adder(self) -> QPushButton:
        menu = QMenu(self)
        menu.addAction(_("Note Here"), self.here_asked.emit)
        menu.addAction(_("Note on This Beat"), self.beat_asked.emit)
        menu.addAction(_("Note on This Draft"), self.add_on_draft)
        menu.addAction(_("Note on the Story"), self.add_on_story)
        menu.addAction(_("Remark…"), self.remark_asked.emit)
        adder = _button(_("New Note"), "opens")
        adder.setMenu(menu)
        return adder

    def _lay_out_note(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(IN_PANEL - LINK_ROOM, IN_CONTROL, IN_PANEL, IN_CONTROL)
        head.addWidget(self.go)
        head.addStretch(1)
        head.addWidget(self.done)
        tools = QHBoxLayout()
        tools.setContentsMargins(IN_PANEL, BETWEEN_CONTROLS, IN_PANEL - LINK_ROOM, BETWEEN_CONTROLS)
        tools.setSpacing(IN_CONTROL)
        for words, name, do in (
            ("B", _("Bold"), lambda: self._mark(MarkName.BOLD)),
            ("I", _("Italic"), lambda: self._mark(MarkName.ITALIC)),
            ("☑", _("Checklist"), self.editor.toggle_boxes),
        ):
            tool = QToolButton()
            tool.setText(words)
            tool.setProperty("part", "letter")
            tool.setAccessibleName(name)
            tool.setToolTip(name)
            tool.clicked.connect(do)
            tools.addWidget(tool)
        tools.addStretch(1)
        delete = _button(_("Delete"), "link")
        delete.setAccessibleName(_("Delete the note"))
        delete.clicked.connect(self._delete)
        tools.addWidget(delete)
        column = QVBoxLayout(self._note)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.orphan)
        column.addWidget(self.editor, 1)
        column.addLayout(tools)


class _Orphan(QWidget):
    """Says what words an orphaned note stood on, and offers the likeliest new place."""

    show_asked, put_asked = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("part", "warn")
        self.put, self.show_there = QPushButton(_("Put It There")), QPushButton(_("Show the Place"))
        self.put.clicked.connect(self.put_asked)
        self.show_there.clicked.connect(self.show_asked)
        row = QHBoxLayout()
        row.addWidget(self.put)
        row.addWidget(self.show_there)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(IN_PANEL, 0, IN_PANEL, IN_CONTROL)
        column.addWidget(self._words)
        column.addLayout(row)

    def show_words(self, stood: str, story: Story, likely: Passage | None) -> None:
        """Show the words the note stood on, and where it most likely belongs."""
        told = _("The words it stood on are gone: “{words}”.").format(words=stood)
        if likely is not None:
            number = (story.draft(likely.draft).text.place_of(likely.paragraphs[0]) or 0) + 1
            letter = story.draft(likely.draft).letter
            nearest = _("Likeliest now: {letter}, passage {number}.")
            told = f"{told} {nearest.format(letter=letter, number=number)}"
        self._words.setText(told)
        self.put.setVisible(likely is not None)
        self.show_there.setVisible(likely is not None)


def _button(words: str, part: str) -> QPushButton:
    button = QPushButton(words)
    if part:
        button.setProperty("part", part)
    return button
