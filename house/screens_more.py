"""The screens that want a story of their own: few drafts and many, columns, and what stands over.

The drafts of these are the sample's, each begun at another of its passages.
"""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from house.screens import Screen, open_window, settle, story_of, wait
from writerdesk.manuscript import Document
from writerdesk.story.drafting import add_draft
from writerdesk.ui.look import Look
from writerdesk.ui.pane.keys import Command
from writerdesk.ui.window import Window

_MANY = 9


def more_screens(look: Look, size: tuple[int, int]) -> Iterator[Screen]:
    """Show the overview of many drafts, four columns, and what the pane and the text open."""
    with open_window(look, size) as window:
        story = story_of(window)
        story.show_mode("compare")
        settle()
        yield "compare-waiting", window.grab
        wait(lambda: story.compare.pane.reading is not None)
        yield from _over_the_pane(window)
        yield from _over_the_text(window)
        _add_drafts(window)
        story.show_mode("compare")
        story.compare.compare(*[row.id for row in story.rows[:4]])
        wait(lambda: len(story.compare.pane.columns) == 4)
        yield "compare-four", window.grab
        story.show_mode("overview")
        wait(lambda: len(story.overview.table.beats.drafts) == _MANY)
        yield "overview-many", window.grab
        table = story.overview.table
        table.setFocus()
        table.setCurrentIndex(table.beats.index(2, 2))
        settle()
        yield "overview-cell", window.grab


def _over_the_pane(window: Window) -> Iterator[Screen]:
    commands = story_of(window).compare.pane.commands
    commands.next_stop()
    commands.why()
    settle()
    yield "compare-why", lambda: _with_what_is_over(window)
    commands.obey(Command.SPOKEN)
    settle()
    yield "compare-spoken", window.grab
    commands.obey(Command.SPOKEN)
    story_of(window).compare.pane.view.to_end()
    settle()
    yield "compare-end", window.grab
    window.actions_["compare.with"].trigger()
    yield "menu-column", lambda: _with_what_is_over(window)
    _put_away_menus()


def _over_the_text(window: Window) -> Iterator[Screen]:
    story = story_of(window)
    story.show_mode("write")
    editor = story.write.editor
    middle = editor.mapToGlobal(editor.rect().center())
    window.parts.spelling.open_menu(middle)
    yield "menu-text", lambda: _with_what_is_over(window)
    _put_away_menus()
    first = story.workspace.story.draft(story.draft).text.ids[0]
    story.margin.pressed.emit(first, middle)
    yield "menu-margin", lambda: _with_what_is_over(window)
    _put_away_menus()
    window.actions_["view.typewriter"].trigger()
    cursor = editor.textCursor()
    cursor.setPosition(4_000)
    editor.setTextCursor(cursor)
    settle()
    yield "typewriter", window.grab
    window.actions_["view.typewriter"].trigger()


def _add_drafts(window: Window) -> None:
    workspace = story_of(window).workspace
    story, ours = workspace.story, workspace.story.drafts
    for number in range(len(ours), _MANY):
        like = ours[number % len(ours)]
        paragraphs = [*like.text.paragraphs[number:], *like.text.paragraphs[:number]]
        text = Document.from_items(workspace.identities.newborn(paragraphs))
        record = workspace.identities.record()
        story = add_draft(story, replace(like, id=record, letter="", name="", text=text))
    workspace.become("copy_draft", story, letter="D")


def _with_what_is_over(window: Window) -> QPixmap:
    settle()
    picture = window.grab()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            painter.drawPixmap(window.mapFromGlobal(other.pos()), other.grab())
    painter.end()
    return picture


def _put_away_menus() -> None:
    for menu in QApplication.topLevelWidgets():
        if isinstance(menu, QMenu):
            menu.close()
