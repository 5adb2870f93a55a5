"""The overview's cards."""

from PySide6.QtWidgets import QLabel

from writerdesk.story.facts import Facts
from writerdesk.ui.draft_rows import DraftRow
from writerdesk.ui.look import Look
from writerdesk.ui.overview_page import DraftCard


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
