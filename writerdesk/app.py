"""Puts the parts together and keeps the list of open windows, one for each story."""

import secrets
import sys
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog

from writerdesk import preferences, words
from writerdesk.exchange import READABLE, read_pasted_text
from writerdesk.folders import log_folder
from writerdesk.logs import Log, Mistake, catch_mistakes
from writerdesk.manuscript import Document
from writerdesk.problem import Kind, Problem
from writerdesk.resources import resources
from writerdesk.story.keeping import Doors
from writerdesk.story.naming import first_words
from writerdesk.story.sample import sample_story
from writerdesk.ui.look import Appearance, Look
from writerdesk.ui.messages import Message, Tone
from writerdesk.ui.start_page import RecentStory
from writerdesk.ui.window import Window
from writerdesk.words import _
from writerdesk.workspace.intake import Arrival, Intake
from writerdesk.workspace.opening import (
    ENDING,
    create_workspace_in,
    open_workspace,
)
from writerdesk.workspace.workspace import Workspace

# A story's file is named by as many first words as a list shows in one line.
_WORDS_OF_A_TITLE = 6
_MOST_RECENT = 10


def run(files: Sequence[str]) -> int:
    """Open the window and stay until the last one is closed; return the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("WriterDesk")
    application.setDesktopFileName("org.writerdesk.WriterDesk")
    application.setWindowIcon(QIcon(str(resources() / "writerdesk.svg")))
    app = App(application)
    app.open([Path(file).absolute() for file in files])
    return application.exec()


class App(QObject):
    """The running program: its settings, its look, its windows."""

    _mistaken = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._doors = Doors(
            clock=lambda: datetime.now(UTC),
            draw=lambda: secrets.randbits(31),
            new_id=lambda: uuid.uuid4().hex,
        )
        self._mistaken.connect(self._show_mistake)
        catch_mistakes(Log(log_folder(), self._doors.clock), self._mistaken.emit)
        loaded = preferences.load(preferences.settings_file())
        self._preferences, self._first_problem = loaded.preferences, loaded.problem
        if self._preferences.language:
            words.speak(self._preferences.language, resources() / "locale")
        self._look = Look(_appearance(self._preferences))
        self._look.dress(application)
        self.windows: list[Window] = []

    def open(self, files: Sequence[Path]) -> None:
        """Open stories in windows of their own, other files as drafts of one new story."""
        stories = [file for file in files if file.suffix.lower() == ENDING]
        drafts = [file for file in files if file.suffix.lower() != ENDING]
        if drafts or not stories:
            window = self._new_window()
            if drafts:
                self._begin_with_files(window, drafts)
        for story in stories:
            self._open_story(self._new_window(), story)

    def _new_window(self) -> Window:
        window = Window(self._look, ", ".join(READABLE), self._recent())
        window.files_given.connect(partial(self._begin_with_files, window))
        window.text_given.connect(partial(self._begin_with_text, window))
        window.empty_asked.connect(partial(self._begin_empty, window))
        window.sample_asked.connect(partial(self._begin_with_sample, window))
        window.story_asked.connect(partial(self._open_story, window))
        window.open_asked.connect(partial(self._choose_story, window))
        window.new_asked.connect(self._new_window)
        window.appearance_chosen.connect(self._keep_appearance)
        window.closed.connect(partial(self._forget, window))
        self.windows.append(window)
        window.show()
        if self._first_problem is not None:
            window.messages.show_problem(self._first_problem)
            self._first_problem = None
        return window

    def _begin_with_files(self, window: Window, paths: Sequence[Path]) -> None:
        """Make a story of files; nothing is made if none of them can be read."""
        beginning = _Beginning(self._doors, window)
        beginning.refused.connect(window.messages.show_problem)
        beginning.finished.connect(partial(self._show, window))
        beginning.read(paths)

    def _begin_with_text(self, window: Window, text: str) -> None:
        imported = read_pasted_text(text)
        if workspace := self._created(window, _title(imported.documents)):
            workspace.add_imported(imported, _("pasted text"))
            self._show(window, workspace)

    def _begin_empty(self, window: Window) -> None:
        if workspace := self._created(window, _("New story")):
            workspace.new_draft()
            self._show(window, workspace)

    def _begin_with_sample(self, window: Window) -> None:
        target = window if window.story is None else self._new_window()
        if workspace := self._created(target, _("Sample story")):
            sample = sample_story(workspace.identities)
            workspace.begin_as(sample.raw, sample.story)
            self._show(target, workspace)

    def _choose_story(self, window: Window) -> None:
        kinds = _("WriterDesk stories (*{ending})").format(ending=ENDING)
        path, _kind = QFileDialog.getOpenFileName(
            window, _("Open Story"), str(stories_folder()), kinds
        )
        if path:
            self._open_story(window, Path(path))

    def _open_story(self, window: Window, path: Path) -> None:
        """Show a story in ``window``, or in one of its own if that shows another already."""
        for other in self.windows:
            if other.story is not None and other.story.workspace.path == path:
                other.raise_()
                other.activateWindow()
                return
        target = window if window.story is None else self._new_window()
        try:
            workspace = open_workspace(path, self._doors)
        except Problem as problem:
            target.messages.show_problem(problem)
            if problem.kind == Kind.OPEN_ELSEWHERE:
                self._show(target, open_workspace(path, self._doors, read_only=True))
            return
        self._show(target, workspace)

    def _created(self, window: Window, title: str) -> Workspace | None:
        try:
            return create_workspace_in(stories_folder(), title, self._doors)
        except Problem as problem:
            window.messages.show_problem(problem)
            return None

    def _show(self, window: Window, workspace: Workspace) -> None:
        window.show_story(workspace)
        paths = [str(workspace.path), *self._preferences.recent]
        recent = tuple(dict.fromkeys(paths))[:_MOST_RECENT]
        self._keep(replace(self._preferences, recent=recent))

    def _recent(self) -> tuple[RecentStory, ...]:
        paths = [Path(path) for path in self._preferences.recent]
        return tuple(
            RecentStory(path, path.stem, _when(path, self._doors.clock()))
            for path in paths
            if path.is_file()
        )

    def _keep_appearance(self, chosen: Appearance) -> None:
        self._keep(
            replace(
                self._preferences,
                theme=chosen.theme,
                marks=chosen.marks,
                high_contrast=chosen.high_contrast,
            )
        )

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

    def _show_mistake(self, mistake: Mistake) -> None:
        for window in self.windows:
            window.messages.show_message(Message(mistake.sentence, Tone.WARN))


class _Beginning(QObject):
    """A story that begins with files: made when the first of them has been read."""

    refused = Signal(object)
    finished = Signal(object)

    def __init__(self, doors: Doors, parent: QObject) -> None:
        super().__init__(parent)
        self._doors = doors
        self._workspace: Workspace | None = None
        self._intake = Intake(self)
        self._intake.arrived.connect(self._arrive)
        self._intake.finished.connect(self._finish)

    def read(self, paths: Sequence[Path]) -> None:
        """Read the files the story begins with."""
        self._intake.read(paths)

    def _arrive(self, arrival: Arrival) -> None:
        if arrival.imported is None:
            self.refused.emit(arrival.problem)
            return
        try:
            if self._workspace is None:
                title = _title(arrival.imported.documents)
                self._workspace = create_workspace_in(stories_folder(), title, self._doors)
        except Problem as problem:
            self.refused.emit(problem)
            return
        self._workspace.add_imported(arrival.imported, arrival.path.name)

    def _finish(self) -> None:
        self._intake.close()
        if self._workspace is not None:
            self.finished.emit(self._workspace)


def stories_folder() -> Path:
    """Return where stories are made without asking."""
    return Path(platformdirs.user_documents_dir()) / "WriterDesk"


def _title(documents: Sequence[Document]) -> str:
    return next((first_words(text, _WORDS_OF_A_TITLE) for text in documents), "") or _("New story")


def _appearance(chosen: preferences.Preferences) -> Appearance:
    return Appearance(theme=chosen.theme, marks=chosen.marks, high_contrast=chosen.high_contrast)


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
