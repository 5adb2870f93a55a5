"""The main window: menus, toolbar, messages, and under them the start page or a story.

What only a story needs is imported when there is one: the start page does not wait for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from writerdesk.preferences import Preferences
from writerdesk.session import NOWHERE, Sitting
from writerdesk.ui.appearance_doers import AppearanceDoers
from writerdesk.ui.commands import Where, all_commands, changes_the_story
from writerdesk.ui.look import Look
from writerdesk.ui.menus import Actions
from writerdesk.ui.messages import Messages
from writerdesk.ui.parts import Parts
from writerdesk.ui.recent import RecentStory
from writerdesk.ui.soon import Soon
from writerdesk.ui.status import Status
from writerdesk.ui.toolbar import FindField, ModeSwitch, Toolbar
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.exchange import Wishes
    from writerdesk.ui.arrivals import Arrivals
    from writerdesk.ui.drop_note import DropNote
    from writerdesk.ui.spelling import SpellingWish
    from writerdesk.ui.story_view import StoryView
    from writerdesk.workspace.workspace import Workspace

_USUAL_SIZE, _LEAST_SIZE = (1280, 832), (640, 480)
AS_USUAL = Preferences()
_MODES = ("overview", "write", "compare")
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
        self._toolbar: Toolbar | None = None
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
        from writerdesk.ui.faults import Faults
        from writerdesk.ui.long_paragraphs import LongParagraphs
        from writerdesk.ui.news import News
        from writerdesk.ui.sitting import sit_down
        from writerdesk.ui.story_view import StoryView

        story = StoryView(workspace, self._look, sitting.draft)
        self.story = story
        self._body.addWidget(story)
        self._body.setCurrentWidget(story)
        self.status.show()
        self._news = News(story, self.messages, self.status)
        LongParagraphs(story, self.messages)
        self._make_toolbar()
        self._make_actions(story)
        self._connect_story(story)
        self._faults = Faults(story, self.messages, self)
        self._faults.pass_on(self.story_asked, self.backup_asked)
        self._soon.go_on_with(story.make_next)
        if workspace.is_read_only:
            self._only_read(story)
        sit_down(story, sitting)
        self._show_title()
        self._news.name_acts(self.actions_)
        self._news.show_count()
        self.status.show_state(workspace.saving.state)
        self._news.tell_beginning()
        self.prefer(self._preferences)

    def prefer(self, preferences: Preferences) -> None:
        """Be as the writer chose."""
        self._preferences = preferences
        self.actions_.take_keys(preferences.keys)
        self._appearance.show_state(self.actions_)
        if self.story is not None:
            self.story.write.editor.smart = preferences.typographic
            self.story.use_letters(letters=preferences.letters_act)
            self._writing.show_state(self.actions_)
            self.status.zoom.setText(self._viewing.size_told)

    def check_spelling(self, wish: "SpellingWish") -> None:
        """Mark misspelled words or not, with the dictionaries wished for."""
        self.parts.check_spelling(wish)
        self.actions_["view.spelling"].setChecked(wish.on)

    def compare_by_meaning(self, folder: Path) -> None:
        """Let tellings be compared with the model of meaning in a folder, too."""
        if self.story is not None:
            comparing = self.story.compare.comparing
            comparing.troubled.connect(self.messages.show_problem)
            comparing.overlook(replace(comparing.settings, meaning=folder))

    def _keep_spelling(self, wish: "SpellingWish") -> None:
        self.check_spelling(wish)
        self.spelling_chosen.emit(wish)

    def _only_read(self, story: "StoryView") -> None:
        """Let nothing be changed in a story that is open in another window."""
        story.write.editor.setReadOnly(True)
        story.list.only_read()
        for command in all_commands():
            if command.id in self.actions_ and changes_the_story(command.id):
                self.actions_[command.id].setEnabled(False)

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

    def _make_toolbar(self) -> None:
        words = {"overview": _("Overview"), "write": _("Write"), "compare": _("Compare")}
        switch = ModeSwitch(tuple((mode, words[mode]) for mode in _MODES))
        field = FindField(QKeySequence("Ctrl+K"))
        self._toolbar = Toolbar(self._look, switch, field)
        self._frame.insertWidget(0, self._toolbar)

    def _make_actions(self, story: "StoryView") -> None:
        from writerdesk.ui.areas import Areas
        from writerdesk.ui.compare_page.doers import (
            compare_doers,
            finding_doers,
            show_compare_state,
        )
        from writerdesk.ui.draft_doers import DraftDoers
        from writerdesk.ui.story_doers import story_doers
        from writerdesk.ui.viewing_doers import ViewingDoers
        from writerdesk.ui.writing_doers import WritingDoers

        self.parts = Parts(story, self._look, self.messages, self)
        self.parts.done.connect(self.status.show_done)
        self.parts.exported.connect(self._name_export)
        story.draft_shown.connect(lambda _draft: self._name_export())
        self.parts.spelling_wished.connect(self._keep_spelling)
        self._writing = WritingDoers(story.write)
        self._writing.smart_chosen.connect(self.typographic_chosen)
        assert self._toolbar is not None
        around = (self._toolbar, self.menuBar(), self.status)
        self._viewing = ViewingDoers(self, story, self._look, around)
        drafts = DraftDoers(story.workspace, story.live, lambda: story.draft, self)
        self._news.hear(drafts)
        story.rows_shown.connect(lambda: drafts.show_state(self.actions_))
        for action in self.actions():
            self.removeAction(action)
        self.menuBar().clear()
        doers = {
            **self._window_doers(),
            **story_doers(story, _MODES),
            "help.palette": lambda: self.parts.find_anything(self.actions_),
            **self._writing.doers(),
            **drafts.doers(),
            **story.beats.doers(),
            **self._viewing.doers(),
            **Areas(self, story, self._toolbar).doers(),
            **finding_doers(story),
            **compare_doers(lambda: story.compare),
            **self.parts.doers(),
            "story.backups": lambda: self._faults.look_in_backups(),
            **story.beside.doers(),
        }
        self.actions_ = Actions(self, doers, ("colour", "language", *self._recent_menu))
        self.actions_.fill(self.menuBar())
        self.actions_.completed.connect(lambda: self._fill_menus(story))
        self.soon(self.actions_.complete)
        put_back = story.write.set_aside.put_back_asked
        put_back.connect(lambda: self.actions_["draft.put_back"].trigger())
        drafts.show_state(self.actions_)
        story.compare_state.connect(lambda page: show_compare_state(self.actions_, page))
        self.actions_.keep(story.list, Where.DRAFTS)
        self.actions_.keep(story.write, Where.TEXT)
        story.write.head.take_actions(self.actions_)
        self._appearance.show_state(self.actions_)

    def _fill_menus(self, story: "StoryView") -> None:
        from writerdesk.ui.draft_menus import DraftMenus

        self._fill_recent()
        DraftMenus(story, self._look).fill(self.actions_)
        self.parts.judging.offer_beside(self.actions_, self)

    def _name_export(self) -> None:
        self._news.name_export(self.actions_, self.parts.last_export)

    def _connect_story(self, story: "StoryView") -> None:
        assert self._toolbar is not None
        self._toolbar.switch.chosen.connect(story.show_mode)
        self._toolbar.field.clicked.connect(lambda: self.parts.find_anything(self.actions_))
        self._viewing.sized.connect(self.status.zoom.setText)
        self._viewing.sized.connect(
            lambda _told: self.appearance_chosen.emit(self._look.appearance)
        )
        story.write.editor.menu_wanted.connect(lambda where: self.parts.spelling.open_menu(where))
        story.list.menu_wanted.connect(
            lambda _draft, where: self.actions_.menu("draft").popup(where)
        )
        for signal in (story.mode_changed, story.caret_moved, story.panel.changed):
            signal.connect(lambda _where: self.moved.emit())
        story.mode_changed.connect(self._show_mode)
        story.draft_shown.connect(lambda _draft: self._show_title())
        story.files_asked.connect(self._choose_files)
        for shown in (story.rows_shown, story.read_changed):
            shown.connect(self._news.show_count)
        story.caret_moved.connect(lambda _place: self._writing.show_state(self.actions_))
        story.write.editor.currentCharFormatChanged.connect(
            lambda _format: self._writing.show_state(self.actions_)
        )
        story.panel.changed.connect(self._show_panel)
        story.told.connect(self.status.show_done)
        story.beside.failed.connect(self.messages.show_problem)
        story.workspace.state_changed.connect(self.status.show_state)
        story.workspace.acts_changed.connect(lambda: self._news.name_acts(self.actions_))
        story.workspace.story_changed.connect(lambda _ids: self._show_title())
        if "arrivals" in self.__dict__:
            self.arrivals.story = story
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

    def _show_mode(self, mode: str) -> None:
        assert self._toolbar is not None
        self._toolbar.switch.show_mode(mode)
        self._news.show_count()
        for other in _MODES:
            self.actions_[f"mode.{other}"].setChecked(other == mode)

    def _show_title(self) -> None:
        assert self.story is not None
        assert self._toolbar is not None
        title = self.story.title
        self._toolbar.title.setText(title)
        self.setWindowTitle(_("{title} – WriterDesk").format(title=title))

    def _show_panel(self, open_now: str) -> None:
        for name in self.story.panel.names if self.story else ():
            self.actions_[f"panel.{name}"].setChecked(open_now == name)

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
        if self.story is not None:
            if not self._faults.may_close():
                event.ignore()
                return
            self._soon.stop()
            self.parts.close()
            self.story.beside.close()
            self.story.let_go()
        self.closed.emit()
        event.accept()
