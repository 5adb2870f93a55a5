"""Shows what could change in the chosen draft, place by place, and changes what stays checked."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from writerdesk.ui.look import Look
from writerdesk.ui.messages import Messages
from writerdesk.ui.places_dialog import PlacesDialog
from writerdesk.ui.story_view import StoryView
from writerdesk.ui.taking_back import TakingBack


class PlacesDoer(QObject):
    """Asks which places are to change, and changes them as one act that can be undone."""

    topic = ""

    def __init__(self, story: StoryView, look: Look, messages: Messages, window: QWidget) -> None:
        super().__init__(story)
        self._story = story
        self._taking_back = TakingBack(story.workspace, messages, self)
        self._home = look, window

    def dialog(self, draft: str) -> PlacesDialog:
        """Return the dialog that shows the places of a draft."""
        raise NotImplementedError

    def change(self, draft: str, chosen: tuple[object, ...]) -> str:
        """Change these places as one act, and say what was done."""
        raise NotImplementedError

    def ask(self) -> None:
        """Show what could change in the chosen draft."""
        draft = self._story.draft
        if not draft:
            return
        self._story.live.tell_all()
        self._story.beside.tell_all()
        dialog = self.dialog(draft)
        dialog.accepted.connect(lambda: self._change(draft, dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, draft: str, chosen: tuple[object, ...]) -> None:
        self._taking_back.offer(self.change(draft, chosen), self.topic)
