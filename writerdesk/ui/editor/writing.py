"""Writing into a draft's text by cursor: a new paragraph, a pasted passage; each is one undo."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from PySide6.QtGui import QTextCursor

from writerdesk.manuscript import Document, Item, Kind, Paragraph, unwritable
from writerdesk.ui.editor.blocks import insert_words, paragraph_of
from writerdesk.ui.editor.draft_text import DraftText
from writerdesk.ui.editor.formats import characters, id_of_block
from writerdesk.ui.editor.smart_typing import part_scenes

# Who comes after these kinds is plain text again; a list and a quotation go on.
_SINGLE = (Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, Kind.SCENE_BREAK)
_SAMPLE = 3000


def start_paragraph(cursor: QTextCursor, text: DraftText) -> None:
    """Begin a new paragraph at the cursor; Enter in an empty item of a list ends the list."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    part_scenes(cursor, text)
    here = paragraph_of(cursor.block())
    if not here.text and here.kind in (Kind.LIST_ITEM, Kind.QUOTE):
        _become(cursor, Paragraph(), text)
    else:
        at_end = cursor.atBlockEnd()
        cursor.insertBlock()
        if here.kind in _SINGLE and at_end:
            _become(cursor, Paragraph(), text)
    cursor.endEditBlock()


def put_in(cursor: QTextCursor, items: Sequence[Item], text: DraftText) -> None:
    """Put a passage in at the cursor: its outer paragraphs join those they are put between."""
    if not items:
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    around, whole = cursor.blockFormat(), cursor.atBlockStart()
    letters, goes_on = cursor.blockCharFormat(), not cursor.atBlockEnd()
    for number, (id, paragraph) in enumerate(items):
        last = number == len(items) - 1
        block = text.formats.block(paragraph, id, flush=False)
        if number:
            cursor.insertBlock(
                around if last and (goes_on or not paragraph.text) else block, letters
            )
        elif whole and (len(items) > 1 or not cursor.block().text()):
            cursor.setBlockFormat(block)
        insert_words(cursor, paragraph)
    cursor.endEditBlock()


def put_in_text(cursor: QTextCursor, said: str, text: DraftText) -> None:
    """Put plain text in at the cursor, a paragraph for each line.

    Where empty lines part all others they are no paragraphs: so programs write what has no other
    way to say where a paragraph ends. Lines of a poem stay as they are.
    """
    lines = _parted([_clean(line) for line in said.splitlines()]) or [""]
    if said.endswith("\n") and len(lines) == 1:
        lines.append("")
    shape = paragraph_of(cursor.block())
    kind = shape.kind if shape.kind != Kind.SCENE_BREAK else Kind.BODY
    made = [(text.newborn(), Paragraph(line, kind)) for line in lines]
    put_in(cursor, made, text)


def _parted(lines: list[str]) -> list[str]:
    if any(one.strip() and other.strip() for one, other in pairwise(lines)):
        return lines
    said = [line for line in lines if line.strip()]
    return said if len(said) > 1 else lines


def sample(document: Document) -> str:
    """Return enough of a draft's words to measure its letters by."""
    lengths = 0

    def wanted(paragraph: Paragraph) -> bool:
        nonlocal lengths
        lengths += len(paragraph.text)
        return lengths - len(paragraph.text) < _SAMPLE

    return "".join(paragraph.text for paragraph in takewhile(wanted, document.paragraphs))


def _become(cursor: QTextCursor, shape: Paragraph, text: DraftText) -> None:
    id = id_of_block(cursor.blockFormat())
    cursor.setBlockFormat(text.formats.block(shape, id, flush=False))
    cursor.setBlockCharFormat(characters(shape.kind, ()))
    cursor.setCharFormat(characters(shape.kind, ()))


def _clean(line: str) -> str:
    while found := unwritable(line):
        line = line[: found.start()] + line[found.end() :]
    return line
