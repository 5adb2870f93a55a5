"""A story at work in its window: what its commands do, and what the bars around it tell of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QKeySequence

from writerdesk.preferences import Preferences
from writerdesk.session import Sitting
from writerdesk.ui.areas import Areas
from writerdesk.ui.commands import Where, all_commands, changes_the_story
from writerdesk.ui.compare_page.doers import compare_doers, show_compare_state, text_doers
from writerdesk.ui.draft_doers import DraftDoers
from writerdesk.ui.faults import Faults
from writerdesk.ui.long_paragraphs import LongParagraphs
from writerdesk.ui.look import Look
from writerdesk.ui.menus import Actions
from writerdesk.ui.news import News
from writerdesk.ui.parts import Parts
from writerdesk.ui.sitting import sit_down
from writerdesk.ui.story_doers import story_doers
from writerdesk.ui.story_view import StoryView
from writerdesk.ui.toolbar import FindField, ModeSwitch, Toolbar
from writerdesk.ui.viewing_doers import ViewingDoers
from writerdesk.ui.writing_doers import WritingDoers
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.ui.spelling import SpellingWish
    from writerdesk.ui.window import Window

_MODES = ("overview", "write", "compare")


class AtWork(QObject):
    """Ties one story to the window that shows it."""

    def __init__(self, window: "Window", story: StoryView, look: Look) -> None:
        super().__init__(story)
        self._window, self.story, self._look = window, story, look
        self._messages, self._status = window.messages, window.status
        self._news = News(story, window.messages, window.status)
        LongParagraphs(story, window.messages)
        words = {"overview": _("Overview"), "write": _("Write"), "compare": _("Compare")}
        switch = ModeSwitch(tuple((mode, words[mode]) for mode in _MODES))
        self.toolbar = Toolbar(look, switch, FindField(QKeySequence("Ctrl+K")))
        self.parts = Parts(story, look, window.messages, window)
        self._writing = WritingDoers(story.write)
        around = (self.toolbar, window.menuBar(), window.status)
        self._viewing = ViewingDoers(window, story, look, around)
        self._drafts = DraftDoers(story.workspace, story.live, lambda: story.draft, window)
        self.faults = Faults(story, window.messages, window)

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command of the story does."""
        story = self.story
        return {
            **story_doers(story, _MODES),
            "help.palette": lambda: self.parts.find_anything(self._actions),
            **self._writing.doers(),
            **self._drafts.doers(),
            **story.beats.doers(),
            **self._viewing.doers(),
            **Areas(self._window, story, (self.toolbar, self._messages)).doers(),
            **text_doers(story, self._writing.doers()),
            **compare_doers(story),
            **self.parts.doers(),
            "story.backups": self.faults.look_in_backups,
            **story.beside.doers(),
        }

    def take_actions(self, actions: Actions) -> None:
        """Let the commands of the window show how things are in the story."""
        self._actions, story = actions, self.story
        actions.completed.connect(self._fill_menus)
        put_back = story.write.set_aside.put_back_asked
        put_back.connect(lambda: actions["draft.put_back"].trigger())
        story.rows_shown.connect(lambda: self._drafts.show_state(actions))
        self._drafts.show_state(actions)
        story.compare_state.connect(lambda page: show_compare_state(actions, page))
        actions["story.save"].triggered.connect(self._status.tell_seconds)
        actions.keep(story.list, Where.DRAFTS)
        actions.keep(story.write, Where.TEXT)
        story.write.head.take_actions(actions)

    def begin(self, sitting: Sitting) -> None:
        """Hear of everything from now on, and be where the writer was."""
        self._connect()
        workspace = self.story.workspace
        if workspace.is_read_only:
            self._only_read()
        sit_down(self.story, sitting)
        self.parts.remember(sitting.sent)
        self._name_export()
        self._show_title()
        self._news.name_acts(self._actions)
        self._news.show_count()
        self._status.show_state(workspace.saving.state)
        self._news.tell_beginning()

    def prefer(self, preferences: Preferences) -> None:
        """Be as the writer chose."""
        self.story.write.editor.smart = preferences.typographic
        self.story.use_letters(letters=preferences.letters_act)
        self.parts.recognise(recognised=preferences.recognised)
        self._writing.show_state(self._actions)
        self._status.zoom.setText(self._viewing.size_told)

    def check_spelling(self, wish: "SpellingWish") -> None:
        """Mark misspelled words or not, with the dictionaries wished for."""
        self.parts.check_spelling(wish)
        self._actions["view.spelling"].setChecked(wish.on)

    def compare_by_meaning(self, folder: Path) -> None:
        """Let tellings be compared with the model of meaning in a folder, too."""
        comparing = self.story.compare.comparing
        comparing.troubled.connect(self._messages.show_problem)
        comparing.overlook(replace(comparing.settings, meaning=folder))

    def close(self) -> None:
        """Let go of the story."""
        self.parts.close()
        self.story.beside.close()
        self.story.let_go()

    def _keep_spelling(self, wish: "SpellingWish") -> None:
        self.check_spelling(wish)
        self._window.spelling_chosen.emit(wish)

    def _only_read(self) -> None:
        """Let nothing be changed in a story that is open in another window."""
        self.story.write.editor.setReadOnly(True)
        self.story.list.only_read()
        for command in all_commands():
            if command.id in self._actions and changes_the_story(command.id):
                self._actions[command.id].setEnabled(False)

    def _fill_menus(self) -> None:
        from writerdesk.ui.draft_menus import DraftMenus

        DraftMenus(self.story, self._look).fill(self._actions)
        self.parts.judging.offer_beside(self._actions, self._window)

    def _name_export(self) -> None:
        self._news.name_export(self._actions, self.parts.last_export)

    def _connect(self) -> None:
        self._connect_parts()
        self._connect_text()
        story, window, status = self.story, self._window, self._status
        self.toolbar.switch.chosen.connect(story.show_mode)
        self.toolbar.field.clicked.connect(lambda: self.parts.find_anything(self._actions))
        story.list.menu_wanted.connect(
            lambda _draft, where: self._actions.menu("draft").popup(where)
        )
        story.columns_menu_wanted.connect(self._offer_passage)
        for signal in (story.mode_changed, story.caret_moved, story.panel.changed):
            signal.connect(lambda _where: window.moved.emit())
        story.mode_changed.connect(self._show_mode)
        for shown in (story.rows_shown, story.read_changed):
            shown.connect(self._news.show_count)
        story.panel.changed.connect(self._show_panel)
        story.told.connect(status.show_done)
        self._messages.left.connect(story.take_keys)
        story.beside.failed.connect(self._messages.show_problem)
        workspace = story.workspace
        workspace.state_changed.connect(status.show_state)
        workspace.saving.taking_long.connect(status.show_saving)
        workspace.acts_changed.connect(lambda: self._news.name_acts(self._actions))
        workspace.story_changed.connect(lambda _ids: self._show_title())
        workspace.place_changed.connect(lambda *_places: self._show_title())
        workspace.place_changed.connect(window.place_changed)

    def _offer_passage(self, where: QPoint) -> None:
        from writerdesk.ui.columns_menu import columns_menu

        commands = self.story.compare.pane.commands
        columns_menu(self._window, self._actions, commands).popup(where)

    def _connect_parts(self) -> None:
        window, story = self._window, self.story
        self.parts.done.connect(self._status.show_done)
        self.parts.exported.connect(self._name_export)
        self.parts.exported.connect(window.moved)
        self.parts.spelling_wished.connect(self._keep_spelling)
        story.draft_shown.connect(lambda _draft: self._name_export())
        story.draft_shown.connect(lambda _draft: self._show_title())
        self._writing.smart_chosen.connect(window.typographic_chosen)
        self._news.hear(self._drafts)
        self._viewing.sized.connect(self._status.zoom.setText)
        self._viewing.sized.connect(
            lambda _told: window.appearance_chosen.emit(self._look.appearance)
        )
        self.faults.pass_on(window.story_asked, window.backup_asked)

    def _connect_text(self) -> None:
        story, editor = self.story, self.story.write.editor
        editor.menu_wanted.connect(lambda where: self.parts.spelling.open_menu(where))
        story.caret_moved.connect(lambda _place: self._writing.show_state(self._actions))
        editor.currentCharFormatChanged.connect(
            lambda _format: self._writing.show_state(self._actions)
        )

    def _show_mode(self, mode: str) -> None:
        self.toolbar.switch.show_mode(mode)
        self._news.show_count()
        for other in _MODES:
            self._actions[f"mode.{other}"].setChecked(other == mode)

    def _show_title(self) -> None:
        title = self.story.title
        self.toolbar.title.setText(title)
        self._window.setWindowTitle(_("{title} – WriterDesk").format(title=title))

    def _show_panel(self, open_now: str) -> None:
        for name in self.story.panel.names:
            self._actions[f"panel.{name}"].setChecked(open_now == name)
