"""Comparing two drafts in the window, and taking from one into the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.desk import comparing, said, window_of

TWO = (
    ["The harbour froze in March.", "Ida counted the boats.", "It was cold."],
    ["The harbour froze in April.", "It was cold."],
)


@pytest.fixture
def window(qtbot):
    with comparing(qtbot, TWO) as window:
        yield window


def test_two_drafts_stand_side_by_side_and_an_edit_is_compared_again(window, qtbot):
    compare = window.story.compare
    assert len(compare.pane.reading.documents) == 2
    first = compare.pane.reading
    window.story.live.text(window.story.rows[1].id)
    window.story.show_draft(window.story.rows[1].id)
    QTest.keyClicks(window.story.write.editor, "Look: ")
    qtbot.waitUntil(lambda: compare.pane.reading is not first, timeout=60_000)
    assert compare.pane.reading.documents[1].paragraphs[0].text.startswith("Look: ")


def test_taking_a_stop_changes_the_other_draft_and_one_undo_takes_it_back(window, qtbot):
    before = said(window, 1)
    window.actions_["compare.next"].trigger()
    window.actions_["compare.next"].trigger()
    window.story.compare.pane.view.active = 0
    window.actions_["compare.take_beat"].trigger()
    assert said(window, 1) != before
    window.actions_["edit.undo"].trigger()
    assert said(window, 1) == before


def test_swapping_puts_the_right_one_left(window, qtbot):
    compare = window.story.compare
    left, right = compare.slots
    window.actions_["compare.swap"].trigger()
    assert compare.slots == (right, left)
    qtbot.waitUntil(
        lambda: compare.pane.reading.documents[0] is window.story.workspace.story.draft(right).text,
        timeout=60_000,
    )


def test_one_draft_alone_says_what_is_missing(qtbot):
    window = window_of(qtbot, TWO[:1])
    window.story.show_mode("compare")
    assert "needs two texts" in window.story.compare.note
    window.close()


def test_nothing_is_taken_while_the_comparison_is_not_shown(window):
    before = said(window, 1)
    window.actions_["compare.next"].trigger()
    window.story.show_mode("write")
    for command in ("compare.take", "compare.take_beat"):
        window.actions_[command].trigger()
    assert said(window, 1) == before


def test_while_the_first_comparison_is_made_the_page_says_so(qtbot):
    window = window_of(qtbot, TWO)
    window.story.show_mode("compare")
    page = window.story.compare
    assert page.note == "Comparing A and B…"
    page.comparing.given_up.emit()
    assert page.note == "A and B could not be compared. The next change tries again."
    window.close()


def test_from_writing_compare_with_puts_the_draft_there_and_offers_the_others(qtbot):
    window = window_of(qtbot, (*TWO, ["It was cold, and it rained."]))
    story = window.story
    story.show_draft(story.rows[2].id)
    window.actions_["compare.next"].trigger()
    assert "side by side" in window.status.done.text()
    window.actions_["compare.with"].trigger()
    assert story.mode == "compare"
    assert story.rows[2].id in story.compare.slots
    offered = [entry.text() for menu in window.findChildren(QMenu) for entry in menu.actions()]
    assert any(entry.startswith("An earlier version of C") for entry in offered)
    window.close()


def test_the_lock_between_the_heads_lets_each_column_scroll_alone_and_says_so(window):
    pane = window.story.compare.pane
    lock = pane.heads._lock
    assert lock.isVisible()
    assert lock.accessibleName() == "The columns scroll together"
    QTest.mouseClick(lock, Qt.MouseButton.LeftButton)
    assert lock.accessibleName() == "Each column scrolls alone" == window.status.done.text()
    assert not window.actions_["compare.together"].isChecked()
    window.actions_["compare.together"].trigger()
    assert lock.accessibleName() == "The columns scroll together"
    window.actions_["look.lined_up"].trigger()
    assert lock.isHidden()
    assert pane.heads._swap.isVisible()


def test_the_keys_go_to_the_columns_when_the_comparison_comes_and_walking_the_list_goes_along(
    qtbot,
):
    window = window_of(qtbot, TWO)
    window.story.show_mode("compare")
    pane = window.story.compare.pane
    pane.list_panel._list.setFocus()
    qtbot.waitUntil(lambda: pane.reading is not None, timeout=60_000)
    assert window.focusWidget() is pane.view
    pane.list_panel._list.setFocus()
    assert pane.view.scene.current == 0
    QTest.keyClick(pane.list_panel._list, Qt.Key.Key_Down)
    assert pane.view.scene.current == 1
    window.close()
