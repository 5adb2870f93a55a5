"""Replacing in all drafts: asked for with a preview, done as one act of the story."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from writerdesk.story.replacing import replace_everywhere
from writerdesk.ui.look import Look
from writerdesk.ui.messages import Messages
from writerdesk.ui.replace_dialog import ReplaceDialog
from writerdesk.ui.story_view import StoryView
from writerdesk.ui.taking_back import TakingBack
from writerdesk.words import ngettext

_TOPIC = "replaced"


class ReplacingDoers(QObject):
    """Asks and replaces."""

    def __init__(self, story: StoryView, look: Look, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._story, self._look, self._window = story, look, window
        self._taking_back = TakingBack(story.workspace, messages, self)

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"edit.replace_everywhere": self._ask}

    def _ask(self) -> None:
        self._story.live.tell_all()
        bar = self._story.write.find_bar
        selected = self._story.write.editor.textCursor().selectedText()
        wanted = bar.asked
        if not bar.isVisible() and selected and "\u2029" not in selected:
            bar.field.setText(selected)
            wanted = bar.asked
        dialog = ReplaceDialog(
            self._story.workspace.story, wanted, bar.other.text(), self._look, self._window
        )
        dialog.finished.connect(lambda result: self._replace(dialog, result))
        dialog.open()

    def _replace(self, dialog: ReplaceDialog, result: int) -> None:
        dialog.deleteLater()
        if result != QDialog.DialogCode.Accepted.value or not dialog.chosen:
            return
        workspace, instead = self._story.workspace, dialog.instead.text()
        chosen = dialog.chosen
        after = replace_everywhere(workspace.story, chosen, instead)
        workspace.become("replace_everywhere", after, words=dialog.words.text())
        said = ngettext("{count} place replaced.", "{count} places replaced.", len(chosen))
        self._taking_back.offer(said.format(count=len(chosen)), _TOPIC)
