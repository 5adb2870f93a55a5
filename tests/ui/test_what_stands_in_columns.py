"""What stands in the columns: a draft that is no more leaves, and one alone is told what to do."""

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.desk import THREE, comparing, window_of


@pytest.fixture
def window(qtbot):
    with comparing(qtbot, THREE) as window:
        yield window


def columns(window):
    return [column.letter for column in window.story.compare.pane.columns]


def test_undoing_the_birth_of_a_draft_takes_its_column_away(window, qtbot):
    story = window.story
    story.workspace.copy_draft(story.rows[0].id)
    story.compare.compare(story.rows[0].id, story.rows[-1].id)
    qtbot.waitUntil(lambda: columns(window) == ["A", "D"], timeout=30_000)
    story.workspace.undo_act()
    qtbot.waitUntil(lambda: "D" not in columns(window), timeout=30_000)
    assert story.compare.read is not None


def test_with_one_draft_left_the_page_says_what_can_be_done(window, qtbot):
    story = window.story
    for row in story.rows[1:]:
        story.workspace.delete_draft(row.id)
    assert "needs two texts" in story.compare.note
    buttons = story.compare.findChildren(QPushButton)
    add = next(b for b in buttons if b.text().startswith("Add Drafts"))
    qtbot.waitUntil(add.isVisible)


def test_the_status_bar_counts_the_column_that_is_read(window):
    story = window.story
    assert window.status.place.text().startswith("A: 9 of 100 words")
    story.compare.pane.view.active = 1
    story.compare.pane.heads.activate(1)
    assert window.status.place.text().startswith("B: ")
    story.show_mode("write")
    assert window.status.place.text().startswith("9 of 100")


def test_alone_from_the_beginning(qtbot):
    window = window_of(qtbot, THREE[:1])
    window.story.show_mode("compare")
    assert "needs two texts" in window.story.compare.note
    window.close()
