"""A first start: files, a paste or the sample become a story at once, and nothing is asked."""

from typing import Any

import platformdirs
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from tests.ui.desk import dragged_in
from writerdesk import preferences, session
from writerdesk.app import App
from writerdesk.preferences import Preferences
from writerdesk.session import Session
from writerdesk.ui.start_page import StartPage

DRAFT = "The harbour froze in March.\n\nIda counted the boats.\n"


@pytest.fixture
def stories(tmp_path, monkeypatch):
    """The writer's documents, in a home of this test's own."""
    documents = tmp_path / "Documents"
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(documents))
    return documents / "WriterDesk"


@pytest.fixture
def app(qapp, stories):
    forget()
    app: Any = App(qapp)
    app.open([])
    yield app
    for window in list(app.windows):
        window.close()
    forget()


def forget():
    session.save(Session())
    preferences.save(Preferences(), preferences.settings_file())


def page(window):
    return window.findChild(StartPage)


def button(window, words):
    return next(one for one in page(window).findChildren(QPushButton) if one.text() == words)


def drop(widget, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    where, none = QPointF(9, 9), Qt.KeyboardModifier.NoModifier
    over = dragged_in(where, data)
    QApplication.sendEvent(widget, over)
    assert over.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(where, copy, data, left, none))


def dialogs():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]


def test_several_files_dropped_become_the_drafts_of_one_story(app, stories, qtbot, tmp_path):
    (window,) = app.windows
    paths = [tmp_path / "one.txt", tmp_path / "two.md", tmp_path / "three.txt"]
    for path in paths:
        path.write_text(DRAFT, "utf-8")
    drop(page(window)._field, paths)
    qtbot.waitUntil(lambda: bool(window.story and len(window.story.rows) == 3), timeout=60_000)
    assert window.story.workspace.path.parent == stories
    assert window.story.mode == "overview"
    assert [one for one in dialogs() if one.isVisible()] == []
    assert len(app.windows) == 1


def test_a_whole_draft_pasted_becomes_a_story(app, stories):
    (window,) = app.windows
    QGuiApplication.clipboard().setText(DRAFT)
    button(window, "Paste a draft").click()
    (draft,) = window.story.workspace.story.drafts
    assert [one.text for one in draft.text.paragraphs] == [
        "The harbour froze in March.",
        "Ida counted the boats.",
    ]
    assert window.story.workspace.path.parent == stories
    assert [one for one in dialogs() if one.isVisible()] == []


def test_a_pasted_draft_offers_the_goal_its_introduction_names(app, stories):
    said = "Sure! Here is your story of over 4000 words."
    QGuiApplication.clipboard().setText(f"{said}\n\n---\n\n{DRAFT}")
    (window,) = app.windows
    button(window, "Paste a draft").click()
    asked = window.messages.shown[-1]
    assert asked.words == "Goal 4,000 words, from the introduction."
    asked.offers[0].act()
    (draft,) = window.story.workspace.story.drafts
    assert draft.goal == 4000
    assert draft.text.paragraphs[0].text == "The harbour froze in March."


def test_an_empty_clipboard_begins_nothing(app, stories):
    (window,) = app.windows
    QGuiApplication.clipboard().setText(" \n")
    button(window, "Paste a draft").click()
    assert window.story is None
    assert not stories.exists()


def test_the_sample_is_a_story_of_three_drafts_of_ones_own(app, stories):
    (window,) = app.windows
    button(window, "Look at a sample: one story told three times").click()
    assert len(window.story.rows) == 3
    assert window.story.workspace.path.parent == stories
    assert not window.story.workspace.is_read_only


def test_an_empty_page_can_be_written_on_at_once(app, stories):
    (window,) = app.windows
    button(window, "Start with an empty page").click()
    assert len(window.story.rows) == 1
    assert window.story.mode == "write"
    assert list(stories.glob("*.writerdesk")) == [window.story.workspace.path]


def test_a_recent_story_is_gone_on_with_by_a_click(app, qapp, qtbot):
    (first,) = app.windows
    button(first, "Start with an empty page").click()
    path = first.story.workspace.path
    qtbot.waitUntil(lambda: str(path) in app._preferences.recent)
    first.close()
    session.save(Session())
    again: Any = App(qapp)
    again.open([])
    (window,) = again.windows
    button(window, path.stem).click()
    assert window.story.workspace.path == path
    window.close()
