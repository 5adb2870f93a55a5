"""Compares two to four texts of the open story in the worker, each two of them, and keeps it so.

An edit to a draft that is compared asks again after a short rest, only for the twos it is in; the
answer says which texts it is about, so that nobody shows marks on words that have moved on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from writerdesk.compare import AS_USUAL, Comparison, Pin, Settings
from writerdesk.compare.arrays import from_arrays
from writerdesk.compare.values import Asked
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document
from writerdesk.story.comparing import comparison_question, trouble_in
from writerdesk.story.ties import pins_between
from writerdesk.workspace import compute
from writerdesk.workspace.compute import ComputeLane, Question
from writerdesk.workspace.hearing import Asking, Hearing
from writerdesk.workspace.workspace import Workspace

# Marks follow the writing within 100 ms. Keys that come together are asked about together; one that
# comes while an answer is on its way waits for that anyway.
_ASK_AFTER = 5
# A worker the system ended may have been unlucky once; what ends three is the question.
_MOST_DEATHS = 3

# Other drafts are heard only of texts that are compared in a moment: each two of three drafts of so
# many paragraphs take a third of a second in the worker. Each two of more drafts than this are more
# questions than the answer is worth.
_MOST_HEARD_PARAGRAPHS, _MOST_HEARD = 400, 6
# So many drafts beside those that are compared are heard.
_BESIDE = 2
# What others say holds through an edit: it is about passages, whatever their words. A passage that
# was written anew tells something else, so they are heard again once nobody has typed for a while.
_HEARD_AFTER = 2_000

_NO_TEXTS: Mapping[str, Document] = MappingProxyType({})
_Two = tuple[int, int]


@frozen
class Answer:
    """What was compared, the texts as they were then, and what was found between each two."""

    slots: tuple[str, ...]
    texts: tuple[Document, ...]
    comparisons: Mapping[_Two, Comparison]


class Comparing(QObject):
    """Keeps the comparison of some texts up to date: drafts by their ids, others as they are."""

    compared = Signal(object)
    """An `Answer`."""
    asked = Signal()
    given_up = Signal()
    """The worker can't compare these; an edit asks again."""
    troubled = Signal(object)
    """A `Problem`: what was asked for could not be used, the comparison is made without it."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QObject | None = None,
        *,
        lane: ComputeLane | None = None,
        purpose: str = "compare",
        heard_after: int = _HEARD_AFTER,
    ) -> None:
        super().__init__(parent)
        self._purpose = purpose
        self._workspace = workspace
        self._slots: tuple[str, ...] = ()
        self._fixed = _NO_TEXTS
        self._with_first = False
        self._settings = AS_USUAL
        self._own_lane = lane is None
        self._lane = lane or ComputeLane(parent=self)
        self._lane.answered.connect(self._arrive)
        self._questions: dict[_Two, Asking] = {}
        self._hearing = Hearing()
        self._deaths = 0
        self._trouble = ""
        self._again = self._timer(_ASK_AFTER, self._ask)
        self._rested = self._timer(heard_after, self._hear_again)
        workspace.draft_edited.connect(self._note_edit)
        workspace.story_changed.connect(self._note_story)

    @property
    def worker(self) -> int:
        """The number the system knows the worker by; 0 before there is one."""
        return self._lane.worker

    @property
    def settings(self) -> Settings:
        """What is overlooked."""
        return self._settings

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return any(one.comparison is None for one in self._questions.values())

    def compare(
        self,
        *slots: str,
        fixed: Mapping[str, Document] = _NO_TEXTS,
        with_first: bool = False,
    ) -> None:
        """Compare these from now on; ``fixed`` are texts that are no draft as it stands now.

        With ``with_first`` only the first of them with each other one, not those among themselves.
        """
        if (slots, with_first) != (self._slots, self._with_first):
            self._let_go()
        self._with_first = with_first
        self._slots, self._fixed, self._deaths = slots, fixed, 0
        self._hearing.drafts = self._heard_drafts()
        if not self._ask():
            self._tell()

    def overlook(self, settings: Settings) -> None:
        """Compare again with other things overlooked."""
        if settings != self._settings:
            self._settings = settings
            self._ask()

    def stop(self) -> None:
        """Compare nothing any more, for now."""
        self._let_go()
        self._slots = ()
        self._again.stop()
        self._rested.stop()

    def close(self) -> None:
        """Let go of the worker; one that others use too is theirs to end."""
        self.stop()
        if self._own_lane:
            self._lane.close()

    def _let_go(self) -> None:
        for two, question in self._questions.items():
            if question.comparison is None:
                self._lane.call_off(self._purpose_of(two))
        self._questions.clear()
        self._stop_hearing()

    def _stop_hearing(self) -> None:
        for two in self._hearing.waiting:
            self._lane.call_off(self._purpose_of(two, beside=True))
        self._hearing = Hearing()

    def _note_edit(self, draft: str, _before: Document, _after: Document) -> None:
        # Not started anew by every key: whoever types steadily sees the marks follow.
        if draft in self._slots and not self._again.isActive():
            self._again.start()
        if draft in self._hearing.drafts:
            self._rested.start()

    def _note_story(self, _ids: object) -> None:
        there = self._workspace.story.items
        if not all(draft in there for draft in self._hearing.drafts):
            # One of them was removed for good, or its coming undone.
            self._stop_hearing()
        elif self._is_said_otherwise():
            self._forget_heard()
        if self._slots and not self._again.isActive():
            self._again.start()

    def _hear_again(self) -> None:
        """Hear all drafts anew as they stand now."""
        if self.is_waiting:
            self._rested.start()
            return
        self._forget_heard()
        self._hear()

    def _forget_heard(self) -> None:
        """Hear anew; what was heard holds until then."""
        self._hearing = Hearing(self._hearing.drafts, said=self._hearing.said)

    def _is_said_otherwise(self) -> bool:
        """Tell whether the writer has tied, by hand, what was heard before."""
        drafts, story = self._hearing.drafts, self._workspace.story
        held = {draft.id for draft in story.drafts}
        return any(
            one.pins != pins_between(story, drafts[left], drafts[right])
            for (left, right), one in self._hearing.plain.items()
            if {drafts[left], drafts[right]} <= held
        )

    def _ask(self) -> bool:
        """Ask what is not known of the texts as they stand now; tell whether that was anything."""
        if self.is_waiting and all(self._is_about_these(two) for two in self._questions):
            # The answer that is on its way is built first, then asked on: else none would arrive.
            return True
        wanted = {two: self._wanted(two) for two in self._twos()}
        open_ = [two for two, asked in wanted.items() if not self._is_known(two, asked)]
        for two in open_:
            left, right = (self._slots[number] for number in two)
            asked = wanted[two]
            self._questions[two] = self._asked(left, right, asked, self._purpose_of(two))
        if open_:
            self.asked.emit()
        return bool(open_)

    def _asked(self, left: str, right: str, asked: Asked, purpose: str) -> Asking:
        head = comparison_question(left, right, asked)
        texts = {left: asked.left, right: asked.right}
        return Asking(asked, self._lane.ask(purpose, Question(texts, head)))

    def _heard_drafts(self) -> tuple[str, ...]:
        """Return the drafts that are compared and some others, if they are to be heard at all."""
        if self._fixed:
            return ()
        drafts = [draft.id for draft in self._workspace.story.drafts]
        beside = [draft for draft in drafts if draft not in self._slots]
        heard = (*self._slots, *beside[:_BESIDE])
        is_quick = all(len(self._text(slot)) <= _MOST_HEARD_PARAGRAPHS for slot in heard)
        return heard if is_quick and 2 < len(heard) <= _MOST_HEARD else ()

    def _hear(self) -> None:
        """Compare with the other drafts too, once; then ask again with what they say."""
        hearing = self._hearing
        if not hearing.drafts or hearing.is_done:
            return
        for two, one in self._questions.items():
            if one.comparison is not None and not one.asked.witnesses:
                hearing.plain.setdefault(two, one.comparison)
        for two in hearing.wanted():
            left, right = (hearing.drafts[number] for number in two)
            asked = self._wanted_of(left, right)
            purpose = self._purpose_of(two, beside=True)
            hearing.waiting[two] = self._asked(left, right, asked, purpose)
        if hearing.finish():
            self._ask()

    def _twos(self) -> list[_Two]:
        """Return which are compared with which."""
        every = combinations(range(len(self._slots)), 2)
        return [two for two in every if not self._with_first or two[0] == 0]

    def _wanted(self, two: _Two) -> Asked:
        left, right = (self._slots[number] for number in two)
        return replace(self._wanted_of(left, right), witnesses=self._hearing.said.get(two, ()))

    def _wanted_of(self, left: str, right: str) -> Asked:
        pins: Sequence[Pin] = ()
        if left not in self._fixed and right not in self._fixed:
            pins = pins_between(self._workspace.story, left, right)
        return Asked(self._text(left), self._text(right), self._settings, tuple(pins))

    def _text(self, slot: str) -> Document:
        fixed = self._fixed.get(slot)
        return self._workspace.story.draft(slot).text if fixed is None else fixed

    def _is_known(self, two: _Two, asked: Asked) -> bool:
        found = self._questions.get(two)
        if found is None:
            return False
        before = found.asked
        same_texts = before.left is asked.left and before.right is asked.right
        said = before.settings, before.pins, before.witnesses
        return same_texts and said == (asked.settings, asked.pins, asked.witnesses)

    def _is_about_these(self, two: _Two) -> bool:
        """Tell whether a question may be waited for: another overlooking makes it worthless."""
        return self._questions[two].asked.settings == self._settings

    def _arrive(self, answer: compute.Answer) -> None:
        two = next((t for t, one in self._questions.items() if one.job == answer.job), None)
        if two is None:
            self._arrive_beside(answer)
            return
        if answer.body is None:
            self._try_again(two)
            return
        self._deaths = 0
        trouble = trouble_in(answer.head)
        if trouble and str(trouble) != self._trouble:
            self.troubled.emit(trouble)
        self._trouble = str(trouble or "")
        question = self._questions[two]
        question.comparison = from_arrays(answer.body, question.asked)
        self._tell()

    def _arrive_beside(self, answer: compute.Answer) -> None:
        """Take in what another draft has to say; one that can't be compared is not heard."""
        waiting = self._hearing.waiting
        two = next((t for t, one in waiting.items() if one.job == answer.job), None)
        if two is None:
            return
        asked = waiting.pop(two).asked
        if answer.body is None:
            self._hearing = Hearing()
            return
        self._hearing.plain[two] = from_arrays(answer.body, asked)
        self._hear()

    def _try_again(self, two: _Two) -> None:
        """The worker died under the question; a new one starts with the next."""
        del self._questions[two]
        self._deaths += 1
        if self._deaths < _MOST_DEATHS * max(1, len(self._slots) - 1):
            self._again.start()
        else:
            self.given_up.emit()

    def _tell(self) -> None:
        """Tell what is known when all of it is; then ask on if a text has moved on meanwhile."""
        found = {
            two: one.comparison
            for two, one in self._questions.items()
            if one.comparison is not None
        }
        count = len(self._slots)
        if count < 2 or len(found) < len(self._twos()):
            return
        texts = [found[(0, 1)].left, *(found[(0, number)].right for number in range(1, count))]
        agree = all(
            one.left is texts[left] and one.right is texts[right]
            for (left, right), one in found.items()
        )
        if agree:
            self.compared.emit(Answer(self._slots, tuple(texts), found))
        if not self._ask():
            self._hear()

    def _purpose_of(self, two: _Two, *, beside: bool = False) -> str:
        return f"{self._purpose} {two[0]} and {two[1]}" + " beside" * beside

    def _timer(self, milliseconds: int, due: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(due)
        return timer
