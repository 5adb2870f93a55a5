"""Draws every screen of the window in every theme, size, scale and language, in ``screenshots/``.

The pictures are for looking at: aligned? clipped? calm? Fonts are pinned where they are installed.
Each scale is drawn in a process of its own, because Qt reads it once at its start; so is each
language, German and the one nobody speaks, which need more room than ours.
"""

import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from house.pseudo import ACCENTED, write_pseudo_catalogues

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from writerdesk.ui.look import Look
    from writerdesk.ui.story_view import StoryView
    from writerdesk.ui.window import Window

_SIZES = ((900, 600), (1440, 900), (2560, 1440))
_SCALES = ("1", "1.5")
_THEMES = ("light", "sepia", "dark")
_LANGUAGES = ("de", ACCENTED)
# How long a picture may wait for a comparison, in milliseconds.
_PATIENCE = 20_000


def draw_all(root: Path) -> tuple[str, ...]:
    """Draw all pictures; return what went wrong."""
    folder = root / "screenshots"
    folder.mkdir(exist_ok=True)
    turns = [*((scale, "") for scale in _SCALES), *(("1", language) for language in _LANGUAGES)]
    for scale, language in turns:
        told = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "house.screenshots", str(folder), scale, language]
        if subprocess.run(command, env=told, cwd=root).returncode:
            return (f"the pictures at scale {scale}, {language or 'en'}, could not be drawn",)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.name}/")
    return ()


def draw(folder: Path, scale: str, language: str = "") -> None:
    """Draw the pictures of one scale, or of one language."""
    from PySide6.QtWidgets import QApplication

    from writerdesk import words
    from writerdesk.preferences import Theme
    from writerdesk.ui.look import STYLE, Appearance, Look
    from writerdesk.ui.tongue import speak

    application = QApplication(["writerdesk", *STYLE])
    if language == ACCENTED:
        catalogues = Path(tempfile.mkdtemp())
        write_pseudo_catalogues(catalogues, folder.parent)
        words.speak(language, catalogues)
    elif language:
        speak(application, language)
    look = Look(Appearance(Theme.LIGHT))
    look.dress(application)
    for theme in _THEMES[:1] if language else _THEMES:
        look.choose(Appearance(Theme(theme)))
        for width, height in _SIZES:
            for name, picture in _pictures(look, width, height):
                about = f"{language}-{width}" if language else f"{theme}-{width}-{scale}"
                picture().save(str(folder / f"{name}-{about}.png"))


def _pictures(
    look: "Look", width: int, height: int
) -> Iterator[tuple[str, Callable[[], "QPixmap"]]]:
    """Show one screen after another, each with what makes its picture."""
    from PySide6.QtWidgets import QApplication

    from writerdesk.story.keeping import Doors
    from writerdesk.story.sample import sample_story
    from writerdesk.ui.window import Window
    from writerdesk.workspace.opening import create_workspace_in

    window = Window(look)
    window.show_start()
    window.resize(width, height)
    window.show()
    QApplication.processEvents()
    yield "start", window.grab
    with tempfile.TemporaryDirectory() as folder:
        doors = Doors(
            clock=lambda: datetime(2026, 11, 21, 10, 42, tzinfo=UTC),
            draw=lambda: 7,
            new_id=lambda: uuid.uuid4().hex,
        )
        workspace = create_workspace_in(Path(folder), "sample", doors)
        sample = sample_story(workspace.identities)
        workspace.begin_as(sample.raw, sample.story)
        window.show_story(workspace)
        for name, prepare in _screens(window):
            prepare()
            QApplication.processEvents()
            yield name, window.grab
        if (width, height) == _SIZES[1]:
            yield from _dialogs(window)
        window.close()


def _screens(window: "Window") -> tuple[tuple[str, Callable[[], object]], ...]:
    story = window.story
    assert story is not None
    return (
        ("overview", lambda: _overview(story)),
        ("write", lambda: story.show_mode("write")),
        ("history", lambda: (story.panel.show_panel("history"), _wait(story.history.list.count))),
        ("outline", lambda: story.panel.show_panel("outline")),
        ("notes", lambda: story.panel.show_panel("notes")),
        ("characters", lambda: story.panel.show_panel("characters")),
        ("find-everywhere", lambda: story.panel.show_panel("find")),
        ("find", lambda: (story.panel.show_panel(""), window.actions_["edit.replace"].trigger())),
        ("compare", lambda: (story.write.find_bar.put_away(), _compare(story))),
        ("beats", lambda: story.panel.show_panel("changes")),
        ("lined-up", lambda: (story.panel.show_panel(""), story.compare.arrange("lined up"))),
        ("one-column", lambda: story.compare.arrange("one column")),
        ("three", lambda: (story.compare.arrange("side by side"), _three(story))),
        ("in-place", lambda: (_compare_two(story), _edit(story))),
        ("tellings", lambda: _tellings(story)),
        (
            "palette",
            lambda: (story.panel.show_panel(""), window.actions_["help.palette"].trigger()),
        ),
    )


def _dialogs(window: "Window") -> Iterator[tuple[str, Callable[[], "QPixmap"]]]:
    """Open one dialog after another; they have a size of their own."""
    from PySide6.QtWidgets import QApplication, QDialog

    from writerdesk.preferences import Preferences
    from writerdesk.ui.export_dialog import ExportDialog
    from writerdesk.ui.preferring.dialog import PreferencesDialog

    story = window.story
    assert story is not None
    folder, look = story.workspace.path.parent, story.look
    preferences = PreferencesDialog(Preferences(), window)
    for page in range(preferences.tabs.count()):
        preferences.tabs.setCurrentIndex(page)
        preferences.show()
        QApplication.processEvents()
        yield f"preferences-{page}", preferences.grab
    preferences.close()
    export = ExportDialog(story.workspace.story, story.draft, folder, look, window)
    export.show()
    QApplication.processEvents()
    yield "export", export.grab
    export.close()
    for command in ("story.details", "draft.details", "story.backups", "edit.replace_everywhere"):
        window.actions_[command].trigger()
        QApplication.processEvents()
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        yield command.replace(".", "-"), dialog.grab
        dialog.reject()


def _overview(story: "StoryView") -> None:
    story.show_mode("overview")
    _wait(story.overview.table.isVisible)


def _compare(story: "StoryView") -> None:
    story.show_mode("compare")
    _wait(lambda: story.compare.pane.reading is not None)


def _compare_two(story: "StoryView") -> None:
    story.compare.compare(*[row.id for row in story.rows[:2]])
    _wait(lambda: len(story.compare.pane.columns) == 2)


def _three(story: "StoryView") -> None:
    story.compare.compare(*[row.id for row in story.rows[:3]])
    _wait(lambda: len(story.compare.pane.columns) == 3)
    story.compare.pane.commands.next_stop()


def _edit(story: "StoryView") -> None:
    from writerdesk.ui.pane.keys import Command

    story.compare.pane.commands.next_stop()
    story.compare.pane.commands.obey(Command.EDIT)


def _tellings(story: "StoryView") -> None:
    story.show_mode("write")
    story.panel.show_panel("tellings")
    _wait(lambda: story.beats.panel.has_something)


def _wait(until: Callable[[], object]) -> None:
    from PySide6.QtCore import QDeadlineTimer
    from PySide6.QtWidgets import QApplication

    deadline = QDeadlineTimer(_PATIENCE)
    while not until() and not deadline.hasExpired():
        QApplication.processEvents()


if __name__ == "__main__":
    draw(Path(sys.argv[1]), *sys.argv[2:])
