"""The page a window begins with: nothing sticks out of it, whatever language it speaks."""

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.desk import window_of
from writerdesk import words
from writerdesk.resources import resources
from writerdesk.ui.look import Look
from writerdesk.ui.start_page import DropField, StartPage
from writerdesk.ui.window import Window


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_ways_to_begin_are_no_wider_than_the_field_above(qtbot, language):
    words.speak(language, resources() / "locale")
    page = StartPage(".txt", ())
    words.speak("en", resources() / "locale")
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    field = page.findChild(DropField)
    assert field
    ways = [b for b in page.findChildren(QPushButton) if b.property("part") == "link"]
    assert len(ways) == 3
    qtbot.waitUntil(lambda: max(right_of(each, page) for each in ways) <= right_of(field, page))
    assert abs(right_of(field, page) + field.mapTo(page, field.rect().topLeft()).x() - 900) < 4


def right_of(widget, page):
    return widget.mapTo(page, widget.rect().topRight()).x()


def test_the_status_bar_is_there_when_there_is_something_to_say(qtbot):
    window = Window(Look())
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    assert not window.status.isVisible()
    window.close()
    window = window_of(qtbot, (["The harbour froze."],))
    assert window.status.isVisible()
    window.close()
