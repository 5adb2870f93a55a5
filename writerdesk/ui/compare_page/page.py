"""The page drafts are compared on: the pane, and a sentence where there is nothing to show."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from writerdesk.compare.bounds import Certainty
from writerdesk.compare.plans import Arrangement
from writerdesk.compare.takes import Taking, WordsTaking
from writerdesk.manuscript import Document, Place
from writerdesk.ui.compare_page.beat_notes import beside_columns
from writerdesk.ui.compare_page.choosing import Choosing
from writerdesk.ui.compare_page.columns import (
    MOST,
    Still,
    in_the_middle,
    most_tied,
)
from writerdesk.ui.compare_page.deeds import Deeds, moved_on
from writerdesk.ui.compare_page.editing import Editing
from writerdesk.ui.compare_page.flipping import Flipping
from writerdesk.ui.compare_page.offers import Offers
from writerdesk.ui.compare_page.paper import Paper
from writerdesk.ui.compare_page.standing import Standing
from writerdesk.ui.compare_page.taking_all import ask_to_take_everything, offer_targets
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.find_bar import FindBar
from writerdesk.ui.look import Look
from writerdesk.ui.message_bar import Offer
from writerdesk.ui.nothing import Nothing
from writerdesk.ui.pane import Column, ComparisonPane
from writerdesk.ui.pane.finding import Finding
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
    files_asked = Signal()
    read_changed = Signal()
    """Another column is read, or it says something else."""
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
        self._workspace = workspace
        self._arranged = True
        self._stood: tuple[str, ...] = ()
        self._wanted: tuple[str, Place] | None = None
        self._taking: tuple[str, Document] | None = None
        self._is_late = self._wants_keys = False
        self.arrangement = Arrangement.SIDE_BY_SIDE
        self.certainty = Certainty.LIKELY
        self.together = True
        self.pane = ComparisonPane(look)
        self.comparing = Comparing(workspace, self, lane=lane)
        self.deeds = Deeds(workspace, lambda: self.pane.columns, self)
        self.choosing = Choosing(workspace, row, self)
        self.standing = Standing(workspace, row, self)
        self.flipping = Flipping(self.standing, self.pane, look, self)
        self.offers = Offers(self.choosing, self.flipping, self.pane)
        self.editing = Editing(workspace, self.pane, look, write)
        self.in_place = self.editing.in_place
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
    def slots(self) -> tuple[str, ...]:
        """What stands in the columns."""
        return self.standing.slots

    @property
    def read(self) -> Column | None:
        """The column that is being read, if a comparison is shown."""
        columns = self.pane.columns
        shown = self._stack.currentWidget() is self.pane and columns
        return columns[min(self.pane.view.active, len(columns) - 1)] if shown else None

    @property
    def note(self) -> str:
        """What the page says where no comparison is shown."""
        return self._note.words

    def compare(self, *slots: str) -> None:
        """Put two to four drafts side by side, or what was fetched to stand beside them."""
        self.standing.stand(*slots)

    def put_beside(self, draft: str, still: Still) -> None:
        """Compare a draft with a text that stands still."""
        self.standing.put_beside(draft, still)

    def compare_something(self, current: str) -> None:
        """Compare what was compared last, else the current draft with the next other one."""
        ids = [draft.id for draft in self._workspace.story.drafts]
        if self.standing.is_comparison:
            self.compare(*self.slots)
            return
        others = [id for id in ids if id != current]
        if current not in ids or not others:
            self._tell_alone(current if current in ids else "")
            return
        self.compare(*sorted((current, others[0]), key=ids.index))

    def show_draft(self, draft: str, *, added: bool = False) -> None:
        """Put a draft into the column that has the focus, or add it as a column."""
        active = self.flipping.place_of(self.pane.view.active)
        self.standing.show(draft, active, added=added)

    def go_to_when_shown(self, slot: str, place: Place) -> None:
        """Bring a passage to the focus line, now or when the comparison is here."""
        self._wanted = (slot, place)
        self._go_to_wanted()

    def swap(self) -> None:
        """Let the sides change places."""
        self.compare(*self.flipping.turned)

    def take_keys(self) -> None:
        """Let the keys go to the columns, now or when the comparison is here."""
        self._wants_keys = True
        self.pane.setFocus()

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
        self.flipping.arrangement = self.arrangement
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
        together, alone = _("The columns scroll together"), _("Each column scrolls alone")
        self.told.emit(together if self.together else alone)
        self.state_changed.emit()

    def switch_overlooked(self, what: str) -> None:
        """Overlook something, or look at it again."""
        now = self.comparing.settings
        self.comparing.overlook(replace(now, **{what: not getattr(now, what)}))
        self._show_typography()
        self.state_changed.emit()

    def _show_flipped(self) -> None:
        if len(self.pane.columns) > 2:
            # Sides that were swapped while two had room: the most tied goes to the middle again.
            self._stood = ()
            self._compare()
        self._show_beside()
        self.read_changed.emit()

    def _compare(self) -> None:
        """Compare what stands in the columns now."""
        slots = self.slots
        self._arranged = len(slots) != 3 or set(slots) == set(self._stood)
        self._stood = slots
        self.pane.set_arrangement(self._look_for(slots))
        self.comparing.compare(*slots, fixed=self.standing.fixed)
        self.chosen.emit(slots)
        self.state_changed.emit()

    def _follow_story(self) -> None:
        """Show what is kept beside the texts, and no draft that is no more."""
        if not self.standing.leave_out_what_is_gone():
            self._show_beside()
            return
        self._stack.setCurrentWidget(self._note)
        self.pane.list_panel.show_nothing()
        self.comparing.stop()
        if self.isVisible():
            self.compare_something(next(iter(self.slots), ""))

    def _lay_out(self) -> None:
        self._note = Nothing()
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
        self.pane.heads.activated.connect(self.read_changed)
        self.pane.swap_asked.connect(self.swap)
        self.pane.all_ties_asked.connect(lambda: self.show_ties(Certainty.ALL))
        self.pane.column_change_asked.connect(self.offers.for_column)
        self.pane.flip_asked.connect(self.flipping.flip)
        self.pane.together_asked.connect(self.switch_together)
        self.pane.view.geometry_changed.connect(self.flipping.fit)
        self.flipping.told.connect(self.told)
        self.flipping.leaving.connect(self.in_place.leave)
        self.flipping.flipped.connect(self._show_flipped)
        self.standing.changed.connect(self._compare)
        self.choosing.draft_chosen.connect(self.standing.put)
        self.choosing.still_chosen.connect(self.standing.put_still)
        self.choosing.close_chosen.connect(self.standing.close)
        self.choosing.told.connect(self.told)
        commands.takes.asked.connect(self._take)
        commands.takes.new_asked.connect(
            lambda passage: self.deeds.take_into_new(passage, self.pane.view.active)
        )
        commands.takes.target_wanted.connect(lambda unit: offer_targets(self.pane, unit))
        commands.takes.told.connect(self.told)
        commands.verdict_asked.connect(self.deeds.judge)
        commands.pinned.connect(self.deeds.pin)
        commands.why_told.connect(self.told)
        commands.edit_asked.connect(self.editing.edit)
        self.editing.told.connect(self.told)
        self.deeds.told.connect(self.told)
        self.paper.told.connect(self.told)
        self._workspace.story_changed.connect(self._follow_story)
        self.pane.view.pointer.note_clicked.connect(self.note_asked)
        self._workspace.draft_edited.connect(self._note_edit)
        self._stale.timeout.connect(self._tell_stale)

    def _take(self, asked: Taking | WordsTaking) -> None:
        """Take, and light what was taken once it is there."""
        if self.read is None:
            return
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

    def _look_for(self, slots: tuple[str, ...]) -> Arrangement:
        # Four columns are too narrow for ribbons between them.
        return Arrangement.LINED_UP if len(slots) == MOST else self.arrangement

    def _tell_waiting(self) -> None:
        if self._stack.currentWidget() is not self.pane:
            self._tell(_("Comparing {left} and {right}…"))

    def _tell_given_up(self) -> None:
        self._stack.setCurrentWidget(self._note)
        self._tell(_("{left} and {right} could not be compared. The next change tries again."))

    def _tell_alone(self, draft: str) -> None:
        self.standing.alone(draft)
        earlier = Offer(_("Earlier Version or File…"), self.offers.beside)
        self._note.say(
            _("A comparison needs two texts. Add another draft, or copy this one and change it."),
            Offer(_("Add Drafts from Files…"), self.files_asked.emit),
            *((earlier,) if draft else ()),
        )
        self._stack.setCurrentWidget(self._note)
        self.pane.list_panel.show_nothing()
        self.chosen.emit(())

    def _tell(self, sentence: str) -> None:
        """Say of the drafts what is to be said, on the empty page and in the status bar."""
        if len(self.slots) > 1:
            left, right = self.standing.letters
            told = sentence.format(left=left, right=right)
            self._note.say(told)
            self.told.emit(told)

    def _show(self, answer: Answer) -> None:
        if answer.slots != self.slots:
            return
        hub = most_tied(len(answer.slots), answer.comparisons) if len(answer.slots) > 2 else 0
        if not self._arranged:
            self._arranged = True
            if hub != 1:
                self._stood = in_the_middle(answer.slots, hub)
                self.compare(*self._stood)
                return
        self._stale.stop()
        late = self._is_late or self._stack.currentWidget() is not self.pane
        self._is_late = False
        self._stack.setCurrentWidget(self.pane)
        before = [column.draft for column in self.pane.columns], self.flipping.room_told
        self.flipping.show(answer, 1 if len(answer.slots) == 3 else hub)
        self._light()
        if self._wants_keys and not isinstance(QApplication.focusWidget(), (QLineEdit, QTextEdit)):
            self.pane.setFocus()
        self._wants_keys = False
        now = [column.draft for column in self.pane.columns], self.flipping.room_told
        if late or before != now:
            self.told.emit(" · ".join(filter(None, (self.pane.counted, self.flipping.room_told))))
        self._show_beside()
        self._go_to_wanted()
        self.read_changed.emit()

    def _go_to_wanted(self) -> None:
        if self._wanted is None:
            return
        slot, place = self._wanted
        self.flipping.bring(slot)
        shown = [column.draft for column in self.pane.columns]
        if tuple(shown) != self.flipping.slots:
            return
        self._wanted = None
        column = shown.index(slot)
        number = self.pane.columns[column].document.place_of(place.paragraph)
        if number is not None:
            self.pane.commands.go_to_passage(column, number)

    def _note_edit(self, draft: str) -> None:
        if draft in self.slots and self.isVisible() and not self._stale.isActive():
            self._stale.start()

    def _tell_stale(self) -> None:
        drafts = self._workspace.story.draft
        shown = (column for column in self.pane.columns if column.draft in self.slots)
        for column in shown:
            if not column.fixed and drafts(column.draft).text is not column.document:
                self.told.emit(moved_on(column))
                self._is_late = True

    def _take_all_of(self, columns: tuple[int, int]) -> None:
        if comparison := self.pane.comparison(min(columns), max(columns)):
            self.deeds.take_everything(columns, comparison)

    def _show_typography(self) -> None:
        now = self.comparing.settings
        self.pane.show_typography(shown=not (now.quotes_and_dashes and now.spaces and now.format))

    def _show_beside(self) -> None:
        pane = self.pane
        if any(not column.fixed and column.draft not in self.slots for column in pane.columns):
            # Of a draft that is no more nothing can be said; others are about to stand there.
            return
        pane.show_beside_text(beside_columns(self._workspace.story, pane.columns, pane.reading))
