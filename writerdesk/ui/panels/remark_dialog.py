"""A remark somebody made is pasted, and the passages it quotes are offered."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from writerdesk.manuscript import Document, Passage
from writerdesk.story.identities import Identities
from writerdesk.story.notes import note_on_passage, note_on_story
from writerdesk.story.remarks import quotations
from writerdesk.story.story import Story
from writerdesk.ui.forms import keep_or_cancel
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.words import _

_REST = 250
_SIZE = 520, 460
_PASSAGE = Qt.ItemDataRole.UserRole


class RemarkDialog(QDialog):
    """Takes a remark and finds what it quotes, in every draft."""

    def __init__(self, story: Story, remark: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._story = story
        self.setWindowTitle(_("Remark"))
        self.resize(*_SIZE)
        self.remark = QPlainTextEdit(remark)
        self.remark.setAccessibleName(_("The remark"))
        self.remark.setPlaceholderText(_("Paste what somebody said of your drafts"))
        self.remark.setTabChangesFocus(True)
        self.found = QListWidget()
        self.found.setProperty("part", "under-words")
        self.found.setAccessibleName(_("What it quotes"))
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setProperty("part", "soft")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.look)
        self.remark.textChanged.connect(self._rest.start)
        self._lay_out()
        self.look()

    def look(self) -> None:
        """Find what the remark quotes."""
        self._rest.stop()
        self.found.clear()
        letters = {draft.id: draft for draft in self._story.drafts}
        for quotation in quotations(self._story, self.remark.toPlainText()):
            for passage in quotation.passages:
                draft = letters[passage.draft]
                number = (draft.text.place_of(passage.paragraphs[0]) or 0) + 1
                words = _("“{words}” → {letter}, passage {number}").format(
                    words=quotation.words, letter=draft.letter, number=number
                )
                item = QListWidgetItem(words)
                item.setData(_PASSAGE, passage)
                item.setCheckState(Qt.CheckState.Checked)
                self.found.addItem(item)
        told = _("Found what it quotes. A note goes to each passage that is ticked.")
        if not self.found.count():
            told = _("No quotation in it was found: the note will be on the story.")
        is_empty = not self.remark.toPlainText().strip()
        self._told.setText("" if is_empty else told)
        self._attach.setDisabled(is_empty)
        self.found.setVisible(self.found.count() > 0)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages the remark is to be attached to."""
        items = [self.found.item(row) for row in range(self.found.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return tuple(item.data(_PASSAGE) for item in ticked)

    def noted_in(self, story: Story, identities: Identities) -> Story:
        """Return the story with the remark as a note on each passage that is ticked."""
        lines = [line.strip() for line in self.remark.toPlainText().split("\n") if line.strip()]
        text = Document.from_paragraphs(lines)
        if not self.passages:
            return note_on_story(story, text, identities) if lines else story
        for passage in self.passages:
            story = note_on_passage(story, passage, text, identities)
        return story

    def _lay_out(self) -> None:
        buttons = keep_or_cancel(self, _("Attach"))
        self._attach = buttons.buttons()[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(*[BETWEEN_GROUPS] * 4)
        column.setSpacing(BETWEEN_CONTROLS)
        column.addWidget(self.remark, 3)
        column.addWidget(self._told)
        column.addWidget(self.found, 2)
        column.addWidget(buttons)
