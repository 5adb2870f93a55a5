"""What is asked for in a comparison, done to the story: taking, verdicts, stars, ties.

Each is one act with a name of its own in the Edit menu. Nothing is done to a text that has moved on
since it was compared: what was asked for was asked of the words on the screen.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from writerdesk.compare import Comparison, Pin
from writerdesk.compare.takes import Taking, WordsTaking
from writerdesk.compare.values import By
from writerdesk.manuscript import Passage
from writerdesk.story.said import Judgement
from writerdesk.story.sentences import names_told
from writerdesk.story.story import Story
from writerdesk.story.taking import (
    Answer,
    Source,
    Take,
    called,
    names_brought,
    take,
    take_everything,
    take_into_new,
)
from writerdesk.story.ties import tie
from writerdesk.story.verdicts import judge, star
from writerdesk.ui.pane import Column
from writerdesk.words import _
from writerdesk.workspace.workspace import Workspace


class Deeds(QObject):
    """Does what is asked for in the columns of a comparison."""

    told = Signal(str)

    def __init__(
        self, workspace: Workspace, columns: Callable[[], Sequence[Column]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._columns = workspace, columns

    def take(self, asked: Taking | WordsTaking) -> None:
        """Take a passage, a beat or words into another column's draft."""
        source, target = self._columns()[asked.column], self._columns()[asked.target]
        if not self._is_current(source, target):
            return
        # The target is as it was compared: nothing was taken of this reading yet.
        after = tuple(id for column, id in asked.after if column == asked.target)
        if isinstance(asked, Taking):
            passage = Passage(source.draft, asked.paragraphs)
            what = Take(passage, target.draft, after, asked.instead)
        else:
            passage = Passage(source.draft, asked.paragraphs, asked.start, asked.end)
            instead = asked.instead
            within = (
                Passage(target.draft, (instead.paragraph,), instead.start, instead.end)
                if instead
                else None
            )
            what = Take(passage, target.draft, after, within=within)
        taken = take(self._story, what, self._workspace.identities, source=self._source(source))
        if taken.draft(target.draft).text.says_the_same(target.document):
            letter = target.letter
            self.told.emit(_("{letter} says the same there already.").format(letter=letter))
        elif asked.paragraphs:
            words = called(passage, source.document)
            brought = names_brought(self._story, what, self._source(source))
            self._workspace.become("take", taken, what=words, letter=source.letter)
            if brought:
                self.told.emit(names_told(brought))
        else:
            gone = Passage(target.draft, asked.instead if isinstance(asked, Taking) else ())
            words = called(gone, target.document)
            self._workspace.become("take_out", taken, what=words, letter=target.letter)

    def take_into_new(self, passage: Passage, column: int) -> str:
        """Take a passage into a draft of its own; return its id, empty if it was not made."""
        source = self._columns()[column]
        if not self._is_current(source):
            return ""
        before = {draft.id for draft in self._story.drafts}
        after = take_into_new(
            self._story, passage, self._source(source), self._workspace.identities
        )
        words = called(passage, source.document)
        self._workspace.become("take_into_new", after, what=words, letter=source.letter)
        made = next(draft for draft in self._story.drafts if draft.id not in before)
        told = _("{letter} is a new draft, from “{what}” of {source}.")
        self.told.emit(told.format(letter=made.letter, what=words, source=source.letter))
        return made.id

    def take_everything(self, columns: tuple[int, int], comparison: Comparison) -> None:
        """Let one column's draft say exactly what another says; both by number."""
        source, target = (self._columns()[number] for number in columns)
        if not self._is_current(source, target):
            return
        answers = _answers(comparison, mirrored=columns[0] > columns[1])
        after = take_everything(
            self._story, self._source(source), target.draft, answers, self._workspace.identities
        )
        about = {"source": source.letter, "letter": target.letter}
        self._workspace.become("take_everything", after, **about)

    def judge(self, verdict: str, passage: Passage) -> None:
        """Give a passage a verdict or a star, or take it back."""
        identities = self._workspace.identities
        if verdict == "star":
            self._workspace.become("star", star(self._story, passage, identities))
        else:
            after = judge(self._story, passage, Judgement(verdict), identities)
            self._workspace.become("verdict", after)

    def pin(self, pin: Pin) -> None:
        """Keep the writer's word on two passages."""
        drafts = {draft.id for draft in self._story.drafts}
        if not {pin.left.draft, pin.right.draft} <= drafts:
            self.told.emit(_("Ties are kept between drafts, not with a version or a file."))
            return
        kind = "not_the_same" if pin.by is By.FORBIDDEN else "tie"
        self._workspace.become(kind, tie(self._story, pin, self._workspace.identities))

    @property
    def _story(self) -> Story:
        return self._workspace.story

    def _source(self, column: Column) -> Source:
        return Source(column.document, column.source, column.revision)

    def _is_current(self, *columns: Column) -> bool:
        """Tell whether the drafts say what the comparison shows; if not, say so."""
        for column in columns:
            if column.fixed or self._story.draft(column.draft).text is column.document:
                continue
            self.told.emit(moved_on(column))
            return False
        return True


def moved_on(column: Column) -> str:
    """Say that a draft does not say any more what a comparison shows."""
    return _("{letter} has changed since; looking again…").format(letter=column.letter)


def _answers(comparison: Comparison, *, mirrored: bool) -> Iterable[Answer]:
    return [
        (pair.right, pair.left) if mirrored else (pair.left, pair.right)
        for pair in comparison.pairs
    ]
