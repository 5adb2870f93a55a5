"""Compares two drafts of the open story in the worker, the newest question alone.

An edit to a draft that is compared asks again after a short rest; the answer says which texts it
is about, so that nobody shows marks on words that have moved on. The comparison is built over the
window's own paragraphs in slices, between which keys are served.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from writerdesk.compare import AS_USUAL, Comparison
from writerdesk.compare.arrays import Asked, from_arrays
from writerdesk.manuscript import Document
from writerdesk.story.comparing import comparison_question
from writerdesk.story.ties import pins_between
from writerdesk.workspace import compute
from writerdesk.workspace.compute import ComputeLane, Question
from writerdesk.workspace.workspace import Workspace

# Marks follow the writing within 100 ms; asking at every key would only call off the one before.
_ASK_AFTER = 60
_PURPOSE = "compare"
# A worker the system ended may have been unlucky once; what ends three is the question.
_MOST_DEATHS = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """Two drafts, the texts they had, and what was found in them."""

    left: str
    right: str
    left_text: Document
    right_text: Document
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class _Open:
    """A question the worker has: which drafts, and what was asked of their texts."""

    job: int
    left: str
    right: str
    asked: Asked


class Comparing(QObject):
    """Keeps one comparison of two drafts up to date."""

    compared = Signal(object)
    """An `Answer`."""
    asked = Signal()
    given_up = Signal()
    """The worker can't compare these; an edit asks again."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._drafts: tuple[str, str] | None = None
        self._lane = ComputeLane(parent=self)
        self._lane.answered.connect(self._arrive)
        self._open: _Open | None = None
        self._deaths = 0
        self._building: Generator[None, None, Comparison] | None = None
        self._next_slice = self._timer(0, self._build)
        self._again = self._timer(_ASK_AFTER, self._ask)
        workspace.draft_edited.connect(self._note_edit)
        workspace.story_changed.connect(self._note_story)

    @property
    def worker(self) -> int:
        """The number the system knows the worker by; 0 before there is one."""
        return self._lane.worker

    def compare(self, left: str, right: str) -> None:
        """Compare these two from now on."""
        self._drafts, self._deaths = (left, right), 0
        self._ask()

    def stop(self) -> None:
        """Compare nothing any more, for now."""
        self._drafts = self._open = self._building = None
        self._again.stop()
        self._lane.call_off(_PURPOSE)

    def close(self) -> None:
        """Let go of the worker."""
        self.stop()
        self._lane.close()

    def _note_edit(self, draft: str, _before: Document, _after: Document) -> None:
        if self._drafts and draft in self._drafts:
            self._again.start()

    def _note_story(self, _ids: object) -> None:
        if self._drafts:
            self._again.start()

    def _ask(self) -> None:
        if self._drafts is None:
            return
        story, (left, right) = self._workspace.story, self._drafts
        texts = {left: story.draft(left).text, right: story.draft(right).text}
        pins = pins_between(story, left, right)
        head = comparison_question(left, right, AS_USUAL, pins)
        job = self._lane.ask(_PURPOSE, Question(texts, head))
        asked = Asked(texts[left], texts[right], AS_USUAL, pins)
        self._open, self._building = _Open(job, left, right, asked), None
        self.asked.emit()

    def _arrive(self, answer: compute.Answer) -> None:
        if self._open is None or answer.job != self._open.job:
            return
        if answer.body is None:
            self._try_again()
            return
        self._deaths = 0
        self._building = from_arrays(answer.body, self._open.asked)
        self._build()

    def _try_again(self) -> None:
        """The worker died under the question; a new one starts with the next."""
        self._deaths += 1
        if self._deaths < _MOST_DEATHS:
            self._again.start()
        else:
            self._open = None
            self.given_up.emit()

    def _build(self) -> None:
        if self._building is None or self._open is None:
            return
        try:
            next(self._building)
        except StopIteration as built:
            done, self._building = self._open, None
            asked = done.asked
            self.compared.emit(Answer(done.left, done.right, asked.left, asked.right, built.value))
        else:
            self._next_slice.start()

    def _timer(self, milliseconds: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(due)
        return timer
