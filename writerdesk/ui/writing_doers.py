"""What the commands of Edit and Format do in the editor, and which of them hold at the caret."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from writerdesk.manuscript import Kind, MarkName
from writerdesk.ui.editor import styling, writing
from writerdesk.ui.editor.links import link_at, may_be_opened, set_link, whole_address
from writerdesk.ui.menus import Actions
from writerdesk.ui.write_page import WritePage, kinds
from writerdesk.words import _

_MARKS = {
    "format.bold": MarkName.BOLD,
    "format.italic": MarkName.ITALIC,
    "format.underline": MarkName.UNDERLINE,
    "format.strike": MarkName.STRIKE,
}
_ALIGNMENTS = {
    "align.start": "",
    "align.centre": "centre",
    "align.right": "right",
    "align.justify": "justify",
}


class WritingDoers(QObject):
    """Does what the Edit and Format menus say."""

    smart_chosen = Signal(bool)
    """Whether typed quotes and dashes shall become typographic ones, as the writer chose here."""

    def __init__(self, page: WritePage) -> None:
        super().__init__(page)
        self._page = page
        self._editor = page.editor
        self._shown: tuple[object, ...] = ()

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        editor = self._editor
        marks = {id: (lambda name=name: self._mark(name)) for id, name in _MARKS.items()}
        shapes = {
            id: (lambda kind=kind, numbering=numbering: self._become(kind, numbering))
            for id, kind, numbering in kinds()
        }
        sides = {id: (lambda side=side: self._align(side)) for id, side in _ALIGNMENTS.items()}
        return {
            **marks,
            **shapes,
            **sides,
            "edit.cut": editor.cut,
            "edit.copy": editor.copy,
            "edit.paste": editor.paste,
            "edit.paste_plain": self._paste_plain,
            "edit.select_all": editor.selectAll,
            "edit.select_passage": self._select_passage,
            "format.scene_break": self._scene_break,
            "format.smart": self._toggle_smart,
            "format.link": self._ask_link,
            "format.open_link": self._open_link,
            "format.clear": lambda: styling.clear_marks(editor.textCursor()),
        }

    def show_state(self, actions: Actions) -> None:
        """Check the commands that hold at the caret."""
        cursor = self._editor.textCursor()
        shape, link = styling.shape_here(cursor), link_at(cursor)
        marked = [styling.is_marked(cursor, name) for name in _MARKS.values()]
        state = (actions, shape, marked, link, self._editor.smart)
        if state == self._shown:
            return
        self._shown = state
        for id, is_marked in zip(_MARKS, marked, strict=True):
            actions[id].setChecked(is_marked)
        # What is none of them, a gap or a kind that a newer WriterDesk has, is shown as plain text.
        self._page.head.show_kind(actions["kind.body"].text().replace("&", ""))
        for id, kind, numbering in kinds():
            here = shape.kind == kind and (kind != Kind.LIST_ITEM or shape.numbering == numbering)
            actions[id].setChecked(here)
            if here:
                self._page.head.show_kind(actions[id].text().replace("&", ""))
        actions["format.open_link"].setEnabled(link is not None and may_be_opened(link.target))
        actions["format.smart"].setChecked(self._editor.smart)
        for id, side in _ALIGNMENTS.items():
            actions[id].setChecked(shape.align == side)

    def _ask_link(self) -> None:
        from writerdesk.ui.forms import ask_words

        cursor = self._editor.textCursor()
        here = link_at(cursor)
        said = ask_words(
            self._editor.window(),
            _("Link"),
            _("Where the link leads; nothing takes it off"),
            now=here.target if here else "",
            keep=_("Set the Link"),
        )
        if said is not None and not self._editor.isReadOnly():
            set_link(cursor, whole_address(said))
            self._editor.setTextCursor(cursor)

    def _open_link(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        here = link_at(self._editor.textCursor())
        if here is not None and may_be_opened(here.target):
            QDesktopServices.openUrl(QUrl(here.target))

    def _toggle_smart(self) -> None:
        self._editor.smart = not self._editor.smart
        self.smart_chosen.emit(self._editor.smart)

    def _mark(self, name: str) -> None:
        typed_next = styling.toggle_mark(self._editor.textCursor(), name)
        if typed_next is not None:
            self._editor.setCurrentCharFormat(typed_next)

    def _become(self, kind: str, numbering: str) -> None:
        if self._editor.text is not None:
            cursor = self._editor.textCursor()
            styling.become(cursor, self._editor.text, kind=kind, numbering=numbering)

    def _align(self, side: str) -> None:
        if self._editor.text is not None:
            styling.become(self._editor.textCursor(), self._editor.text, align=side)

    def _scene_break(self) -> None:
        if self._editor.text is not None:
            cursor = self._editor.textCursor()
            styling.insert_scene_break(cursor, self._editor.text)
            self._editor.setTextCursor(cursor)

    def _paste_plain(self) -> None:
        if self._editor.text is not None:
            cursor = self._editor.textCursor()
            writing.put_in_text(cursor, QApplication.clipboard().text(), self._editor.text)
            self._editor.setTextCursor(cursor)

    def _select_passage(self) -> None:
        cursor = self._editor.textCursor()
        styling.select_passage(cursor)
        self._editor.setTextCursor(cursor)
