"""The body of a window with a story: drafts at the left, a mode in the middle, a panel beside it.

It listens to the workspace and shows; what the writer does goes back through the workspace.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from writerdesk.manuscript import Document, Place
from writerdesk.project import Revision
from writerdesk.story.beside import beside
from writerdesk.story.facts import Counted, counted, facts
from writerdesk.story.items import Draft
from writerdesk.story.naming import shown_names
from writerdesk.ui.compare_page import ComparePage
from writerdesk.ui.compare_page.written import WrittenInPlace
from writerdesk.ui.draft_list import DraftList
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.editor import Editor
from writerdesk.ui.editor.margin import Margin
from writerdesk.ui.live_texts import LiveTexts
from writerdesk.ui.look import Look
from writerdesk.ui.look.spacing import WIDTH_FOR_LIST, WIDTH_FOR_RAIL
from writerdesk.ui.overview_page import OverviewPage
from writerdesk.ui.panels.history_panel import HistoryPanel
from writerdesk.ui.panels.outline_panel import OutlinePanel
from writerdesk.ui.panels.side_panel import SidePanel
from writerdesk.ui.write_page import WritePage
from writerdesk.words import _
from writerdesk.workspace.workspace import Workspace

# Counts and names follow the writing within this many milliseconds.
_SHOWN_WITHIN = 100


class StoryView(QWidget):
    """Everything between toolbar and status bar while a story is open."""

    mode_changed = Signal(str)
    draft_shown = Signal(str)
    caret_moved = Signal(object)
    rows_shown = Signal()

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._look = look
        self.mode = ""
        self.draft = ""
        self.alone = False
        self.rows: tuple[DraftRow, ...] = ()
        self._counts: dict[str, Counted] = {}
        self.list = DraftList(look)
        self.write = WritePage(look)
        self.overview = OverviewPage(look)
        self.margin = Margin(self.write.editor, look)
        self.live = LiveTexts(workspace, look, self.write.editor)
        self.written = WrittenInPlace(self.live)
        self.compare = ComparePage(workspace, look, self.row, self.written.write)
        self.panel = SidePanel(look)
        self.outline = OutlinePanel(look)
        self.panel.add("changes", _("Beats"), "tie", self.compare.pane.list_panel)
        self.panel.add("outline", _("Outline"), "outline", self.outline)
        self.history = HistoryPanel(look)
        self.panel.add("history", _("History"), "history", self.history)
        self.pages = QStackedWidget()
        self._modes: dict[str, QWidget] = {}
        self.add_mode("overview", self.overview)
        self.add_mode("write", self.write)
        self.add_mode("compare", self.compare)
        self._later = self._make_timer()
        self._lay_out()
        self._connect()
        self._show_story()

    def add_mode(self, mode: str, page: QWidget) -> None:
        """Add a page for a mode."""
        self._modes[mode] = page
        self.pages.addWidget(page)

    def show_mode(self, mode: str) -> None:
        """Go to a mode; each keeps where it was."""
        if mode == self.mode:
            return
        self.mode = mode
        self.pages.setCurrentWidget(self._modes[mode])
        self._fold()
        if mode == "write":
            self.write.editor.setFocus()
        if mode == "compare":
            self.live.tell_all()
            self.compare.compare_something(self.draft)
            self.compare.pane.setFocus()
        else:
            self.compare.in_place.leave()
            self.compare.comparing.stop()
            self.list.mark(())
        self.mode_changed.emit(mode)

    def show_draft(self, draft: str) -> None:
        """Open a draft for writing where it was left."""
        if draft not in {row.id for row in self.rows}:
            return
        self.draft = draft
        self.write.editor.show_draft(self.live.text(draft))
        self.list.choose(draft)
        self._show_head()
        self._show_beside()
        self.outline.show_document(self.workspace.story.draft(draft).text)
        self._show_history()
        self.draft_shown.emit(draft)
        self.rows_shown.emit()

    @property
    def title(self) -> str:
        """What the story is called: what the writer says, else what its file was named by."""
        return self.workspace.story.details.title or self.workspace.path.stem

    def row(self, draft: str) -> DraftRow | None:
        """Return what is shown of a draft."""
        return next((row for row in self.rows if row.id == draft), None)

    def go_to(self, draft: str, place: Place) -> None:
        """Open a draft at a place."""
        self.show_draft(draft)
        self.show_mode("write")
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
        editor = self.write.editor if self.mode == "write" else self.compare.in_place.editor
        return editor if editor is not None and editor.hasFocus() else None

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.list.chosen.connect(self._open_chosen)
        self.list.add_wanted.connect(self._add_draft)
        self.list.model.renamed.connect(self.workspace.rename_draft)
        self.list.model.moved.connect(self.workspace.move_draft)
        self.overview.opened.connect(self._open_from_overview)
        self.panel.changed.connect(lambda _name: self._show_history())
        self.history.version_asked.connect(self._show_version)
        self.history.restore_asked.connect(self._restore)
        self.outline.place_asked.connect(lambda place: self.go_to(self.draft, place))
        self.write.editor.rested.connect(self.caret_moved)
        self.compare.in_place.opened.connect(self.written.begin)
        self.workspace.acts_changed.connect(self.written.forget)
        self.compare.chosen.connect(self.list.mark)
        self.compare.pane.list_panel.title_changed.connect(
            lambda title: self.panel.rename("changes", title)
        )
        self.workspace.draft_edited.connect(self._note_edit)
        self.workspace.story_changed.connect(self._show_story)
        self._look.changed.connect(self._show_story)

    def _make_timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_SHOWN_WITHIN)
        timer.timeout.connect(self._show_edits)
        return timer

    def _note_edit(self, _draft: str, _before: Document, _after: Document) -> None:
        if not self._later.isActive():
            self._later.start()

    def _show_edits(self) -> None:
        self._show_rows()
        self._show_beside()
        if self.draft:
            self.outline.show_document(self.workspace.story.draft(self.draft).text)

    def _show_story(self) -> None:
        self._show_rows()
        self._show_beside()
        ids = [row.id for row in self.rows]
        if self.draft not in ids and ids:
            self.show_draft(ids[0])

    def _show_beside(self) -> None:
        if self.draft:
            self.margin.show_beside(beside(self.workspace.story, self.draft))

    def _show_rows(self) -> None:
        self.rows = self._told(self.workspace.story.drafts)
        self.list.show_rows(self.rows)
        self.overview.show_rows(self.title, self.rows)
        self._show_head()
        self.rows_shown.emit()

    def _told(self, drafts: Sequence[Draft]) -> tuple[DraftRow, ...]:
        names = shown_names(self.workspace.story)
        return tuple(
            DraftRow(
                draft.id,
                draft.letter,
                names[draft.id],
                facts(self.workspace.story, draft, self._count(draft)),
                int(draft.colour) if draft.colour.isdigit() else None,
                draft.status,
            )
            for draft in drafts
        )

    def _count(self, draft: Draft) -> int:
        before = self._counts.get(draft.id)
        if before is None or before.document is not draft.text:
            self._counts[draft.id] = counted(draft.text, before)
        return self._counts[draft.id].total

    def _show_history(self) -> None:
        if self.panel.open == "history" and self.draft:
            self.live.tell_all()
            self.workspace.save()
            self.workspace.history(self.draft, self.history.show_versions)

    def _show_version(self, version: Revision) -> None:
        self.workspace.version(self.draft, version, self.history.show_text)

    def _restore(self, text: Document) -> None:
        self.live.tell_all()
        self.workspace.restore(self.draft, text)
        self._show_history()

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

    def _open_from_overview(self, draft: str) -> None:
        self.show_draft(draft)
        self.show_mode("write")

    def _add_draft(self) -> None:
        draft = self.workspace.new_draft()
        self.show_draft(draft)
        self.show_mode("write")

    def _fold(self) -> None:
        if self.alone:
            return
        narrow = self.mode != "write" or self.width() < WIDTH_FOR_LIST
        self.list.fold(narrow=narrow)
        self.list.setVisible(self.mode != "overview" and self.width() >= WIDTH_FOR_RAIL)
        self.panel.setVisible(self.mode != "overview" and self.width() >= WIDTH_FOR_RAIL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
