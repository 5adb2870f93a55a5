"""What the keys and clicks in a comparison mean, and what they ask others to do.

Going somewhere happens here; what would change a text is only announced, in the past tense.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from writerdesk.compare.plans import GAP_ROW
from writerdesk.compare.stops import Reading, Stop
from writerdesk.compare.values import By, Pin
from writerdesk.manuscript import Passage, Place, whole_passage
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane.gutter import Label
from writerdesk.ui.pane.keys import Command
from writerdesk.ui.pane.levelling import Levelling, bring_into_view, is_in_view
from writerdesk.ui.pane.scene import Column, Selection, TextPlace
from writerdesk.ui.pane.selected import selected_text
from writerdesk.ui.pane.taking import Takes, Unit
from writerdesk.ui.pane.view import ColumnsView
from writerdesk.ui.pane.whereabouts import current_stop, here, passage_of, words_here
from writerdesk.ui.pane.why import why_tied
from writerdesk.words import _


class Commands(QObject):
    """Does what the writer asks for in the columns, or announces it."""

    verdict_asked = Signal(str, Passage)
    edit_asked = Signal(str, Place)
    pinned = Signal(Pin)
    why_told = Signal(str)
    keys_asked = Signal()
    flip_asked = Signal()
    spoken_asked = Signal()
    focus_moved = Signal(int, int)

    def __init__(self, view: ColumnsView, look: Look) -> None:
        super().__init__(view)
        self._view = view
        self.takes = Takes(view)
        self._levelling = Levelling(view, look)
        self._meanings = self._all_meanings()
        view.asked.connect(self.obey)
        view.pointer.label_clicked.connect(self._label_clicked)
        view.pointer.gap_clicked.connect(self._gap_clicked)
        view.pointer.tie_drawn.connect(self._tie_drawn)
        view.pointer.pencil_clicked.connect(self._edit)

    @property
    def reading(self) -> Reading | None:
        """The comparison as it is laid out."""
        return self._view.reading

    @property
    def current(self) -> Stop | None:
        """The stop the reader is at."""
        return current_stop(self._view.scene)

    @property
    def _columns(self) -> tuple[Column, ...]:
        return self._view.scene.columns if self._view.scene else ()

    def obey(self, command: Command) -> None:
        """Do what a key asks for."""
        self._meanings[command]()

    def next_stop(self, step: int = 1, *, alone: bool = False) -> None:
        """Go to the next stop, or with -1 to the one before; ``alone``: told by one draft only."""
        reading = self.reading
        if reading is None:
            return
        here = self._position() + (step if self.current or step > 0 else 0)
        while 0 <= here < len(reading.stops):
            if not alone or reading.stops[here].column is not None:
                self.go_to(here)
                return
            here += step

    def go_to(self, number: int) -> None:
        """Bring a stop level to the focus line."""
        # The list may be a moment behind the columns.
        if self.reading is not None and number < len(self.reading.stops):
            self._view.go_to(self.reading.stops[number])
            self._focus_on_current()

    def go_to_passage(self, column: int, paragraph: int) -> None:
        """Bring a passage to the focus line, level with its partners if it has any."""
        stop = self.reading.stop_at(column, paragraph) if self.reading else None
        if stop is not None:
            self._view.go_to(stop)
            bring_into_view(self._view, column, paragraph)
        else:
            self._view.go_to_paragraph(column, paragraph)
        self._make_current(column, paragraph)
        self._focus_on(column, paragraph)

    def level(self) -> None:
        """Bring the current passage's partners beside it: what is in sight stands still."""
        scene, active = self._view.scene, self._view.active
        stop = self.current
        if scene is None or stop is None:
            return
        told = (block for block in scene.stage.blocks() if block.paragraph != GAP_ROW)
        seen = {block.column for block in told if scene.stop_of(block) == stop.number}
        standing = active if active in seen or not seen else min(seen)
        if stop.runs[standing]:
            self._levelling.level(stop, standing)

    def show_beside(self) -> None:
        """Bring what stands elsewhere in another column beside the current passage."""
        stop = self.current
        if stop is None or stop.column is not None:
            self.why_told.emit(_("No other draft has this, as far as found."))
        else:
            self.level()

    def why(self) -> None:
        """Tell why the current passages are tied."""
        if self.reading is not None and self.current:
            self.why_told.emit(why_tied(self.reading, self._columns, self.current))

    def untie(self) -> None:
        """Say that the current passages are not the same."""
        self._pin(By.FORBIDDEN)

    def tie(self) -> None:
        """Say that the current passages are the same."""
        self._pin(By.CONFIRMED)

    def copy(self) -> None:
        """Copy what is selected."""
        scene = self._view.scene
        if scene and (text := selected_text(scene)):
            QGuiApplication.clipboard().setText(text)

    def select_passage(self) -> None:
        """Select the passage the reader is at."""
        if place := self.here():
            self._select(place[0], place[1], place[1])

    def select_all(self) -> None:
        """Select all of the column the reader is in."""
        column = self._view.active
        if self._columns and (count := len(self._columns[column].document)):
            self._select(column, 0, count - 1)

    def _select(self, column: int, first: int, last: int) -> None:
        end = len(self._columns[column].document.paragraphs[last].text)
        ends = TextPlace(column, first, 0), TextPlace(column, last, end)
        self._view.change(selection=Selection(*ends))

    def _position(self) -> int:
        """Return the current stop, or where the next one would be from here."""
        scene = self._view.scene
        if scene is None or scene.current >= 0:
            return scene.current if scene else 0
        segment = scene.stage.axis.segment
        later = (stop.number for stop in scene.stage.reading.stops if stop.segment > segment)
        return next(later, len(scene.stage.reading.stops)) - 1

    def here(self) -> tuple[int, int] | None:
        """Return the passage the keys mean: the focused one, the caret's, the current stop's."""
        return here(self._view.scene, self._view.active)

    def _focus_on_current(self) -> None:
        stop = self.current
        run = stop.runs[self._view.active] if stop else None
        if run:
            self._focus_on(self._view.active, run.start)

    def _focus_on(self, column: int, paragraph: int) -> None:
        self._view.active = column
        self._view.change(focus=(column, paragraph), selection=None)
        self.focus_moved.emit(column, paragraph)

    def _walk(self, step: int) -> None:
        place = self.here()
        if place is None:
            self._focus_on_current()
            return
        column, paragraph = place
        paragraph = min(max(0, paragraph + step), len(self._columns[column].document) - 1)
        bring_into_view(self._view, column, paragraph)
        self._make_current(column, paragraph)
        self._focus_on(column, paragraph)

    def _make_current(self, column: int, paragraph: int) -> None:
        stop = self.reading.stop_at(column, paragraph) if self.reading else None
        if stop is not None:
            self._view.change(current=stop.number)

    def _to_column(self, column: int) -> None:
        if column >= len(self._columns):
            return
        self._view.active = column
        run = self.current.runs[column] if self.current else None
        if run:
            bring_into_view(self._view, column, run.start)
            self._focus_on(column, run.start)
        else:
            self._view.change(focus=None)
            self.focus_moved.emit(column, -1)

    def _label_clicked(self, label: Label, standing: int) -> None:
        if self.reading is not None:
            stop = self.reading.stops[label.stop]
            if not is_in_view(self._view, stop):
                self.go_to(stop.number)
                return
            self._view.change(current=stop.number)
            self._levelling.level(stop, standing)

    def _gap_clicked(self, segment: int) -> None:
        reading = self.reading
        if reading is None:
            return
        column = reading.segments[segment].column or 0
        stop = reading.stop_at(column, reading.segments[segment].runs[column].start)
        if stop is not None:
            self._view.go_to(stop, segment=segment)

    def _pin(self, by: By) -> None:
        stop = self.current
        sides = [(c, run) for c, run in enumerate(stop.runs) if run] if stop else []
        if len(sides) == 2:
            left, right = (
                whole_passage(self._columns[c].draft, self._columns[c].document, *run)
                for c, run in sides
            )
            self.pinned.emit(Pin(left, right, by))

    def _tie_drawn(self, dragged: tuple[int, int], onto: tuple[int, int]) -> None:
        left, right = (
            whole_passage(self._columns[c].draft, self._columns[c].document, n, n + 1)
            for c, n in sorted((dragged, onto))
        )
        self.pinned.emit(Pin(left, right, By.DRAWN))

    def _edit(self) -> None:
        if place := self.here():
            column = self._columns[place[0]]
            selection = self._view.scene.selection if self._view.scene else None
            offset = selection.caret.offset if selection else 0
            self.edit_asked.emit(column.draft, Place(column.document.ids[place[1]], offset))

    def _judge(self, verdict: str) -> None:
        place = self.here()
        if place and not self._columns[place[0]].fixed:
            column = self._columns[place[0]]
            passage = whole_passage(column.draft, column.document, place[1], place[1] + 1)
            self.verdict_asked.emit(verdict, passage)

    def passage_here(self) -> Passage | None:
        """Return what is selected, else the passage the keys mean; None if it is of no draft."""
        scene, place = self._view.scene, self.here()
        if scene is None or place is None or self._columns[place[0]].fixed:
            return None
        words = words_here(scene)
        if words and scene.selection and not scene.selection.is_empty:
            return passage_of(scene, words)
        column = self._columns[place[0]]
        return whole_passage(column.draft, column.document, place[1], place[1] + 1)

    def _star(self) -> None:
        """Star the sentence under the caret; with no caret, all sentences of the passage."""
        scene, words = self._view.scene, words_here(self._view.scene)
        if scene is None or words is None:
            self._judge("star")
        elif not self._columns[words.column].fixed:
            self.verdict_asked.emit("star", passage_of(scene, words))

    def _escape(self) -> None:
        self._view.return_together()
        self._view.change(selection=None)

    def _all_meanings(self) -> Mapping[Command, Callable[[], object]]:
        view = self._view
        columns = (Command.COLUMN_1, Command.COLUMN_2, Command.COLUMN_3, Command.COLUMN_4)
        return {
            **{c: lambda n=n: self._to_column(n) for n, c in enumerate(columns)},
            Command.PASSAGE_BEFORE: lambda: self._walk(-1),
            Command.PASSAGE_AFTER: lambda: self._walk(1),
            Command.COLUMN_BEFORE: lambda: self._to_column(max(0, view.active - 1)),
            Command.COLUMN_AFTER: lambda: self._to_column(view.active + 1),
            Command.PAGE_UP: lambda: view.page(-1.0),
            Command.PAGE_DOWN: lambda: view.page(1.0),
            Command.START: view.to_start,
            Command.END: view.to_end,
            Command.NEXT_STOP: self.next_stop,
            Command.PREVIOUS_STOP: lambda: self.next_stop(-1),
            Command.NEXT_ALONE: lambda: self.next_stop(alone=True),
            Command.PREVIOUS_ALONE: lambda: self.next_stop(-1, alone=True),
            Command.TAKE: lambda: self.takes.take(Unit.PASSAGE),
            Command.TAKE_STOP: lambda: self.takes.take(Unit.BEAT),
            Command.TAKE_WORDS: lambda: self.takes.take(Unit.WORDS),
            Command.KEEP: lambda: self._judge("keep"),
            Command.MAYBE: lambda: self._judge("maybe"),
            Command.LEAVE: lambda: self._judge("leave"),
            Command.STAR: self._star,
            Command.WHY: self.why,
            Command.UNTIE: self.untie,
            Command.TIE: self.tie,
            Command.EDIT: self._edit,
            Command.FLIP: self.flip_asked.emit,
            Command.KEYS: self.keys_asked.emit,
            Command.COPY: self.copy,
            Command.ESCAPE: self._escape,
            Command.SPOKEN: self.spoken_asked.emit,
        }
