"""The worker's side of the compute lane: holds texts, answers questions, lets go when told.

One thread reads the pipe, so that a question can be called off while another thread works on it.
"""

import gc
import threading
import traceback
from collections.abc import Callable, Mapping
from queue import SimpleQueue
from typing import cast

from writerdesk.child import Frames
from writerdesk.compare import Cancelled, Comparison, be_ready
from writerdesk.compare.arrays import to_arrays
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document
from writerdesk.memory import keep_what_is_freed
from writerdesk.story.compare_wire import Texts, message, opened
from writerdesk.story.comparing import answer_question

# Four drafts are six twos, each of which is compared again after an edit or with others heard.
_ANSWERS_KEPT = 6
# A comparison makes no garbage that holds itself; to look for some in the midst of one took a third
# of the time. It is done when nobody waits, of what is new since the last time.
_YOUNG = 1


def task(frames: Frames) -> None:
    """Answer questions about texts until the other side is gone."""
    gc.disable()
    keep_what_is_freed()
    texts, worker = Texts(), _Answering(frames)
    threading.Thread(target=worker.run, name="answering", daemon=True).start()
    while (frame := frames.receive()) is not None:
        head, body = opened(frame)
        match head["do"]:
            case "ask":
                slots = _strings(head["texts"])
                worker.ask(_Asked(int(str(head["job"])), head, [texts[slot] for slot in slots]))
            case "call off":
                worker.call_off(int(str(head["job"])))
            case _:
                texts.take_in(head, body)


@frozen
class _Asked:
    job: int
    head: Mapping[str, object]
    texts: list[Document]


class _Answering:
    """The thread that works, one question after the other."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames
        self._asked: SimpleQueue[_Asked] = SimpleQueue()
        self._called_off: set[int] = set()
        self._last: dict[tuple[str, ...], Comparison] = {}
        """The last answers, by the slots they are about; the latest comes last."""

    def ask(self, asked: _Asked) -> None:
        self._asked.put(asked)

    def call_off(self, job: int) -> None:
        self._called_off.add(job)

    def run(self) -> None:
        be_ready()
        while True:
            asked = self._asked.get()
            self._frames.send(self._answer(asked, lambda job=asked.job: job in self._called_off))
            self._called_off.discard(asked.job)
            if self._asked.empty():
                gc.collect(_YOUNG)

    def _answer(self, asked: _Asked, cancelled: Callable[[], bool]) -> bytes:
        slots = tuple(_strings(asked.head["texts"]))
        try:
            if cancelled():
                raise Cancelled
            before = self._last.get(slots)
            trouble, found = answer_question(asked.head, asked.texts, before, cancelled)
            body = to_arrays(found)
        except Cancelled:
            return message({"job": asked.job, "state": "called off"})
        except Exception:  # the job boundary: the window's side raises it again
            return message(
                {"job": asked.job, "state": "failed", "mistake": traceback.format_exc(limit=-3)}
            )
        self._last.pop(slots, None)
        self._last[slots] = found
        while len(self._last) > _ANSWERS_KEPT:
            del self._last[next(iter(self._last))]
        return message({"job": asked.job, "state": "done", **trouble}, body)


def _strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(part) for part in cast("list[object]", value)]
