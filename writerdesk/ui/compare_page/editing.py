"""Editing a passage where it stands in a column: opened, kept safe, and put where it belongs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from writerdesk.manuscript import Document, ParagraphId, Place
from writerdesk.story.drafting import edit_text
from writerdesk.story.parts import with_part
from writerdesk.story.story import Story
from writerdesk.ui.look import Look
from writerdesk.ui.pane import ComparisonPane
from writerdesk.ui.pane.in_place import InPlace
from writerdesk.words import _
from writerdesk.workspace.workspace import Workspace


class Editing(QObject):
    """Lets passages be edited in the columns of a comparison."""

    told = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        pane: ComparisonPane,
        look: Look,
        write: Callable[[str, Document], object],
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._workspace, self._write = workspace, write
        self.in_place = InPlace(self._pane.view, look, workspace.identities.paragraph)
        self.in_place.typing.connect(self._keep_safe)
        self.in_place.edited.connect(self._put_back)

    def edit(self, slot: str, place: Place) -> None:
        """Open the editor at a place, or say why it can't be written on."""
        drafts = [column.draft for column in self._pane.columns]
        shown = self._pane.columns[column := drafts.index(slot)]
        number = shown.document.place_of(place.paragraph)
        if shown.fixed:
            told = _("What {letter} shows can't be changed; passages can be taken from it.")
            self.told.emit(told.format(letter=shown.letter))
        elif number is not None and not self._workspace.is_read_only:
            self.in_place.open(column, number, place.offset)

    def _keep_safe(self, draft: str, ids: Sequence[ParagraphId], part: Document) -> None:
        # What is being edited in place is safe before it is put where it belongs.
        def written(story: Story) -> Story:
            after = with_part(story.draft(draft).text, ids, part, draft)
            return edit_text(story, draft, after) if after else story

        self._workspace.typing(draft, written)

    def _put_back(self, draft: str, ids: Sequence[ParagraphId], part: Document) -> None:
        after = with_part(self._workspace.story.draft(draft).text, ids, part, draft)
        if after is None:
            self.in_place.leave()
        else:
            self._write(draft, after)
