"""Keeps an eye on how the other drafts tell the passage that is being written.

The drafts are compared with the one in the editor, in the worker; what is asked of them – how do
you tell this, where are you at this beat – is answered from that, at once or as soon as it is here.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from writerdesk.compare.answers import Answers
from writerdesk.frozen import frozen
from writerdesk.manuscript import ParagraphId, Place
from writerdesk.workspace.comparing import Answer, Comparing
from writerdesk.workspace.compute import ComputeLane
from writerdesk.workspace.workspace import Workspace

# As long as a glance from the page to the panel takes; sooner, it would flicker with every arrow.
_REST = 250


@frozen
class Telling:
    """How another draft tells a passage: its paragraphs, none if it was not found there."""

    draft: str
    paragraphs: tuple[ParagraphId, ...]


class OtherTellings(QObject):
    """Tells how the other drafts tell the passage at the caret, and where they do."""

    told = Signal(object)
    """The `Telling`s of the passage at the caret, in the order of the drafts."""

    def __init__(
        self,
        workspace: Workspace,
        caret: Callable[[], Place | None],
        home: tuple[QObject, ComputeLane],
    ) -> None:
        super().__init__(home[0])
        self._workspace, self._caret = workspace, caret
        self._comparing = Comparing(workspace, self, lane=home[1], purpose="other tellings")
        self._comparing.compared.connect(self._keep)
        self._answers: dict[str, Answers] = {}
        self._draft = ""
        self._shown: Answer | None = None
        self._waiting: list[Callable[[], object]] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._tell)

    def follow(self, draft: str) -> None:
        """Compare the other drafts with this one from now on; with none, let go."""
        self._draft, self._shown = draft, None
        self._answers.clear()
        others = self.others()
        if not draft or not others:
            self._comparing.stop()
            return
        self._comparing.compare(draft, *others, with_first=True)

    def others(self) -> tuple[str, ...]:
        """Return the drafts besides the one followed."""
        drafts = self._workspace.story.drafts
        return tuple(draft.id for draft in drafts if draft.id != self._draft)

    def note_caret(self) -> None:
        """The caret is somewhere else: tell, once it rests."""
        if self._draft:
            self._rest.start()

    def place_in(
        self, draft: str, passage: tuple[str, ParagraphId], then: Callable[[Place], object]
    ) -> None:
        """Hand over where another draft is at the beat of a passage, as soon as that is known."""
        source, paragraph = passage

        def answer() -> None:
            found = self._answers[draft].place_there(paragraph) if draft in self._answers else None
            if found is not None:
                then(Place(found, 0))

        if self._draft != source:
            self.follow(source)
        if draft in self._answers:
            answer()
        else:
            self._waiting.append(answer)

    def _keep(self, answer: Answer) -> None:
        known = self._shown.comparisons if self._shown else {}
        for (_first, number), comparison in answer.comparisons.items():
            if known.get((0, number)) is not comparison:
                self._answers[answer.slots[number]] = Answers(comparison, 0)
        self._shown = answer
        waiting, self._waiting = self._waiting, []
        for go_on in waiting:
            go_on()
        self._rest.start()

    def _tell(self) -> None:
        place = self._caret()
        if place is None or self._shown is None:
            return
        self.told.emit(
            [
                Telling(draft, self._answers[draft].told_there(place.paragraph))
                for draft in self._shown.slots[1:]
            ]
        )
