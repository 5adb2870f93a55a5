"""What the commands of the Draft menu do to the draft that is chosen."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from writerdesk.story.drafting import make_manuscript, put_back
from writerdesk.story.naming import shown_names
from writerdesk.ui.live_texts import LiveTexts
from writerdesk.ui.menus import Actions
from writerdesk.words import _
from writerdesk.workspace.workspace import Workspace

_STATUSES = ("idea", "in_work", "done", "parked")


class DraftDoers(QObject):
    """Acts on the chosen draft; every act is one step of the story's undo."""

    deleted = Signal(str)
    """The letter of a draft that was taken out."""
    removed = Signal(str)
    """The letter of a draft that was taken out for good."""

    def __init__(
        self, workspace: Workspace, live: LiveTexts, chosen: Callable[[], str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace, self._live = workspace, live
        self._chosen, self._window = chosen, window

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        statuses = {
            f"status.{status}": (lambda status=status: self._set_status(status))
            for status in _STATUSES
        }
        return {
            **statuses,
            "draft.duplicate": lambda: self._act(self._workspace.copy_draft),
            "draft.delete": self._delete,
            "draft.remove": self._ask_to_remove,
            "draft.manuscript": lambda: self._act(self._make_manuscript),
            "draft.goal": self._ask_goal,
            "draft.details": self._ask_details,
            "draft.put_back": lambda: self._act(self._put_back),
            "draft.up": lambda: self._move(-1),
            "draft.down": lambda: self._move(1),
        }

    def _act(self, act: Callable[[str], object]) -> None:
        self._live.tell_all()
        if draft := self._chosen():
            act(draft)

    def _delete(self) -> None:
        if draft := self._chosen():
            letter = self._workspace.story.draft(draft).letter
            self._act(self._workspace.delete_draft)
            self.deleted.emit(letter)

    def _ask_to_remove(self) -> None:
        from writerdesk.ui.removing import ask_to_remove

        self._live.tell_all()
        every = self._workspace.story.all_drafts
        if draft := self._chosen() or (every[0].id if every else ""):
            ask_to_remove(self._workspace, draft, self._window, self._remove)

    def _remove(self, draft: str) -> None:
        self._live.tell_all()
        leaving = self._workspace.story.draft(draft)
        if not leaving.deleted:
            # Whoever shows it moves on first, as from any that is deleted.
            if len(self._workspace.story.drafts) == 1:
                self._workspace.new_draft()
            self._workspace.delete_draft(draft)
        self._live.forget(draft)
        self._workspace.purge(draft)
        self.removed.emit(leaving.letter)

    def _set_status(self, status: str) -> None:
        if id := self._chosen():
            draft = self._workspace.story.draft(id)
            now = "" if draft.status == status else status
            self._workspace.change_draft(replace(draft, status=now))

    def _make_manuscript(self, draft: str) -> None:
        story = self._workspace.story
        after = make_manuscript(story, draft)
        self._workspace.become("make_manuscript", after, letter=story.draft(draft).letter)

    def _ask_goal(self) -> None:
        from writerdesk.ui.forms import ask_goal

        if not (id := self._chosen()):
            return
        draft = self._workspace.story.draft(id)
        asked = _("How many words draft {letter} shall have; 0 for no goal")
        goal = ask_goal(
            self._window,
            _("Word Goal"),
            asked.format(letter=draft.letter),
            now=draft.goal,
            keep=_("Keep This Goal"),
        )
        if goal is not None:
            self._workspace.change_draft(replace(draft, goal=goal))

    def _ask_details(self) -> None:
        from writerdesk.ui.draft_details import DraftDetails

        if not (id := self._chosen()):
            return
        self._live.tell_all()
        story = self._workspace.story
        dialog = DraftDetails(story, story.draft(id), shown_names(story)[id], self._window)
        dialog.accepted.connect(lambda: self._workspace.change_draft(dialog.changed))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put_back(self, draft: str) -> None:
        story = self._workspace.story
        if story.draft(draft).set_aside:
            after = put_back(story, draft, self._workspace.identities)
            self._workspace.become("put_back", after, letter=story.draft(draft).letter)

    def show_state(self, actions: Actions) -> None:
        """Check the status of the chosen draft, and say what can't be done to it."""
        if id := self._chosen():
            draft = self._workspace.story.draft(id)
            for status in _STATUSES:
                actions[f"status.{status}"].setChecked(draft.status == status)
            chosen = self._workspace.story.details.manuscript == id
            actions["draft.manuscript"].setChecked(chosen)
            for command in ("draft.set_aside", "draft.put_back"):
                actions[command].setEnabled(bool(draft.set_aside))

    def _move(self, by: int) -> None:
        drafts = [draft.id for draft in self._workspace.story.drafts]
        chosen = self._chosen()
        if chosen not in drafts:
            return
        place = drafts.index(chosen) + by
        if not 0 <= place < len(drafts):
            return
        rest = [id for id in drafts if id != chosen]
        before = rest[place] if place < len(rest) else None
        self._workspace.move_draft(chosen, before)
