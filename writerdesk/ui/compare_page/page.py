"""The page drafts are compared on: the pane, and a sentence where there is nothing to show."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from writerdesk.manuscript import Passage, Place
from writerdesk.story.beside import beside
from writerdesk.ui.compare_page.deeds import Deeds
from writerdesk.ui.compare_page.taking_all import ask_to_take_everything
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import PAGE_EDGE
from writerdesk.ui.pane import Column, ComparisonPane
from writerdesk.ui.pane.taking import Unit
from writerdesk.ui.telling import words_told
from writerdesk.words import _
from writerdesk.workspace.comparing import Answer, Comparing
from writerdesk.workspace.workspace import Workspace


class ComparePage(QWidget):
    """Shows the comparison of two drafts and does what is asked for in it."""

    told = Signal(str)
    edit_asked = Signal(str, Place)
    chosen = Signal(str, str)

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        row: Callable[[str], DraftRow | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._row = workspace, row
        self.left = self.right = ""
        self.pane = ComparisonPane(look)
        self.comparing = Comparing(workspace, self)
        self.deeds = Deeds(workspace, lambda: self.pane.columns, self)
        self._note = QLabel()
        self._note.setProperty("part", "soft")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(PAGE_EDGE, PAGE_EDGE, PAGE_EDGE, PAGE_EDGE)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._note)
        self._stack.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    @property
    def note(self) -> str:
        """What the page says where no comparison is shown."""
        return self._note.text()

    def compare(self, left: str, right: str) -> None:
        """Put two drafts side by side."""
        self.left, self.right = left, right
        self.comparing.compare(left, right)
        self.chosen.emit(left, right)

    def compare_something(self, current: str) -> None:
        """Compare what was compared last, else the current draft with the next other one."""
        ids = [draft.id for draft in self._workspace.story.drafts]
        if self.left in ids and self.right in ids:
            self.compare(self.left, self.right)
            return
        others = [id for id in ids if id != current]
        if current not in ids or not others:
            self._note.setText(
                _(
                    "A comparison needs two texts. Add another draft, or copy this one and"
                    " change it."
                )
            )
            self._stack.setCurrentWidget(self._note)
            return
        self.compare(*sorted((current, others[0]), key=ids.index))

    def show_draft(self, draft: str) -> None:
        """Put a draft into the column that has the focus."""
        if draft in (self.left, self.right):
            return
        if self.pane.view.active == 1:
            self.compare(self.left, draft)
        else:
            self.compare(draft, self.right)

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        commands = self.pane.commands
        return {
            "compare.swap": lambda: self.compare(self.right, self.left),
            "compare.next": lambda: commands.next_stop(1),
            "compare.previous": lambda: commands.next_stop(-1),
            "compare.level": commands.level,
            "compare.tie": self._while_shown(commands.tie),
            "compare.untie": self._while_shown(commands.untie),
            "compare.why": commands.why,
            "compare.take": self._while_shown(lambda: commands.takes.take(Unit.PASSAGE)),
            "compare.take_beat": self._while_shown(lambda: commands.takes.take(Unit.BEAT)),
            "compare.take_words": self._while_shown(lambda: commands.takes.take(Unit.WORDS)),
            "compare.take_all": self._while_shown(self._take_everything),
            "compare.new_passage": self._while_shown(lambda: commands.takes.into_new(Unit.PASSAGE)),
            "compare.new_beat": self._while_shown(lambda: commands.takes.into_new(Unit.BEAT)),
            "compare.new_words": self._while_shown(lambda: commands.takes.into_new(Unit.WORDS)),
        }

    def _while_shown(self, do: Callable[[], object]) -> Callable[[], object]:
        # Their keys hold in the whole window: in Write, Ctrl+Return must not change another draft.
        return lambda: do() if self.isVisible() else None

    def _connect(self) -> None:
        commands = self.pane.commands
        self.comparing.compared.connect(self._show)
        self.comparing.asked.connect(self._tell_waiting)
        self.comparing.given_up.connect(self._tell_given_up)
        self.pane.current_changed.connect(self.told)
        self.pane.swap_asked.connect(lambda: self.compare(self.right, self.left))
        self.pane.column_change_asked.connect(self._offer_drafts)
        commands.takes.asked.connect(self.deeds.take)
        commands.takes.new_asked.connect(self._take_into_new)
        commands.takes.told.connect(self.told)
        commands.verdict_asked.connect(self.deeds.judge)
        commands.pinned.connect(self.deeds.pin)
        self.deeds.told.connect(self.told)
        self._workspace.story_changed.connect(self._show_beside)
        commands.why_told.connect(self.told)
        commands.edit_asked.connect(self.edit_asked)

    def _tell_waiting(self) -> None:
        if self._stack.currentWidget() is not self.pane:
            self._tell(_("Comparing {left} and {right}…"))

    def _tell_given_up(self) -> None:
        self._stack.setCurrentWidget(self._note)
        self._tell(_("{left} and {right} could not be compared. The next change tries again."))

    def _tell(self, sentence: str) -> None:
        """Say of the two drafts what is to be said, on the empty page and in the status bar."""
        rows = [self._row(self.left), self._row(self.right)]
        letters = [row.letter for row in rows if row]
        if len(letters) == 2:
            told = sentence.format(left=letters[0], right=letters[1])
            self._note.setText(told)
            self.told.emit(told)

    def _show(self, answer: Answer) -> None:
        columns = [
            self._column(answer.left, answer),
            self._column(answer.right, answer),
        ]
        self._stack.setCurrentWidget(self.pane)
        self.pane.update_texts(columns, {(0, 1): answer.comparison})

    def _column(self, draft: str, answer: Answer) -> Column:
        text = answer.left_text if draft == answer.left else answer.right_text
        row = self._row(draft)
        if row is None:
            return Column(draft, "", "", 0, text)
        return Column(
            draft,
            row.letter,
            row.name,
            row.number,
            text,
            words_told(row.facts),
            bool(row.facts.cut_off),
            beside(self._workspace.story, draft),
        )

    def _offer_drafts(self, column: int) -> None:
        menu = QMenu(self)
        for draft in self._workspace.story.drafts:
            row = self._row(draft.id)
            if row is None or draft.id in (self.left, self.right):
                continue
            words = _("{letter}: {name}").format(letter=row.letter, name=row.name)
            menu.addAction(words, lambda id=draft.id: self._put(id, column))
        menu.popup(QCursor.pos() + QPoint(0, 4))

    def _put(self, draft: str, column: int) -> None:
        self.compare(*((draft, self.right) if column == 0 else (self.left, draft)))

    def _take_into_new(self, passage: Passage) -> None:
        self.deeds.take_into_new(passage, self.pane.view.active)

    def _take_everything(self) -> None:
        """Ask before a whole draft says something else; it can be undone all the same."""
        source = self.pane.view.active
        if len(self.pane.columns) == 2 and not self.pane.columns[1 - source].fixed:
            columns = source, 1 - source
            letters = tuple(self.pane.columns[number].letter for number in columns)
            ask_to_take_everything(self, letters, lambda: self._take_all_of(columns))

    def _take_all_of(self, columns: tuple[int, int]) -> None:
        if comparison := self.pane.comparison(*sorted(columns)):
            self.deeds.take_everything(columns, comparison)

    def _show_beside(self) -> None:
        """Show the verdicts and origins of the drafts in the columns as they are now."""
        drafts = {draft.id for draft in self._workspace.story.drafts}
        self.pane.show_beside_text(
            {
                column.draft: beside(self._workspace.story, column.draft)
                for column in self.pane.columns
                if column.draft in drafts
            }
        )
