"""Puts the parts together and keeps the list of open windows, one for each story."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from writerdesk import preferences, session, starting
from writerdesk.folders import log_folder
from writerdesk.logs import Log, Mistake, catch_mistakes
from writerdesk.problem import Kind, Problem
from writerdesk.resources import resources
from writerdesk.ui.look import STYLE, Appearance, Look
from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.recent import RecentStory
from writerdesk.ui.sitting import left, put_window
from writerdesk.ui.tongue import speak
from writerdesk.ui.window import Window
from writerdesk.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from writerdesk.beginnings import Beginnings
    from writerdesk.exchange import Wishes
    from writerdesk.project import Holder
    from writerdesk.story.keeping import Mirroring
    from writerdesk.ui.spelling import SpellingWish
    from writerdesk.workspace.workspace import Workspace

_MOST_RECENT = 10
# Milliseconds in which all windows close when the writer quits.
_QUITTING = 1_000
# A rest after which the place in a story is written down: 1 ms, that no key shall wait for.
_RESTED = 3_000


def start(files: Sequence[str]) -> "App":
    """Open the window, with these files if there are any."""
    application = QApplication([*sys.argv[:1], *STYLE])
    application.setApplicationName("WriterDesk")
    application.setDesktopFileName("org.writerdesk.WriterDesk")
    application.setWindowIcon(QIcon(str(resources() / "writerdesk.svg")))
    app = App(application)
    app.open([Path(file).absolute() for file in files])
    app.windows[0].soon(app.listen)
    return app


class App(QObject):
    """The running program: its settings, its look, its windows."""

    _mistaken = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.application = application
        self._mistaken.connect(self._show_mistake)
        catch_mistakes(Log(log_folder(), self._clock), self._mistaken.emit)
        loaded = preferences.load(preferences.settings_file())
        self._preferences, self._first_problem = loaded.preferences, loaded.problem
        speak(application, self._preferences.language)
        self._look = Look(_appearance(self._preferences))
        self._look.dress(application)
        self.windows: list[Window] = []
        self._session = session.load()
        # Kept while the writer rests, so that a program that is stopped finds its way back, too.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTED)
        self._rest.timeout.connect(self._note_where_the_writer_is)

    def open(self, files: Sequence[Path]) -> None:
        """Open stories in windows of their own, other files as drafts of one new story.

        With nothing to open, what stood open when WriterDesk was left is opened again.
        """
        files = files or self._left_open()
        stories = [file for file in files if self._beginnings.is_story(file)]
        drafts = [file for file in files if not self._beginnings.is_story(file)]
        if drafts or not stories:
            window = self._empty_window() or self._new_window()
            if drafts:
                window.arrivals.begin(len(drafts))
                self._begin_with_files(window, drafts)
        for story in stories:
            self._open_story(self._empty_window(), story)

    def _empty_window(self) -> Window | None:
        return next((window for window in self.windows if window.story is None), None)

    def listen(self) -> None:
        """Take the files of further starts from now on."""
        from writerdesk.ui.second_starts import SecondStarts

        self._second_starts = SecondStarts(self)
        self._second_starts.files_came.connect(self._open_more)
        self._second_starts.listen()

    def _open_more(self, files: Sequence[Path]) -> None:
        before = len(self.windows)
        if files:
            self.open(files)
        else:
            self._new_window()
        window = self.windows[-1] if len(self.windows) > before else self.windows[0]
        window.raise_()
        window.activateWindow()

    def _left_open(self) -> list[Path]:
        paths = [path for path in map(Path, self._session.open) if path.is_file()]
        sizes = [size for path in paths if (size := self._session.at(path).editor_size)]
        if sizes:
            self._look.choose(replace(self._look.appearance, editor_size=sizes[0]))
        return paths

    def _new_window(self) -> Window:
        """Show a window that offers ways to begin."""
        window = self._make_window()
        self._show_start(window)
        return window

    def _show_start(self, window: Window) -> None:
        """Show a window with the story that was opened for it, else with ways to begin."""
        if window.story is None:
            window.show_start()
        window.show()
        window.soon(starting.done)

    def _make_window(self) -> Window:
        window = Window(self._look, self._recent(), self._preferences)
        window.files_given.connect(partial(self._begin_with_files, window))
        window.text_given.connect(partial(self._begin_with_text, window))
        window.empty_asked.connect(partial(self._begin_empty, window))
        window.sample_asked.connect(partial(self._begin_with_sample, window))
        window.story_asked.connect(partial(self._open_story, window))
        window.backup_asked.connect(partial(self._open_backup, window))
        window.open_asked.connect(partial(self._choose_story, window))
        window.new_asked.connect(self._new_window)
        window.appearance_chosen.connect(self._keep_appearance)
        window.preferences_asked.connect(partial(self._ask_preferences, window))
        window.spelling_chosen.connect(self._keep_spelling)
        window.typographic_chosen.connect(self._keep_typographic)
        window.moved.connect(self._rest.start)
        window.place_changed.connect(self._follow_place)
        window.closed.connect(partial(self._forget, window))
        self.windows.append(window)
        if self._first_problem is not None:
            window.messages.show_problem(self._first_problem)
            self._first_problem = None
        return window

    @cached_property
    def _beginnings(self) -> "Beginnings":
        """What makes and opens stories, imported when the first is asked for."""
        from writerdesk.beginnings import Beginnings

        return Beginnings(self._clock)

    def _begin_with_files(
        self, window: Window, paths: Sequence[Path], wishes: "Wishes | None" = None
    ) -> None:
        """Make a story of files; nothing is made if none of them can be read."""
        beginning = self._beginnings.with_files(paths, window)
        beginning.came.connect(window.arrivals.came)
        beginning.refused.connect(window.arrivals.refused)
        beginning.finished.connect(partial(self._show, window))
        beginning.ended.connect(window.arrivals.ended)
        beginning.read(wishes)

    def _begin_with_text(self, window: Window, text: str) -> None:
        from writerdesk.exchange import read_pasted_text

        imported = read_pasted_text(text)
        self._show_made(window, lambda: self._beginnings.with_text(imported))
        if window.story is not None:
            window.arrivals.offer_goals({window.story.draft: imported.goal})

    def _begin_empty(self, window: Window) -> None:
        self._show_made(window, self._beginnings.empty)

    def _begin_with_sample(self, window: Window) -> None:
        # Without a start page first: its commands would be completed later and hold keys twice.
        target = window if window.story is None else self._make_window()
        self._show_made(target, self._beginnings.sample)
        self._show_start(target)

    def _choose_story(self, window: Window) -> None:
        from PySide6.QtWidgets import QFileDialog

        from writerdesk.beginnings import stories_folder

        path, _kind = QFileDialog.getOpenFileName(
            window, _("Open Story"), str(stories_folder()), self._beginnings.kinds()
        )
        if path:
            self._open_story(window, Path(path))

    def _open_story(self, window: Window | None, path: Path) -> None:
        """Show a story in ``window``, or in one of its own if that shows another already."""
        for other in self.windows:
            if other.story is not None and other.story.workspace.path == path:
                other.raise_()
                other.activateWindow()
                return
        target = window if window and window.story is None else self._make_window()
        try:
            self._show(target, self._beginnings.open(path))
        except Problem as problem:
            if problem.kind == Kind.OPEN_ELSEWHERE:
                workspace = self._beginnings.open(path, read_only=True)
                workspace.holder = cast("Holder | str", problem.details["holder"])
                self._show(target, workspace)
            else:
                target.messages.show_problem(problem, *self._offers_after(problem, target))
        self._show_start(target)

    def _open_backup(self, window: Window, backup: Path) -> None:
        """Open a copy of a backup of the story in a window, in one of its own."""
        assert window.story is not None
        try:
            copy = self._beginnings.copy_of_backup(backup, window.story.workspace.path)
        except Problem as problem:
            window.messages.show_problem(problem)
        else:
            self._open_story(None, copy)

    def _offers_after(self, problem: Problem, window: Window) -> tuple[Offer, ...]:
        """Return what can be done about a story that could not be opened."""
        backup = problem.details.get("backup")
        if not isinstance(backup, Path) or problem.path is None:
            return ()
        from writerdesk.ui.fault_words import backup_told

        copy = partial(self._beginnings.copy_of_backup, backup, problem.path)
        words = _("Open the Backup of {when}").format(when=backup_told(backup))
        return (Offer(words, lambda: self._open_story(window, copy())),)

    def _show_made(self, window: Window, make: "Callable[[], Workspace]") -> None:
        try:
            workspace = make()
        except Problem as problem:
            window.messages.show_problem(problem)
        else:
            self._show(window, workspace)

    def _show(self, window: Window, workspace: "Workspace") -> None:
        sitting = self._session.at(workspace.path)
        if not window.isVisible():
            put_window(window, sitting)
        chosen = self._preferences
        workspace.saving.mirroring = _mirroring(chosen)
        window.show_story(workspace, sitting)
        window.soon(lambda: window.check_spelling(_spelling(chosen)))
        if chosen.meaning:
            window.compare_by_meaning(Path(chosen.meaning))
        paths = [str(workspace.path), *self._preferences.recent]
        recent = tuple(dict.fromkeys(paths))[:_MOST_RECENT]
        # Written when the story is on the screen: it waits for the disk.
        window.soon(lambda: self._keep(replace(self._preferences, recent=recent)))
        window.soon(self._note_what_is_open)

    def _follow_place(self, before: Path, now: Path) -> None:
        """A story's file is elsewhere: it is offered, and opened again, there."""
        others = (path for path in self._preferences.recent if path != str(before))
        self._keep(replace(self._preferences, recent=tuple(dict.fromkeys((str(now), *others)))))
        self._note_where_the_writer_is()

    def _note_where_the_writer_is(self) -> None:
        for window in self.windows:
            if sitting := left(window, self._look):
                self._session = self._session.left(sitting)
        self._note_what_is_open()

    def _note_what_is_open(self) -> None:
        paths = [one.story.workspace.path for one in self.windows if one.story is not None]
        self._session = self._session.with_open(paths)
        session.save(self._session)

    def _recent(self) -> tuple[RecentStory, ...]:
        paths = [Path(path) for path in self._preferences.recent]
        return tuple(
            RecentStory(path, path.stem, _when(path, self._clock()))
            for path in paths
            if path.is_file()
        )

    def _clock(self) -> datetime:
        return datetime.now(UTC)

    def _keep_appearance(self, chosen: Appearance) -> None:
        self._keep(
            replace(
                self._preferences,
                theme=chosen.theme,
                marks=chosen.marks,
                high_contrast=chosen.high_contrast,
                editor_size=chosen.editor_size,
            )
        )

    def _ask_preferences(self, window: Window) -> None:
        from writerdesk.ui.preferring.dialog import PreferencesDialog

        dialog = PreferencesDialog(self._preferences, window)
        dialog.changed.connect(self._prefer)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _prefer(self, chosen: preferences.Preferences) -> None:
        """Let everything be as the writer chose, in every window, and keep it."""
        self._keep(replace(chosen, recent=self._preferences.recent))
        self._look.choose(_appearance(chosen))
        for window in self.windows:
            window.prefer(chosen)
            if window.story is not None:
                window.check_spelling(_spelling(chosen))
                window.story.workspace.saving.mirroring = _mirroring(chosen)

    def _keep_spelling(self, wish: "SpellingWish") -> None:
        self._keep(replace(self._preferences, spelling=wish.on, dictionaries=wish.folder))

    def _keep_typographic(self, wished: bool) -> None:
        self._prefer(replace(self._preferences, typographic=wished))

    def _keep(self, chosen: preferences.Preferences) -> None:
        self._preferences = chosen
        try:
            preferences.save(chosen, preferences.settings_file())
        except Problem as problem:
            for window in self.windows:
                window.messages.show_problem(problem)

    def _forget(self, window: Window) -> None:
        if window in self.windows:
            self.windows.remove(window)
        if sitting := left(window, self._look):
            self._session = self._session.left(sitting)
            session.save(self._session)
            # Who quits leaves all windows at once: what stood open then opens again.
            QTimer.singleShot(_QUITTING, self, self._note_what_is_open)

    def _show_mistake(self, mistake: Mistake) -> None:
        copy = partial(self.application.clipboard().setText, mistake.details)
        offer = Offer(_("Copy the Details"), copy, stays=True)
        for window in self.windows:
            saved = window.at_work is None or window.at_work.faults.save()
            words = mistake.sentence_in(window.actions_.what_failed(), saved=saved)
            window.messages.show_message(Message(words, Tone.WARN, "mistake", (offer,)))


def _appearance(chosen: preferences.Preferences) -> Appearance:
    return Appearance(
        theme=chosen.theme,
        marks=chosen.marks,
        high_contrast=chosen.high_contrast,
        less_motion=chosen.less_motion,
        text_family=chosen.text_family,
        editor_size=chosen.editor_size,
        letters=chosen.line_letters,
    )


def _mirroring(chosen: preferences.Preferences) -> "Mirroring":
    from writerdesk.story.keeping import Mirroring

    return Mirroring(chosen.mirrored, Path(chosen.mirrors) if chosen.mirrors else None)


def _spelling(chosen: preferences.Preferences) -> "SpellingWish":
    from writerdesk.ui.spelling import SpellingWish

    return SpellingWish(chosen.spelling, chosen.dictionaries)


def _when(path: Path, now: datetime) -> str:
    """Return when a story was last written, in words."""
    last = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    days = (now.astimezone().date() - last.date()).days
    time = last.strftime("%H:%M")
    if days == 0:
        return _("today {time}").format(time=time)
    if days == 1:
        return _("yesterday {time}").format(time=time)
    return last.strftime("%Y-%m-%d")
