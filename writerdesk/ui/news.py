"""What has just happened in a story, told where the writer looks: counts, arrivals, losses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from writerdesk.story.sentences import act_name
from writerdesk.ui.menus import Actions
from writerdesk.ui.messages import Messages
from writerdesk.ui.status import Status
from writerdesk.ui.story_view import StoryView
from writerdesk.ui.taking_back import TakingBack
from writerdesk.ui.telling import arrived_told, words_told
from writerdesk.words import _, ngettext

if TYPE_CHECKING:
    from writerdesk.ui.draft_doers import DraftDoers


class News(QObject):
    """Tells of one story in one window."""

    def __init__(self, story: StoryView, messages: Messages, status: Status) -> None:
        super().__init__(story)
        self._story, self._messages, self._status = story, messages, status
        self._taking_back = TakingBack(story.workspace, messages, self)
        story.workspace.moved_on.connect(self._tell_moved_on)

    def tell_beginning(self) -> None:
        """Say what came in, if the story has just begun with something."""
        workspace = self._story.workspace
        if workspace.next_undo is not None:
            self._status.show_done(arrived_told(workspace.story, workspace.path))

    def _tell_moved_on(self, ids: Sequence[str]) -> None:
        """Say that an undo left alone what was written on since."""
        letters = [row.letter for row in self._story.rows if row.id in ids]
        told = _("What was changed since then was left as it is.")
        if letters:
            told = ngettext(
                "{letters} was changed since then and was left as it is.",
                "{letters} were changed since then and were left as they are.",
                len(letters),
            ).format(letters=", ".join(letters))
        self._status.show_done(told)

    def show_count(self) -> None:
        """Say how long the draft on the page is, or the text in the column that is read."""
        row = self._story.row(self._story.draft)
        told = words_told(row.facts) if row else ""
        if self._story.mode == "compare" and (column := self._story.compare.read):
            told = _("{letter}: {facts}").format(letter=column.letter, facts=column.facts)
        self._status.show_place(told)

    def name_acts(self, actions: Actions) -> None:
        """Let the Edit menu name what would be undone and done again."""
        undo, redo = self._story.workspace.next_undo, self._story.workspace.next_redo
        actions.say("edit.undo", _("Undo {act}").format(act=act_name(undo)) if undo else _("Undo"))
        actions.say("edit.redo", _("Redo {act}").format(act=act_name(redo)) if redo else _("Redo"))

    def name_export(self, actions: Actions, last: str) -> None:
        """Let the Story menu name the file that would be exported again."""
        again = _("Export Again to “{name}”").format(name=last)
        actions.say("story.export_again", again if last else _("Export Again"))

    def hear(self, drafts: "DraftDoers") -> None:
        """Tell of drafts that are taken out."""
        drafts.deleted.connect(self._offer_back)
        drafts.removed.connect(self._tell_removed)

    def _offer_back(self, letter: str) -> None:
        words = _("{letter} was taken out of the list.").format(letter=letter)
        self._taking_back.offer(words, "deleted")

    def _tell_removed(self, letter: str) -> None:
        self._messages.close_topic("deleted")
        self._status.show_done(_("{letter} is removed for good.").format(letter=letter))
