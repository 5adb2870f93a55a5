"""One draft's live text: a QTextDocument that Qt edits, mirrored into a frozen `Document`.

Qt owns text and undo. After every change the touched blocks alone are read back, their ids settled
(`manuscript.identity`) and spliced into the frozen document; all that is untouched stays the same
object. Whatever has to be put right in Qt joins the change's own undo step, so that undo and
redo meet only states that were right: they need no mending, and nothing cuts the way back.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFont, QTextBlock, QTextCursor

from writerdesk.manuscript import Document, Item, Origin, Paragraph, ParagraphId
from writerdesk.manuscript.identity import Claim, Settled, Touched, settle
from writerdesk.ui.editor.blocks import (
    blocks_between,
    code_points,
    paragraph_of,
    text_of,
)
from writerdesk.ui.editor.bringing import bring
from writerdesk.ui.editor.brought import Brought
from writerdesk.ui.editor.dressing import dress
from writerdesk.ui.editor.filling import PAGE_BOTTOM, PAGE_TOP, Filling
from writerdesk.ui.editor.formats import ID_PROPERTY, Formats, id_of_block, written_id

# Letters from which on a paragraph that is written in keeps its glyphs: some 30 bytes a letter.
_LONG = 2_000


class DraftText(QObject):
    """The text of one open draft; announces every turn of the event loop that changed it."""

    typed = Signal(object)
    """Carries the `Document` at once after each change, before anything else is done: to make it
    safe. Nothing slow may hear of it."""
    edited = Signal(object)
    """Carries the `Document` after the writer's changes; not sent for what `bring` brought."""

    def __init__(
        self,
        document: Document,
        formats: Formats,
        born: Callable[[], ParagraphId],
        *,
        draft: str = "",
        font: QFont | None = None,
        width: int = 0,
        padding: tuple[int, int] = (PAGE_TOP, PAGE_BOTTOM),
        language: Callable[[], str] | None = None,
        filling: Filling | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``filling`` is what was already made of this very document, with font and width."""
        super().__init__(parent)
        self.formats = formats
        self.draft = draft
        self._born = born
        self.language = language or (lambda: self.document.language)
        """Tells the language that decides which quotes and dashes are typed."""
        self.document = self._never_empty(document)
        if filling is None or filling.document is not self.document:
            filling = Filling(self.document, formats, font=font, width=width, padding=padding)
        self.qt = filling.finished(self)
        self._brought = Brought(self.qt)
        self.act_undone: Callable[[], bool] = lambda: False
        """Takes back the act of the story that was this text's last step; tells if one was."""
        self.act_redone: Callable[[], bool] = lambda: False
        self._hole: tuple[int, int] | None = None
        self._busy = False
        self._travelling = False
        self._announcing = False
        self._origins: dict[ParagraphId, Origin] = {}
        self.qt.contentsChange.connect(self._note_hole)
        self.qt.contentsChanged.connect(self._mirror)

    def bring(self, after: Document) -> None:
        """Take over what changed elsewhere, as one undo step; only differing paragraphs move."""
        after = self._never_empty(after)
        self._busy = True
        try:
            before = self.document
            put = partial(bring, self.qt, before, after, self.formats)
            self._brought.bring(before, after, put)
        finally:
            self._busy = False
        self._hole = None
        self.document = after

    def announce(self) -> None:
        """Announce what was brought by the writer's own act in this draft."""
        self._announcing = True
        self._announce()

    def tell(self) -> None:
        """Announce at once what was not announced yet: before an act that needs the text."""
        if self._announcing:
            self._announce()

    def undo(self) -> None:
        """Take back the writer's last change here, in all drafts if it was made in all."""
        if not self.act_undone():
            self._travel(self.qt.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        if not self.act_redone():
            self._travel(self.qt.redo)

    def adopt(self, items: Sequence[Item], draft: str) -> list[Item]:
        """Return paragraphs that are about to be put in, with ids that are right here.

        What was cut from this draft may come back as itself; what comes from another draft, or from
        nowhere, is born, and remembers the paragraph it was copied from.
        """
        if draft == self.draft:
            return list(items)
        born: list[Item] = []
        for id, paragraph in items:
            new = self._born()
            if draft:
                self._origins[new] = Origin(draft, "", id)
            born.append((new, paragraph))
        return born

    def newborn(self) -> ParagraphId:
        """Return an id for a paragraph the writer is about to put in."""
        return self._born()

    def block_of(self, paragraph: ParagraphId) -> QTextBlock | None:
        """Return the block a paragraph stands in now, also one that was joined to another."""
        number = self.document.place_of(paragraph)
        return None if number is None else self.qt.findBlockByNumber(number)

    def _never_empty(self, document: Document) -> Document:
        # Qt always has one block; so has what mirrors it.
        return document if len(document) else document.splice(0, 0, [(self._born(), Paragraph())])

    def _travel(self, way: Callable[[], None]) -> None:
        self._travelling = True
        try:
            way()
        finally:
            self._travelling = False

    def _note_hole(self, position: int, removed: int, added: int) -> None:
        # Several changes before one announcement are told as the stretch around all of them.
        if self._hole is None:
            self._hole = (position, position + added)
        else:
            start, end = self._hole
            moved = max(end, position + removed) + added - removed
            self._hole = (min(start, position), max(moved, position + added))

    def _mirror(self) -> None:
        if self._busy or self._hole is None:
            return
        hole, self._hole = self._hole, None
        self._busy = True
        before = self.document
        try:
            self._take_over(*hole)
        finally:
            self._busy = False
            self._hole = None
        if self._travelling:
            self.document = self._brought.known(self.document)
        else:
            self._brought.cut()
        # What an input method is still composing changes the page and not the text.
        if self.document is not before:
            self.typed.emit(self.document)
            self._announce_soon()

    def _take_over(self, position: int, end: int) -> None:
        first = self.qt.findBlock(position)
        if first.length() > _LONG:
            _keep_glyphs(first)
        last = self.qt.findBlock(min(end, self.qt.characterCount() - 1))
        start, stop = first.blockNumber(), last.blockNumber() + 1
        was_stop = stop - self.qt.blockCount() + len(self.document)
        if (stop, was_stop) == (start + 1, start + 1) and self._is(first, start):
            self._splice(start, was_stop, [first], (self.document.ids[start],), None)
            return
        blocks = list(blocks_between(first, stop - start))
        settled = settle(
            self._touched(start, was_stop, blocks, (position, end)),
            elsewhere=self._elsewhere(start, was_stop),
            born=self._born,
        )
        if not self._travelling:
            self._mend(blocks, settled.ids)
        self._splice(start, was_stop, blocks, settled.ids, settled)

    def _is(self, block: QTextBlock, number: int) -> bool:
        return id_of_block(block.blockFormat()) == self.document.ids[number]

    def _touched(
        self, start: int, was_stop: int, blocks: Sequence[QTextBlock], hole: tuple[int, int]
    ) -> Touched:
        claims = [Claim(id_of_block(block.blockFormat()), text_of(block)) for block in blocks]
        before = [
            (id, paragraph.text)
            for id, paragraph in zip(
                self.document.ids[start:was_stop],
                self.document.paragraphs[start:was_stop],
                strict=True,
            )
        ]
        position, end = hole
        kept_start = code_points(claims[0].text, position - blocks[0].position())
        in_last = code_points(claims[-1].text, end - blocks[-1].position())
        kept_end = max(0, len(claims[-1].text) - in_last)
        return Touched(before, claims, kept_start, kept_end, certain=self._travelling)

    def _elsewhere(self, start: int, was_stop: int) -> Callable[[ParagraphId], bool]:
        run = set(self.document.ids[start:was_stop])
        return lambda id: id not in run and id in self.document

    def _mend(self, blocks: Sequence[QTextBlock], ids: Sequence[ParagraphId]) -> None:
        cursor = QTextCursor(self.qt)
        cursor.joinPreviousEditBlock()
        for block, id in zip(blocks, ids, strict=True):
            if id_of_block(block.blockFormat()) != id:
                format = block.blockFormat()
                format.setProperty(ID_PROPERTY, written_id(id))
                QTextCursor(block).setBlockFormat(format)
        dress(blocks[0], len(blocks) + 1, self.formats)
        cursor.endEditBlock()

    def _splice(
        self,
        start: int,
        was_stop: int,
        blocks: Sequence[QTextBlock],
        ids: Sequence[ParagraphId],
        settled: Settled | None,
    ) -> None:
        paragraphs = [paragraph_of(block) for block in blocks]
        was = dict(
            zip(
                self.document.ids[start:was_stop],
                self.document.paragraphs[start:was_stop],
                strict=True,
            )
        )
        items = [
            (id, was[id] if was.get(id) == paragraph else paragraph)
            for id, paragraph in zip(ids, paragraphs, strict=True)
        ]
        same_ids = tuple(ids) == self.document.ids[start:was_stop]
        if same_ids and all(was[id] is paragraph for id, paragraph in items):
            return
        origins = {id: self._origins.pop(id) for id in ids if id in self._origins}
        if settled:
            born = settled.origins.items()
            origins |= {new: Origin(self.draft, "", old) for new, old in born}
        self.document = self.document.splice(
            start, was_stop, items, origins=origins, aliases=settled.aliases if settled else None
        )

    def _announce_soon(self) -> None:
        if not self._announcing:
            self._announcing = True
            QTimer.singleShot(0, self._announce)

    def _announce(self) -> None:
        if self._announcing:
            self._announcing = False
            self.edited.emit(self.document)


def _keep_glyphs(block: QTextBlock) -> None:
    """Let a block be shaped once for a key: Qt forgets glyphs between laying out and painting.

    A key in 5,000 words takes half the time so (docs/decisions/long-paragraphs.md).
    """
    block.layout().setCacheEnabled(True)
