"""Between a QTextDocument's blocks and paragraphs: writing them, and reading them back exactly.

Qt counts in UTF-16 and says U+2028 for a soft line break; a paragraph counts code points and says
newline. A scene break is one sign on the page, whatever a file writes for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from writerdesk.manuscript import (
    DAMAGED,
    Document,
    Item,
    Kind,
    Mark,
    Paragraph,
    scene_break,
    unwritable,
)
from writerdesk.ui.editor.formats import (
    Formats,
    characters,
    follows_flush,
    id_of_block,
    marks_on,
    runs,
    shape_of_block,
)

BREAK_SIGN = "⁂"
_SOFT_BREAK = "\u2028"
_REPLACEMENT = "\ufffd"


def fill(
    qt: QTextDocument,
    items: Iterable[Item],
    formats: Formats,
    previous: Paragraph | None = None,
) -> None:
    """Write paragraphs at the end of a QTextDocument that nobody looks at yet.

    Without one ``previous`` to them it is empty.
    """
    cursor = QTextCursor(qt)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.beginEditBlock()
    for id, paragraph in items:
        block = formats.block(paragraph, id, flush=follows_flush(previous))
        if previous is None:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(characters(paragraph.kind, ()))
        else:
            cursor.insertBlock(block, characters(paragraph.kind, ()))
        insert_words(cursor, paragraph)
        previous = paragraph
    cursor.endEditBlock()


def insert_words(cursor: QTextCursor, paragraph: Paragraph) -> None:
    """Write a paragraph's words and marks at the cursor."""
    if paragraph.kind == Kind.SCENE_BREAK:
        cursor.insertText(BREAK_SIGN, characters(Kind.SCENE_BREAK, ()))
        return
    for text, marks in runs(paragraph):
        cursor.insertText(text.replace("\n", _SOFT_BREAK), characters(paragraph.kind, marks))


def qt_text(paragraph: Paragraph) -> str:
    """Return a paragraph's text as its block holds it."""
    if paragraph.kind == Kind.SCENE_BREAK:
        return BREAK_SIGN
    return paragraph.text.replace("\n", _SOFT_BREAK)


def blocks_between(first: QTextBlock, count: int) -> Iterator[QTextBlock]:
    """Go through ``count`` blocks from ``first`` on."""
    block = first
    for _ in range(count):
        yield block
        block = block.next()


def all_blocks(qt: QTextDocument) -> Iterator[QTextBlock]:
    """Go through all blocks of a document."""
    return blocks_between(qt.begin(), qt.blockCount())


def read_document(qt: QTextDocument) -> Document:
    """Read a whole document back: slow, for tests and for checking ourselves."""
    items: list[Item] = []
    for block in all_blocks(qt):
        id = id_of_block(block.blockFormat())
        assert id is not None, f"paragraph {block.blockNumber()} has no id"
        items.append((id, paragraph_of(block)))
    return Document.from_items(items)


def text_of(block: QTextBlock) -> str:
    """Return a block's text as a paragraph's: code points, newline for a soft break."""
    text = block.text().replace(_SOFT_BREAK, "\n")
    while found := unwritable(text):
        text = text[: found.start()] + _REPLACEMENT + text[found.end() :]
    return text


def paragraph_of(block: QTextBlock) -> Paragraph:
    """Read one block back; a scene break or a gap somebody wrote into is a plain paragraph."""
    shape, text = shape_of_block(block.blockFormat()), text_of(block)
    if shape.kind == DAMAGED and text:
        return Paragraph(text, marks=_marks(block, text))
    if shape.kind == Kind.SCENE_BREAK:
        return scene_break() if text == BREAK_SIGN else Paragraph(text, marks=_marks(block, text))
    return replace(shape, text=text, marks=_marks(block, text))


def _marks(block: QTextBlock, text: str) -> tuple[Mark, ...]:
    marked = [
        (found.start, found.start + found.length, marks_on(found.format))
        for found in block.textFormats()
    ]
    if not any(marks for _, _, marks in marked):
        return ()
    return tuple(
        Mark(code_points(text, start), code_points(text, end), name, value)
        for start, end, marks in marked
        for name, value in marks
    )


def code_points(text: str, offset: int) -> int:
    """Return what Qt's offset into a text is in code points."""
    if text.isascii():
        return offset
    return len(text.encode("utf-16-le")[: 2 * max(0, offset)].decode("utf-16-le", "ignore"))


def utf16_length(text: str) -> int:
    """Return how long Qt says a text is."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
