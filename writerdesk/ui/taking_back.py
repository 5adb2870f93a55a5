"""Offers to take back what was just done, for as long as an undo would take back just that."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.messages import Messages
from writerdesk.words import _
from writerdesk.workspace.workspace import Workspace

if TYPE_CHECKING:
    from writerdesk.story.acts import Act


class TakingBack(QObject):
    """Messages with an Undo of their own, one for each topic."""

    def __init__(self, workspace: Workspace, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._messages = workspace, messages
        self._acts: dict[str, Act | None] = {}
        workspace.acts_changed.connect(self._withdraw)

    def offer(self, words: str, topic: str) -> None:
        """Say what the last act did, and offer to take it back."""
        back = Offer(_("Undo"), self._workspace.undo_act)
        self._messages.show_message(Message(words, Tone.NOTE, topic, (back,)))
        self._acts[topic] = self._workspace.next_undo

    def _withdraw(self) -> None:
        now = self._workspace.next_undo
        for topic in [topic for topic, act in self._acts.items() if act is not now]:
            del self._acts[topic]
            self._messages.close_topic(topic)
