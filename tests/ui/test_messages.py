"""Bars across the page: a sentence and its offers, in a wide window and in a narrow one."""

import pytest
from PySide6.QtWidgets import QPushButton

from writerdesk.ui.look import Look
from writerdesk.ui.message_bar import Message, MessageBar, Offer

_OFFERS = ("Compare Them", "Keep Theirs Too, as a Second Story", "Save the Drafts as Files…")
_SAID = "Another program put a different version in place of the story's file."


@pytest.fixture
def bar(qtbot):
    bar = MessageBar(Message(_SAID, offers=tuple(Offer(one, tuple) for one in _OFFERS)), Look())
    qtbot.addWidget(bar)
    return bar


def offers(bar):
    return bar.findChildren(QPushButton)


@pytest.mark.parametrize("width", [1400, 900, 640, 400])
def test_no_offer_is_ever_cut_off(bar, qtbot, width):
    bar.resize(width, 60)
    bar.show()
    qtbot.waitExposed(bar)
    bar.resize(width, bar.heightForWidth(width))
    for button in offers(bar):
        assert button.width() >= button.sizeHint().width()
        place = button.mapTo(bar, button.rect().bottomRight())
        assert bar.rect().contains(place)


def test_offers_go_under_the_words_where_these_would_grow_into_a_tower(bar, qtbot):
    bar.show()
    bar.resize(1400, 60)
    qtbot.waitUntil(lambda: offers(bar)[0].mapTo(bar, offers(bar)[0].rect().topLeft()).x() > 400)
    bar.resize(700, 120)
    qtbot.waitUntil(lambda: offers(bar)[0].mapTo(bar, offers(bar)[0].rect().topLeft()).x() < 40)
