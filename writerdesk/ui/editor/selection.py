"""What is selected in the editor, as a passage of its draft."""

from PySide6.QtGui import QTextCursor

from writerdesk.manuscript import Passage
from writerdesk.ui.editor.blocks import code_points
from writerdesk.ui.editor.editor import Editor


def selected_passage(editor: Editor) -> Passage | None:
    """Return what is selected; without a selection the whole paragraph the caret is in."""
    text, cursor = editor.text, editor.textCursor()
    if text is None or not editor.is_mirrored:
        return None
    ids = text.document.ids
    if not cursor.hasSelection():
        return Passage(text.draft, (ids[cursor.blockNumber()],))
    first, start = _place(cursor, cursor.selectionStart())
    last, end = _place(cursor, cursor.selectionEnd())
    return Passage(text.draft, ids[first : last + 1], start, end)


def selected_words(editor: Editor) -> str:
    """Return the words that are selected, on one line."""
    return " ".join(editor.textCursor().selectedText().split())


def _place(cursor: QTextCursor, position: int) -> tuple[int, int]:
    block = cursor.document().findBlock(position)
    return block.blockNumber(), code_points(block.text(), position - block.position())
