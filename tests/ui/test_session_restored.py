"""Who comes back finds the stories, the draft, the place and the size of things as they were."""

from typing import Any

import pytest
from PySide6.QtTest import QTest

from tests.ui.desk import THREE, workspace_of
from writerdesk import preferences, session
from writerdesk.app import App
from writerdesk.folders import log_folder
from writerdesk.logs import Log
from writerdesk.manuscript import Place
from writerdesk.session import Session
from writerdesk.ui.export_dialog import Wish


@pytest.fixture
def app(qapp):
    session.save(Session())
    yield App(qapp)
    session.save(Session())


def test_a_story_opens_again_where_it_was_left(app, qapp, qtbot):
    workspace = workspace_of(THREE)
    workspace.close()
    app.open([workspace.path])
    first: Any = app.windows[0]
    qtbot.addWidget(first)
    second = first.story.rows[1].id
    first.story.show_draft(second)
    first.story.show_mode("write")
    first.story.panel.toggle("outline")
    paragraph = first.story.workspace.story.draft(second).text.ids[1]
    first.story.write.editor.go_to(Place(paragraph, 6))
    first.resize(700, 600)
    first.actions_["view.zoom_in"].trigger()
    size = app._look.appearance.editor_size
    qtbot.waitUntil(lambda: bool(app._session.open))
    first.close()

    again = App(qapp)
    again.open([])
    (window,) = again.windows
    qtbot.addWidget(window)
    story: Any = window.story
    assert story.workspace.path == workspace.path
    assert (story.mode, story.draft, story.panel.open) == ("write", second, "outline")
    assert story.write.editor.place() == Place(paragraph, 6)
    assert (window.width(), window.height()) == (700, 600)
    assert again._look.appearance.editor_size == size
    QTest.keyClicks(story.write.editor, "not ")
    story.live.tell_all()
    assert story.workspace.story.draft(second).text.paragraphs[1].text.startswith("Nobodynot ")
    window.close()


def test_the_columns_that_stood_side_by_side_stand_there_again(app, qapp, qtbot):
    workspace = workspace_of(THREE)
    workspace.close()
    app.open([workspace.path])
    first: Any = app.windows[0]
    qtbot.addWidget(first)
    slots = tuple(first.story.rows[number].id for number in (2, 0))
    first.story.show_mode("compare")
    first.story.compare.arrange("lined up")
    first.story.compare.compare(*slots)
    pane = first.story.compare.pane
    qtbot.waitUntil(lambda: [c.draft for c in pane.columns] == list(slots), timeout=60_000)
    pane.commands.go_to_passage(1, 1)
    first.story.panel.show_panel("history")
    qtbot.waitUntil(lambda: bool(app._session.open))
    first.close()

    again = App(qapp)
    again.open([])
    window: Any = again.windows[0]
    qtbot.addWidget(window)
    compare: Any = window.story.compare
    assert (window.story.mode, compare.slots) == ("compare", slots)
    assert compare.arrangement.value == "lined up"
    assert window.story.room.open == "history"
    qtbot.waitUntil(lambda: compare.pane.reading is not None, timeout=60_000)
    assert compare.pane.commands.here() == (1, 1)
    window.close()


def test_a_story_that_is_gone_is_not_asked_for_again(app, qapp, qtbot):
    workspace = workspace_of(THREE)
    workspace.close()
    app.open([workspace.path])
    app.windows[0].close()
    workspace.path.unlink()
    again = App(qapp)
    again.open([])
    (window,) = again.windows
    qtbot.addWidget(window)
    assert window.story is None
    assert list(window.messages.shown) == []


def test_a_program_that_is_stopped_has_written_down_where_the_writer_was(app, qapp, qtbot):
    workspace = workspace_of(THREE)
    workspace.close()
    app.open([workspace.path])
    window: Any = app.windows[0]
    qtbot.addWidget(window)
    app._rest.setInterval(20)
    second = window.story.rows[1].id
    window.story.show_draft(second)
    window.story.show_mode("write")
    paragraph = window.story.workspace.story.draft(second).text.ids[1]
    window.story.write.editor.go_to(Place(paragraph, 6))
    # What stands on the disk is all a killed program leaves.
    qtbot.waitUntil(lambda: session.load().at(workspace.path).draft == second)
    there = session.load().at(workspace.path)
    assert (there.mode, there.offset) == ("write", 6)
    assert session.load().open == (str(workspace.path),)
    window.close()


def test_a_draft_is_exported_again_where_it_was_exported_before(app, qapp, qtbot, tmp_path):
    workspace = workspace_of(THREE)
    workspace.close()
    app.open([workspace.path])
    window: Any = app.windows[0]
    qtbot.addWidget(window)
    path = tmp_path / "for Ada.md"
    window.parts.exporting.export(Wish(window.story.draft, "md", "book", path))
    window.close()
    path.unlink()

    again = App(qapp)
    again.open([workspace.path])
    (window,) = again.windows
    qtbot.addWidget(window)
    action = window.actions_["story.export_again"]
    assert action.text().replace("&", "") == "Export Again to “for Ada.md”"
    action.trigger()
    assert path.read_text().startswith("The harbour froze")
    window.close()


def test_whether_quotes_become_typographic_is_kept(app, qapp, qtbot):
    workspace = workspace_of(THREE)
    workspace.close()
    app.open([workspace.path])
    window: Any = app.windows[0]
    qtbot.addWidget(window)
    window.actions_["format.smart"].trigger()
    assert not preferences.load(preferences.settings_file()).preferences.typographic
    again = App(qapp)
    assert not again._preferences.typographic
    window.actions_["format.smart"].trigger()
    assert preferences.load(preferences.settings_file()).preferences.typographic
    window.close()


def test_a_mistake_of_ours_names_the_command_and_its_details_can_be_copied(
    app, qapp, qtbot, monkeypatch
):
    workspace = workspace_of(THREE)
    workspace.close()
    app.open([workspace.path])
    window: Any = app.windows[0]
    qtbot.addWidget(window)
    monkeypatch.setitem(window.actions_._doers, "draft.goal", lambda: 1 // 0)
    with qtbot.captureExceptions() as mistakes:
        window.actions_["draft.goal"].trigger()
    app._show_mistake(Log(log_folder(), app._clock).mistake(mistakes[0][1]))
    (told,) = window.messages.shown
    assert told.words == "WriterDesk made a mistake in “Word Goal”. Your text is saved."
    assert [offer.words for offer in told.offers] == ["Copy the Details"]
    told.offers[0].act()
    assert "ZeroDivisionError" in qapp.clipboard().text()
    window.close()
