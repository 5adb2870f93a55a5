"""Words without room are found on the screen; what ends in an ellipsis on purpose is not."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from house.screens_clipped import clipped
from writerdesk.ui.elided import ElidedLabel

_WORDS = "The soup has to come late, with the water already at the door."


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_words_wider_than_their_widget_are_told_of(qtbot, kind):
    widget = kind(_WORDS)
    qtbot.addWidget(widget)
    widget.setFixedWidth(60)
    widget.show()
    assert any("The soup" in told for told in clipped())


def test_what_is_chosen_must_have_room_too(qtbot):
    widget = QComboBox()
    qtbot.addWidget(widget)
    widget.addItem(_WORDS)
    widget.setFixedWidth(60)
    widget.show()
    assert any("QComboBox" in told for told in clipped())


def test_a_line_that_is_elided_and_words_with_room_are_not_told_of(qtbot):
    elided, roomy = ElidedLabel(), QLabel(_WORDS)
    for widget in (elided, roomy):
        qtbot.addWidget(widget)
        widget.show()
    elided.setText(_WORDS)
    elided.setFixedWidth(60)
    assert not [told for told in clipped() if "The soup" in told]
