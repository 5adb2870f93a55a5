"""The overview's cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from writerdesk.compare import compare
from writerdesk.story.facts import Facts
from writerdesk.story.overview import overview
from writerdesk.story.sample import sample_drafts
from writerdesk.story.story import Story
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.overview_page import DraftCard, OverviewPage


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


def test_a_full_row_of_cards_is_as_wide_as_the_beats_below(qtbot):
    page = OverviewPage(Look())
    qtbot.addWidget(page)
    rows = [DraftRow(one, one.upper(), "The ferry", Facts(900, 0, "")) for one in "abc"]
    page.show_rows("Three tellings", tuple(rows))
    page.resize(1280, 800)
    page.show()

    def cards():
        return [card for card in page.findChildren(DraftCard) if card.isVisible()]

    qtbot.waitUntil(lambda: cards()[2].geometry().right() - cards()[0].x() > 1100)
    widths = {card.width() for card in cards()}
    assert max(widths) - min(widths) <= 1
    page.resize(700, 800)
    qtbot.waitUntil(lambda: len({card.y() for card in cards()}) == 2)
    assert not page.horizontalScrollBar().isVisible()
