"""Children answer, are ended when they are slow or greedy, and never outlive the call."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from writerdesk.child import Child, Limits, ask
from writerdesk.child_limits import resident, watch_by_looking
from writerdesk.problem import Kind, Problem

GENEROUS = Limits(seconds=60, memory=2 * 1024**3)


def test_a_child_answers_with_the_very_bytes_it_was_given():
    everything = bytes(range(256)) * 5000
    assert ask("tests.child_tasks.echo", everything, GENEROUS) == everything
    assert ask("tests.child_tasks.echo", b"", GENEROUS) == b""


def test_a_child_that_stays_answers_again_and_again_until_it_is_ended():
    child = Child("tests.child_tasks.echo")
    for n in range(100):
        child.send(str(n).encode())
        assert child.receive() == str(n).encode()
    assert child.is_alive
    child.end()
    assert not child.is_alive
    child.end()


def test_a_child_too_slow_is_a_problem_about_the_file():
    with pytest.raises(Problem) as caught:
        ask("tests.child_tasks.hang", b"?", Limits(seconds=0.5), about=Path("slow.docx"))
    assert caught.value.kind == Kind.TOO_SLOW
    assert "slow.docx" in str(caught.value)


@pytest.mark.parametrize("task", ["dies", "greedy"])
def test_a_child_that_dies_is_a_problem_and_not_a_hang(task):
    with pytest.raises(Problem) as caught:
        ask(f"tests.child_tasks.{task}", b"?", Limits(seconds=60, memory=512 * 1024**2))
    assert caught.value.kind == Kind.CHILD_DIED


def test_where_the_system_has_no_limits_the_parent_looks_and_ends_a_greedy_child():
    hoard = "import time; hoard = bytearray(b'x') * 300_000_000; time.sleep(60)"
    process = subprocess.Popen([sys.executable, "-c", hoard])
    assert resident(process.pid) > 0
    stop = watch_by_looking(process, 100_000_000)
    assert process.wait(timeout=30) != 0
    stop()


@pytest.mark.skipif(not shutil.which("true"), reason="needs a program that ends at once")
def test_a_child_that_died_with_words_it_never_took_may_be_ended_by_several_at_once(monkeypatch):
    monkeypatch.setattr("writerdesk.child._program", lambda: ["true"])
    went_wrong: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: went_wrong.append(told.exc_value))
    was = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _turn in range(40):
            _end_at_once(Child("any"), 6)
    finally:
        sys.setswitchinterval(was)
    assert went_wrong == []


def _end_at_once(child: Child, enders: int) -> None:
    child._process.wait()
    # The pipe is broken: what is sent now stays in it.
    with pytest.raises(BrokenPipeError):
        child.send(b"never taken")
    together = threading.Barrier(enders)

    def end() -> None:
        together.wait()
        child.end()

    threads = [threading.Thread(target=end) for _number in range(enders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
