"""The overview's cards."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget

from tests.ui.desk import window_of
from writerdesk.compare import compare
from writerdesk.manuscript import Document
from writerdesk.story.facts import Facts
from writerdesk.story.insights import SharedPhrase
from writerdesk.story.overview import SamePerson, overview
from writerdesk.story.sample import sample_drafts
from writerdesk.story.story import Story
from writerdesk.ui.beat_menu import BeatDeeds, beat_menu
from writerdesk.ui.draft_card import DraftCard
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.overview_page import OverviewPage
from writerdesk.ui.overview_words import cast_told


def labels(card, part):
    return [one.text() for one in card.findChildren(QLabel) if one.property("part") == part]


def test_of_a_broken_ending_only_the_drafts_own_words_are_set_in_its_face(qtbot):
    card = DraftCard(Look(), DraftRow("a", "A", "The ferry", Facts(900, 0, "in the room that")))
    qtbot.addWidget(card)
    assert labels(card, "quote") == ["…in the room that"]
    assert "Ends in mid-sentence:" in labels(card, "soft")


def test_a_whole_draft_has_no_broken_words(qtbot):
    card = DraftCard(Look(), DraftRow("a", "A", "The ferry", Facts(900, 0, "")))
    qtbot.addWidget(card)
    assert labels(card, "quote") == []


def test_cards_stay_as_high_as_they_are_when_names_come(qtbot):
    texts = [imported.documents[0] for _, imported in sample_drafts()][:2]
    page = OverviewPage(Look())
    qtbot.addWidget(page)
    rows = [DraftRow(one, one.upper(), "The ferry", Facts(900, 0, "")) for one in "ab"]
    page.show_rows("Two tellings", tuple(rows))
    page.show()
    before = [card.heightForWidth(320) for card in page.findChildren(DraftCard)]
    page.show_beats(overview(Story(), ("a", "b"), texts, {(0, 1): compare(*texts)}))
    cards = page.findChildren(DraftCard)[-2:]
    assert any("Emil" in one.text() for card in cards for one in card.findChildren(QLabel))
    assert [card.heightForWidth(320) for card in cards] == before


@pytest.fixture
def page(qtbot):
    texts = [imported.documents[0] for _, imported in sample_drafts()][:2]
    found = overview(Story(), ("a", "b"), texts, {(0, 1): compare(*texts)})
    page = OverviewPage(Look())
    qtbot.addWidget(page)
    rows = [DraftRow(one, one.upper(), "The ferry", Facts(900, 0, "")) for one in "ab"]
    page.show_rows("Two tellings", tuple(rows))
    page.show_beats(found)
    page.show()
    return page


def test_the_arrows_walk_the_beats_and_enter_compares_there(page, qtbot):
    table = page.table
    table.setFocus()
    table.setCurrentIndex(table.beats.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 2)
    with qtbot.waitSignal(table.compare_asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [table.beats.overview.rows[1], 1]


def test_a_beat_is_named_with_f2(page, qtbot):
    table = page.table
    table.setFocus()
    table.setCurrentIndex(table.beats.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_F2)
    field = table.findChild(QLineEdit)
    field.setText("the way down")
    with qtbot.waitSignal(table.beats.named) as named:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert named.args[1] == "the way down"


def test_a_cell_dropped_on_one_of_another_draft_ties_them(page, qtbot):
    beats = page.table.beats
    rows = [n for n, row in enumerate(beats.overview.rows) if row.drafts == (0, 1)]
    one, other = beats.index(rows[0], 1), beats.index(rows[1], 2)
    beats.taken_hold_of = one
    carried, link = beats.mimeData([one]), Qt.DropAction.LinkAction
    with qtbot.waitSignal(beats.tie_asked) as asked:
        assert beats.dropMimeData(carried, link, -1, -1, other)
    assert asked.args == [one, other]
    same = beats.index(rows[1], 1)
    assert not beats.canDropMimeData(carried, link, -1, -1, same)
    assert not beats.canDropMimeData(carried, link, -1, -1, beats.index(rows[1], 0))


def test_the_menu_key_opens_the_menu_at_the_cell_one_is_at(page, qtbot):
    table = page.table
    table.setCurrentIndex(table.beats.index(1, 2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(table.menu_asked) as asked:
        QApplication.sendEvent(table, event)
    assert (asked.args[0].row(), asked.args[0].column()) == (1, 2)


def test_a_menu_offers_what_can_be_done_and_names_the_passages_to_split_at(qtbot):
    over, done = QWidget(), []
    qtbot.addWidget(over)
    text = Document.from_paragraphs(["One.", "Two & a half.", "Three " * 20])
    deeds = BeatDeeds(lambda: done.append("compare"), print, None, done.append, print)
    menu = beat_menu(over, deeds, text, text.ids)
    join = next(entry for entry in menu.actions() if entry.text() == "Join with the Next")
    assert not join.isEnabled()
    parts = menu.findChild(QMenu)
    assert parts is not None
    first, second = parts.actions()
    assert first.text() == "Two && a half."
    assert second.text().endswith("…")
    menu.actions()[0].trigger()
    first.trigger()
    assert done == ["compare", text.ids[1]]


def test_phrases_are_listed_the_first_few_first_and_looked_for_with_enter(page, qtbot):
    told = [SharedPhrase(f"a phrase of {n}", (0, 1), 2 + n) for n in range(9)]
    drafts = [DraftRow(one, one.upper(), "The ferry", Facts(900, 0, "")) for one in "ab"]
    page.phrases.show_phrases(told, drafts)
    model = page.phrases.list.model()
    assert model.rowCount() == 6
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "“a phrase of 1”, A and B · 3 places"
    page.phrases.list.setCurrentIndex(model.index(2, 0))
    with qtbot.waitSignal(page.phrases.looked_for) as asked:
        QTest.keyClick(page.phrases.list, Qt.Key.Key_Return)
    assert asked.args == ["a phrase of 2"]
    page.phrases.more.click()
    assert model.rowCount() == 9
    assert not page.phrases.more.isVisibleTo(page.phrases)


def test_who_is_called_otherwise_in_another_draft_is_said(page):
    found = replace(page.table.beats.overview, cast=(SamePerson("dog", ("Pip", "Rusty")),), rows=())
    assert cast_told(found) == "dog — Pip / Rusty"


def test_drafts_that_are_not_compared_are_counted(page):
    page.show_left_out(3)
    assert "3 drafts more are not compared here." in labels(page, "soft")


def test_every_cell_says_itself_to_who_cannot_see_it(page):
    beats = page.table.beats
    spoken = [
        beats.data(beats.index(row, column), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(beats.rowCount())
        for column in range(beats.columnCount())
    ]
    assert all(said.startswith("Beat ") for said in spoken)
    assert any("none found" in said for said in spoken)


def test_the_cards_say_who_tells_and_who_is_in_it(page):
    said = [label.text() for label in page.findChildren(QLabel)]
    assert any(text.startswith("“she” · ") and "Nessa" in text for text in said)


def test_each_card_stands_over_its_column_and_in_a_narrow_window_they_fill_rows(page, qtbot):
    page.resize(1280, 800)

    def cards():
        return [card for card in page.findChildren(DraftCard) if card.isVisible()]

    def over(card, column):
        left = page.table.mapTo(page, QPoint(page.table.columnViewportPosition(column), 0)).x()
        at, width = card.mapTo(page, QPoint(0, 0)).x(), page.table.columnWidth(column)
        return (at - left, left + width - at - card.width())

    qtbot.waitUntil(lambda: over(cards()[0], 1) == over(cards()[1], 2) == (4, 4))
    page.resize(560, 800)
    qtbot.waitUntil(lambda: len({card.y() for card in cards()}) == 2)
    qtbot.waitUntil(lambda: not page.horizontalScrollBar().isVisible())


def test_tellings_of_one_story_are_called_so_above_their_cards(qtbot):
    window = window_of(qtbot)
    window.story.show_mode("overview")
    page = window.story.overview
    qtbot.waitUntil(lambda: page.table.isVisible(), timeout=60_000)
    assert labels(page, "page-title") == ["Three tellings of one story"]
    window.close()
