"""The one place that starts a process and speaks its pipe.

A child is this program again, started as ``--child TASK``: from a checkout, a wheel or a frozen
folder alike. Both sides exchange frames, a length and that many bytes; what the bytes mean is
between the two ends of a task. Nothing is ever unpickled. A child sets its own limits before it
imports anything that reads, and dies with its parent's pipe.
"""

import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from writerdesk.child_limits import Limits, limit_this_process, watch
from writerdesk.frozen import frozen
from writerdesk.problem import Kind, Problem

__all__ = ["Child", "Frames", "Limits", "answering", "ask", "serve"]

# A frame carries at most one file or one draft; twice the largest file we read is never needed.
_LONGEST_FRAME = 256 * 1024 * 1024
_LENGTH = struct.Struct(">I")


@frozen
class Frames:
    """One end of a pipe: whole frames in, whole frames out."""

    incoming: IO[bytes]
    outgoing: IO[bytes]

    def receive(self) -> bytes | None:
        """Wait for the next frame; None when the other side is gone."""
        head = _exactly(self.incoming, _LENGTH.size)
        if head is None:
            return None
        (length,) = _LENGTH.unpack(head)
        return None if length > _LONGEST_FRAME else _exactly(self.incoming, length)

    def send(self, frame: bytes) -> None:
        """Hand the other side one frame; raises OSError when it is gone."""
        if len(frame) > _LONGEST_FRAME:
            raise ValueError("a frame this long is never read")
        try:
            self.outgoing.write(_LENGTH.pack(len(frame)))
            self.outgoing.write(frame)
            self.outgoing.flush()
        except ValueError:
            # Ended by another thread, which closed the pipe under our hands.
            raise BrokenPipeError from None


class Child:
    """A running child process; whoever made it ends it."""

    def __init__(self, task: str, limits: Limits | None = None) -> None:
        limits = limits or Limits()
        self._process = subprocess.Popen(
            [*_program(), "--child", task, *limits.as_arguments()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._frames = Frames(self._process.stdout, self._process.stdin)
        self._ending = threading.Lock()
        self._stop_watching = watch(self._process, limits)

    @property
    def pid(self) -> int:
        """The number the system knows the child by."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the child still runs."""
        return self._process.poll() is None

    def send(self, frame: bytes) -> None:
        """Hand the child one frame; raises OSError when it is gone."""
        self._frames.send(frame)

    def receive(self) -> bytes | None:
        """Wait for the child's next frame; None when it is gone."""
        return self._frames.receive()

    def end(self) -> None:
        """End the child at once, whatever it is doing; calling again does no harm.

        Who hears that it died and who has no more use for it may both end it, each in a thread of
        its own. A pipe that two threads close at once, with words in it that nobody took, ends in
        a ``ValueError`` in one of them.
        """
        with self._ending:
            self._stop_watching()
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                _close(pipe)


def ask(task: str, request: bytes, limits: Limits, *, about: Path | None = None) -> bytes:
    """Start a child for one question and return its answer.

    Raises a `Problem` about the file if the child is too slow or dies without an answer.
    """
    child = Child(task, limits)
    overdue = threading.Event()

    def end_it() -> None:
        overdue.set()
        child.end()

    alarm = threading.Timer(limits.seconds, end_it)
    alarm.start()
    try:
        answer = _answer(child, request)
    finally:
        alarm.cancel()
        child.end()
    if answer is None:
        raise Problem(Kind.TOO_SLOW if overdue.is_set() else Kind.CHILD_DIED, path=about)
    return answer


def serve(task: Callable[[Frames], None], arguments: list[str]) -> int:
    """Be the child: set the limits named in ``arguments`` and run ``task`` on the pipe."""
    limit_this_process(Limits.from_arguments(arguments))
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not end up among the frames.
    os.dup2(2, 1)
    try:
        task(Frames(incoming, outgoing))
    except BrokenPipeError:
        return 1
    return 0


def answering(function: Callable[[bytes], bytes]) -> Callable[[Frames], None]:
    """Make a task of a function: one question, one answer."""

    def task(frames: Frames) -> None:
        question = frames.receive()
        if question is not None:
            frames.send(function(question))

    return task


def _answer(child: Child, request: bytes) -> bytes | None:
    try:
        child.send(request)
    except OSError:
        return None
    return child.receive()


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "writerdesk"]


def _environment() -> Mapping[str, str]:
    """Return our environment, with the checkout we run from on the child's path."""
    home = Path(__file__).resolve().parent.parent
    environment = dict(os.environ)
    if home.name not in ("site-packages", "dist-packages"):
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = f"{home}{os.pathsep}{known}" if known else str(home)
    return environment


def _exactly(stream: IO[bytes], length: int) -> bytes | None:
    parts: list[bytes] = []
    while length:
        try:
            part = stream.read(length)
        except (OSError, ValueError):
            return None
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        try:
            pipe.close()
        except OSError:
            # What was still to be sent has nobody to go to.
            return
