"""What is said over an open story while files are dragged across it: what letting go would do."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from writerdesk.story.drafting import next_letters
from writerdesk.story.story import Story
from writerdesk.ui.dropping import dropped_files
from writerdesk.ui.look.spacing import BETWEEN_GROUPS
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.ui.story_view import StoryView


class DropNote(QFrame):
    """Lies over the whole body of a window; it takes no mouse and no focus."""

    def __init__(self, body: QWidget) -> None:
        super().__init__(body)
        self._body = body
        self.setProperty("part", "drop")
        self.setProperty("over", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = QLabel()
        self.words.setProperty("part", "heading")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.addWidget(self.words)
        self.hide()

    def enter(self, event: QDragEnterEvent, story: "StoryView | None") -> None:
        """Let files come in; over a story say what letting go would do."""
        files = dropped_files(event.mimeData())
        if files and not (story and story.workspace.is_read_only):
            event.acceptProposedAction()
            if story is not None:
                self.show_over(story.workspace.story, story.title, len(files))

    def take(self, event: QDropEvent) -> list[Path]:
        """Return the files that were let go."""
        self.hide()
        event.acceptProposedAction()
        return dropped_files(event.mimeData())

    def show_over(self, story: Story, title: str, count: int) -> None:
        """Say which letters so many files would become."""
        letters = ", ".join(next_letters(story, count))
        said = _("Let go to add {letters} to “{title}”")
        self.words.setText(said.format(letters=letters, title=title))
        self.setGeometry(self._body.rect())
        self.show()
        self.raise_()
