"""Asks whether people of two drafts are the same: once for each, above the list of characters."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from writerdesk.story.same_person import Namesakes, likely_same, one_person, two_people
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, IN_CARD, IN_CONTROL, IN_PANEL
from writerdesk.words import _
from writerdesk.workspace.comparing import Answer, Comparing
from writerdesk.workspace.compute import ComputeLane
from writerdesk.workspace.workspace import Workspace


class SamePeople(QWidget):
    """One question at a time, from what the drafts share with the first of them."""

    def __init__(self, workspace: Workspace, lane: ComputeLane) -> None:
        super().__init__()
        self._workspace = workspace
        self._comparing = Comparing(workspace, self, lane=lane, purpose="same people")
        self._comparing.compared.connect(self._take)
        self._answer: Answer | None = None
        self._asked: Namesakes | None = None
        self.question, self.names = QLabel(_("Are these the same?")), QLabel()
        self.yes, self.no = QPushButton(_("Yes")), QPushButton(_("No"))
        self._lay_out()
        self.hide()

    def look(self) -> None:
        """Look for people who may be the same in the drafts as they are now."""
        drafts = [draft.id for draft in self._workspace.story.drafts]
        if len(drafts) > 1:
            self._comparing.compare(*drafts, with_first=True)
        self._show()

    def rest(self) -> None:
        """Compare nothing while nobody looks."""
        self._comparing.stop()

    def close_lane(self) -> None:
        """Let go of the worker."""
        self._comparing.close()

    def _take(self, answer: Answer) -> None:
        self._answer = answer
        self._show()

    def _show(self) -> None:
        """Ask about the first of whom nothing is known."""
        story, answer = self._workspace.story, self._answer
        there = {draft.id for draft in story.drafts}
        asked: tuple[Namesakes, ...] = ()
        if answer is not None and there.issuperset(answer.slots):
            compared = {answer.slots[n]: one for (_first, n), one in answer.comparisons.items()}
            asked = likely_same(story, answer.slots[0], compared)
        self._asked = asked[0] if asked else None
        if self._asked is not None:
            self.names.setText(self._told(self._asked))
        self.setVisible(self._asked is not None)

    def _told(self, asked: Namesakes) -> str:
        """Say who may be one: "Pip (A 23 ×) · Rusty (B 8 ×, C 9 ×)"."""
        by_name: dict[str, list[str]] = {}
        for draft, name in asked.names.items():
            letter, count = self._workspace.story.draft(draft).letter, asked.counts[draft]
            said = _("{letter} {count} ×").format(letter=letter, count=count)
            by_name.setdefault(name, []).append(said)
        told = _("{name} ({places})")
        return " · ".join(
            told.format(name=name, places=", ".join(places)) for name, places in by_name.items()
        )

    def _say_yes(self) -> None:
        if self._asked is not None:
            workspace, names = self._workspace, self._asked.names
            after = one_person(workspace.story, names, workspace.identities)
            workspace.become("same_person", after, name=next(iter(names.values())))

    def _say_no(self) -> None:
        if self._asked is not None:
            names = tuple(dict.fromkeys(self._asked.names.values()))
            after = two_people(self._workspace.story, names)
            self._workspace.become("not_the_same_person", after, name=" / ".join(names))

    def _lay_out(self) -> None:
        self.question.setProperty("part", "name")
        self.names.setWordWrap(True)
        for button, name, do in (
            (self.yes, _("Yes, they are the same"), self._say_yes),
            (self.no, _("No, they are different people"), self._say_no),
        ):
            button.setAccessibleName(name)
            button.clicked.connect(do)
        row = QHBoxLayout()
        row.setSpacing(IN_CONTROL)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(IN_PANEL, IN_CARD, IN_PANEL, IN_CARD)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(self.question)
        column.addWidget(self.names)
        column.addLayout(row)
