"""Gives selected words marks and selected paragraphs another kind; each is one undo."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from writerdesk.manuscript import Kind, Paragraph
from writerdesk.ui.editor.blocks import BREAK_SIGN, blocks_between
from writerdesk.ui.editor.draft_text import DraftText
from writerdesk.ui.editor.dressing import dress
from writerdesk.ui.editor.formats import (
    MarkSet,
    characters,
    id_of_block,
    marks_on,
    shape_of_block,
)

_KEEP = QTextCursor.MoveMode.KeepAnchor
# Word knows nine levels of a list.
_DEEPEST = 8


def marks_here(cursor: QTextCursor) -> MarkSet:
    """Return the marks a letter typed at the cursor would carry."""
    return marks_on(cursor.charFormat())


def is_marked(cursor: QTextCursor, name: str) -> bool:
    """Tell whether everything selected carries a mark, or what would be typed here."""
    if not cursor.hasSelection():
        return name in dict(marks_here(cursor))
    return all(name in dict(marks_on(format)) for _, _, format in _selected_runs(cursor))


def toggle_mark(cursor: QTextCursor, name: str) -> QTextCharFormat | None:
    """Put a mark on what is selected, or take it off if all of it has it.

    Without a selection nothing changes but what is typed next: its format is returned.
    """
    take_off = is_marked(cursor, name)
    if not cursor.hasSelection():
        shape = shape_of_block(cursor.blockFormat())
        return characters(shape.kind, _with(marks_here(cursor), name, take_off))
    runs = list(_selected_runs(cursor))
    cursor.beginEditBlock()
    for start, end, format in runs:
        kind = shape_of_block(cursor.document().findBlock(start).blockFormat()).kind
        _wear(cursor, start, end, characters(kind, _with(marks_on(format), name, take_off)))
    cursor.endEditBlock()
    return None


def clear_marks(cursor: QTextCursor) -> None:
    """Take every mark off what is selected."""
    runs = list(_selected_runs(cursor))
    cursor.beginEditBlock()
    for start, end, _ in runs:
        kind = shape_of_block(cursor.document().findBlock(start).blockFormat()).kind
        _wear(cursor, start, end, characters(kind, ()))
    cursor.endEditBlock()


def shape_here(cursor: QTextCursor) -> Paragraph:
    """Return kind, numbering and alignment of the paragraph the cursor is in."""
    return shape_of_block(cursor.blockFormat())


def become(
    cursor: QTextCursor,
    text: DraftText,
    *,
    kind: str | None = None,
    numbering: str = "",
    align: str | None = None,
) -> None:
    """Give the selected paragraphs another kind or another alignment."""
    first, count = _selected_blocks(cursor)
    cursor.beginEditBlock()
    for block in blocks_between(first, count):
        shape = shape_of_block(block.blockFormat())
        if shape.kind == Kind.SCENE_BREAK:
            continue
        if kind is not None:
            shape = replace(shape, kind=kind, numbering=numbering, level=0)
        if align is not None:
            shape = replace(shape, align=align)
        id = id_of_block(block.blockFormat())
        QTextCursor(block).setBlockFormat(text.formats.block(shape, id, flush=False))
    dress(first, count + 1, text.formats)
    cursor.endEditBlock()


def nest(cursor: QTextCursor, text: DraftText, by: int) -> bool:
    """Put the selected items of a list deeper in it, or farther out; tell whether there is one."""
    first, count = _selected_blocks(cursor)
    items = [
        (block, shape)
        for block in blocks_between(first, count)
        if (shape := shape_of_block(block.blockFormat())).kind == Kind.LIST_ITEM
    ]
    cursor.beginEditBlock()
    for block, shape in items:
        deeper = replace(shape, level=min(_DEEPEST, max(0, shape.level + by)))
        if deeper.level != shape.level:
            id = id_of_block(block.blockFormat())
            QTextCursor(block).setBlockFormat(text.formats.block(deeper, id, flush=False))
    cursor.endEditBlock()
    return bool(items)


def insert_scene_break(cursor: QTextCursor, text: DraftText) -> None:
    """Part the scene here; the caret goes on in the paragraph after the break."""
    broken = Paragraph("* * *", Kind.SCENE_BREAK)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if cursor.block().text():
        cursor.insertBlock()
        goes_on = bool(cursor.block().text())
    else:
        goes_on = False
    format = text.formats.block(broken, text.newborn(), flush=False)
    if goes_on:
        rest = cursor.blockFormat()
        cursor.insertBlock(rest)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.setBlockFormat(format)
    cursor.insertText(BREAK_SIGN, characters(Kind.SCENE_BREAK, ()))
    if goes_on:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    else:
        plain = text.formats.block(Paragraph(), text.newborn(), flush=True)
        cursor.insertBlock(plain, characters(Kind.BODY, ()))
    cursor.endEditBlock()


def select_passage(cursor: QTextCursor) -> None:
    """Select the whole paragraph the cursor is in."""
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)


def _with(marks: MarkSet, name: str, take_off: bool) -> MarkSet:
    others = tuple(mark for mark in marks if mark[0] != name)
    return others if take_off else tuple(sorted((*others, (name, ""))))


def _wear(cursor: QTextCursor, start: int, end: int, format: QTextCharFormat) -> None:
    stretch = QTextCursor(cursor.document())
    stretch.setPosition(start)
    stretch.setPosition(end, _KEEP)
    stretch.setCharFormat(format)


def _selected_blocks(cursor: QTextCursor) -> tuple[QTextBlock, int]:
    qt = cursor.document()
    first, last = qt.findBlock(cursor.selectionStart()), qt.findBlock(cursor.selectionEnd())
    return first, last.blockNumber() - first.blockNumber() + 1


def _selected_runs(cursor: QTextCursor) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Go through the runs of characters that are selected, cut at the selection's ends."""
    for block in blocks_between(*_selected_blocks(cursor)):
        for found in block.textFormats():
            start = max(cursor.selectionStart(), block.position() + found.start)
            end = min(cursor.selectionEnd(), block.position() + found.start + found.length)
            if start < end:
                # A copy: Qt lets go of the range, and its format with it.
                yield start, end, QTextCharFormat(found.format)
