"""What is to be done in a moment is done then, though the window is busy."""

import threading

from writerdesk.workspace.lanes import Job, StoreLane


def test_a_job_for_later_is_done_without_the_windows_help(qapp):
    lane, done = StoreLane(), threading.Event()
    lane.do_after(0.05, Job(done.set, lambda _none: None, lambda _problem: None))
    lane.do(Job(lambda: None, lambda _none: None, lambda _problem: None))
    # No event loop runs here meanwhile.
    assert done.wait(20)
    lane.close()
