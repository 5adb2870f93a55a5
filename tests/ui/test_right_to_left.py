"""In a language from right to left the window turns round, and nothing runs into anything else."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTableView

from house.pseudo import RIGHT_TO_LEFT
from tests.ui.desk import window_of
from tests.ui.test_nobodys_language import GREEK, PANELS, left_english, menus_left_english

ROW = QRect(0, 0, 320, 48)


@pytest.fixture
def window(nobodys_language, qapp, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = window_of(qtbot, GREEK)
    window.actions_.complete()
    yield window
    window.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def drawn(view, index, direction):
    """Return one row of a list as the view's delegate draws it, words running in a direction."""
    image = QImage(ROW.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter, option = QPainter(image), QStyleOptionViewItem()
    option.rect = ROW
    painter.setLayoutDirection(direction)
    view.itemDelegate().paint(painter, option, index)
    painter.end()
    return image


def rows_of(window):
    """Give each list in sight that draws its rows itself, with its first row of words."""
    for view in window.findChildren(QAbstractItemView):
        model, ours = view.model(), type(view.itemDelegate()).__module__.startswith("writerdesk")
        if ours and view.isVisible() and model.rowCount():
            last = model.columnCount() - 1 if isinstance(view, QTableView) else 0
            yield view, model.index(0, last)


@pytest.mark.parametrize("nobodys_language", [RIGHT_TO_LEFT], indirect=True)
@pytest.mark.parametrize("mode", ["overview", "write", "compare"])
def test_the_window_turns_round_and_its_rows_are_drawn_whole(window, qtbot, mode):
    window.story.show_mode(mode)
    if mode == "overview":
        qtbot.waitUntil(lambda: any(rows_of(window)))
    assert left_english(window) == {}
    assert menus_left_english(window) == {}
    for panel in PANELS if mode != "overview" else ("",):
        if panel:
            window.actions_[f"panel.{panel}"].trigger()
        assert left_english(window) == {}, panel
        drawn_by_us = list(rows_of(window))
        assert drawn_by_us
        for view, index in drawn_by_us:
            there = drawn(view, index, Qt.LayoutDirection.RightToLeft)
            assert there == drawn(view, index, Qt.LayoutDirection.LeftToRight), (panel, view)
