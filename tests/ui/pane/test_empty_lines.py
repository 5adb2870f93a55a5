"""Empty lines that one draft alone has are laid out, and nothing is said of them but that."""

import pytest

from tests.ui.pane.showing import pane_of
from writerdesk.compare.plans import GAP_ROW
from writerdesk.manuscript import Document
from writerdesk.ui.pane.passages import gap_sentence, pill_of
from writerdesk.ui.pane.told import told_of

_TEXTS = [f"The harbour froze in year {n} and nobody came to see it but the dog." for n in range(4)]


@pytest.fixture
def pane(qtbot):
    spaced = [line for text in _TEXTS for line in (text, "")]
    left = Document.from_paragraphs([*spaced, "Only here, and at the end."])
    right = Document.from_paragraphs(_TEXTS)
    return pane_of(qtbot, left, right)


def test_only_what_has_words_is_a_stop_and_only_for_that_a_side_says_why_it_waits(pane):
    (stop,) = pane.reading.stops
    assert stop.column == 0
    scene = pane.view.scene
    gaps = [block for block in scene.stage.blocks() if block.paragraph == GAP_ROW]
    said = [gap_sentence(scene, gap) for gap in gaps]
    assert said == ["", "", "", "B ends here · A: 1 passage more, 6 words"]
    assert [pill_of(scene, gap).isEmpty() for gap in gaps] == [True, True, True, False]


def test_a_screen_reader_hears_of_an_empty_line_what_it_is(pane):
    scene = pane.view.scene
    assert told_of(scene, 0, 1) == "An empty line, only in A."
    assert told_of(scene, 1, 1) == "The same in both."
