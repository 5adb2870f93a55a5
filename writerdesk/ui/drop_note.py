"""What is said over an open story while files are dragged across it: what letting go would do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from writerdesk.story.drafting import next_letters
from writerdesk.story.story import Story
from writerdesk.ui.look.spacing import BETWEEN_GROUPS
from writerdesk.words import _


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

    def show_over(self, story: Story, title: str, count: int) -> None:
        """Say which letters so many files would become."""
        letters = ", ".join(next_letters(story, count))
        said = _("Let go to add {letters} to “{title}”")
        self.words.setText(said.format(letters=letters, title=title))
        self.setGeometry(self._body.rect())
        self.show()
        self.raise_()
