"""How the text is looked at: larger, for reading only, alone on the screen, as on a typewriter."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from writerdesk.ui.look import Look
from writerdesk.ui.look.lettering import EDITOR_SIZE, LEAST_EDITOR_SIZE, MOST_EDITOR_SIZE
from writerdesk.ui.menus import Actions
from writerdesk.ui.story_view import StoryView
from writerdesk.ui.telling import grouped
from writerdesk.words import _

_STEP = 2
# Where the line being written stays with typewriter scrolling, as a share of the page's height.
_TYPEWRITER_LINE = 0.45


class ViewingDoers(QObject):
    """Does what the View menu says about the page."""

    sized = Signal(str)

    def __init__(
        self, window: QMainWindow, story: StoryView, look: Look, around: tuple[QWidget, ...]
    ) -> None:
        super().__init__(story)
        self._window, self._story, self._look = window, story, look
        self._around = around
        self._editor = story.write.editor
        self._typewriter = self._alone = False
        self._editor.cursorPositionChanged.connect(self._keep_line)

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "view.zoom_in": lambda: self._size(self._look.appearance.editor_size + _STEP),
            "view.zoom_out": lambda: self._size(self._look.appearance.editor_size - _STEP),
            "view.zoom_reset": lambda: self._size(EDITOR_SIZE),
            "view.reading": self._toggle_reading,
            "view.focus": self._toggle_alone,
            "view.typewriter": self._toggle_typewriter,
        }

    def show_state(self, actions: Actions) -> None:
        """Check what is in force."""
        actions["view.reading"].setChecked(self._editor.isReadOnly())
        actions["view.focus"].setChecked(self._alone)
        actions["view.typewriter"].setChecked(self._typewriter)

    @property
    def size_told(self) -> str:
        """How large the text is shown."""
        share = round(100 * self._look.appearance.editor_size / EDITOR_SIZE)
        return _("{share} %").format(share=grouped(share))

    def _size(self, size: int) -> None:
        size = min(MOST_EDITOR_SIZE, max(LEAST_EDITOR_SIZE, size))
        self._look.choose(replace(self._look.appearance, editor_size=size))
        self.sized.emit(self.size_told)

    def _toggle_reading(self) -> None:
        reading = self._story.workspace.is_read_only or not self._editor.isReadOnly()
        self._editor.setReadOnly(reading)
        self._story.write.head.show_reading(reading=reading)
        if reading:
            flags = Qt.TextInteractionFlag.TextSelectableByMouse
            self._editor.setTextInteractionFlags(
                flags | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def _toggle_alone(self) -> None:
        self._alone = not self._alone
        self._story.show_mode("write")
        for widget in (*self._around, self._story.list, self._story.panel, self._story.write.head):
            widget.setVisible(not self._alone)
        self._story.write.set_aside.keep_back(kept=self._alone)
        self._story.alone = self._alone
        if self._alone:
            self._window.showFullScreen()
        else:
            self._window.showNormal()
        self._editor.setFocus()

    def _toggle_typewriter(self) -> None:
        self._typewriter = not self._typewriter
        self._keep_line()

    def _keep_line(self) -> None:
        if not self._typewriter:
            return
        bar = self._editor.verticalScrollBar()
        wanted = round(self._editor.viewport().height() * _TYPEWRITER_LINE)
        bar.setValue(bar.value() + self._editor.cursorRect().top() - wanted)
