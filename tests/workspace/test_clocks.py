"""The clocks say when to log and when to save, whatever the rhythm of typing."""

from PySide6.QtCore import QElapsedTimer, QTimer

from writerdesk.workspace.clocks import LOG_WITHIN, SAVE_AFTER_PAUSE, SAVE_WITHIN, Clocks


def test_the_log_is_due_half_a_second_after_the_first_change_however_fast_one_types(qtbot):
    clocks, since, keys = Clocks(), QElapsedTimer(), QTimer()
    keys.timeout.connect(clocks.changed)
    keys.start(20)
    since.start()
    with qtbot.waitSignal(clocks.log_due, timeout=5_000):
        clocks.changed()
    assert since.elapsed() >= LOG_WITHIN * 0.9
    keys.stop()


def test_a_revision_is_due_after_a_pause_and_ends_both_waits(qtbot):
    clocks = Clocks()
    clocks.changed()
    with qtbot.waitSignal(clocks.save_due, timeout=SAVE_WITHIN):
        pass
    with qtbot.assertNotEmitted(clocks.log_due, wait=2 * LOG_WITHIN):
        pass


def test_what_was_saved_meanwhile_is_not_due_again(qtbot):
    clocks = Clocks()
    clocks.changed()
    clocks.saved()
    with qtbot.assertNotEmitted(clocks.save_due, wait=SAVE_AFTER_PAUSE + 200):
        pass
