"""A writer reads two drafts as one: with the wheel, the keys and the mouse, in a real window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.comparisons import comparison
from tests.ui.pane.two_tellings import LEFT, RIGHT, revision, tellings
from writerdesk.compare.bounds import Certainty
from writerdesk.compare.plans import GAP_ROW, Arrangement
from writerdesk.compare.takes import Standing
from writerdesk.compare.values import By
from writerdesk.ui.pane.gutter import labels, ribbons
from writerdesk.ui.pane.passages import gap_sentence, pill_of, text_origin


def press(pane, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(pane.view, key, modifiers)


def click(pane, point, modifiers=Qt.KeyboardModifier.NoModifier):
    where = QPoint(round(point.x()), round(point.y()))
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, modifiers, where)


def wheel(pane, notches, at=(200, 300)):
    event = QWheelEvent(
        QPointF(*at),
        QPointF(pane.view.viewport().mapToGlobal(QPoint(*at))),
        QPoint(),
        QPoint(0, round(-120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.view.viewport(), event)


def rest_on(pane, point):
    """Move the pointer there; not the real one, which another window may have taken."""
    nothing = Qt.MouseButton.NoButton
    where = QPointF(pane.view.viewport().mapToGlobal(point.toPoint()))
    kind, held = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(kind, point, where, nothing, nothing, held)
    QApplication.sendEvent(pane.view.viewport(), moved)


def tops(pane):
    return {block[:2]: block.top for block in pane.view.scene.stage.blocks() if block[1] >= 0}


def current(pane):
    return pane.view.scene.current


def focus_line(pane):
    return pane.view.scene.stage.axis.view.focus


def block(pane, column, paragraph):
    found = [b for b in pane.view.scene.stage.blocks() if b[:2] == (column, paragraph)]
    return found[0]


def inside(pane, column, paragraph, x=3.0, y=8.0):
    """Return a point on a passage's first letter."""
    return text_origin(pane.view.scene, block(pane, column, paragraph)) + QPointF(x, y)


def test_the_wheel_moves_both_columns_and_neither_farther_nor_backwards(pane):
    for notches in (1, 1, 3, -1, 5, -2, 1, 1):
        before = tops(pane)
        wheel(pane, notches)
        step = notches * 3 * pane.view.scene.typesetter.line_height
        after = tops(pane)
        for place in before.keys() & after.keys():
            moved = (before[place] - after[place]) * (1 if notches > 0 else -1)
            assert -0.01 <= moved <= abs(step) + 0.01


def test_n_and_p_go_from_beat_to_beat_and_level_them(pane):
    press(pane, Qt.Key.Key_N)
    press(pane, Qt.Key.Key_N)
    assert current(pane) == 2
    stop = pane.commands.current
    for column in (0, 1):
        assert pane.view.scene.stage.top_of(column, stop.runs[column].start) == pytest.approx(
            focus_line(pane)
        )
    press(pane, Qt.Key.Key_P)
    assert current(pane) == 1


def test_shift_n_goes_to_what_only_one_draft_has(pane):
    press(pane, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert pane.commands.current.column == 0
    press(pane, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert pane.commands.current.column is not None
    assert current(pane) > 1


def test_arrows_walk_the_passages_and_cross_to_the_partner(pane):
    press(pane, Qt.Key.Key_Down)
    press(pane, Qt.Key.Key_Down)
    column, paragraph = pane.view.scene.focus
    assert (column, paragraph) == (0, 2)
    press(pane, Qt.Key.Key_Right)
    assert pane.view.scene.focus == (1, 1)
    press(pane, Qt.Key.Key_Left)
    assert pane.view.scene.focus == (0, 2)
    press(pane, Qt.Key.Key_2)
    assert pane.view.active == 1


def test_home_end_and_pages_go_through_the_whole_text(pane):
    press(pane, Qt.Key.Key_End)
    assert block(pane, 0, len(LEFT) * 12 - 1).top < pane.view.viewport().height()
    assert block(pane, 1, len(RIGHT) * 12 - 1).top < pane.view.viewport().height()
    press(pane, Qt.Key.Key_Home)
    assert block(pane, 0, 0).top == pytest.approx(14)
    press(pane, Qt.Key.Key_PageDown)
    assert block(pane, 0, min(p for c, p in tops(pane) if c == 0)).paragraph > 0


def test_a_click_in_the_text_sets_the_caret_and_never_scrolls(pane):
    before = tops(pane)
    click(pane, inside(pane, 1, 1))
    assert tops(pane) == before
    selection = pane.view.scene.selection
    assert selection.caret == (1, 1, 0)
    assert pane.commands.current.runs[1] == (1, 2)


def test_a_drag_selects_across_passages_and_copies_without_gap_rows(pane):
    view = pane.view.viewport()
    start, end = inside(pane, 1, 0, x=-2.0), inside(pane, 1, 2, x=-2.0)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(view, end.toPoint())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end.toPoint())
    press(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{RIGHT[0]}\n{RIGHT[1]}\n"


def test_a_double_click_selects_the_word_and_a_third_the_passage(pane):
    view, point = pane.view.viewport(), inside(pane, 0, 0).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=point)
    pane.commands.copy()
    assert QGuiApplication.clipboard().text() == "The"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    pane.commands.copy()
    assert QGuiApplication.clipboard().text() == LEFT[0]


def test_a_click_on_a_number_levels_and_the_side_under_the_pointer_stands_still(pane):
    wheel(pane, 2)
    scene = pane.view.scene
    label = next(
        label
        for label in labels(scene, list(ribbons(scene)))
        if not label.is_tab and scene.stage.reading.stops[label.stop].column is None
    )
    stop = scene.stage.reading.stops[label.stop]
    stood = scene.stage.top_of(0, stop.runs[0].start)
    click(pane, label.box.center() - QPointF(4, 0))
    assert scene.stage.top_of(0, stop.runs[0].start) == pytest.approx(stood)
    assert scene.stage.top_of(1, stop.runs[1].start) == pytest.approx(stood)
    assert current(pane) == label.stop


def test_a_gap_row_says_what_the_other_has_and_a_click_goes_there(pane):
    scene = pane.view.scene
    row = next(b for b in scene.stage.blocks() if b.paragraph == GAP_ROW and b.column == 1)
    assert gap_sentence(scene, row) == "A: 1 passage more, 17 words"
    click(pane, pill_of(scene, row).center())
    assert pane.view.scene.stage.top_of(0, 1) == pytest.approx(focus_line(pane))
    assert pane.commands.current.runs[0] == (1, 2)


def test_where_a_draft_ends_the_gap_row_says_how(pane):
    columns, comparisons = tellings(1)
    cut = comparisons[(0, 1)]
    pairs = cut.pairs[:1]
    pane.show_texts(columns, {(0, 1): comparison(cut.left, cut.right, pairs)})
    rows = [b for b in pane.view.scene.stage.blocks() if b.paragraph == GAP_ROW]
    said = [gap_sentence(pane.view.scene, row) for row in rows]
    assert "A ends here · C: 3 passages more, 52 words" in said


def test_taking_says_what_goes_where(qtbot, pane):
    press(pane, Qt.Key.Key_N)
    ctrl = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(pane.commands.takes.asked) as asked:
        press(pane, Qt.Key.Key_Return, ctrl | Qt.KeyboardModifier.ShiftModifier)
    taking = asked.args[0]
    left, right = (column.document for column in pane.view.scene.columns)
    before = Standing(0, left.ids[0]), Standing(1, right.ids[0])
    assert taking == (0, 1, left.ids[1:2], before, ())


def test_x_and_u_say_that_passages_are_not_the_same_or_are(qtbot, pane):
    for key, by in ((Qt.Key.Key_X, By.FORBIDDEN), (Qt.Key.Key_U, By.CONFIRMED)):
        with qtbot.waitSignal(pane.commands.pinned) as asked:
            press(pane, key)
        pin = asked.args[0]
        assert pin.by is by
        assert pin.left.draft == "draft-a"
        assert pin.right.paragraphs == pane.view.scene.columns[1].document.ids[:1]


def test_a_passage_dragged_onto_another_by_its_margin_is_tied_to_it(qtbot, pane):
    view = pane.view.viewport()
    start, end = inside(pane, 0, 1, x=-14.0), inside(pane, 1, 2)
    with qtbot.waitSignal(pane.commands.pinned) as asked:
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
        QTest.mouseMove(view, end.toPoint())
        assert pane.view.scene.drop == (1, 2)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end.toPoint())
    left, right = (column.document for column in pane.view.scene.columns)
    pin = asked.args[0]
    assert (pin.left.paragraphs, pin.right.paragraphs) == (left.ids[1:2], right.ids[2:3])
    assert pin.by is By.DRAWN
    assert pane.view.scene.drop is None


def test_w_says_why_passages_are_tied(qtbot, pane):
    press(pane, Qt.Key.Key_N)
    press(pane, Qt.Key.Key_N)
    with qtbot.waitSignal(pane.commands.why_told) as told:
        press(pane, Qt.Key.Key_W)
    assert told.args == ["Both: The cage was empty. In order with its neighbours. Told anew. Sure."]


def test_verdicts_and_editing_are_asked_for_the_passage_in_focus(qtbot, pane):
    press(pane, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.commands.verdict_asked) as asked:
        press(pane, Qt.Key.Key_K)
    assert asked.args[0] == "keep"
    with qtbot.waitSignal(pane.commands.edit_asked) as asked:
        press(pane, Qt.Key.Key_E)
    assert asked.args[0] == "draft-a"


def test_single_letters_can_be_turned_off(pane):
    pane.view.use_letters(letters=False)
    press(pane, Qt.Key.Key_N)
    assert current(pane) == 0
    press(pane, Qt.Key.Key_F8)
    assert current(pane) == 1


def test_unlocked_columns_scroll_alone_and_meet_again(pane):
    press(pane, Qt.Key.Key_N)
    before = tops(pane)
    pane.set_together(together=False)
    wheel(pane, 2)
    after = tops(pane)
    moved = {place[0] for place in before.keys() & after.keys() if before[place] != after[place]}
    assert moved == {0}
    pane.set_together(together=True)
    pane.commands.next_stop()
    stop = pane.commands.current
    levels = {pane.view.scene.stage.top_of(c, run.start) for c, run in enumerate(stop.runs) if run}
    assert list(levels) == pytest.approx([focus_line(pane)] * len(levels))


def test_newer_texts_of_the_same_drafts_move_nothing(pane):
    wheel(pane, 6)
    before = tops(pane)
    columns, comparisons = tellings(12)
    pane.update_texts(columns, comparisons)
    after = tops(pane)
    assert after.keys() == before.keys()
    assert all(after[place] == pytest.approx(before[place]) for place in after)


def test_a_passage_taken_out_from_under_the_reader_moves_neither_side(pane):
    for _ in range(7):
        press(pane, Qt.Key.Key_N)
    before = tops(pane)
    columns, comparisons = tellings(12)
    column, paragraph, _ = pane.view.scene.stage.at_focus(1)
    shorter = columns[1].document.splice(paragraph, paragraph + 1, [])
    said = comparisons[0, 1]
    gone = columns[1].document.ids[paragraph]
    pairs = [pair for pair in said.pairs if gone not in pair.right]
    changed = replace(columns[column], document=shorter)
    pane.update_texts([columns[0], changed], {(0, 1): comparison(said.left, shorter, pairs)})
    after = tops(pane)
    stayed = [place for place in before if place[0] == 0 and place in after]
    assert len(stayed) > 3
    assert all(after[place] == pytest.approx(before[place]) for place in stayed)
    # The other side goes on where it was: its next passage is where it stood before.
    assert after[1, paragraph] == pytest.approx(before[1, paragraph + 1])
    # When the passage comes back, what is at the focus line stays; what is below makes room.
    held = pane.view.scene.stage.at_focus(1)[1]
    pane.update_texts(columns, comparisons)
    again = tops(pane)
    assert all(again[place] == pytest.approx(before[place]) for place in stayed)
    assert again[1, held] == pytest.approx(after[1, held])


def test_a_wider_window_keeps_the_passage_at_the_focus_line(pane, qtbot):
    wheel(pane, 8)
    column, paragraph, _ = pane.view.scene.stage.at_focus(0)
    pane.resize(900, 700)
    qtbot.waitUntil(lambda: pane.view.scene.geometry.width == pane.view.viewport().width())
    assert pane.view.scene.stage.at_focus(0)[:2] == (column, paragraph)


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_every_passage_can_be_reached_in_every_look(pane, arrangement):
    pane.set_arrangement(arrangement)
    press(pane, Qt.Key.Key_Home)
    seen = set(tops(pane))
    for _ in range(200):
        wheel(pane, 3)
        seen |= set(tops(pane))
    assert seen == {
        (c, n)
        for c, column in enumerate(pane.view.scene.columns)
        for n in range(len(column.document))
    }


def test_certainty_hides_ties_that_are_only_likely(pane):
    pane.set_certainty(Certainty.SURE)
    assert all(b.certainty is Certainty.SURE for b in pane.reading.bounds)
    pane.set_certainty(Certainty.LIKELY)
    assert any(b.certainty is Certainty.LIKELY for b in pane.reading.bounds)


def test_the_list_goes_where_it_is_clicked_and_follows_the_reader(pane, qtbot):
    panel = pane.list_panel
    panel.resize(304, 600)
    panel.show()
    qtbot.waitExposed(panel)
    rows = panel.model
    assert rows.data(rows.index(1, 0)) == "Old Marta counted the coins twice."
    pane.list_panel.chosen.emit(7)
    assert current(pane) == 7
    press(pane, Qt.Key.Key_N)
    assert current(pane) == 8


def test_a_revision_is_told_as_changes(pane):
    said = []
    pane.current_changed.connect(said.append)
    titles = []
    pane.list_panel.title_changed.connect(titles.append)
    pane.show_texts(*revision(5))
    press(pane, Qt.Key.Key_N)
    assert titles == ["Changes"]
    assert said[-1] == "change 2 of 5"


def test_the_spoken_view_tells_the_passage_and_its_marks(pane):
    press(pane, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    pane.commands.next_stop()
    pane.commands.next_stop()
    said = pane.spoken.toPlainText()
    assert said.startswith("Beat 3 of 72, in both. Passage 3 of A. Passage 2 of C.")
    assert "Both say: “The cage was empty”." in said
    assert said.endswith(LEFT[2])


def test_hover_lifts_the_partner_once_the_pointer_rests(pane, qtbot):
    rest_on(pane, inside(pane, 0, 2))
    qtbot.waitUntil(lambda: pane.view.scene.hovered == 2)
    wheel(pane, 1)
    assert pane.view.scene.hovered == -1


def test_what_is_at_the_start_stays_there_when_the_window_gets_narrower(pane, qtbot):
    pane.resize(820, 700)
    qtbot.waitUntil(lambda: pane.view.scene.geometry.width == pane.view.viewport().width())
    assert block(pane, 0, 0).top == pytest.approx(14)
