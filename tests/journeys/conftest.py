"""The comparison of two tellings that the journeys read."""

import pytest

from tests.ui.pane.two_tellings import tellings
from writerdesk.ui.look.look import Appearance, Look
from writerdesk.ui.pane import ComparisonPane


@pytest.fixture
def pane(qtbot):
    pane = ComparisonPane(Look(Appearance(less_motion=True)))
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.list_panel)
    pane.resize(1100, 700)
    pane.show()
    qtbot.waitExposed(pane)
    pane.show_texts(*tellings(12))
    pane.view.setFocus()
    return pane
