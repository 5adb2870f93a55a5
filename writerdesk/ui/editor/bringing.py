"""Brings a change from elsewhere into an open text: one edit block, only what differs, one undo."""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from writerdesk.manuscript import Document, Item, Kind, Paragraph
from writerdesk.manuscript.edits import Splice, splices
from writerdesk.ui.editor.blocks import insert_words, qt_text, utf16_length
from writerdesk.ui.editor.dressing import dress
from writerdesk.ui.editor.formats import Formats, characters, runs

_KEEP = QTextCursor.MoveMode.KeepAnchor


def bring(qt: QTextDocument, before: Document, after: Document, formats: Formats) -> None:
    """Turn ``qt``, which says ``before``, into ``after``; both always have a paragraph."""
    changes = splices(before, after)
    whole = QTextCursor(qt)
    whole.beginEditBlock()
    for change in reversed(changes):
        _Bringing(qt, before, formats).bring(change)
    shift = 0
    for change in changes:
        block = qt.findBlockByNumber(change.start + shift)
        dress(block, len(change.items) + 1, formats)
        shift += len(change.items) - (change.end - change.start)
    whole.endEditBlock()


class _Bringing:
    """One splice: paragraphs that keep their id are changed in place, the rest goes or comes."""

    def __init__(self, qt: QTextDocument, before: Document, formats: Formats) -> None:
        self._qt = qt
        self._before = before
        self._formats = formats

    def bring(self, change: Splice) -> None:
        was = {self._before.ids[number]: number for number in range(change.start, change.end)}
        at = change.start
        pending: list[Item] = []
        steps: list[tuple[int, int, list[Item], Item | None]] = []
        for item in change.items:
            number = was.get(item[0], -1)
            if number < at:
                pending.append(item)
                continue
            steps.append((at, number, pending, item))
            at, pending = number + 1, []
        steps.append((at, change.end, pending, None))
        # From the last to the first, so that numbers of what stands before stay right.
        for start, end, born, kept in reversed(steps):
            if kept is not None:
                self._rewrite(end, kept[1])
            self._insert(end, born)
            self._remove(start, end)

    def _rewrite(self, number: int, paragraph: Paragraph) -> None:
        block = self._qt.findBlockByNumber(number)
        id, was = self._before.ids[number], self._before.paragraphs[number]
        cursor = QTextCursor(block)
        cursor.setBlockFormat(self._formats.block(paragraph, id, flush=False))
        cursor.setBlockCharFormat(characters(paragraph.kind, ()))
        _rewrite_words(block, qt_text(was), qt_text(paragraph), paragraph.kind)
        _set_marks(block, paragraph)

    def _insert(self, number: int, items: Sequence[Item]) -> None:
        """Put new paragraphs before the block ``number``."""
        if not items:
            return
        if number:
            cursor = QTextCursor(self._qt.findBlockByNumber(number - 1))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        else:
            cursor = self._room_at_the_top()
        room = number == 0
        for id, paragraph in items:
            block = self._formats.block(paragraph, id, flush=False)
            if room:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(characters(paragraph.kind, ()))
            else:
                cursor.insertBlock(block, characters(paragraph.kind, ()))
            insert_words(cursor, paragraph)
            room = False

    def _room_at_the_top(self) -> QTextCursor:
        cursor = QTextCursor(self._qt.begin())
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.setPosition(0)
        return cursor

    def _remove(self, start: int, end: int) -> None:
        if start == end:
            return
        first = self._qt.findBlockByNumber(start)
        after = self._qt.findBlockByNumber(end)
        if after.isValid():
            cursor = QTextCursor(first)
            cursor.setPosition(after.position(), _KEEP)
            kept, letters = after.blockFormat(), after.charFormat()
        else:
            previous = first.previous()
            cursor = QTextCursor(previous)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.End, _KEEP)
            kept, letters = previous.blockFormat(), previous.charFormat()
        cursor.removeSelectedText()
        cursor.setBlockFormat(kept)
        cursor.setBlockCharFormat(letters)


def _rewrite_words(block: QTextBlock, was: str, now: str, kind: str) -> None:
    """Replace only the stretch that differs, so that a caret elsewhere in the block stays."""
    most = min(len(was), len(now))
    start = next((n for n in range(most) if was[n] != now[n]), most)
    room = most - start
    end = next((n for n in range(room) if was[-1 - n] != now[-1 - n]), room)
    if start + end == len(was) == len(now):
        return
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + utf16_length(was[:start]))
    cursor.setPosition(block.position() + utf16_length(was[: len(was) - end]), _KEEP)
    cursor.insertText(now[start : len(now) - end], characters(kind, ()))


def _set_marks(block: QTextBlock, paragraph: Paragraph) -> None:
    if paragraph.kind == Kind.SCENE_BREAK:
        return
    cursor, place = QTextCursor(block), block.position()
    for text, marks in runs(paragraph):
        cursor.setPosition(place)
        place += utf16_length(text)
        cursor.setPosition(place, _KEEP)
        cursor.setCharFormat(characters(paragraph.kind, marks))
