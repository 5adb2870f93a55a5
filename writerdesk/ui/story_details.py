"""Story details: what the story is called, who writes it, in what language, how long it is to be.

What is said here holds for every draft that says nothing else.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from writerdesk.story.items import Details
from writerdesk.ui.forms import chooser, form_of, goal_field, keep_or_cancel, said
from writerdesk.ui.languages import language_told, languages_offered
from writerdesk.ui.live_texts import LiveTexts
from writerdesk.ui.look.spacing import BETWEEN_GROUPS
from writerdesk.words import _
from writerdesk.workspace.workspace import Workspace

_LEAST_WIDTH, _TALL = 520, 120


class StoryDetails(QDialog):
    """Shows what is said of a story; it is changed when the changes are kept."""

    def __init__(self, details: Details, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._details = details
        self.setWindowTitle(_("Story Details"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.title = QLineEdit(details.title)
        self.title.setPlaceholderText(path.stem)
        self.author = QLineEdit(details.author)
        self.author.setPlaceholderText(_("as it shall stand on the title page"))
        languages = ((tag, language_told(tag)) for tag in languages_offered(details.language))
        self.language = chooser((("", _("of this computer")), *languages), details.language)
        self.goal = goal_field(details.goal)
        self.spelled = QPlainTextEdit("\n".join(details.spelled))
        self.spelled.setPlaceholderText(_("Words you spell so on purpose, one a line"))
        self.spelled.setTabChangesFocus(True)
        self.spelled.setFixedHeight(_TALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_GROUPS)
        column.addLayout(
            form_of(
                (
                    (_("Title"), self.title),
                    (_("Author"), self.author),
                    (_("Language"), self.language),
                    (_("Word goal of each draft"), self.goal),
                    (_("Own dictionary"), self.spelled),
                    (_("Kept in"), said(str(path))),
                )
            )
        )
        column.addWidget(keep_or_cancel(self))

    @property
    def changed(self) -> Details:
        """The details as the writer wants them."""
        words = (word.strip() for word in self.spelled.toPlainText().split("\n"))
        return replace(
            self._details,
            title=self.title.text().strip(),
            author=self.author.text().strip(),
            language=self.language.currentData(),
            goal=self.goal.value(),
            spelled=tuple(dict.fromkeys(word for word in words if word)),
        )


def ask_details(workspace: Workspace, live: LiveTexts, window: QWidget) -> None:
    """Let the writer change what is said of the story, as one act."""
    live.tell_all()
    dialog = StoryDetails(workspace.story.details, workspace.path, window)
    dialog.accepted.connect(lambda: workspace.change_details(dialog.changed))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
