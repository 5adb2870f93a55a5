"""Copy and paste are done where the writer is: among the columns, never in a draft out of sight."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu

from tests.ui.desk import click_into, comparing, said
from writerdesk.story.said import Judgement
from writerdesk.ui.pane.passages import text_origin

TWO = (
    ["The harbour froze in March.", "Ida counted the boats twice."],
    ["The harbour froze in April.", "Ida counted the boats twice."],
)


@pytest.fixture
def window(qtbot):
    with comparing(qtbot, TWO) as window:
        yield window


def place_of(window, column, paragraph):
    """Where on the screen a passage's first letters stand."""
    view = window.story.compare.pane.view
    block = next(b for b in view.scene.stage.blocks() if b[:2] == (column, paragraph))
    return view.viewport().mapToGlobal((text_origin(view.scene, block) + QPointF(9, 8)).toPoint())


def copied(window, command):
    QApplication.clipboard().clear()
    window.actions_[command].trigger()
    window.actions_["edit.copy"].trigger()
    return QApplication.clipboard().text()


def test_what_is_selected_in_a_column_is_copied(window):
    click_into(window, 1, 0)
    assert copied(window, "edit.select_passage") == TWO[1][0]
    assert copied(window, "edit.select_all") == "\n".join(TWO[1])


def test_nothing_is_pasted_into_a_draft_out_of_sight(window):
    before = [said(window, number) for number in range(2)]
    QApplication.clipboard().setText("Not asked for. ")
    for command in ("edit.paste", "edit.paste_plain", "edit.cut"):
        window.actions_[command].trigger()
        window.story.show_mode("overview")
        window.actions_[command].trigger()
        window.story.show_mode("compare")
    window.story.live.tell_all()
    assert [said(window, number) for number in range(2)] == before


def test_the_question_mark_tells_the_keys(window):
    view = window.story.compare.pane.view
    QTest.keyClick(view, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    (card,) = window.findChildren(QDialog)
    told = [label.text() for label in card.findChildren(QLabel)]
    assert "Take the sentence, or what is selected" in told
    assert told[told.index("Why tied?") - 1] == "W"
    card.close()


def test_a_right_click_offers_what_one_does_with_a_passage(window, qtbot):
    view = window.story.compare.pane.view
    point = view.mapFromGlobal(place_of(window, 1, 1))
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, place_of(window, 1, 1), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text().replace("&", ""): action for action in menu.actions()}
    assert {"Edit Here", "Keep", "Why Tied?", "Not the Same", "Note Here", "Copy"} <= set(offered)
    assert view.scene.selection.caret[:2] == (1, 1)
    offered["Keep"].trigger()
    menu.close()
    assert [mark.verdict for mark in view.scene.columns[1].beside.values()] == [Judgement.KEEP]


def test_saving_now_says_when_to_the_second(window, qtbot):
    window.actions_["story.save"].trigger()
    qtbot.waitUntil(lambda: window.status.safety.text() == "Saved 10:42:07")
