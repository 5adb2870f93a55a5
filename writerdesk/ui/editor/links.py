"""Links in the text: which one is under the caret, making one, changing it, taking it off."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextCursor

from writerdesk.manuscript import MarkName
from writerdesk.ui.editor.formats import MarkSet, characters, marks_on, shape_of_block

_KEEP = QTextCursor.MoveMode.KeepAnchor
_OPENED = ("https://", "http://", "mailto:")


class LinkHere(NamedTuple):
    """A link in one paragraph: Qt's positions and where it leads."""

    start: int
    end: int
    target: str


def link_at(cursor: QTextCursor) -> LinkHere | None:
    """Return the link a cursor stands in or has selected a part of."""
    block, found = cursor.block(), None
    for run in block.textFormats():
        target = dict(marks_on(run.format)).get(MarkName.LINK, "")
        start = block.position() + run.start
        end = start + run.length
        if found is not None and found.end == start and found.target == target:
            found = found._replace(end=end)
        elif found is not None and _touches(cursor, found):
            return found
        else:
            found = LinkHere(start, end, target) if target else None
    return found if found is not None and _touches(cursor, found) else None


def set_link(cursor: QTextCursor, target: str) -> None:
    """Let what is selected, or the link here, lead to ``target``; nowhere takes the link off.

    With nothing selected and no link here the address itself is put in.
    """
    here = link_at(cursor)
    cursor.beginEditBlock()
    if not cursor.hasSelection() and here is None and target:
        cursor.insertText(target)
        cursor.setPosition(cursor.position() - len(target))
        cursor.setPosition(cursor.position() + len(target), _KEEP)
    elif not cursor.hasSelection() and here is not None:
        cursor.setPosition(here.start)
        cursor.setPosition(here.end, _KEEP)
    end = cursor.selectionEnd()
    for start, stop, marks, kind in list(_runs(cursor)):
        others = tuple(mark for mark in marks if mark[0] != MarkName.LINK)
        wanted = tuple(sorted((*others, (MarkName.LINK.value, target)))) if target else others
        stretch = QTextCursor(cursor.document())
        stretch.setPosition(start)
        stretch.setPosition(stop, _KEEP)
        stretch.setCharFormat(characters(kind, wanted))
    cursor.setPosition(end)
    cursor.endEditBlock()


def whole_address(said: str) -> str:
    """Return an address as a link needs it: one without a scheme is a page or a mailbox."""
    said = "".join(said.split())
    if not said or ":" in said or said.startswith(("#", "/")):
        return said
    return f"mailto:{said}" if "@" in said else f"https://{said}"


def may_be_opened(target: str) -> bool:
    """Tell whether a link leads somewhere a browser or a mail program goes."""
    return target.casefold().startswith(_OPENED)


def _touches(cursor: QTextCursor, link: LinkHere) -> bool:
    if cursor.hasSelection():
        return cursor.selectionStart() < link.end and link.start < cursor.selectionEnd()
    return link.start <= cursor.position() <= link.end


def _runs(cursor: QTextCursor) -> Iterator[tuple[int, int, MarkSet, str]]:
    """Go through the runs that are selected: where, their marks, their paragraph's kind."""
    block = cursor.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        kind = shape_of_block(block.blockFormat()).kind
        for run in block.textFormats():
            start = max(cursor.selectionStart(), block.position() + run.start)
            stop = min(cursor.selectionEnd(), block.position() + run.start + run.length)
            if start < stop:
                yield start, stop, marks_on(run.format), kind
        block = block.next()
