"""Compares two drafts of the open story beside the window, the newest question alone.

An edit to a draft that is compared asks again after a short rest; the answer says which texts it
is about, so that nobody shows marks on words that have moved on.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from writerdesk.compare import AS_USUAL, Cancelled, Comparison, Pin, compare
from writerdesk.manuscript import Document
from writerdesk.story.ties import pins_between
from writerdesk.workspace.workspace import Workspace

# Marks follow the writing within 100 ms; asking at every key would only call off the one before.
_ASK_AFTER = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """Two drafts, the texts they had, and what was found in them."""

    left: str
    right: str
    left_text: Document
    right_text: Document
    comparison: Comparison


class Comparing(QObject):
    """Keeps one comparison of two drafts up to date."""

    compared = Signal(object)
    """An `Answer`."""
    asked = Signal()
    _found = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._drafts: tuple[str, str] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="compare")
        self._call_off: Callable[[], None] = _nothing
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_ASK_AFTER)
        self._again.timeout.connect(self._ask)
        self._found.connect(self._report, Qt.ConnectionType.QueuedConnection)
        workspace.draft_edited.connect(self._note_edit)
        workspace.story_changed.connect(self._note_story)

    def compare(self, left: str, right: str) -> None:
        """Compare these two from now on."""
        self._drafts = (left, right)
        self._ask()

    def stop(self) -> None:
        """Compare nothing any more, for now."""
        self._drafts = None
        self._again.stop()
        self._call_off()

    def close(self) -> None:
        """Let go of the thread."""
        self.stop()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _note_edit(self, draft: str, _before: Document, _after: Document) -> None:
        if self._drafts and draft in self._drafts:
            self._again.start()

    def _note_story(self, _ids: object) -> None:
        if self._drafts:
            self._again.start()

    def _ask(self) -> None:
        if self._drafts is None:
            return
        self._call_off()
        stopped: list[bool] = []
        self._call_off = lambda: stopped.append(True)
        story, (left, right) = self._workspace.story, self._drafts
        one, other = story.draft(left).text, story.draft(right).text
        pins = pins_between(story, left, right)
        self.asked.emit()

        def work() -> Answer | None:
            found = _compared(one, other, pins, lambda: bool(stopped))
            return Answer(left, right, one, other, found) if found else None

        self._thread.submit(work).add_done_callback(self._found.emit)

    def _report(self, done: "Future[Answer | None]") -> None:
        if done.cancelled():
            return
        answer = done.result()
        if answer is not None and (answer.left, answer.right) == self._drafts:
            self.compared.emit(answer)


def _compared(
    left: Document, right: Document, pins: tuple[Pin, ...], stopped: Callable[[], bool]
) -> Comparison | None:
    try:
        return compare(left, right, settings=AS_USUAL, pins=pins, cancelled=stopped)
    except Cancelled:
        return None


def _nothing() -> None:
    pass
