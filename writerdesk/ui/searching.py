"""Finds and replaces in the draft on the page; only hits that can be seen are marked."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from writerdesk.manuscript import Document, Place
from writerdesk.manuscript.finding import Found, find, replaced
from writerdesk.ui.editor import Editor
from writerdesk.ui.editor.in_sight import block_at
from writerdesk.ui.find_bar import FindBar
from writerdesk.ui.look import Look

_KEEP = QTextCursor.MoveMode.KeepAnchor


class Searching(QObject):
    """What the find bar asks for, done in the editor."""

    def __init__(self, editor: Editor, bar: FindBar, look: Look) -> None:
        super().__init__(editor)
        self._editor, self._bar, self._look = editor, bar, look
        self._found: tuple[Found, ...] = ()
        self._looked_in: Document | None = None
        bar.wanted.connect(self._look_for)
        bar.step_asked.connect(self.step)
        bar.replace_asked.connect(self._replace)
        bar.replace_all_asked.connect(self._replace_all)
        bar.closed.connect(self._stop)
        editor.verticalScrollBar().valueChanged.connect(lambda _value: self._mark())
        editor.textChanged.connect(self._note_change)

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "edit.find": lambda: self._open(replacing=False),
            "edit.replace": lambda: self._open(replacing=True),
            "edit.find_next": lambda: self.step(1),
            "edit.find_previous": lambda: self.step(-1),
        }

    def step(self, by: int) -> None:
        """Go to the next or the previous hit, around the ends."""
        self._refresh()
        if not self._found:
            return
        cursor = self._editor.textCursor()
        positions = [self._position(found.number, found.start) for found in self._found]
        if by > 0:
            here = cursor.selectionEnd() if cursor.hasSelection() else cursor.position() - 1
            ahead = [n for n, position in enumerate(positions) if position >= max(0, here)]
            place = ahead[0] if ahead else 0
        else:
            behind = [n for n, at in enumerate(positions) if at < cursor.selectionStart()]
            place = behind[-1] if behind else len(positions) - 1
        self._show(place)

    def _open(self, *, replacing: bool) -> None:
        cursor = self._editor.textCursor()
        one_line = cursor.hasSelection() and "\u2029" not in cursor.selectedText()
        self._bar.open_for(cursor.selectedText() if one_line else "", replacing=replacing)

    def _look_for(self) -> None:
        self._looked_in = None
        self._refresh()
        self._bar.show_count(-1, len(self._found))

    def _refresh(self) -> None:
        """Look again if the text or the words are others than last time."""
        text = self._editor.text
        if text is None or self._looked_in is text.document:
            return
        self._looked_in = text.document
        asked = self._bar.asked
        self._found = find(
            text.document, asked.words, keep_case=asked.keep_case, whole_words=asked.whole_words
        )
        self._mark()

    def _show(self, place: int) -> None:
        found = self._found[place]
        cursor = self._editor.textCursor()
        cursor.setPosition(self._position(found.number, found.start))
        cursor.setPosition(self._position(found.number, found.end), _KEEP)
        self._editor.arrive_at(cursor)
        self._bar.show_count(place, len(self._found))

    def _replace(self, instead: str) -> None:
        """Replace the hit that is selected, and go to the next."""
        self._refresh()
        cursor = self._editor.textCursor()
        for found in self._found:
            if self._position(found.number, found.start) == cursor.selectionStart() and (
                self._position(found.number, found.end) == cursor.selectionEnd()
            ):
                cursor.insertText(instead)
                break
        self.step(1)

    def _replace_all(self, instead: str) -> None:
        """Replace every hit as one undo."""
        self._refresh()
        text = self._editor.text
        if text is None or not self._found:
            return
        self._editor.bring(replaced(text.document, self._found, instead))
        text.announce()
        self._look_for()

    def _position(self, number: int, offset: int) -> int:
        assert self._editor.text is not None
        place = Place(self._editor.text.document.ids[number], offset)
        return self._editor.position_of(place) or 0

    def _note_change(self) -> None:
        if self._bar.isVisible():
            self._mark()

    def _mark(self) -> None:
        """Mark the hits that can be seen; marking all of a novel makes typing slow."""
        text = self._editor.text
        current = text is not None and text.document is self._looked_in
        if not self._bar.isVisible() or not current:
            self._editor.setExtraSelections([])
            return
        top, height = self._editor.verticalScrollBar().value(), self._editor.viewport().height()
        first = block_at(self._editor.document(), top).blockNumber()
        last = block_at(self._editor.document(), top + height).blockNumber()
        seen = [found for found in self._found if first <= found.number <= last]
        self._editor.setExtraSelections([self._selection(found) for found in seen])

    def _selection(self, found: Found) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(self._position(found.number, found.start))
        cursor.setPosition(self._position(found.number, found.end), _KEEP)
        made.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
        format = cursor.charFormat()
        format.setBackground(QColor(self._look.palette.ribbon_current))
        made.format = format  # pyright: ignore[reportAttributeAccessIssue]
        return made

    def _stop(self) -> None:
        self._editor.setExtraSelections([])
        self._editor.setFocus()
