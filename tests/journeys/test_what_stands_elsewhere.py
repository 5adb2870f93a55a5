"""The comparison says where a passage stands that is not beside its partner."""

from dataclasses import replace

from tests.comparisons import comparison, document, pair
from tests.ui.pane.two_tellings import tellings
from writerdesk.compare import compare
from writerdesk.compare.plans import GAP_ROW
from writerdesk.manuscript import Document
from writerdesk.ui.pane import Column
from writerdesk.ui.pane.gutter import labels, ribbons
from writerdesk.ui.pane.passages import gap_sentence
from writerdesk.ui.pane.sentences import list_line


def test_a_moved_passage_says_after_which_beat_it_stands(pane):
    columns, comparisons = tellings(1)
    said = comparisons[0, 1]
    left, right = said.left, said.right
    pairs = [
        pair(left, right, [1], [1]),
        pair(left, right, [2], [2]),
        pair(left, right, [4], [0], moved=True),
    ]
    pane.show_texts(columns, {(0, 1): comparison(left, right, pairs)})
    lines = [list_line(pane.reading, columns, stop) for stop in pane.reading.stops if stop.moved]
    assert lines[0].startswith("Moved: to the beginning of C.")
    pairs[2] = pair(left, right, [0], [3], moved=True)
    pane.show_texts(columns, {(0, 1): comparison(left, right, pairs)})
    lines = [list_line(pane.reading, columns, stop) for stop in pane.reading.stops if stop.moved]
    number = pane.reading.stop_at(1, 2).number + 1
    assert lines[0].startswith(f"Moved: after beat {number} in C.")


def test_a_tie_past_the_neighbour_is_a_stub_with_the_others_letter(pane):
    columns, comparisons = tellings(1)
    said = comparisons[0, 1]
    middle = replace(columns[1], draft="draft-b", letter="B", document=document("Nothing alike."))
    outer = [
        comparison(said.left, middle.document, []),
        comparison(middle.document, said.right, []),
    ]
    found = {(0, 1): outer[0], (0, 2): said, (1, 2): outer[1]}
    # Three columns stand beside each other in the widest of faces, too.
    pane.resize(1800, 700)
    pane.show_texts([columns[0], middle, columns[1]], found, hub=1)
    scene = pane.view.scene
    texts = {label.text for label in labels(scene, list(ribbons(scene)))}
    assert {"C →", "← A"} <= texts


def test_a_moved_passage_is_shown_beside_the_one_in_sight_whichever_column_has_the_keys(pane):
    texts = [
        f"The harbour froze in year {n}, and nobody saw it but the dog. " * 9 for n in range(30)
    ]
    left = Document.from_paragraphs(texts)
    right = Document.from_paragraphs([*texts[:3], texts[27], *texts[3:27], *texts[28:]])
    columns = [Column("a", "A", "One", 0, left), Column("b", "B", "Two", 1, right)]
    pane.show_texts(columns, {(0, 1): compare(left, right)})
    (stop,) = pane.reading.stops
    assert stop.moved
    pane.commands.go_to_passage(1, 3)
    pane.view.active = 0
    top = pane.view.scene.stage.top_of(1, 3)
    pane.commands.show_beside()
    scene = pane.view.scene
    assert abs(scene.stage.top_of(1, 3) - top) < 1
    assert abs(scene.stage.top_of(0, 27) - top) < 1
    pane.commands.go_to_passage(1, 3)
    scene = pane.view.scene
    gap = next(block for block in scene.stage.blocks() if block.paragraph == GAP_ROW)
    assert gap_sentence(scene, gap).endswith("change 1, moved: later here")
