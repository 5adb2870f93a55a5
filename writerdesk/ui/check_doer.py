"""Checks a draft before it is sent, and does what is chosen about each finding."""

from collections.abc import Callable, Mapping
from itertools import count

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from writerdesk.story.checking import Found, checks, to_the_last_whole_sentence
from writerdesk.ui.check_dialog import CheckDialog
from writerdesk.ui.export_doers import ExportDoers
from writerdesk.ui.story_view import StoryView


class CheckDoer(QObject):
    """Opens the list of what was found in the draft on the page."""

    def __init__(
        self,
        story: StoryView,
        exporting: ExportDoers,
        others: Mapping[str, Callable[[], object]],
        window: QWidget,
    ) -> None:
        """``others`` are what Names…, Tidy… and Story Details… do, by their short names."""
        super().__init__(story)
        self._story, self._exporting, self._window = story, exporting, window
        self._others = others
        self._dialog: CheckDialog | None = None

    def ask(self) -> None:
        """Show what is found."""
        if not (draft := self._story.draft):
            return
        self._story.live.tell_all()
        if self._dialog is not None:
            self._dialog.close()
        story = self._story.workspace.story
        letter = story.draft(draft).letter
        dialog = self._dialog = CheckDialog(letter, checks(story, draft), self._window)
        turns: dict[Found, Callable[[], int]] = {}

        def do(what: str, found: Found) -> None:
            if what == "go":
                turn = turns.setdefault(found, count().__next__)()
                self._go(draft, found, turn)
            else:
                self._do(what, draft)

        dialog.asked.connect(do)
        dialog.export_asked.connect(lambda: self._leave_for(self._exporting.ask))
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _go(self, draft: str, found: Found, turn: int) -> None:
        start, end = found.places[turn % len(found.places)]
        self._story.go_to(draft, start)
        self._story.write.editor.select(start, end)

    def _do(self, what: str, draft: str) -> None:
        if what == "cut":
            cut = to_the_last_whole_sentence(self._story.workspace.story, draft)
            self._leave_for(lambda: self._exporting.ask(cut))
        else:
            self._leave_for(self._others[what])

    def _leave_for(self, other: Callable[[], object]) -> None:
        if self._dialog is not None:
            self._dialog.close()
        other()

    def _forget(self) -> None:
        self._dialog = None
