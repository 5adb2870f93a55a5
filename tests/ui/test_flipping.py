"""Three drafts where two have room: two are read, the third flips with the second."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.desk import window_of
from tests.ui.test_columns import THREE, letters, shown
from writerdesk.manuscript import Place


@pytest.fixture
def window(qtbot):
    long = [f"Of the winter night {n} nobody in the harbour spoke again." for n in range(40)]
    window = window_of(qtbot, [[*texts, *long] for texts in THREE], (1000, 700))
    window.story.show_mode("compare")
    compare = window.story.compare
    compare.compare(*(row.id for row in window.story.rows))
    shown(window, qtbot, 2)
    qtbot.waitUntil(lambda: not compare.pane.heads._flip.isHidden(), timeout=60_000)
    yield window
    window.close()


def test_the_third_takes_the_place_of_the_second_by_its_button_and_by_a_key(window):
    compare, pane = window.story.compare, window.story.compare.pane
    assert len(compare.slots) == 3
    assert pane.view.scene.stage.arrangement.value == "side by side"
    first, second = letters(window)
    third = ({"A", "B", "C"} - {first, second}).pop()
    button = pane.heads._flip
    assert button.accessibleName() == f"Show {third}"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert letters(window) == [first, third]
    assert button.accessibleName() == f"Show {second}"
    QTest.keyClick(pane.view, Qt.Key.Key_F)
    assert letters(window) == [first, second]
    # The first column stands still while the other flips.
    view = pane.view
    view.scroll_by(400)
    stage = view.scene.stage
    _column, paragraph, _part = stage.at_focus(0)
    before = stage.top_of(0, paragraph)
    window.actions_["compare.flip"].trigger()
    assert abs(view.scene.stage.top_of(0, paragraph) - before) < 1


def test_where_three_have_no_lines_to_read_two_stand_and_it_is_told(window):
    view = window.story.compare.pane.view
    assert window.status.done.text().endswith("There is room for two columns here; C waits.")
    seen = set()
    for width in range(900, 1760, 20):
        window.resize(width, 700)
        scene = view.scene
        seen.add(len(scene.columns))
        assert scene.stage.arrangement.value == "side by side"
        assert scene.geometry.columns[0].width / scene.typesetter.letter >= 35.9
    assert seen == {2, 3}
    window.actions_["compare.together"].trigger()
    told = window.status.done.text()
    window.actions_["look.one_column"].trigger()
    assert len(view.scene.columns) == 3
    window.actions_["look.side_by_side"].trigger()
    assert window.status.done.text() == told
    window.resize(860, 700)
    assert view.scene.stage.arrangement.value == "one column"
    assert len(view.scene.columns) == 3
    assert window.status.done.text().startswith("There is no room for columns here")


def test_a_third_draft_that_is_added_and_has_to_wait_is_told(qtbot):
    window = window_of(qtbot, THREE, (1000, 700))
    window.story.show_mode("compare")
    shown(window, qtbot, 2)
    assert window.status.done.text().startswith(("beat", "change"))
    window.story.compare.show_draft(window.story.rows[2].id, added=True)
    told = "waits."
    qtbot.waitUntil(lambda: window.status.done.text().endswith(told), timeout=60_000)
    window.close()


def test_a_wide_window_shows_all_and_a_narrow_one_the_same_two_that_are_then_acted_on(
    window, qtbot
):
    compare = window.story.compare
    compare.flipping.flip()
    two = letters(window)
    window.resize(1760, 700)
    qtbot.waitUntil(lambda: len(letters(window)) == 3)
    three = letters(window)
    assert compare.pane.heads._flip.isHidden()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: letters(window) == two)
    first, second = two
    assert compare.slots[compare.flipping.place_of(1)] == compare.pane.columns[1].draft
    compare.swap()
    qtbot.waitUntil(lambda: letters(window) == [second, first], timeout=60_000)
    waiting = next(slot for slot in compare.slots if slot not in compare.flipping.slots)
    text = window.story.workspace.story.draft(waiting).text
    compare.go_to_when_shown(waiting, Place(text.ids[1], 0))
    assert compare.pane.columns[1].draft == waiting
    window.resize(1760, 700)
    qtbot.waitUntil(lambda: letters(window) in (three, three[::-1]), timeout=60_000)
