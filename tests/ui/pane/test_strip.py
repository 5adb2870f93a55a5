"""The overview strip: told in both across the middle, what one side alone has at its side."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from tests.ui.pane.two_tellings import tellings
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane import ComparisonPane, strip


@pytest.fixture
def pane(qtbot):
    pane = ComparisonPane(Look())
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    return pane


def stop_shown(pane, number):
    """Return whether a stop is drawn left, in the middle and right, as the strip is painted."""
    picture = pane.strip.grab().toImage()
    scale = picture.devicePixelRatio()
    axis, stop = pane.view.scene.stage.axis, pane.reading.stops[number]
    middle = (axis.start_of(stop.segment) + axis.start_of(stop.segment + 1)) / 2
    y = middle / max(axis.length, axis.view.height) * pane.strip.height()
    blank = QColor(Look().palette.panel)
    width = pane.strip.width()
    places = (5, width // 2, width - 5)
    return tuple(
        picture.pixelColor(QPoint(round(x * scale), round(y * scale))) != blank for x in places
    )


def test_the_first_picture_has_every_stop_where_it_belongs(pane):
    columns, comparisons = tellings()
    pane.show_texts(columns, comparisons)
    assert [stop.column for stop in pane.reading.stops] == [None, 0, None, 0, 1, None]
    both, left, right = (True, True, True), (True, False, False), (False, False, True)
    assert [stop_shown(pane, number) for number in range(1, 6)] == [left, both, left, right, both]


def test_of_very_many_stops_no_slice_is_missing(pane, qtbot, monkeypatch):
    monkeypatch.setattr(strip, "_SLICE", 3)
    columns, comparisons = tellings(times=2)
    pane.show_texts(columns, comparisons)
    qtbot.waitUntil(lambda: any(stop_shown(pane, 8)))
    assert all(any(stop_shown(pane, number)) for number in range(1, len(pane.reading.stops)))
