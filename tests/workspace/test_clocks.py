"""The clock of saving says when to save, whatever the rhythm of typing."""

from writerdesk.workspace.clocks import SAVE_AFTER_PAUSE, SAVE_WITHIN, Clocks


def test_a_revision_is_due_after_a_pause(qtbot):
    clocks = Clocks()
    clocks.changed()
    with qtbot.waitSignal(clocks.save_due, timeout=SAVE_WITHIN):
        pass


def test_what_was_saved_meanwhile_is_not_due_again(qtbot):
    clocks = Clocks()
    clocks.changed()
    clocks.saved()
    with qtbot.assertNotEmitted(clocks.save_due, wait=SAVE_AFTER_PAUSE + 200):
        pass
