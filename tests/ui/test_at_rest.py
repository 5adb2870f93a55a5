"""What is slow to show after an edit waits until the writer rests."""

from time import thread_time

from writerdesk.ui.at_rest import AtRest


def work(seconds):
    end = thread_time() + seconds
    while thread_time() < end:
        pass


def test_what_is_quick_is_shown_with_every_edit(qapp):
    shown = []
    rest = AtRest(lambda: shown.append(1), qapp)
    for _edit in range(3):
        rest.edited()
    assert len(shown) == 3
    assert not rest.waits


def test_what_is_slow_is_shown_once_when_no_edit_comes_any_more(qapp, qtbot):
    shown = []
    rest = AtRest(lambda: (shown.append(1), work(0.01)), qapp)
    for _edit in range(5):
        rest.edited()
    assert len(shown) == 1
    assert rest.waits
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert not rest.waits
