"""The main window: menus, toolbar, messages, and under them the start page or a story.

What only a story needs is imported when there is one: the start page does not wait for it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from writerdesk.preferences import Preferences
from writerdesk.session import NOWHERE, Sitting
from writerdesk.ui.appearance_doers import AppearanceDoers
from writerdesk.ui.last_keys import do_last_key
from writerdesk.ui.look import Look
from writerdesk.ui.menus import Actions
from writerdesk.ui.messages import Messages
from writerdesk.ui.reading_order import step_from
from writerdesk.ui.recent import RecentStory
from writerdesk.ui.soon import Soon
from writerdesk.ui.status import Status

if TYPE_CHECKING:
    from writerdesk.exchange import Wishes
    from writerdesk.ui.arrivals import Arrivals
    from writerdesk.ui.at_work import AtWork
    from writerdesk.ui.drop_note import DropNote
    from writerdesk.ui.spelling import SpellingWish
    from writerdesk.ui.story_view import StoryView
    from writerdesk.workspace.workspace import Workspace

_USUAL_SIZE, _LEAST_SIZE = (1280, 832), (640, 480)
AS_USUAL = Preferences()
_PAGES_OF_HELP = ("start", "keys", "where", "about")


class Window(QMainWindow):
    """One window: a start page until there is a story, then that story."""

    files_given = Signal(object, object)
    text_given = Signal(str)
    empty_asked = Signal()
    sample_asked = Signal()
    story_asked = Signal(object)
    backup_asked = Signal(object)
    new_asked = Signal()
    open_asked = Signal()
    appearance_chosen = Signal(object)
    preferences_asked = Signal()
    spelling_chosen = Signal(object)
    typographic_chosen = Signal(bool)
    place_changed = Signal(object, object)
    """The story's file is elsewhere: where it was, and where it is."""
    moved = Signal()
    """The writer is somewhere else in the story: another mode, draft, place or panel."""
    closed = Signal()

    def __init__(
        self,
        look: Look,
        recent: Sequence[RecentStory] = (),
        preferences: Preferences = AS_USUAL,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._look = look
        self.story: StoryView | None = None
        self.at_work: AtWork | None = None
        self._appearance = AppearanceDoers(look, self)
        self._appearance.chosen.connect(self.appearance_chosen)
        self._appearance.chosen.connect(lambda _now: self._appearance.show_state(self.actions_))
        self.setWindowTitle("WriterDesk")
        self.resize(*_USUAL_SIZE)
        self.setMinimumSize(*_LEAST_SIZE)
        self.setAcceptDrops(True)
        self.messages = Messages(look)
        self.status = Status()
        self._body = QStackedWidget()
        self._frame = QVBoxLayout()
        self._lay_out()
        self._soon = Soon(self)
        self._recent = recent
        self._recent_menu = ("recent",) if recent else ()
        self.actions_ = Actions(self, self._window_doers(), self._recent_menu)
        self.actions_.take_keys(preferences.keys)

    def soon(self, step: Callable[[], object]) -> None:
        """Do something that need not be done before the window is seen."""
        self._soon.do(step)

    def show_start(self) -> None:
        """Offer ways to begin; a window that opens with a story never makes this page."""
        if self._body.count():
            return
        self._body.addWidget(self._start_page())
        self.actions_.fill(self.menuBar())
        self.actions_.completed.connect(self._fill_recent)
        self.soon(self.actions_.complete)
        self._appearance.show_state(self.actions_)

    def show_story(self, workspace: "Workspace", sitting: Sitting = NOWHERE) -> None:
        """Put a story in this window, in place of the start page, where the writer left it."""
        from writerdesk.ui.at_work import AtWork
        from writerdesk.ui.story_view import StoryView

        story = StoryView(workspace, self._look, sitting.draft)
        self.story = story
        self._body.addWidget(story)
        self._body.setCurrentWidget(story)
        self.status.show()
        self.at_work = AtWork(self, story, self._look)
        self.parts = self.at_work.parts
        self._frame.insertWidget(0, self.at_work.toolbar)
        self._make_actions(self.at_work)
        self._connect_intake(story)
        self._soon.go_on_with(story.make_next)
        self.at_work.begin(sitting)
        self.prefer(self._preferences)

    def prefer(self, preferences: Preferences) -> None:
        """Be as the writer chose."""
        self._preferences = preferences
        self.actions_.take_keys(preferences.keys)
        self._appearance.show_state(self.actions_)
        if self.at_work is not None:
            self.at_work.prefer(preferences)

    def check_spelling(self, wish: "SpellingWish") -> None:
        """Mark misspelled words or not, with the dictionaries wished for."""
        if self.at_work is not None:
            self.at_work.check_spelling(wish)

    def compare_by_meaning(self, folder: Path) -> None:
        """Let tellings be compared with the model of meaning in a folder, too."""
        if self.at_work is not None:
            self.at_work.compare_by_meaning(folder)

    def _lay_out(self) -> None:
        middle = QWidget()
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.addWidget(self.messages)
        self._frame.addWidget(self._body, 1)
        self._frame.addWidget(self.status)
        middle.setLayout(self._frame)
        self.setCentralWidget(middle)

    def _fill_recent(self) -> None:
        for story in self._recent:
            entry = self.actions_.menu("recent").addAction(story.title.replace("&", "&&"))
            entry.triggered.connect(
                lambda _checked=False, path=story.path: self.story_asked.emit(path)
            )

    def _start_page(self) -> QWidget:
        from writerdesk.exchange import READABLE
        from writerdesk.ui.start_page import StartPage

        start = StartPage(", ".join(READABLE), self._recent)
        start.files_dropped.connect(self._give)
        start.choose_asked.connect(self._choose_files)
        start.text_pasted.connect(self.text_given)
        start.empty_asked.connect(self.empty_asked)
        start.sample_asked.connect(self.sample_asked)
        start.story_asked.connect(self.story_asked)
        return start

    def _make_actions(self, at_work: "AtWork") -> None:
        """Make the menus anew: a story has commands that a start page has not."""
        for action in self.actions():
            self.removeAction(action)
        self.menuBar().clear()
        doers = {**self._window_doers(), **at_work.doers()}
        self.actions_ = Actions(self, doers, ("colour", "language", *self._recent_menu))
        self.actions_.fill(self.menuBar())
        self.actions_.completed.connect(self._fill_recent)
        at_work.take_actions(self.actions_)
        self.soon(self.actions_.complete)
        self._appearance.show_state(self.actions_)

    def _connect_intake(self, story: "StoryView") -> None:
        if "arrivals" in self.__dict__:
            self.arrivals.story = story
        story.files_asked.connect(self._choose_files)
        story.workspace.file_arrived.connect(lambda *told: self.arrivals.came(*told))
        story.workspace.files_read.connect(lambda: self.arrivals.ended())
        story.write.editor.draft_pasted.connect(lambda what: self.arrivals.pasted(what))

    def _window_doers(self) -> Mapping[str, Callable[[], object]]:
        return {
            **self._appearance.doers(),
            "story.new": self.new_asked.emit,
            "story.open": self.open_asked.emit,
            "story.add_files": self._choose_files,
            "story.close": self.close,
            "edit.preferences": self.preferences_asked.emit,
            "story.quit": QApplication.closeAllWindows,
            **{f"help.{page}": partial(self._help, page) for page in _PAGES_OF_HELP},
            "help.sample": self.sample_asked.emit,
        }

    def _help(self, page: str) -> None:
        from writerdesk.ui.help_doers import HelpDoers

        path = self.story.workspace.path if self.story else None
        getattr(HelpDoers(self, lambda: path, self._preferences.keys), page)().exec()

    def _choose_files(self) -> None:
        if paths := self.arrivals.choose_files():
            self._give(paths)

    @cached_property
    def arrivals(self) -> "Arrivals":
        """What tells of the files that come in."""
        from writerdesk.ui.arrivals import Arrivals

        arrivals = Arrivals(self.messages, self.status, self)
        arrivals.story = self.story
        arrivals.again_asked.connect(self._give)
        return arrivals

    def _give(self, paths: Sequence[Path], wishes: "Wishes | None" = None) -> None:
        self.arrivals.begin(len(paths))
        if self.story is None:
            self.files_given.emit(list(paths), wishes)
        else:
            self.story.workspace.add_files(list(paths), wishes)

    def go_back(self) -> None:
        """Let the keys go back to the page; who is alone with a page sees all the rest again."""
        if self.story is None:
            return
        if self.story.alone:
            self.actions_["view.focus"].trigger()
        self.story.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means that nothing under the focus wanted."""
        if not do_last_key(event, self.focusWidget(), self.go_back):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go through the window as one reads it."""
        return step_from(self, forward=next)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            # A key that comes before the menus are made must not be lost.
            self.actions_.complete()
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drop_note.enter(event, self.story)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_note.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._give(self._drop_note.take(event))

    @cached_property
    def _drop_note(self) -> "DropNote":
        from writerdesk.ui.drop_note import DropNote

        return DropNote(self._body)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.at_work is not None:
            if not self.at_work.faults.may_close():
                event.ignore()
                return
            self._soon.stop()
            # All is saved: what is done last, a backup above all, need not be waited for in sight.
            self.hide()
            self.at_work.close()
        self.closed.emit()
        event.accept()
