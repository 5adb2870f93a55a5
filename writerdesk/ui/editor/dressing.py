"""Gives blocks the look of what they are, where an edit left them with another's.

Joining a paragraph to a heading leaves small letters in the heading; splitting copies an indent.
Nothing is written where the look is right, so that a plain keystroke costs no undo.
"""

from PySide6.QtGui import QTextBlock, QTextCursor

from writerdesk.manuscript import DAMAGED, Kind, Paragraph
from writerdesk.ui.editor.blocks import BREAK_SIGN, blocks_between
from writerdesk.ui.editor.formats import (
    Formats,
    characters,
    follows_flush,
    id_of_block,
    marks_on,
    shape_of_block,
)


def dress(first: QTextBlock, count: int, formats: Formats) -> None:
    """Put the look of ``count`` blocks right, and what of them there is at the end."""
    before = first.previous()
    previous = _worn(before) if before.isValid() else None
    for block in blocks_between(first, count):
        if not block.isValid():
            break
        shape = _worn(block)
        _dress_block(block, shape, formats, flush=follows_flush(previous))
        _dress_characters(block, shape.kind)
        previous = shape


def _worn(block: QTextBlock) -> Paragraph:
    """Return what a block is; a scene break or a gap somebody wrote into is a plain paragraph."""
    shape = shape_of_block(block.blockFormat())
    if shape.kind == DAMAGED and block.text():
        return Paragraph()
    if shape.kind == Kind.SCENE_BREAK and block.text() != BREAK_SIGN:
        return Paragraph()
    return shape


def _dress_block(block: QTextBlock, shape: Paragraph, formats: Formats, *, flush: bool) -> None:
    id, worn = id_of_block(block.blockFormat()), block.blockFormat()
    right = formats.block(shape, id, flush=flush)
    if worn != right:
        QTextCursor(block).setBlockFormat(right)


def _dress_characters(block: QTextBlock, kind: str) -> None:
    if not block.text():
        plain = characters(kind, ())
        if block.charFormat() != plain:
            QTextCursor(block).setBlockCharFormat(plain)
        return
    for found in block.textFormats():
        right = characters(kind, marks_on(found.format))
        if found.format != right:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + found.start)
            end = block.position() + found.start + found.length
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(right)
