"""Finding in the columns, printing them, saving them; the legend and how strong marks are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtTest import QTest

from tests.ui.desk import comparing
from writerdesk.compare.drawn import DrawnMarks
from writerdesk.compare.printing import printed
from writerdesk.ui.pane.legend import Legend

TWO = (
    ["The harbour froze in March.", "Ida counted the boats twice.", "It was cold."],
    ["The harbour froze in April.", "It was cold.", "The harbour master slept."],
)


@pytest.fixture
def window(qtbot):
    with comparing(qtbot, TWO) as window:
        yield window


def test_words_are_found_in_all_columns_in_the_order_they_are_read(window):
    window.actions_["edit.find"].trigger()
    page = window.story.compare
    QTest.keyClicks(page.find_bar.field, "harbour")
    scene = page.pane.view.scene
    assert sum(len(spans) for spans in scene.found.values()) == 3
    places = []
    for _ in range(4):
        QTest.keyClick(page.find_bar.field, Qt.Key.Key_Return)
        places.append(page.pane.view.scene.selection.anchor[:2])
    assert places == [(0, 0), (1, 0), (1, 2), (0, 0)]
    QTest.keyClick(page.find_bar.field, Qt.Key.Key_Escape)
    assert not page.pane.view.scene.found


def test_finding_in_write_is_still_finding_in_the_text(window):
    window.story.show_mode("write")
    window.actions_["edit.find"].trigger()
    assert window.story.write.find_bar.isVisible()
    assert not window.story.compare.find_bar.isVisible()


def test_a_comparison_is_printed_with_letters_and_gap_rows_and_no_colours(window, tmp_path):
    page = window.story.compare
    reading, scene = page.pane.reading, page.pane.view.scene
    html = printed(reading, DrawnMarks(reading, {}), [(c.letter, c.name) for c in scene.columns])
    assert "<i>A: 1 passage more, 5 words</i>" in html
    assert "color" not in html
    path = tmp_path / "comparison.pdf"
    page.paper.print_on(QPdfWriter(str(path)))
    assert path.read_bytes().startswith(b"%PDF")


def test_a_comparison_is_saved_as_a_page(window, tmp_path, qtbot):
    path = tmp_path / "both.html"
    with qtbot.waitSignal(window.story.compare.told, check_params_cb=lambda s: "both.html" in s):
        window.story.compare.paper.save_to(path)
    assert "The harbour" in path.read_text(encoding="utf-8")
    with qtbot.waitSignal(window.story.compare.told, check_params_cb=lambda s: "nowhere" in s):
        window.story.compare.paper.save_to(tmp_path / "nowhere" / "both.html")


def test_the_marks_strength_is_chosen_and_the_legend_shows_every_mark(window, qtbot):
    window.actions_["marks.strong"].trigger()
    assert window.story.compare.pane.view.scene.strength == "strong"
    assert window.actions_["marks.strong"].isChecked()
    window.actions_["marks.legend"].trigger()
    legend = window.findChild(Legend)
    qtbot.waitExposed(legend)
    assert not legend.grab().isNull()
    legend.close()
    window.actions_["marks.normal"].trigger()


def test_zoom_sets_the_columns_larger(window):
    before = window.story.compare.pane.view.scene.typesetter.line_height
    window.actions_["view.zoom_in"].trigger()
    assert window.story.compare.pane.view.scene.typesetter.line_height > before
    window.actions_["view.zoom_reset"].trigger()
    assert window.story.compare.pane.view.scene.typesetter.line_height == before
