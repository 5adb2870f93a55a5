"""Typed signs become what they stand for; one undo gives back what was typed."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from writerdesk.manuscript import Kind, scene_break
from writerdesk.manuscript.typing_rules import as_typed, begins, is_scene_break
from writerdesk.ui.editor.blocks import BREAK_SIGN, text_of
from writerdesk.ui.editor.draft_text import DraftText
from writerdesk.ui.editor.formats import characters, id_of_block, shape_of_block
from writerdesk.ui.editor.styling import become

_LEFT = QTextCursor.MoveOperation.PreviousCharacter
_KEEP = QTextCursor.MoveMode.KeepAnchor


def type_smartly(
    cursor: QTextCursor, key: str, text: DraftText, type_it: Callable[[], None]
) -> None:
    """Let ``type_it`` type a key, then make of it what it stands for, as an undo of its own."""
    before = text_of(cursor.block())[: cursor.positionInBlock()]
    plain = shape_of_block(cursor.blockFormat()).kind == Kind.BODY
    begun = begins(before, key) if plain else None
    typed = as_typed(before, key, text.language())
    type_it()
    if begun is not None:
        cursor.beginEditBlock()
        _remove(cursor, begun.remove + len(key))
        become(cursor, text, kind=begun.kind, numbering=begun.numbering)
        cursor.endEditBlock()
    elif typed is not None:
        cursor.beginEditBlock()
        letters = cursor.charFormat()
        _remove(cursor, typed.remove + len(key))
        cursor.insertText(typed.text, letters)
        cursor.endEditBlock()


def part_scenes(cursor: QTextCursor, text: DraftText) -> bool:
    """Make a paragraph of three stars or the like a scene break; tell whether it was one."""
    block = cursor.block()
    shape = shape_of_block(block.blockFormat())
    if shape.kind != Kind.BODY or not is_scene_break(text_of(block)):
        return False
    id = id_of_block(block.blockFormat())
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
    cursor.setBlockFormat(text.formats.block(scene_break(), id, flush=False))
    cursor.insertText(BREAK_SIGN, characters(Kind.SCENE_BREAK, ()))
    return True


def _remove(cursor: QTextCursor, count: int) -> None:
    cursor.movePosition(_LEFT, _KEEP, count)
    cursor.removeSelectedText()
