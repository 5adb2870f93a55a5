"""The summary card's sentences about tellings."""

import re

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from writerdesk.compare import compare
from writerdesk.compare.bounds import Certainty, ties_held_back
from writerdesk.compare.report import headline
from writerdesk.compare.stops import read_together
from writerdesk.insight.telling import telling
from writerdesk.manuscript import Document
from writerdesk.preferences import Theme
from writerdesk.story.sample import sample_drafts
from writerdesk.ui.look import Appearance, Look
from writerdesk.ui.pane import Column, ComparisonPane
from writerdesk.ui.pane.list_model import LINE_ROLE
from writerdesk.ui.pane.summary import doubt, facts, held_back, renamed, ways_told


def ways(*documents):
    comparisons = {(0, 1): compare(*documents)}
    reading = read_together(list(documents), comparisons)
    return list(ways_told(reading, [telling(one) for one in documents], comparisons))


def test_the_card_says_who_tells_how_much_is_talk_and_how_many_words_are_the_same():
    one, _, three = (imported.documents[0] for _, imported in sample_drafts())
    told_by, talk, same = ways(one, three)
    assert told_by == "Told by — “he” / “I”"
    assert (
        talk == f"Talk — {round(100 * telling(one).talk)} % / {round(100 * telling(three).talk)} %"
    )
    assert same.startswith("Same words — ")


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (
            "She hated him. And the captain counted the ship's biscuits again.",
            "5 in a row, then scraps",
        ),
        ("She hated him. Some captain counted his biscuits again.", "scraps"),
        ("A goat stood on the roof all night long in the rain.", "none in a row"),
    ],
)
def test_the_same_words_are_counted_in_a_row(right, said):
    left = "The storm broke. Nobody spoke at supper, and the captain counted the ship's biscuits."
    found = ways(*(Document.from_paragraphs([text]) for text in (left, right)))
    assert found[-1] == f"Same words — {said}"


def test_a_draft_without_talk_and_without_anybody_says_so():
    found = ways(Document.from_paragraphs(["It rained."]), Document.from_paragraphs(["A bell."]))
    assert found[0] == "Talk — none / none"


def test_a_revision_says_nothing_of_ways_to_tell():
    text = Document.from_paragraphs(["It rained all day on the roof of the old mill."])
    assert ways(text, text) == []


def test_ties_that_are_less_sure_are_counted_and_none_where_all_are_shown():
    one, _, three = (imported.documents[0] for _, imported in sample_drafts())
    comparisons = {(0, 1): compare(one, three)}
    drawn = {
        certainty: len(read_together([one, three], comparisons, certainty=certainty).bounds)
        for certainty in Certainty
    }
    for certainty in Certainty:
        more = ties_held_back(comparisons.values(), certainty)
        assert more == drawn[Certainty.ALL] - drawn[certainty]
    assert held_back(0) == ""
    assert held_back(7).startswith("7 more may be told in both. <a ")


def test_one_click_on_the_card_shows_what_was_held_back(qtbot):
    one, two, _ = (imported.documents[0] for _, imported in sample_drafts())
    pane = ComparisonPane(Look(Appearance(Theme.LIGHT)))
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.list_panel)
    columns = [Column("a", "A", "A", 0, one), Column("b", "B", "B", 1, two)]
    pane.show_texts(columns, {(0, 1): compare(one, two)})
    more = pane.list_panel.findChild(QLabel, "more")
    assert more
    assert not more.isHidden()
    with qtbot.waitSignal(pane.all_ties_asked):
        more.linkActivated.emit("all")
    pane.set_certainty(Certainty.ALL)
    assert more.isHidden()


def test_the_card_says_what_renamed_people_are_where_the_drafts_say_so():
    left = Document.from_paragraphs(
        ["Then Pip came. Pip was a scruffy dog. Nobody but Pip barked at Pip on the stairs."]
    )
    right = Document.from_paragraphs(
        ["Then Rex came. Rex was a scruffy mutt. Nobody but Rex barked at Rex on the stairs."]
    )
    assert list(renamed({(0, 1): compare(left, right)})) == ["dog — Pip / Rex"]


def test_the_card_says_how_many_beats_are_in_both_and_how_much_of_each_draft_that_is():
    one, two, _ = (imported.documents[0] for _, imported in sample_drafts())
    comparisons = {(0, 1): compare(one, two)}
    reading = read_together([one, two], comparisons)
    columns = [Column("a", "A", "A", 0, one), Column("b", "B", "B", 1, two)]
    both = [stop for stop in reading.stops if stop.column is None]
    sure = sum(reading.bounds[stop.bounds[0]].certainty is Certainty.SURE for stop in both)
    alone = [sum(stop.column == n for stop in reading.stops) for n in (0, 1)]
    said = facts(reading, columns, comparisons)
    assert re.fullmatch(
        f"{sure} of {len(reading.stops)} beats are in both, {len(both) - sure} perhaps[.] "
        r"That is \d+ % of A and \d+ % of B[.]\n"
        f"Only in A: {alone[0]}[.] Only in B: {alone[1]}[.]",
        said,
    )
    assert doubt(reading) == "Ties are found by words and order; check those marked maybe."


def test_the_card_of_a_revision_counts_words_and_moved_passages():
    texts = [f"The {word} lay on the quay all summer." for word in ("boat", "net", "rope", "dog")]
    left = Document.from_paragraphs([*texts, "Nobody came for any of it, not once."])
    right = Document.from_paragraphs(
        ["Nobody came for any of it, not once.", *texts[:-1], "The cat lay on the quay all summer."]
    )
    comparisons = {(0, 1): compare(left, right)}
    said = facts(read_together([left, right], comparisons), (), comparisons)
    assert said == "2 % changed: 1 word changed, 1 passage moved."


def test_the_card_and_a_saved_comparison_say_the_same_share():
    texts = ["The boat lay on the quay all summer."] * 3
    left = Document.from_paragraphs(texts)
    right = Document.from_paragraphs([*texts, "Nobody came for any of it."])
    comparison = compare(left, right)
    said = facts(read_together([left, right], {(0, 1): comparison}), (), {(0, 1): comparison})
    assert said == "20 % changed: 6 words added."
    assert "20 % changed. Words: 0 removed, 6 added" in headline(comparison, ("A", "B"))


def test_of_a_revision_the_list_says_what_was_changed_removed_and_added(qtbot):
    texts = [
        f"The harbour froze in year {n} and nobody came to see it but the dog." for n in "1234"
    ]
    left = Document.from_paragraphs([*texts, "It was cold then."])
    right = Document.from_paragraphs(
        ["Rain fell on the roof.", "In the end, " + texts[0], *texts[1:]]
    )
    pane = ComparisonPane(Look())
    qtbot.addWidget(pane)
    columns = [Column("a", "A", "One", 0, left), Column("b", "B", "Two", 1, right)]
    pane.show_texts(columns, {(0, 1): compare(left, right)})
    panel = pane.list_panel
    chips = [chip.text() for chip in panel.findChildren(QPushButton) if not chip.isHidden()]
    assert chips == ["All 3", "Changed 1", "Removed 1", "Added 1"]
    said = [panel.model.index(row, 0).data(LINE_ROLE) for row in range(3)]
    assert said[0] == "Added: 1 passage, 5 words."
    assert said[2] == "Removed: 1 passage, 4 words."
