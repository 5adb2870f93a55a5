"""Passages on their way through the clipboard: our own form keeps ids, kinds and marks."""

import json

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, Item, Paragraph, ParagraphId, cut
from writerdesk.ui.editor.blocks import code_points

_PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{}</body></html>'
MIME_TYPE = "application/x-writerdesk-passage"


@frozen
class Clip:
    """A copied passage: the draft it came from and its paragraphs, the outer ones perhaps cut."""

    draft: str
    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        """The passage as plain text, a paragraph a line."""
        return "\n".join(paragraph.text for _, paragraph in self.items)


def carried(clip: Clip) -> QMimeData:
    """Return a clip as everybody takes it: in our own form, as HTML, as text."""
    from writerdesk.exchange.html_writer import html_of

    data = QMimeData()
    data.setText(clip.text)
    data.setHtml(_PAGE.format(html_of(paragraph for _, paragraph in clip.items)))
    data.setData(MIME_TYPE, written(clip))
    return data


def written(clip: Clip) -> bytes:
    """Write a clip down for another window, or for later."""
    items = [
        [id.replica, id.counter, paragraph.canonical().decode()] for id, paragraph in clip.items
    ]
    return json.dumps([clip.draft, items]).encode()


def read(written: bytes) -> Clip:
    """Read a clip back; raises ValueError for anything else."""
    try:
        draft, items = json.loads(written)
        return Clip(
            str(draft),
            tuple(
                (ParagraphId(int(replica), int(counter)), Paragraph.from_canonical(text.encode()))
                for replica, counter, text in items
            ),
        )
    except (TypeError, AttributeError) as error:
        raise ValueError("not a clip") from error


def selected(document: Document, cursor: QTextCursor, draft: str) -> Clip:
    """Return what a cursor has selected."""
    qt = cursor.document()
    first, last = qt.findBlock(cursor.selectionStart()), qt.findBlock(cursor.selectionEnd())
    start, end = first.blockNumber(), last.blockNumber()
    items = list(document.splice(end + 1, len(document), ()).splice(0, start, ()))
    opening = code_points(first.text(), cursor.selectionStart() - first.position())
    closing = code_points(last.text(), cursor.selectionEnd() - last.position())
    items[-1] = (items[-1][0], cut(items[-1][1], 0, closing))
    items[0] = (items[0][0], cut(items[0][1], opening, len(items[0][1].text)))
    return Clip(draft, tuple(items))
