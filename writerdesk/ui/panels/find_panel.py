"""Find in the whole story: drafts, notes and sheets at once, and every place of some words."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Passage, Span
from writerdesk.story.items import Draft
from writerdesk.story.searching import Concordance, Find, Finds, FoundIn, Line
from writerdesk.story.sheet import VALUE, Character, SheetField
from writerdesk.story.story import Story
from writerdesk.ui.filter_chip import FilterChip
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, IN_CONTROL, IN_PANEL
from writerdesk.ui.panels.rows import Row, RowList
from writerdesk.words import _, ngettext
from writerdesk.workspace.searching import Searching
from writerdesk.workspace.workspace import Workspace

# The list follows the typing after so many milliseconds: between the keys of a quick typist.
_REST = 40
# So much of a paragraph stands before the words in a narrow row, and so much of it is shown.
_BEFORE, _SHOWN = 14, 120
_FIRST_PAGE = 100


class FindPanel(QWidget):
    """Finds words while they are typed, and goes where they stand."""

    place_asked = Signal(object)
    """A `Passage` to go to."""

    note_asked, sheet_asked = Signal(str), Signal(str)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.search = Searching(self)
        self.field = QLineEdit()
        # Checked, its words are bold and wider: the spaces keep room for that.
        self.in_a_row = FilterChip(_("Every Place in the Drafts"))
        self.list = RowList(look, _("What was found"))
        self.told = QLabel()
        self.nearest = QPushButton()
        self._rest = QTimer(self)
        self._is_going = False
        self._lay_out()
        self._connect()

    def look_for(self, words: str, *, in_a_row: bool = False) -> None:
        """Look for some words; in a row, for every place of them in the drafts."""
        self.in_a_row.setChecked(in_a_row)
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()
        self.follow()

    def follow(self) -> None:
        """Look again, in the story as it stands now."""
        self._rest.stop()
        wanted, story = self.field.text().strip(), self._workspace.story
        if not wanted:
            self.search.forget()
            self.nearest.hide()
            self.list.show_rows([])
            self.told.setText(_("Quotes, dashes, capitals and accents are overlooked."))
        elif self.in_a_row.isChecked():
            self.search.ask(story, lambda search: search.concordance(wanted))
        else:
            self.search.ask(story, lambda search: search.find(wanted, _FIRST_PAGE))

    def _show_found(self, found: Finds | Concordance) -> None:
        self.nearest.hide()
        if isinstance(found, Concordance):
            self._show_concordance(found)
        else:
            self._show_finds(self.field.text().strip(), found)
        if self._is_going:
            self._is_going = False
            self._to_first()

    def _show_finds(self, wanted: str, found: Finds) -> None:
        story = self._workspace.story
        self.list.show_rows([_find_row(story, one) for one in found.finds])
        count = len(found.finds) + found.left_out
        if count:
            words = ngettext("Found in {count} passage.", "Found in {count} passages.", count)
            self.told.setText(words.format(count=count))
            return
        self.told.setText(_("Nothing found for “{wanted}”.").format(wanted=wanted))
        if found.nearest:
            self.nearest.setText(_("Nearest: {word}").format(word=found.nearest))
            self.nearest.setProperty("word", found.nearest)
            self.nearest.show()

    def _show_concordance(self, told: Concordance) -> None:
        story = self._workspace.story
        self.list.show_rows([_line_row(story, one) for one in told.lines])
        count = len(told.lines)
        drafts = len({one.passage.draft for one in told.lines})
        words = ngettext("{count} place in {drafts}.", "{count} places in {drafts}.", count)
        in_drafts = ngettext("{count} draft", "{count} drafts", drafts).format(count=drafts)
        self.told.setText(words.format(count=count, drafts=in_drafts))

    def _go(self) -> None:
        match self.list.chosen:
            case Find(where=FoundIn.DRAFT) as find if find.passages:
                self.place_asked.emit(find.passages[0])
            case Find(where=FoundIn.NOTE) as find:
                self.note_asked.emit(find.item)
            case Find(where=FoundIn.SHEET) as find:
                self.sheet_asked.emit(find.item)
            case Line(passage=Passage() as passage):
                self.place_asked.emit(passage)
            case _:
                return

    def _to_list(self) -> None:
        """Go to the first thing found, once it is."""
        self._is_going = True
        self.follow()

    def _to_first(self) -> None:
        if self.list.rows.rows:
            self.list.setFocus()
            self.list.setCurrentIndex(self.list.rows.index(0, 0))

    def _connect(self) -> None:
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.follow)
        self.search.found.connect(self._show_found)
        self.field.textEdited.connect(lambda _text: self._rest.start())
        self.field.returnPressed.connect(self._to_list)
        self.in_a_row.clicked.connect(self.follow)
        self.nearest.clicked.connect(lambda: self.look_for(str(self.nearest.property("word"))))
        self.list.activated.connect(lambda _index: self._go())
        self.list.clicked.connect(lambda _index: self._go())
        self._workspace.story_changed.connect(lambda _ids: self.isVisible() and self._rest.start())
        self._workspace.draft_edited.connect(lambda *_: self.isVisible() and self._rest.start())

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(_("Find in the whole story"))
        self.field.setAccessibleName(_("Find in the whole story"))
        self.told.setProperty("part", "soft")
        self.told.setWordWrap(True)
        self.nearest.setProperty("part", "link")
        row = QHBoxLayout()
        row.addWidget(self.in_a_row)
        row.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(IN_PANEL, IN_CARD, IN_PANEL, BETWEEN_CONTROLS)
        head.setSpacing(BETWEEN_CONTROLS)
        head.addWidget(self.field)
        head.addLayout(row)
        head.addWidget(self.told)
        near = QHBoxLayout()
        near.setSpacing(IN_CONTROL)
        near.addWidget(self.nearest)
        near.addStretch(1)
        head.addLayout(near)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)


def _find_row(story: Story, one: Find) -> Row:
    words, spans = _around(one.text, one.spans)
    item = story.items[one.item]
    if isinstance(item, Draft) and one.paragraph:
        return _row_in(item, words, spans, (one.paragraph, one))
    if isinstance(item, Character):
        return Row(words, _said_by(story, item, one.said), one, spans=spans)
    return Row(words, _("In a note"), one, spans=spans)


def _line_row(story: Story, one: Line) -> Row:
    text = f"{one.before}{one.words}{one.after}"
    span = len(one.before), len(one.before) + len(one.words)
    words, spans = _around(text, (span,))
    return _row_in(story.draft(one.passage.draft), words, spans, (one.passage.paragraphs[0], one))


def _row_in(draft: Draft, words: str, spans: tuple[Span, ...], what: tuple[object, object]) -> Row:
    paragraph, stands_for = what
    number = draft.text.place_of(paragraph) or 0  # pyright: ignore[reportArgumentType]
    second = _("Passage {number}").format(number=number + 1)
    colour = int(draft.colour) if draft.colour.isdigit() else None
    return Row(words, second, stands_for, draft.letter, colour, spans)


def _said_by(story: Story, sheet: Character, said: str) -> str:
    """Return whose sheet says it, and under which field."""
    name = sheet.name or _("Nameless")
    if said.startswith(VALUE):
        field = story.items.get(said.removeprefix(VALUE).partition("/")[0])
        if isinstance(field, SheetField):
            return _("Sheet of {name}: {field}").format(name=name, field=field.name)
    return _("Sheet of {name}").format(name=name)


def _around(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return what stands around the first words found, and where they are in that."""
    plain = text.replace("\n", " ")
    first = spans[0][0] if spans else 0
    start = 0
    if first > _BEFORE:
        start = plain.rfind(" ", 0, first - _BEFORE + 1) + 1
    before = "…" if start else ""
    shift = len(before) - start
    shown = before + plain[start : start + _SHOWN]
    return shown, tuple((a + shift, b + shift) for a, b in spans if a >= start)
