"""Taking sentences, passages and whole drafts in the window; what is said stands beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.ui.desk import click_into, comparing, said
from writerdesk.story.said import Judgement

TWO = (
    ["The harbour froze in March. Ida counted the boats twice.", "It was cold.", "Gulls came."],
    ["The harbour froze in April. Ida counted the boats twice.", "It was cold."],
)


@pytest.fixture
def window(qtbot):
    with comparing(qtbot, TWO) as window:
        yield window


def undo_name(window):
    return window.actions_["edit.undo"].text().replace("&", "")


def test_t_takes_the_sentence_under_the_caret_in_place_of_its_answer(window):
    before = said(window, 1)
    click_into(window, 0, 0)
    QTest.keyClick(window.story.compare.pane.view, Qt.Key.Key_T)
    assert said(window, 1) == [TWO[0][0], before[1]]
    assert undo_name(window) == "Undo take of “The harbour froze in March” from A"
    window.actions_["edit.undo"].trigger()
    assert said(window, 1) == before


def test_everything_is_taken_after_a_question_and_brought_back_by_one_undo(window, qtbot):
    before = said(window, 1)
    click_into(window, 0, 0)
    window.actions_["compare.take_all"].trigger()
    QTest.keyClick(window.findChild(QDialog).focusWidget(), Qt.Key.Key_Return)
    assert said(window, 1) == list(TWO[0])
    assert undo_name(window) == "Undo taking of all of A into B"
    same = "A and B say the same, word for word."
    qtbot.waitUntil(lambda: window.status.done.text() == same, timeout=60_000)
    window.actions_["edit.undo"].trigger()
    assert said(window, 1) == before


def test_a_passage_can_be_taken_into_a_draft_of_its_own(window):
    click_into(window, 0, 2)
    window.actions_["compare.new_passage"].trigger()
    assert said(window, 2) == ["Gulls came."]
    assert undo_name(window) == "Undo new draft from “Gulls came” of A"
    assert window.status.done.text() == "C is a new draft, from “Gulls came” of A."


def test_what_both_say_is_not_taken_again(window, qtbot):
    click_into(window, 0, 1)
    with qtbot.waitSignal(window.story.compare.told, check_params_cb=lambda s: "already" in s):
        window.actions_["compare.take_words"].trigger()
    assert said(window, 1) == list(TWO[1])


def test_verdicts_and_stars_stand_beside_the_passage_in_both_modes(window):
    click_into(window, 0, 0)
    for command in ("verdict.keep", "verdict.star"):
        window.actions_[command].trigger()
    scene = window.story.compare.pane.view.scene
    id = scene.columns[0].document.ids[0]
    beside = scene.columns[0].beside[id]
    assert (beside.verdict, beside.stars) == (Judgement.KEEP, ((0, 27),))
    window.story.show_mode("write")
    window.actions_["verdict.maybe"].trigger()
    assert window.story.margin.said(id).verdict is Judgement.MAYBE
    window.actions_["verdict.maybe"].trigger()
    assert window.story.margin.said(id).verdict is None


def test_the_key_of_a_verdict_clears_it(window):
    click_into(window, 1, 1)
    view = window.story.compare.pane.view
    QTest.keyClick(view, Qt.Key.Key_L)
    assert [b.verdict for b in view.scene.columns[1].beside.values()] == [Judgement.LEAVE]
    QTest.keyClick(view, Qt.Key.Key_L)
    assert not view.scene.columns[1].beside
