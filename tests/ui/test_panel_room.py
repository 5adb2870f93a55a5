"""Which panel stands beside a page, and how, by the page and the width of the window."""

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from tests.ui.desk import THREE, window_of
from writerdesk.compare.plans import Arrangement


@pytest.fixture
def window(qtbot):
    window = window_of(qtbot, THREE, (1440, 832))
    yield window
    window.close()


def compare(window, qtbot, count=2):
    story = window.story
    story.show_mode("compare")
    if count > 2:
        story.compare.compare(*[row.id for row in story.rows[:count]])
    qtbot.waitUntil(lambda: len(story.compare.pane.columns) == count, timeout=60_000)


def test_the_list_of_beats_is_open_beside_a_comparison_until_it_is_closed(window, qtbot):
    panel = window.story.panel
    assert panel.open == ""
    compare(window, qtbot)
    assert panel.open == "changes"
    assert window.story.compare.pane.list_panel.isVisible()
    window.story.show_mode("write")
    assert panel.open == ""
    window.story.show_mode("compare")
    assert panel.open == "changes"
    panel.show_panel("")
    window.story.show_mode("write")
    window.story.show_mode("compare")
    assert panel.open == ""


def test_beats_are_offered_beside_a_comparison_alone_and_their_command_goes_there(window, qtbot):
    rail = [one for one in window.story.panel.findChildren(QToolButton) if one.isCheckable()]
    window.story.show_mode("write")
    assert "Beats" not in {one.accessibleName() for one in rail if one.isVisible()}
    window.actions_["panel.changes"].trigger()
    assert window.story.mode == "compare"
    assert window.story.panel.open == "changes"
    qtbot.waitUntil(lambda: window.story.compare.pane.reading is not None, timeout=60_000)
    assert "Beats" in {one.accessibleName() for one in rail if one.isVisible()}


def test_where_nothing_is_compared_the_list_says_so(window, qtbot):
    compare(window, qtbot)
    list_panel = window.story.compare.pane.list_panel
    for row in window.story.rows[1:]:
        window.story.workspace.delete_draft(row.id)
    shown = [label.text() for label in list_panel.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Once two texts are compared, what they share stands here."]
    assert list_panel.model.rowCount() == 0


def test_with_three_columns_the_panel_closes_itself_and_comes_back(window, qtbot):
    panel = window.story.panel
    compare(window, qtbot, 3)
    assert panel.open == ""
    window.resize(1800, 832)
    qtbot.waitUntil(lambda: panel.open == "changes")
    window.resize(1440, 832)
    qtbot.waitUntil(lambda: panel.open == "")
    window.story.compare.compare(*window.story.compare.slots[:2])
    assert panel.open == "changes"


def test_beside_two_columns_the_list_says_names_where_there_is_room(window, qtbot):
    compare(window, qtbot)
    folded = window.story.list.width()
    window.resize(1800, 832)
    qtbot.waitUntil(lambda: window.story.list.width() > 3 * folded)
    window.story.compare.compare(*[row.id for row in window.story.rows[:3]])
    qtbot.waitUntil(lambda: window.story.list.width() == folded)


def test_in_a_narrow_window_the_panel_lies_over_the_text(window, qtbot):
    window.resize(1200, 832)
    compare(window, qtbot)
    story, list_panel = window.story, window.story.compare.pane.list_panel
    assert story.panel.open == ""
    width = story.compare.width()
    story.panel.toggle("changes")
    assert list_panel.isVisible()
    assert story.compare.width() == width
    right = list_panel.mapTo(story, list_panel.rect().topRight())
    assert story.compare.rect().contains(story.compare.mapFrom(story, right))
    story.show_mode("write")
    assert not list_panel.isVisible()


def test_no_panel_lies_over_the_text_by_itself_when_a_window_gets_narrower(window, qtbot):
    compare(window, qtbot)
    panel = window.story.panel
    window.resize(1100, 832)
    qtbot.waitUntil(lambda: panel.open == "")
    assert window.story.room.open == "changes"
    window.resize(1440, 832)
    qtbot.waitUntil(lambda: panel.open == "changes")


def test_where_lines_would_get_too_short_there_is_one_column(window, qtbot):
    compare(window, qtbot)
    view = window.story.compare.pane.view
    assert view.scene.stage.arrangement is Arrangement.SIDE_BY_SIDE
    window.resize(860, 700)
    qtbot.waitUntil(lambda: view.scene.stage.arrangement is Arrangement.ONE_COLUMN)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: view.scene.stage.arrangement is Arrangement.SIDE_BY_SIDE)
    window.resize(860, 700)
    compare(window, qtbot, 3)
    assert view.scene.stage.arrangement is Arrangement.ONE_COLUMN
