"""The page drafts are compared on: the pane, and a sentence where there is nothing to show."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from writerdesk.compare.bounds import Certainty
from writerdesk.compare.plans import Arrangement
from writerdesk.compare.takes import Taking, WordsTaking
from writerdesk.manuscript import Document, ParagraphId, Place
from writerdesk.story.drafting import edit_text
from writerdesk.story.parts import with_part
from writerdesk.story.story import Story
from writerdesk.ui.compare_page.beat_notes import beside_columns
from writerdesk.ui.compare_page.choosing import NEW, Choosing
from writerdesk.ui.compare_page.columns import (
    MOST,
    Still,
    column_of,
    in_the_middle,
    letters_of,
    most_tied,
)
from writerdesk.ui.compare_page.deeds import Deeds, moved_on
from writerdesk.ui.compare_page.paper import Paper
from writerdesk.ui.compare_page.taking_all import ask_to_take_everything
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.find_bar import FindBar
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import PAGE_EDGE
from writerdesk.ui.pane import Column, ComparisonPane
from writerdesk.ui.pane.finding import Finding
from writerdesk.ui.pane.in_place import InPlace
from writerdesk.ui.pane.lighting import Lighting
from writerdesk.ui.pane.taking import Unit
from writerdesk.words import _
from writerdesk.workspace.comparing import Answer, Comparing
from writerdesk.workspace.compute import ComputeLane
from writerdesk.workspace.workspace import Workspace

# Newer marks are usually there by then; a sentence that comes and goes at every key is noise.
_STALE_AFTER = 400


class ComparePage(QWidget):
    """Shows the comparison of two to four texts and does what is asked for in it."""

    told = Signal(str)
    chosen = Signal(object)
    """The columns' drafts, by id."""
    state_changed = Signal()
    note_asked = Signal(str)
    """The id of a note whose dot was clicked."""

    def __init__(
        self,
        home: tuple[Workspace, ComputeLane],
        look: Look,
        row: Callable[[str], DraftRow | None],
        write: Callable[[str, Document], object],
    ) -> None:
        super().__init__()
        workspace, lane = home
        self._workspace, self._row, self._write = workspace, row, write
        self.slots: tuple[str, ...] = ()
        self._still: dict[str, Still] = {}
        self._arranged = True
        self._wanted: tuple[str, Place] | None = None
        self._taking: tuple[str, Document] | None = None
        self._is_late = False
        self.arrangement = Arrangement.SIDE_BY_SIDE
        self.certainty = Certainty.LIKELY
        self.together = True
        self.pane = ComparisonPane(look)
        self.comparing = Comparing(workspace, self, lane=lane)
        self.deeds = Deeds(workspace, lambda: self.pane.columns, self)
        self.choosing = Choosing(workspace, row, self)
        self.in_place = InPlace(self.pane.view, look, workspace.identities.paragraph)
        self.find_bar = FindBar(look)
        self.finding = Finding(self.pane.view, self.find_bar)
        self.lighting = Lighting(self.pane.view, look)
        self.paper = Paper(self.pane, look, self)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_STALE_AFTER)
        self._lay_out()
        self._connect()

    @property
    def left(self) -> str:
        """What stands in the first column."""
        return self.slots[0] if self.slots else ""

    @property
    def right(self) -> str:
        """What stands in the last column."""
        return self.slots[-1] if self.slots else ""

    @property
    def note(self) -> str:
        """What the page says where no comparison is shown."""
        return self._note.text()

    def compare(self, *slots: str) -> None:
        """Put two to four drafts side by side, or what was fetched to stand beside them."""
        self._arranged = len(slots) != 3 or set(slots) == set(self.slots)
        self.slots = slots
        fixed = {slot: still.text for slot, still in self._still.items() if slot in slots}
        self.pane.set_arrangement(self._look_for(slots))
        self.comparing.compare(*slots, fixed=fixed)
        self.chosen.emit(slots)
        self.state_changed.emit()

    def put_beside(self, draft: str, still: Still) -> None:
        """Compare a draft with a text that stands still."""
        self._still[still.slot] = still
        self.compare(draft, still.slot)

    def compare_something(self, current: str) -> None:
        """Compare what was compared last, else the current draft with the next other one."""
        ids = [draft.id for draft in self._workspace.story.drafts]
        if self.slots and all(slot in ids or slot in self._still for slot in self.slots):
            self.compare(*self.slots)
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

    def show_draft(self, draft: str, *, added: bool = False) -> None:
        """Put a draft into the column that has the focus, or add it as a column."""
        if draft in self.slots:
            return
        active = min(self.pane.view.active, len(self.slots) - 1)
        self._put(NEW if added and len(self.slots) < MOST else active, draft)

    def go_to_when_shown(self, slot: str, place: Place) -> None:
        """Bring a passage to the focus line, now or when the comparison is here."""
        self._wanted = (slot, place)
        self._go_to_wanted()

    def swap(self) -> None:
        """Let the sides change places."""
        self.compare(*reversed(self.slots))

    def choose_other(self) -> QMenu:
        """Offer what could stand in the column that does not have the focus."""
        return self.choosing.offer(1 if self.pane.view.active == 0 else 0, self.slots)

    def choose_another(self) -> QMenu | None:
        """Offer what could be added as a column."""
        if len(self.slots) < MOST:
            return self.choosing.offer(NEW, self.slots)
        self.told.emit(_("Four columns are as many as can be read at once."))
        return None

    def take(self, unit: str) -> None:
        """Take a passage, a beat or words into the other column."""
        self.pane.commands.takes.take(Unit(unit))

    def take_into_new(self, unit: str) -> None:
        """Take a passage, a beat or words into a draft of its own."""
        self.pane.commands.takes.into_new(Unit(unit))

    def take_everything(self) -> None:
        """Ask before a whole draft says something else; it can be undone all the same."""
        source = self.pane.view.active
        targets = self.pane.commands.takes.targets()
        if len(self.pane.columns) != 2 or not targets:
            self.told.emit(_("Everything can be taken where two columns are open, into a draft."))
            return
        letters = tuple(self.pane.columns[number].letter for number in (source, targets[0]))
        ask_to_take_everything(self, letters, lambda: self._take_all_of((source, targets[0])))

    def arrange(self, look: str) -> None:
        """Choose the look."""
        self.arrangement = Arrangement(look)
        self.pane.set_arrangement(self._look_for(self.slots))
        self.state_changed.emit()

    def show_ties(self, certainty: str) -> None:
        """Choose how sure a tie has to be to be shown."""
        self.certainty = Certainty(certainty)
        self.pane.set_certainty(self.certainty)
        self.state_changed.emit()

    def switch_together(self) -> None:
        """Scroll the columns together, or each alone."""
        self.together = not self.together
        self.pane.set_together(together=self.together)
        self.state_changed.emit()

    def switch_overlooked(self, what: str) -> None:
        """Overlook something, or look at it again."""
        now = self.comparing.settings
        self.comparing.overlook(replace(now, **{what: not getattr(now, what)}))
        self._show_typography()
        self.state_changed.emit()

    def _lay_out(self) -> None:
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
        column.addWidget(self.find_bar)

    def _connect(self) -> None:
        commands = self.pane.commands
        self.comparing.compared.connect(self._show)
        self.comparing.asked.connect(self._tell_waiting)
        self.comparing.given_up.connect(self._tell_given_up)
        self.pane.current_changed.connect(self.told)
        self.pane.swap_asked.connect(self.swap)
        self.pane.all_ties_asked.connect(lambda: self.show_ties(Certainty.ALL))
        self.pane.column_change_asked.connect(lambda n: self.choosing.offer(n, self.slots))
        self.choosing.draft_chosen.connect(self._put)
        self.choosing.still_chosen.connect(self._put_still)
        self.choosing.close_chosen.connect(self._close_column)
        self.choosing.told.connect(self.told)
        commands.takes.asked.connect(self._take)
        commands.takes.new_asked.connect(
            lambda passage: self.deeds.take_into_new(passage, self.pane.view.active)
        )
        commands.takes.target_wanted.connect(self._offer_targets)
        commands.takes.told.connect(self.told)
        commands.verdict_asked.connect(self.deeds.judge)
        commands.pinned.connect(self.deeds.pin)
        commands.why_told.connect(self.told)
        commands.edit_asked.connect(self._edit)
        self.in_place.typing.connect(self._keep_safe)
        self.in_place.edited.connect(self._put_back)
        self.deeds.told.connect(self.told)
        self.paper.told.connect(self.told)
        self._workspace.story_changed.connect(self._show_beside)
        self.pane.view.pointer.note_clicked.connect(self.note_asked)
        self._workspace.draft_edited.connect(self._note_edit)
        self._stale.timeout.connect(self._tell_stale)

    def _take(self, asked: Taking | WordsTaking) -> None:
        """Take, and light what was taken once it is there."""
        target = self.pane.columns[asked.target]
        self._taking = target.draft, target.document
        self.deeds.take(asked)

    def _light(self) -> None:
        if self._taking is None:
            return
        (draft, before), self._taking = self._taking, None
        for number, column in enumerate(self.pane.columns):
            if column.draft == draft and column.document is not before:
                known = dict(before)
                self.lighting.light(number, [id for id, p in column.document if known.get(id) != p])

    def _edit(self, slot: str, place: Place) -> None:
        column = self.slots.index(slot)
        shown = self.pane.columns[column]
        number = shown.document.place_of(place.paragraph)
        if shown.fixed:
            told = _("What {letter} shows can't be changed; passages can be taken from it.")
            self.told.emit(told.format(letter=shown.letter))
        elif number is not None and not self._workspace.is_read_only:
            self.in_place.open(column, number, place.offset)

    def _keep_safe(self, draft: str, ids: Sequence[ParagraphId], part: Document) -> None:
        # What is being edited in place is safe before it is put where it belongs.
        def written(story: Story) -> Story:
            after = with_part(story.draft(draft).text, ids, part, draft)
            return edit_text(story, draft, after) if after else story

        self._workspace.typing(draft, written)

    def _put_back(self, draft: str, ids: Sequence[ParagraphId], part: Document) -> None:
        after = with_part(self._workspace.story.draft(draft).text, ids, part, draft)
        if after is None:
            self.in_place.leave()
        else:
            self._write(draft, after)

    def _look_for(self, slots: tuple[str, ...]) -> Arrangement:
        # Four columns are too narrow for ribbons between them.
        return Arrangement.LINED_UP if len(slots) == MOST else self.arrangement

    def _put(self, column: int, slot: str) -> None:
        now = list(self.slots)
        if column == NEW:
            now.append(slot)
        else:
            now[column] = slot
        self.compare(*now)

    def _put_still(self, column: int, still: Still) -> None:
        self._still[still.slot] = still
        if still.slot not in self.slots:
            self._put(column, still.slot)

    def _close_column(self, column: int) -> None:
        self.compare(*(slot for number, slot in enumerate(self.slots) if number != column))

    def _tell_waiting(self) -> None:
        if self._stack.currentWidget() is not self.pane:
            self._tell(_("Comparing {left} and {right}…"))

    def _tell_given_up(self) -> None:
        self._stack.setCurrentWidget(self._note)
        self._tell(_("{left} and {right} could not be compared. The next change tries again."))

    def _tell(self, sentence: str) -> None:
        """Say of the drafts what is to be said, on the empty page and in the status bar."""
        if len(self.slots) > 1:
            left = letters_of(self.slots[:-1], self._letter)
            told = sentence.format(left=left, right=self._letter(self.slots[-1]))
            self._note.setText(told)
            self.told.emit(told)

    def _letter(self, slot: str) -> str:
        row = self._row(slot)
        return row.letter if row else self._still[slot].letter if slot in self._still else ""

    def _show(self, answer: Answer) -> None:
        if answer.slots != self.slots:
            return
        hub = most_tied(len(answer.slots), answer.comparisons) if len(answer.slots) > 2 else 0
        if not self._arranged:
            self._arranged = True
            if hub != 1:
                self.slots = in_the_middle(answer.slots, hub)
                self.compare(*self.slots)
                return
        self._stale.stop()
        late, self._is_late = self._is_late, False
        self._stack.setCurrentWidget(self.pane)
        columns = list(map(self._column, answer.slots, answer.texts))
        self.pane.update_texts(columns, answer.comparisons, hub=1 if len(columns) == 3 else hub)
        self._light()
        if late:
            self.told.emit(self.pane.counted)
        self._show_beside()
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        shown = [column.draft for column in self.pane.columns]
        if self._wanted is None or tuple(shown) != self.slots:
            return
        (slot, place), self._wanted = self._wanted, None
        column = shown.index(slot)
        number = self.pane.columns[column].document.place_of(place.paragraph)
        if number is not None:
            self.pane.commands.go_to_passage(column, number)

    def _column(self, slot: str, text: Document) -> Column:
        story, still = self._workspace.story, self._still.get(slot)
        return column_of(slot, text, still=still, row=self._row(slot), story=story)

    def _note_edit(self, draft: str) -> None:
        if draft in self.slots and self.isVisible() and not self._stale.isActive():
            self._stale.start()

    def _tell_stale(self) -> None:
        drafts = self._workspace.story.draft
        for column in self.pane.columns:
            if not column.fixed and drafts(column.draft).text is not column.document:
                self.told.emit(moved_on(column))
                self._is_late = True

    def _offer_targets(self, unit: Unit) -> None:
        menu = QMenu(self)
        takes = self.pane.commands.takes
        for number in takes.targets():
            words = _("Take into {letter}").format(letter=self.pane.columns[number].letter)
            menu.addAction(words, lambda n=number: takes.into(unit, n))
        menu.addAction(_("Take into a New Draft"), lambda: takes.into_new(unit))
        focus = QApplication.focusWidget() or self
        menu.popup(focus.mapToGlobal(focus.rect().center()))

    def _take_all_of(self, columns: tuple[int, int]) -> None:
        if comparison := self.pane.comparison(min(columns), max(columns)):
            self.deeds.take_everything(columns, comparison)

    def _show_typography(self) -> None:
        now = self.comparing.settings
        self.pane.show_typography(shown=not (now.quotes_and_dashes and now.spaces and now.format))

    def _show_beside(self) -> None:
        pane = self.pane
        pane.show_beside_text(beside_columns(self._workspace.story, pane.columns, pane.reading))
