"""The store lane does everything it is given, in order, and tells the window's thread."""

import threading

import pytest

from writerdesk.problem import Kind, Problem
from writerdesk.workspace.lanes import Job, StoreLane


@pytest.fixture
def lane(qapp):
    lane = StoreLane()
    yield lane
    lane.close()


def test_work_is_done_in_order_in_one_other_thread_and_told_in_this_one(lane, qtbot):
    done, told = [], []
    for n in range(50):
        lane.do(
            Job(
                lambda n=n: (n, threading.get_ident()),
                lambda result: (done.append(result), told.append(threading.get_ident())),
                pytest.fail,
            )
        )
    qtbot.waitUntil(lambda: len(done) == 50)
    assert [n for n, _ in done] == list(range(50))
    assert {thread for _, thread in done} != {threading.get_ident()}
    assert set(told) == {threading.get_ident()}


def test_a_problem_is_told_and_the_lane_goes_on(lane, qtbot):
    told = []

    def fail():
        raise Problem(Kind.DISK_FULL)

    lane.do(Job(fail, pytest.fail, lambda problem: told.append(problem.kind)))
    lane.do(Job(lambda: "next", told.append, pytest.fail))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [Kind.DISK_FULL, "next"]


def test_a_mistake_of_ours_is_raised_in_the_windows_thread(lane, qtbot):
    with qtbot.captureExceptions() as caught:
        lane.do(Job(lambda: 1 // 0, pytest.fail, pytest.fail))
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_closing_waits_until_everything_is_done(lane):
    gate, done = threading.Event(), []
    lane.do(Job(gate.wait, lambda _: None, pytest.fail))
    for n in range(20):
        lane.do(Job(lambda n=n: done.append(n), lambda _: None, pytest.fail))
    threading.Timer(0.05, gate.set).start()
    lane.close()
    assert done == list(range(20))
