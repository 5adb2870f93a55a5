"""What opens over a window: dialogs, menus and lists to choose from, each with its picture."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from house.screens import Screen, settle, story_of, wait
from writerdesk.preferences import Preferences
from writerdesk.problem import Kind, Problem
from writerdesk.story.characters import characters
from writerdesk.story.sample import sample_drafts
from writerdesk.ui.arrivals import CameIn
from writerdesk.ui.export_dialog import ExportDialog
from writerdesk.ui.help_doers import HelpDoers
from writerdesk.ui.intake_dialogs import DoneDialog, EncodingDialog, ReasonsDialog
from writerdesk.ui.panels.remark_dialog import RemarkDialog
from writerdesk.ui.panels.sheet_dialogs import FieldDialog, RelationDialog
from writerdesk.ui.preferring.dialog import PreferencesDialog
from writerdesk.ui.window import Window
from writerdesk.workspace.intake import Arrival

# Commands that open a dialog of their own.
_ASKING = (
    "story.details",
    "draft.details",
    "draft.names",
    "format.tidy",
    "story.check",
    "story.place",
    "draft.remove",
    "story.backups",
    "edit.replace_everywhere",
    "marks.legend",
)
# Commands that wait for their answer in a loop of Qt's own.
_WAITING = ("draft.goal", "format.link")
_MENUS = ("story", "edit", "format", "draft", "compare", "view", "help")
_REMARK = "I would keep \u201cthe piano\u201d, and lose the storm."
_LETTERS = (("utf-8", "Caf\u00e9 \u201cM\u00fcller\u201d"), ("cp1252", "CafÃ© â€œMÃ¼llerâ€"))


def asked_screens(window: Window) -> Iterator[Screen]:
    """Open one dialog after another, then one menu after another."""
    story = story_of(window)
    story.show_mode("write")
    yield from _preferences(window)
    made: tuple[tuple[str, Callable[[], QDialog]], ...] = (
        ("export", lambda: _export(window)),
        ("help-start", _help(window).start),
        ("help-keys", _help(window).keys),
        ("help-where", _help(window).where),
        ("help-about", _help(window).about),
        ("not-brought-in", lambda: ReasonsDialog(_refused(), window)),
        ("how-written", lambda: EncodingDialog(_unsaid(), window)),
        ("what-was-done", lambda: DoneDialog(story, _came(window), window)),
        ("remark", lambda: RemarkDialog(story.workspace.story, _REMARK, window)),
        ("field", lambda: FieldDialog(story.workspace.story, None, window)),
        ("relation", lambda: RelationDialog(story.workspace.story, _somebody(window), window)),
    )
    for name, make in made:
        yield from _shown(name, make())
    for command in _ASKING:
        if command in window.actions_:
            window.actions_[command].trigger()
            settle()
            yield from _shown(command.replace(".", "-"), _open_dialog(window))
    for command in _WAITING:
        yield command.replace(".", "-"), partial(_asked, window, command)
    yield from _taking_all(window)
    for id in _MENUS:
        menu = window.actions_.menu(id)
        yield f"menu-{id}", _popped(menu).grab
        menu.close()


def _asked(window: Window, command: str) -> QPixmap:
    """Draw what a command asks from inside its waiting, and answer nothing."""
    drawn: list[QPixmap] = []

    def answer() -> None:
        dialog = _open_dialog(window)
        settle()
        drawn.append(dialog.grab())
        dialog.reject()

    QTimer.singleShot(0, answer)
    window.actions_[command].trigger()
    return drawn[0]


def _taking_all(window: Window) -> Iterator[Screen]:
    story = story_of(window)
    story.show_mode("compare")
    wait(lambda: story.compare.pane.reading is not None)
    window.actions_["compare.take_all"].trigger()
    yield from _shown("compare-take-all", _open_dialog(window))
    story.show_mode("write")


def _preferences(window: Window) -> Iterator[Screen]:
    dialog = PreferencesDialog(Preferences(), window)
    for page in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(page)
        dialog.show()
        settle()
        yield f"preferences-{page}", dialog.grab
    dialog.reject()


def _export(window: Window) -> QDialog:
    story = story_of(window)
    folder = story.workspace.path.parent
    return ExportDialog(story.workspace.story, story.draft, folder, story.look, window)


def _help(window: Window) -> HelpDoers:
    return HelpDoers(window, lambda: story_of(window).workspace.path, {})


def _somebody(window: Window) -> str:
    return characters(story_of(window).workspace.story)[0].id


def _refused() -> tuple[Problem, ...]:
    return (
        Problem(Kind.OLD_WORD, path=Path("draft3.doc")),
        Problem(Kind.LOCKED, path=Path("contract.docx")),
        Problem(Kind.TOO_LARGE, path=Path("everything.txt")),
    )


def _unsaid() -> Problem:
    return Problem(Kind.ENCODING_UNKNOWN, path=Path("draft.txt"), samples=_LETTERS)


def _came(window: Window) -> tuple[CameIn, ...]:
    rows = story_of(window).rows
    read = zip(sample_drafts(), rows, strict=False)
    return tuple(
        CameIn(Arrival(Path(name), imported, None), (row.id,)) for (name, imported), row in read
    )


def _shown(name: str, dialog: QDialog) -> Iterator[Screen]:
    dialog.show()
    settle()
    yield name, dialog.grab
    dialog.reject()
    settle()


def _open_dialog(window: Window) -> QDialog:
    return next(one for one in window.findChildren(QDialog) if one.isVisible())


def _popped(menu: QMenu) -> QWidget:
    menu.popup(QPoint(0, 0))
    settle()
    return menu
