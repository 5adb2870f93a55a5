"""Who comes back finds the stories, the draft, the place and the size of things as they were."""

from typing import Any

import pytest
from PySide6.QtTest import QTest

from tests.ui.desk import THREE, workspace_of
from writerdesk import session
from writerdesk.app import App
from writerdesk.manuscript import Place
from writerdesk.session import Session


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
    qtbot.wait(1)
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
