"""The compute lane: one warm worker process that compares drafts while the writer types.

A thread of its own feeds it, resting between the pieces of a text so that no key waits; another
listens. The newest question of a purpose wins: an older one is called off, and a worker that does
not let go within 200 ms is ended and started anew when it is next needed.
"""

import threading
from collections.abc import Iterator, Mapping
from queue import SimpleQueue
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from writerdesk.child import Child
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document
from writerdesk.story.compare_wire import forget_message, message, opened, text_messages

# How long a worker may take to let go of a question called off.
LETS_GO_WITHIN = 200

# A pause between two pieces lets the window's thread have the interpreter (measured in
# docs/decisions/worker.md).
_REST = 0.0005

# Two to four drafts are compared at once, three times over for what is looked at in turn.
_TEXTS_HELD = 12


@frozen
class Question:
    """Texts by slot, and what is asked of them; slots are the drafts' ids."""

    texts: Mapping[str, Document]
    head: Mapping[str, object]


@frozen
class Answer:
    """What came of a question; ``body`` is None if it was called off or the worker died."""

    job: int
    head: Mapping[str, object]
    body: memoryview | None


class ComputeLane(QObject):
    """Asks one worker process, for one story."""

    answered = Signal(object)
    _arrived = Signal(object)
    _gone = Signal(object)
    _called_off = Signal(object, int)

    def __init__(self, task: str = "compare", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(task, self)
        self._jobs = 0
        self._newest: dict[str, int] = {}
        self._waiting: dict[int, Question] = {}
        self._ended: WeakSet[Child] = WeakSet()
        for signal, slot in (
            (self._arrived, self._report),
            (self._gone, self._give_up),
            (self._called_off, self._expect_it_to_let_go),
        ):
            signal.connect(slot, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is waited for."""
        return bool(self._waiting)

    @property
    def worker(self) -> int:
        """The number the system knows the worker by; 0 before there is one."""
        return self._worker.pid

    def ask(self, purpose: str, question: Question) -> int:
        """Ask, calling off the older question of this purpose; return the job's number."""
        self.call_off(purpose)
        self._jobs += 1
        self._newest[purpose] = self._jobs
        self._waiting[self._jobs] = question
        self._worker.ask(self._jobs, question)
        return self._jobs

    def call_off(self, purpose: str) -> None:
        """Stop caring for the question last asked for ``purpose``."""
        job = self._newest.pop(purpose, None)
        if job is not None and job in self._waiting:
            self._worker.call_off(job)

    def close(self) -> None:
        """End the worker at once."""
        self._waiting.clear()
        self._worker.close()

    def _report(self, frame: bytes) -> None:
        head, body = opened(frame)
        job = int(str(head["job"]))
        if job not in self._waiting:
            return
        del self._waiting[job]
        if head["state"] == "failed":
            self.answered.emit(Answer(job, head, None))
            raise RuntimeError(f"the worker made a mistake: {head['mistake']}")
        wanted = head["state"] == "done" and job in self._newest.values()
        self.answered.emit(Answer(job, head, body if wanted else None))

    def _give_up(self, child: Child) -> None:
        """Answer what a process that is gone was asked; ask again if it was we who ended it."""
        for job in sorted(self._waiting):
            if self._worker.sent_to.get(job) is not child:
                continue
            if child in self._ended and job in self._newest.values():
                self._worker.ask(job, self._waiting[job])
            else:
                del self._waiting[job]
                self.answered.emit(Answer(job, {}, None))

    def _expect_it_to_let_go(self, child: Child, job: int) -> None:
        def look() -> None:
            if job in self._waiting:
                self._ended.add(child)
                child.end()

        QTimer.singleShot(LETS_GO_WITHIN, self, look)


class _Worker:
    """Feeds the process from a thread of its own; everything here but two calls runs there."""

    def __init__(self, task: str, lane: ComputeLane) -> None:
        self._task, self._lane = task, lane
        self._child: Child | None = None
        self._held: dict[str, Document] = {}
        self._questions: SimpleQueue[tuple[int, Question] | None] = SimpleQueue()
        self._called_off: SimpleQueue[int] = SimpleQueue()
        self.sent_to: dict[int, Child] = {}
        """Which process each question went to."""
        self._sending = 0
        self._never: set[int] = set()
        self._closing = False
        self._thread: threading.Thread | None = None

    @property
    def pid(self) -> int:
        return self._child.pid if self._child is not None else 0

    def ask(self, job: int, question: Question) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._feed, name="worker feeder", daemon=True)
            self._thread.start()
        self._questions.put((job, question))

    def call_off(self, job: int) -> None:
        self._called_off.put(job)
        self._questions.put(None)

    def close(self) -> None:
        self._closing = True
        self._questions.put(None)
        if self._child is not None:
            self._child.end()
        if self._thread is not None:
            self._thread.join()

    def _feed(self) -> None:
        while not self._closing:
            asked = self._questions.get()
            try:
                self._pass_on_what_is_called_off()
                if asked is not None and asked[0] not in self._never and not self._closing:
                    self._send(*asked)
            except OSError:
                # It died under our hands; the listener may have told before this was its question.
                self._held.clear()
                self._tell_gone(self._child)

    def _send(self, job: int, question: Question) -> None:
        child = self._living_child()
        self.sent_to[job] = child
        self._sending = job
        for slot, frame in self._messages(question.texts):
            child.send(frame)
            self._pass_on_what_is_called_off()
            if job in self._never:
                # Half a text is none: the next question that has it begins anew.
                self._held.pop(slot, None)
                child.send(forget_message(slot))
                return
            threading.Event().wait(_REST)
        self._sending = 0
        child.send(message({"do": "ask", "job": job, **question.head}))

    def _messages(self, texts: Mapping[str, Document]) -> Iterator[tuple[str, bytes]]:
        for slot, text in texts.items():
            held = self._held.pop(slot, None)
            self._held[slot] = text
            if held is not text:
                for frame in text_messages(slot, held, text):
                    yield slot, frame
        while len(self._held) > _TEXTS_HELD:
            oldest = next(iter(self._held))
            del self._held[oldest]
            yield oldest, forget_message(oldest)

    def _pass_on_what_is_called_off(self) -> None:
        while not self._called_off.empty():
            job = self._called_off.get()
            if job == self._sending or job not in self.sent_to:
                # The worker never heard of it: nobody has to wait until it lets go.
                self._never.add(job)
                gone = message({"job": job, "state": "called off"})
                self._lane._arrived.emit(gone)  # pyright: ignore[reportPrivateUsage]
            elif self._child is not None and self._child.is_alive:
                self._child.send(message({"do": "call off", "job": job}))
                self._lane._called_off.emit(self._child, job)  # pyright: ignore[reportPrivateUsage]

    def _living_child(self) -> Child:
        if self._child is None or not self._child.is_alive:
            self._held.clear()
            if self._child is not None:
                self._child.end()
            self._child = Child(self._task)
            threading.Thread(
                target=self._listen, args=(self._child,), name="worker listener", daemon=True
            ).start()
        return self._child

    def _listen(self, child: Child) -> None:
        try:
            while (frame := child.receive()) is not None:
                self._lane._arrived.emit(frame)  # pyright: ignore[reportPrivateUsage]
            if not self._closing:
                self._tell_gone(child)
        except RuntimeError:
            # The window went without closing its story: nobody is there to be told.
            child.end()

    def _tell_gone(self, child: Child | None) -> None:
        """Tell of a process that is gone when it is: its pipe breaks a while before it is over.

        Until then it counts as alive, and would be asked again in vain, time after time.
        """
        if child is not None:
            child.end()
            self._lane._gone.emit(child)  # pyright: ignore[reportPrivateUsage]
