"""The drafts that are open for writing: one live text each, kept, so that undo is kept.

What is written goes to the workspace turn by turn; what comes from elsewhere is brought in. An
echo of our own writing is known by being the very document the live text has.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont

from writerdesk.manuscript import Document
from writerdesk.story.drafting import edit_text
from writerdesk.story.spelled import language_of
from writerdesk.ui.editor import DraftText, Editor, Formats
from writerdesk.ui.editor.filling import Filling
from writerdesk.ui.editor.writing import sample
from writerdesk.ui.look import Look
from writerdesk.workspace.workspace import Workspace

# Room for a key; whoever opens a passage types in it half a second later.
_BETWEEN_TWO_SLICES = 1


class LiveTexts(QObject):
    """Opens drafts for writing and keeps them in step with the workspace."""

    def __init__(self, workspace: Workspace, look: Look, editor: Editor) -> None:
        super().__init__(editor)
        self._workspace, self._look, self._editor = workspace, look, editor
        self._formats = Formats(look.lettering.editor, look.lettering.natural_line)
        self._texts: dict[str, DraftText] = {}
        self._fillings: dict[str, Filling] = {}
        workspace.draft_edited.connect(self._follow)

    def text(self, draft: str) -> DraftText:
        """Return the live text of a draft, opening it the first time."""
        if draft not in self._texts:
            self._texts[draft] = self._open(draft)
        return self._texts[draft]

    def is_ready(self, draft: str) -> bool:
        """Tell whether a draft is open for writing."""
        return draft in self._texts

    def make_ready(self, draft: str) -> None:
        """Open a draft bit by bit, between two keys: the first change to it will not wait."""
        if self.is_ready(draft):
            return
        document = self._workspace.story.draft(draft).text
        if draft not in self._fillings or self._fillings[draft].document is not document:
            font, width = self._setting(document)
            self._fillings[draft] = Filling(document, self._formats, font=font, width=width)
            QTimer.singleShot(_BETWEEN_TWO_SLICES, self, lambda: self._go_on(draft))

    def tell_all(self) -> None:
        """Let the workspace know everything that was written until now."""
        for text in self._texts.values():
            text.tell()

    def forget(self, draft: str) -> None:
        """Let go of a draft that is gone for good, with its undo."""
        self._fillings.pop(draft, None)
        if text := self._texts.pop(draft, None):
            text.deleteLater()

    def write(self, draft: str, after: Document) -> None:
        """Let a draft say something else, as the writer's own step in its text."""
        text = self.text(draft)
        text.tell()
        if self._editor.text is text:
            self._editor.bring(after)
        else:
            text.bring(after)
        text.announce()

    def undo(self, draft: str) -> None:
        """Take back the last step in a draft's text."""
        self.text(draft).undo()
        self.text(draft).tell()

    def redo(self, draft: str) -> None:
        """Do the step again that was taken back."""
        self.text(draft).redo()
        self.text(draft).tell()

    def _go_on(self, draft: str) -> None:
        filling = self._fillings.get(draft)
        if filling is not None and filling.go_on():
            QTimer.singleShot(_BETWEEN_TWO_SLICES, self, lambda: self._go_on(draft))
        elif filling is not None:
            self.text(draft)

    def _open(self, draft: str) -> DraftText:
        document = self._workspace.story.draft(draft).text
        font, width = self._setting(document)
        text = DraftText(
            document,
            self._formats,
            self._workspace.identities.paragraph,
            draft=draft,
            font=font,
            width=width,
            language=lambda: language_of(self._workspace.story, draft),
            filling=self._fillings.pop(draft, None),
            parent=self,
        )
        text.typed.connect(
            lambda now: self._workspace.typing(draft, lambda story: edit_text(story, draft, now))
        )
        text.edited.connect(lambda now: self._workspace.edit(draft, now))
        text.act_undone = lambda: self._undo_act(text)
        text.act_redone = lambda: self._redo_act(text)
        return text

    def _undo_act(self, text: DraftText) -> bool:
        # Half of a replacement in all drafts is nothing a writer asked back: the act goes whole.
        done = self._workspace.next_undo
        led = done is not None and any(_led_to(text, c.id, c.after) for c in done.changes)
        return led and self._done_whole(self._workspace.undo_act)

    def _redo_act(self, text: DraftText) -> bool:
        again = self._workspace.next_redo
        led = again is not None and any(_led_to(text, c.id, c.before) for c in again.changes)
        return led and self._done_whole(self._workspace.redo_act)

    def _done_whole(self, act: Callable[[], object]) -> bool:
        self.tell_all()
        act()
        return True

    def _setting(self, document: Document) -> tuple[QFont, int]:
        """Return in which face, and how wide, a draft is set."""
        lettering = self._look.lettering
        return lettering.text_font(), lettering.column_width(
            self._look.appearance.letters, sample(document)
        )

    def _follow(self, draft: str, _before: Document, after: Document) -> None:
        text = self._texts.get(draft)
        if text is None or text.document is after:
            return
        if self._editor.text is text:
            self._editor.bring(after)
        else:
            text.bring(after)


def _led_to(text: DraftText, id: str, value: object) -> bool:
    return id == text.draft and value is text.document
