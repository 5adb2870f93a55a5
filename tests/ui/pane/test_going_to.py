"""Going to a passage brings it into view, also one that is the same on both sides."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from tests.ui.pane.showing import pane_of
from writerdesk.compare import compare
from writerdesk.manuscript import Document, Paragraph
from writerdesk.ui.pane.gutter import labels, ribbons

_LONG = "The harbour froze in March and nobody came to see it but Ida and the dog. " * 3


@pytest.fixture
def pane(qtbot):
    left = Document.from_paragraphs([f"{n} {_LONG}" for n in range(200)])
    changed = [f"{n} {_LONG}{'Then it thawed. ' * 9 if n % 30 == 7 else ''}" for n in range(200)]
    right = Document.from_paragraphs(changed)
    return pane_of(qtbot, left, right)


@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("paragraph", [0, 3, 67, 120, 199])
def test_a_passage_gone_to_is_in_view(pane, column, paragraph):
    pane.commands.go_to_passage(column, paragraph)
    scene = pane.view.scene
    (block,) = [b for b in scene.stage.blocks() if b[:2] == (column, paragraph)]
    assert block.top >= 0
    assert block.top + block.height <= scene.height
    assert scene.focus == (column, paragraph)


def test_where_all_in_view_is_the_same_tabs_lead_to_the_nearest_changes(pane):
    pane.commands.go_to_passage(0, 22)
    scene = pane.view.scene
    tabs = labels(scene, list(ribbons(scene)))
    assert [tab.text for tab in tabs] == ["1 ↑", "2 ↓"]
    QTest.mouseClick(
        pane.view.viewport(), Qt.MouseButton.LeftButton, pos=tabs[1].box.center().toPoint()
    )
    assert pane.view.scene.current == 1
    assert any(block.paragraph == 37 for block in pane.view.scene.stage.blocks())


def test_the_current_change_stays_marked_in_the_list_after_an_edit(pane, qtbot):
    pane.commands.go_to(2)
    one, two = pane.columns
    text = two.document
    typed = Paragraph(f"Ember. {text.paragraphs[40].text}")
    newer = text.splice(40, 41, [(text.ids[40], typed)])
    listed = pane.list_panel.findChild(QListView)
    with qtbot.waitSignal(listed.model().modelReset):
        comparison = compare(one.document, newer)
        pane.update_texts([one, replace(two, document=newer)], {(0, 1): comparison})
    qtbot.waitUntil(lambda: listed.currentIndex().row() == pane.view.scene.current == 3)


def test_what_was_scrolled_out_of_sight_is_not_what_the_keys_mean(pane):
    pane.commands.go_to_passage(1, 37)
    assert pane.commands.here() == (1, 37)
    pane.view.scroll_by(40)
    assert pane.commands.here() == (1, 37)
    pane.view.to_start()
    assert pane.view.scene.current == 0
    assert pane.commands.here() == (1, 7)
