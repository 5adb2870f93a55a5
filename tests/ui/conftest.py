"""The window that most tests of the window begin with."""

import pytest

from tests.ui.desk import window_of


@pytest.fixture
def window(request, qtbot):
    """Give a window over three drafts, on the page that the test's module names as its ``MODE``."""
    window = window_of(qtbot)
    if mode := getattr(request.module, "MODE", ""):
        window.story.show_mode(mode)
    yield window
    window.close()
