"""What was edited in place in the comparison, and the way back: all of one passage is one undo.

The draft's own text is written to, so that its undo knows of it too; an act of the story that came
later is undone first.
"""

from collections.abc import Callable

from writerdesk.manuscript import Document
from writerdesk.ui.live_texts import LiveTexts


class WrittenInPlace:
    """Writes into the drafts, and takes the last passage edited back as a whole."""

    def __init__(self, live: LiveTexts) -> None:
        self._live = live
        self._draft = ""
        self._steps = self._undone = 0

    def begin(self, draft: str) -> None:
        """A passage of a draft is opened: what is written from here on is one undo."""
        self.forget()
        self._live.make_ready(draft)

    def write(self, draft: str, text: Document) -> None:
        """Let a draft say what was edited."""
        if draft != self._draft or self._undone:
            self._draft, self._steps, self._undone = draft, 0, 0
        self._steps += 1
        self._live.write(draft, text)

    def forget(self) -> None:
        """Something else was done since: that is undone first, then the draft's own undo holds."""
        self._steps = self._undone = 0

    def undo(self) -> bool:
        """Take the last passage edited back; tell whether there was one."""
        return self._travel(self._steps, self._live.undo)

    def redo(self) -> bool:
        """Do again what was taken back; tell whether there was something."""
        return self._travel(self._undone, self._live.redo)

    def _travel(self, steps: int, way: Callable[[str], object]) -> bool:
        if not steps:
            return False
        for _step in range(steps):
            way(self._draft)
        self._steps, self._undone = self._undone, self._steps
        return True
