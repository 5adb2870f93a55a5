"""The screens of a window with a story, one after another, each with what makes its picture.

What stands in a window's middle and at its side is here; dialogs, menus and bars have modules of
their own.
"""

import tempfile
import uuid
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from writerdesk.story.characters import characters
from writerdesk.story.drafting import add_draft
from writerdesk.story.items import Draft
from writerdesk.story.keeping import Doors
from writerdesk.story.notes import notes
from writerdesk.story.sample import sample_story
from writerdesk.ui.look import Look
from writerdesk.ui.pane.keys import Command
from writerdesk.ui.recent import RecentStory
from writerdesk.ui.story_view import StoryView
from writerdesk.ui.window import Window
from writerdesk.workspace.opening import create_workspace_in
from writerdesk.workspace.workspace import Workspace

Screen: TypeAlias = tuple[str, Callable[[], QPixmap]]
"""A name, and what makes the picture of what is shown now."""

# How long a picture may wait for a comparison, in milliseconds.
_PATIENCE = 60_000
_BESIDE_A_TEXT = ("tellings", "outline", "history", "notes", "characters", "find")
_NOW = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)


def start_screens(look: Look, size: tuple[int, int]) -> Iterator[Screen]:
    """Show the start page, to somebody new and to somebody who comes back."""
    stories = [RecentStory(Path(f"{name}.writerdesk"), name, when) for name, when in _RECENT]
    for name, recent in (("start", ()), ("start-again", stories)):
        window = Window(look, recent)
        window.show_start()
        window.resize(*size)
        window.show()
        settle()
        yield name, window.grab
        window.close()


_RECENT = (
    ("The dust tasted of regret", "today 10:12"),
    ("Harbour, second attempt", "yesterday 21:40"),
    ("A name that is much longer than names of stories usually are, and goes on", "2026-10-03"),
)


@contextmanager
def open_window(look: Look, size: tuple[int, int], *, sample: bool = True) -> Generator[Window]:
    """Give a window with the sample story, or with one empty draft."""
    window = Window(look)
    window.resize(*size)
    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace_in(Path(folder), "sample", doors())
        begin(workspace, sample=sample)
        window.show_story(workspace)
        window.show()
        settle()
        try:
            yield window
        finally:
            # A story left open keeps its threads, and the program would not end.
            window.close()
            settle()


def doors() -> Doors:
    """Return a clock that stands still."""
    return Doors(clock=lambda: _NOW, draw=lambda: 7, new_id=lambda: uuid.uuid4().hex)


def begin(workspace: Workspace, *, sample: bool) -> None:
    """Fill a new story."""
    if sample:
        made = sample_story(workspace.identities)
        workspace.begin_as(made.raw, made.story)
    else:
        workspace.new_draft()


def story_of(window: Window) -> StoryView:
    """Return the story a window shows."""
    assert window.story is not None
    return window.story


def page_screens(window: Window) -> Iterator[Screen]:
    """Show every page, and every panel beside the page one writes on."""
    story = story_of(window)
    story.show_mode("overview")
    wait(story.overview.table.isVisible)
    yield "overview", window.grab
    story.show_mode("write")
    settle()
    yield "write", window.grab
    for name in _BESIDE_A_TEXT:
        story.panel.show_panel(name)
        _fill_panel(story, name)
        settle()
        yield f"write-{name}", window.grab
    story.beside.show_sheet(characters(story.workspace.story)[0].id)
    settle()
    yield "sheet", window.grab
    story.beside.show_note(notes(story.workspace.story)[0].note.id)
    settle()
    yield "note", window.grab
    yield from _ways_to_write(window)


def _ways_to_write(window: Window) -> Iterator[Screen]:
    story = story_of(window)
    story.panel.show_panel("")
    window.actions_["edit.replace"].trigger()
    story.write.find_bar.field.setText("the")
    settle()
    yield "find-bar", window.grab
    story.write.find_bar.put_away()
    story.write.set_aside.toggle()
    settle()
    yield "set-aside", window.grab
    story.write.set_aside.toggle()
    for command in ("view.reading", "view.focus"):
        window.actions_[command].trigger()
        settle()
        yield command.split(".")[1], window.grab
        window.actions_[command].trigger()
    window.actions_["help.palette"].trigger()
    settle()
    yield "palette", window.grab
    window.parts.finder.field.setText("com")
    settle()
    yield "palette-found", window.grab
    window.parts.finder.put_away()


def _fill_panel(story: StoryView, name: str) -> None:
    if name == "history":
        wait(story.history.list.count)
    elif name == "tellings":
        wait(lambda: story.beats.panel.has_something)
    elif name == "find":
        story.beside.find.look_for("piano")
        wait(lambda: story.beside.find.list.model().rowCount())


def compare_screens(window: Window) -> Iterator[Screen]:
    """Show every look of a comparison, and what can be done in one."""
    story = story_of(window)
    story.panel.show_panel("")
    story.show_mode("compare")
    wait(lambda: story.compare.pane.reading is not None)
    story.compare.pane.commands.next_stop()
    yield "compare", window.grab
    story.panel.show_panel("changes")
    settle()
    yield "compare-beats", window.grab
    for name in ("tellings", "notes", "characters", "find"):
        story.panel.show_panel(name)
        settle()
        yield f"compare-{name}", window.grab
    story.panel.show_panel("")
    for look in ("lined up", "one column"):
        story.compare.arrange(look)
        settle()
        yield f"compare-{look.replace(' ', '-')}", window.grab
    story.compare.arrange("side by side")
    window.actions_["edit.find"].trigger()
    settle()
    yield "compare-find-bar", window.grab
    story.compare.find_bar.put_away()
    story.compare.pane.commands.next_stop()
    story.compare.pane.commands.obey(Command.EDIT)
    settle()
    yield "compare-in-place", window.grab
    story.compare.in_place.leave()
    yield from _more_comparisons(window)


def _more_comparisons(window: Window) -> Iterator[Screen]:
    story = story_of(window)
    story.compare.compare(*[row.id for row in story.rows[:3]])
    # In a narrow window two stand side by side, and the third waits.
    wait(lambda: len(story.compare.pane.columns) == 3 or story.compare.flipping.room_told)
    story.compare.pane.commands.next_stop()
    settle()
    yield "compare-three", window.grab
    first = story.rows[0].id
    revised = _revised(story.workspace.story.draft(first))
    copy = story.workspace.identities.record()
    after = add_draft(story.workspace.story, Draft(copy, text=revised.text))
    story.workspace.become("copy_draft", after, letter=revised.letter)
    story.compare.compare(first, copy)
    # Until then the two drafts that were compared before may still stand there.
    wait(lambda: [column.draft for column in story.compare.pane.columns] == [first, copy])
    story.compare.pane.commands.next_stop()
    story.panel.show_panel("changes")
    settle()
    yield "compare-revision", window.grab
    story.panel.show_panel("")
    story.compare.compare(first, story.rows[1].id)
    story.workspace.undo_act()


def _revised(draft: Draft) -> Draft:
    """Return a draft with words changed here and there, and a passage that moved."""
    items = [
        (id, replace(paragraph, text=paragraph.text.replace(" the ", " that "), marks=()))
        if number % 3 == 0
        else (id, paragraph)
        for number, (id, paragraph) in enumerate(draft.text)
    ]
    return replace(draft, text=draft.text.splice(0, len(items), [*items[3:], *items[:3]]))


def empty_screens(look: Look, size: tuple[int, int]) -> Iterator[Screen]:
    """Show what stands where there is nothing yet."""
    with open_window(look, size, sample=False) as window:
        story = story_of(window)
        for mode in ("overview", "write", "compare"):
            story.show_mode(mode)
            settle()
            yield f"empty-{mode}", window.grab
        story.show_mode("write")
        for name in _BESIDE_A_TEXT:
            story.panel.show_panel(name)
            settle()
            yield f"empty-{name}", window.grab
        story.beside.find.look_for("sentinal")
        wait(lambda: "sentinal" in story.beside.find.told.text())
        yield "nothing-found", window.grab
        story.panel.show_panel("")
        story.workspace.copy_draft(story.rows[0].id)
        story.show_mode("compare")
        wait(lambda: not story.compare.comparing.is_waiting)
        yield "compare-equal", window.grab
        story.workspace.delete_draft(story.rows[0].id)
        story.workspace.delete_draft(story.rows[0].id)
        settle()
        yield "no-drafts", window.grab


def settle() -> None:
    """Let what is waiting be done."""
    for _turn in range(3):
        QApplication.processEvents()


def wait(until: Callable[[], object]) -> None:
    """Serve the window until something is so; raises if it never is."""
    deadline = QDeadlineTimer(_PATIENCE)
    while not until():
        if deadline.hasExpired():
            raise TimeoutError
        QApplication.processEvents()
    settle()
