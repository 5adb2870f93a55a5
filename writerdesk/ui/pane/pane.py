"""The comparison pane: heads, columns, overview strip and the list of stops, as one.

It knows what the keys and clicks mean and says, in the past tense, what the writer asked for; what
that does to the story is for others.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from writerdesk.compare.bounds import Certainty, ties_held_back
from writerdesk.compare.plans import Arrangement
from writerdesk.compare.relaying import read_as_before, relaid
from writerdesk.compare.stops import Reading, read_together
from writerdesk.compare.values import Comparison
from writerdesk.garbage import nothing_collected
from writerdesk.manuscript import ParagraphId
from writerdesk.story.beside import Beside
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane import accessible
from writerdesk.ui.pane.commands import Commands
from writerdesk.ui.pane.heads import Heads
from writerdesk.ui.pane.keys_card import keys_card
from writerdesk.ui.pane.scene import Column
from writerdesk.ui.pane.sentences import whereabouts_told
from writerdesk.ui.pane.spoken import SpokenView
from writerdesk.ui.pane.stop_list import StopList
from writerdesk.ui.pane.strip import NARROW_WIDTH, WIDTH, Strip
from writerdesk.ui.pane.told import told_of
from writerdesk.ui.pane.view import ColumnsView
from writerdesk.ui.pane.why import clear_of

_NARROW = 800
# What the list and its card say may follow the words a little later than the marks do.
_LIST_AFTER = 250
# Long enough to read three sentences twice.
_WHY_MS = 12_000


class ComparisonPane(QWidget):
    """Two to four drafts side by side; what the writer asks for is announced by signals."""

    current_changed = Signal(str)
    swap_asked = Signal()
    column_change_asked = Signal(int)
    all_ties_asked = Signal()
    flip_asked = Signal()
    together_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessible.install()
        self._certainty = Certainty.LIKELY
        self._columns: tuple[Column, ...] = ()
        self._comparisons: Mapping[tuple[int, int], Comparison] = {}
        self._hub = 0
        self._known: Reading | None = None
        self._list_later = QTimer(self)
        self._list_later.setSingleShot(True)
        self._list_later.setInterval(_LIST_AFTER)
        self._list_later.timeout.connect(self._list)
        self.heads = Heads(look, self)
        self.view = ColumnsView(look, self)
        self.strip = Strip(look, self)
        self.spoken = SpokenView(look, self)
        self.list_panel = StopList(look)
        self.commands = Commands(self.view, look)
        self._arrange()
        self._connect()

    @property
    def reading(self) -> Reading | None:
        """The comparison as it is laid out."""
        return self.view.reading

    @property
    def columns(self) -> tuple[Column, ...]:
        """What stands in the columns."""
        return self._columns

    @property
    def counted(self) -> str:
        """Where among the stops the reader is, as the status bar says it."""
        scene = self.view.scene
        if scene is None:
            return ""
        return whereabouts_told(scene.stage.reading, self._columns, scene.current)

    def comparison(self, left: int, right: int) -> Comparison | None:
        """Return what was found between two columns."""
        return self._comparisons.get((left, right))

    def show_texts(
        self,
        columns: Sequence[Column],
        comparisons: Mapping[tuple[int, int], Comparison],
        *,
        hub: int = 0,
    ) -> None:
        """Show other drafts, from the beginning."""
        self._hub = hub
        self._columns, self._comparisons = tuple(columns), comparisons
        self.heads.show_columns(columns)
        self.view.active = 0
        self._read(keep_place=False)

    def update_texts(
        self,
        columns: Sequence[Column],
        comparisons: Mapping[tuple[int, int], Comparison],
        *,
        hub: int = 0,
    ) -> None:
        """Show newer texts of the same drafts: nothing moves."""
        if [column.draft for column in columns] != [column.draft for column in self._columns]:
            self.show_texts(columns, comparisons, hub=hub)
            return
        if hub != self._hub:
            self._hub, self._known = hub, None
        self._columns, self._comparisons = tuple(columns), comparisons
        self._read(keep_place=True)

    @contextmanager
    def first_stays(self) -> Iterator[None]:
        """Let the text of the first column stand where it stands while others come beside it."""
        before = self.view.scene
        place = before.stage.at_focus(0) if before and not before.stage.is_at_start else None
        top = before.stage.top_of(0, place[1]) if before and place else 0.0
        active = self.view.active
        yield
        if self._columns:
            self.view.active = min(active, len(self._columns) - 1)
            self.heads.activate(self.view.active)
        after = self.view.scene
        if after is not None and place and place[0] == 0:
            self.view.go_to_paragraph(0, place[1])
            self.view.scroll_by(after.stage.top_of(0, place[1]) - top)

    def show_beside_text(self, said: Mapping[str, Mapping[ParagraphId, Beside]]) -> None:
        """Show verdicts, stars and origins of the drafts that stand in the columns."""
        self._columns = tuple(
            replace(column, beside=said.get(column.draft, column.beside))
            for column in self._columns
        )
        self.view.change(columns=self._columns)

    def set_certainty(self, certainty: Certainty) -> None:
        """Choose how sure a tie has to be to be shown."""
        self._certainty, self._known = certainty, None
        if self._columns:
            self._read(keep_place=True)

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Choose the look."""
        self.view.arrange(arrangement)

    def set_together(self, *, together: bool) -> None:
        """Scroll the columns together, or each alone."""
        self.heads.show_together(together=together)
        self.view.scroll_together(together=together)

    def show_typography(self, *, shown: bool) -> None:
        """Show quotes, dashes, spaces and italics that differ, or overlook them."""
        self.view.change(quiet=shown)

    def set_zoom(self, factor: float) -> None:
        """Set the text larger or smaller."""
        self.view.zoom(factor)

    def switch_spoken(self) -> None:
        """Show the spoken view, or put it away."""
        self.show_spoken(shown=not self.spoken.isVisible())

    def show_spoken(self, *, shown: bool) -> None:
        """Show the passage at the focus line as text with its changes told in words."""
        self.spoken.setVisible(shown)
        if shown:
            self._tell()
            self.spoken.setFocus()
        else:
            self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw together where there is little room."""
        self.strip.setFixedWidth(NARROW_WIDTH if event.size().width() < _NARROW else WIDTH)
        super().resizeEvent(event)

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.view, 1)
        below.addWidget(self.strip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.heads)
        whole.addLayout(below, 1)
        whole.addWidget(self.spoken)
        self.spoken.hide()
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        view = self.view
        view.current_changed.connect(self._current_moved)
        view.moved_along.connect(lambda: self.strip.show_scene(view.scene, anew=False))
        view.geometry_changed.connect(self._stand)
        view.pointer.placed.connect(lambda: self.heads.activate(view.active))
        self.strip.position_asked.connect(view.to_position)
        self.list_panel.chosen.connect(self.commands.go_to)
        self.list_panel.all_asked.connect(self.all_ties_asked)
        self.heads.swap_clicked.connect(self.swap_asked)
        self.heads.flip_clicked.connect(self.flip_asked)
        self.heads.together_clicked.connect(self.together_asked)
        self.commands.flip_asked.connect(self.flip_asked)
        self.heads.clicked.connect(self.column_change_asked)
        self.commands.focus_moved.connect(self._focus_moved)
        self.commands.why_told.connect(self._tell_why)
        self.commands.spoken_asked.connect(self.switch_spoken)
        self.commands.keys_asked.connect(lambda: keys_card(self).open())

    def _read(self, *, keep_place: bool) -> None:
        before = self._known if keep_place else None
        if before is not None and self._follow(before):
            return
        with nothing_collected():
            reading = self._known = read_together(
                [column.document for column in self._columns],
                self._comparisons,
                hub=self._hub,
                certainty=self._certainty,
            )
        self.view.show_reading(reading, self._columns, self._comparisons, keep_place=keep_place)
        if before is None:
            self._list()
        else:
            self._list_later.start()
        self._tell_anew()

    def _follow(self, before: Reading) -> bool:
        """Show newer texts of what was read before, if little of it lies otherwise now."""
        with nothing_collected():
            documents = [column.document for column in self._columns]
            reading = read_as_before(before, documents, self._comparisons)
            found = None if reading else relaid(before, self._comparisons, self._certainty)
            if reading:
                self._known = reading
                self.view.show_reading(reading, self._columns, self._comparisons, keep_place=True)
            elif found:
                self._known = found.reading
                self.view.show_relaid(found, self._columns, self._comparisons)
        if reading:
            accessible.texts_changed(self.view)
            self._list_later.start()
        elif found:
            self._list_later.start()
            self._tell_anew()
        return bool(reading or found)

    def _tell_anew(self) -> None:
        """Let everybody know that what there is to go to is numbered otherwise."""
        if QToolTip.isVisible():
            # Why something was tied, which may be so no more.
            QToolTip.hideText()
        self.heads.activate(self.view.active)
        accessible.texts_changed(self.view)
        current = self.view.scene.current if self.view.scene else -1
        if current < 0 and self.counted:
            # What was counted before is not so any more.
            self.current_changed.emit(self.counted)
        self._current_moved(current)

    def _list(self) -> None:
        """Let the list, its card and the heads say what is shown."""
        self._list_later.stop()
        if self.reading is not None:
            more = ties_held_back(self._comparisons.values(), self._certainty)
            self.list_panel.show_reading(self.reading, self._columns, self._comparisons, more=more)
            self.heads.tell(self._columns, self.list_panel.tellings)
            self.list_panel.set_current(self.view.scene.current if self.view.scene else -1)

    def _stand(self) -> None:
        if (scene := self.view.scene) is not None:
            apart = scene.stage.arrangement is Arrangement.SIDE_BY_SIDE
            self.heads.stand_as(scene.geometry, can_part=apart)
            self.strip.show_scene(scene, anew=True)

    def _current_moved(self, current: int) -> None:
        if self.counted and current >= 0:
            self.current_changed.emit(self.counted)
            self.list_panel.set_current(current)
        if self.spoken.isVisible():
            self._tell()

    def _tell_why(self, why: str) -> None:
        """Say it beside the passage it is about, where the reader looks."""
        scene, stop = self.view.scene, self.commands.current
        column = self.view.active
        run = stop.runs[column] if stop else None
        if scene is None or run is None:
            return
        page = self.view.viewport()
        top = min(max(0.0, scene.stage.top_of(column, run.start)), scene.height - 40)
        top = clear_of(top, page.mapFromGlobal(QCursor.pos()).y())
        place = QPoint(round(scene.geometry.columns[column].text), round(top))
        QToolTip.showText(page.mapToGlobal(place), why, self.view, QRect(), _WHY_MS)

    def _focus_moved(self, column: int, paragraph: int) -> None:
        self.heads.activate(column)
        if paragraph >= 0:
            accessible.announce(self.view, column, paragraph)
        if self.spoken.isVisible():
            self._tell()

    def _tell(self) -> None:
        place, scene = self.commands.here(), self.view.scene
        if place is not None and scene is not None:
            text = scene.columns[place[0]].document.paragraphs[place[1]].text
            self.spoken.tell(text, told_of(scene, *place))
