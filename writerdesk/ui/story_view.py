"""The body of a window with a story: drafts at the left, a mode in the middle, a panel beside it.

It listens to the workspace and shows; what the writer does goes back through the workspace. Pages
and panels are made when they are first shown, or by `make_next` while nothing else is to be done.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from writerdesk.story.beside import beside
from writerdesk.story.facts import Counted, counted
from writerdesk.story.items import Draft
from writerdesk.ui.areas import take_keys
from writerdesk.ui.at_rest import AtRest
from writerdesk.ui.beat_doers import PANEL, BeatDoers
from writerdesk.ui.compare_page.written import WrittenInPlace
from writerdesk.ui.draft_list import DraftList
from writerdesk.ui.draft_rows import DraftRow, rows_of
from writerdesk.ui.editor import Editor
from writerdesk.ui.editor.margin import Margin
from writerdesk.ui.live_texts import LiveTexts
from writerdesk.ui.look import Look
from writerdesk.ui.message_bar import Offer
from writerdesk.ui.nothing import Nothing
from writerdesk.ui.panel_room import PanelRoom
from writerdesk.ui.panels.beside_doers import BesidePanels
from writerdesk.ui.panels.history_doers import HistoryDoers
from writerdesk.ui.panels.side_panel import SidePanel
from writerdesk.ui.write_page import WritePage
from writerdesk.words import _
from writerdesk.workspace.warming import Warming

if TYPE_CHECKING:
    from writerdesk.manuscript import Document, Place
    from writerdesk.ui.compare_page import ComparePage
    from writerdesk.ui.overview_page import OverviewPage
    from writerdesk.ui.panels.history_panel import HistoryPanel
    from writerdesk.ui.panels.outline_panel import OutlinePanel
    from writerdesk.workspace.compute import ComputeLane
    from writerdesk.workspace.workspace import Workspace

# Counts and names follow the writing within this many milliseconds.
_SHOWN_WITHIN = 100


class StoryView(QWidget):
    """Everything between toolbar and status bar while a story is open."""

    mode_changed = Signal(str)
    draft_shown = Signal(str)
    caret_moved = Signal(object)
    rows_shown = Signal()
    compare_state = Signal(object)
    """The `ComparePage`, when what is in force there changed."""
    files_asked = Signal()
    """The writer wants to choose files to add as drafts."""
    read_changed = Signal()
    """Another column of the comparison is read."""
    told = Signal(str)
    """A sentence for the status bar."""
    columns_menu_wanted = Signal(QPoint)

    def __init__(self, workspace: "Workspace", look: Look, first: str = "") -> None:
        """``first`` is the draft that is shown first, if it is there."""
        super().__init__()
        self._first = first
        self.workspace = workspace
        self._look = look
        self.mode = ""
        self.draft = ""
        self.alone = False
        self._letters_act = True
        self.rows: tuple[DraftRow, ...] = ()
        self._counts: dict[str, Counted] = {}
        self.list = DraftList(look)
        self.write = WritePage(look)
        self.margin = Margin(self.write.editor, look)
        self.live = LiveTexts(workspace, look, self.write.editor)
        self.written = WrittenInPlace(self.live)
        self.versions = HistoryDoers(self)
        self.panel = SidePanel(look)
        self.panel.add("changes", _("Beats"), "tie", lambda: self.compare.pane.list_panel)
        self.panel.add(PANEL, _("Other Tellings"), "tellings", lambda: self.beats.panel)
        self.panel.add("outline", _("Outline"), "outline", lambda: self.outline)
        self.panel.add("history", _("History"), "history", lambda: self.history)
        self.beside = BesidePanels(self, look)
        self.room = PanelRoom(self)
        self.pages = QStackedWidget()
        self._modes: dict[str, Callable[[], QWidget]] = {}
        self.add_mode("overview", lambda: self.overview)
        self.add_mode("write", lambda: self.write)
        self.add_mode("compare", lambda: self.compare)
        self._later = QTimer(self, singleShot=True, interval=_SHOWN_WITHIN)
        self._later.timeout.connect(self._show_edits)
        # Thousands of notes take 75 ms to be placed (measured with 5,000).
        self._beside_text = AtRest(self._show_beside, self)
        self.beats = BeatDoers(self)
        self._warming = Warming(workspace, lambda: self.worker, self)
        self._lay_out()
        self._connect()
        self._show_story()

    @cached_property
    def overview(self) -> "OverviewPage":
        """The cards of all drafts."""
        from writerdesk.ui.overview_doers import OverviewDoers
        from writerdesk.ui.overview_page import OverviewPage

        page = OverviewPage(self._look)
        page.opened.connect(self.write_on)
        page.files_asked.connect(self.files_asked)
        page.show_rows(self.title, self.rows)
        self._overview_doers = OverviewDoers(self, page)
        self._overview_doers.follow()
        return page

    @cached_property
    def compare(self) -> "ComparePage":
        """The page two drafts are compared on."""
        from writerdesk.ui.compare_page import ComparePage

        page = ComparePage((self.workspace, self.worker), self._look, self.row, self.written.write)
        page.in_place.opened.connect(self.written.begin)
        page.told.connect(self.told)
        page.note_asked.connect(self.beside.show_note)
        page.pane.view.pointer.menu_wanted.connect(self.columns_menu_wanted)
        page.files_asked.connect(self.files_asked)
        page.read_changed.connect(self.read_changed)
        page.chosen.connect(self.list.mark)
        page.chosen.connect(lambda _slots: self.room.fit())
        page.pane.view.use_letters(letters=self._letters_act)
        page.state_changed.connect(lambda: self.compare_state.emit(page))
        page.pane.list_panel.title_changed.connect(
            lambda title: self.panel.rename("changes", title)
        )
        self.compare_state.emit(page)
        return page

    @cached_property
    def worker(self) -> "ComputeLane":
        """The worker that compares for everybody in this window."""
        from writerdesk.workspace.compute import ComputeLane

        return ComputeLane(parent=self)

    @property
    def look(self) -> Look:
        """The look of the window."""
        return self._look

    @cached_property
    def outline(self) -> "OutlinePanel":
        """The headings of the draft that is open."""
        from writerdesk.ui.panels.outline_panel import OutlinePanel

        panel = OutlinePanel(self._look)
        panel.place_asked.connect(lambda place: self.go_to(self.draft, place))
        if self.draft:
            panel.show_document(self.workspace.story.draft(self.draft).text)
        return panel

    @cached_property
    def history(self) -> "HistoryPanel":
        """The versions of the draft that is open."""
        return self.versions.panel

    def make_next(self) -> bool:
        """Make one of what is not made yet; tell whether there was anything left to make."""
        for name in ("overview", "outline", "compare", "history"):
            if not self.has_made(name):
                getattr(self, name)
                return True
        return False

    def has_made(self, name: str) -> bool:
        """Tell whether a page or panel is there already."""
        return name in self.__dict__

    def use_letters(self, *, letters: bool) -> None:
        """Let single letters do something in the comparison, or not."""
        self._letters_act = letters
        if self.has_made("compare"):
            self.compare.pane.view.use_letters(letters=letters)

    def let_go(self) -> None:
        """Close the story: what works for it elsewhere ends, everything is saved."""
        if self.has_made("compare"):
            self.compare.in_place.leave()
            self.compare.comparing.close()
            self.compare.choosing.close()
        if self.has_made("worker"):
            self.worker.close()
        self.workspace.close()

    def add_mode(self, mode: str, page: Callable[[], QWidget]) -> None:
        """Add a page for a mode; ``page`` makes it when it is first asked for."""
        self._modes[mode] = page

    def show_mode(self, mode: str) -> None:
        """Go to a mode; each keeps where it was, and has the keys."""
        if mode == self.mode:
            self.take_keys()
            return
        if self.mode == "compare":
            # Where one was in the comparison says nothing of the next page.
            self.told.emit("")
        self.mode = mode
        self._show_overview()
        self._show_page()
        self.room.fit()
        if mode == "compare":
            self.live.tell_all()
            self.compare.compare_something(self.draft)
        elif self.has_made("compare"):
            self.compare.in_place.leave()
            self.compare.comparing.stop()
            self.list.mark(())
        self.take_keys()
        self.mode_changed.emit(mode)

    def take_keys(self) -> None:
        """Let the keys go to the page: to the text one writes, or the columns one compares."""
        if self.rows and self.mode == "write":
            self.write.editor.setFocus()
        elif self.rows and self.mode == "compare":
            self.compare.take_keys()
        else:
            take_keys(self.pages)

    def _show_page(self) -> None:
        page = self._modes[self.mode]() if self.rows else self._no_drafts
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    @cached_property
    def _no_drafts(self) -> Nothing:
        page = Nothing()
        page.say(
            _("No drafts yet. Drop files here, or start writing."),
            Offer(_("New Draft"), self.add_draft),
            Offer(_("Add Drafts from Files…"), self.files_asked.emit),
        )
        return page

    def show_draft(self, draft: str) -> None:
        """Open a draft for writing where it was left."""
        if draft not in {row.id for row in self.rows}:
            return
        self.draft = draft
        self.write.editor.show_draft(self.live.text(draft))
        self.list.choose(draft)
        self._show_head()
        self._show_beside()
        self._show_outline()
        self.versions.follow()
        self.draft_shown.emit(draft)
        self.rows_shown.emit()

    @property
    def title(self) -> str:
        """What the story is called: what the writer says, else what its file was named by."""
        return self.workspace.story.details.title or self.workspace.path.stem

    def row(self, draft: str) -> DraftRow | None:
        """Return what is shown of a draft."""
        return next((row for row in self.rows if row.id == draft), None)

    def write_on(self, draft: str) -> None:
        """Open a draft where it was left, to write on there."""
        self.show_draft(draft)
        self.show_mode("write")

    def go_to(self, draft: str, place: "Place") -> None:
        """Open a draft at a place; who goes there goes on writing there."""
        self.write_on(draft)
        self.write.editor.go_to(place)

    def undo(self) -> None:
        """In a text its own last change; elsewhere what was edited in place, or the last act."""
        if editor := self._editor_at_work():
            editor.undo()
            return
        self.live.tell_all()
        if self.mode != "compare" or not self.written.undo():
            self.workspace.undo_act()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if editor := self._editor_at_work():
            editor.redo()
            return
        self.live.tell_all()
        if self.mode != "compare" or not self.written.redo():
            self.workspace.redo_act()

    def _editor_at_work(self) -> Editor | None:
        """Return the editor the keys go to, if they go to one."""
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, Editor) and self.isAncestorOf(focused) else None

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.list.chosen.connect(self._open_chosen)
        self.list.entered.connect(self.take_keys)
        self.list.add_wanted.connect(self.add_draft)
        self.list.model.renamed.connect(self.workspace.rename_draft)
        self.list.model.moved.connect(self.workspace.move_draft)
        self.panel.left.connect(self.take_keys)
        self.panel.changed.connect(lambda _name: self.versions.follow())
        self.panel.changed.connect(lambda _name: self._show_outline())
        self.write.editor.rested.connect(self.caret_moved)
        self.workspace.acts_changed.connect(self.written.forget)
        self.workspace.draft_edited.connect(self._note_edit)
        self.workspace.story_changed.connect(self._show_story)
        self._look.changed.connect(self._show_story)

    def _note_edit(self, _draft: str, _before: "Document", _after: "Document") -> None:
        if not self._later.isActive():
            self._later.start()

    def _show_edits(self) -> None:
        self._show_rows()
        self._beside_text.edited()
        self._show_outline()

    def _show_outline(self) -> None:
        # Reading a novel's headings takes 1 ms: not at every key while nobody looks.
        if self.draft and self.panel.open == "outline":
            self.outline.show_document(self.workspace.story.draft(self.draft).text)

    def _show_overview(self) -> None:
        # Its cards are made anew each time: 8 ms, measured, that no key shall wait for.
        if self.mode == "overview":
            self.overview.show_rows(self.title, self.rows)

    def _show_story(self) -> None:
        self._show_rows()
        self._show_beside()
        ids = [row.id for row in self.rows]
        if self.draft not in ids and ids:
            self.show_draft(self._first if self._first in ids else ids[0])
        if self.mode and bool(ids) == (self.pages.currentWidget() is self._no_drafts):
            self._show_page()
        if not ids and self.draft:
            self.draft = ""
            self.told.emit("")

    def _show_beside(self) -> None:
        if self.draft:
            self.margin.show_beside(beside(self.workspace.story, self.draft))

    def _show_rows(self) -> None:
        self.rows = rows_of(self.workspace.story, self._count)
        self.list.show_rows(self.rows)
        self._show_overview()
        self._show_head()
        self.rows_shown.emit()

    def _count(self, draft: Draft) -> int:
        before = self._counts.get(draft.id)
        if before is None or before.document is not draft.text:
            self._counts[draft.id] = counted(draft.text, before)
        return self._counts[draft.id].total

    def _show_head(self) -> None:
        if row := self.row(self.draft):
            self.write.head.show_draft(row)
            self.write.set_aside.show_texts(self.workspace.story.draft(self.draft).set_aside)

    def _open_chosen(self, draft: str) -> None:
        if self.mode == "compare":
            held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            self.compare.show_draft(draft, added=bool(held))
            return
        self.show_draft(draft)
        if self.mode == "overview":
            self.show_mode("write")

    def add_draft(self) -> None:
        """Begin an empty draft, and be on its page."""
        self.write_on(self.workspace.new_draft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit()
