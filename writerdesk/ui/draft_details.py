"""Draft details: where a draft came from, who wrote it, what it aims at, what was set aside."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from writerdesk.story.items import Draft
from writerdesk.story.story import Story
from writerdesk.ui.forms import chooser, form_of, goal_field, keep_or_cancel, said
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS
from writerdesk.ui.telling import statuses
from writerdesk.words import _, pgettext

_LEAST_WIDTH, _TALL = 520, 160


class DraftDetails(QDialog):
    """Shows what is known of a draft; what can be changed is changed when it is closed by OK."""

    def __init__(self, story: Story, draft: Draft, shown_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self.setWindowTitle(_("Draft {letter}").format(letter=draft.letter))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.name = QLineEdit(draft.name)
        self.name.setPlaceholderText(shown_name)
        self.goal = goal_field(draft.goal)
        self.written_by = chooser(_writers(), draft.written_by)
        self.status = chooser((("", pgettext("status", "none")), *statuses().items()), draft.status)
        form = form_of(
            (
                (_("Name"), self.name),
                (_("Word goal"), self.goal),
                (_("Written by"), self.written_by),
                (_("Status"), self.status),
                (_("Came from"), said(origin_told(story, draft))),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_GROUPS)
        column.addLayout(form)
        if draft.set_aside:
            self._add_set_aside(column)
        column.addWidget(keep_or_cancel(self))

    @property
    def changed(self) -> Draft:
        """The draft as the writer wants it."""
        return replace(
            self._draft,
            name=self.name.text().strip(),
            goal=self.goal.value(),
            written_by=self.written_by.currentData(),
            status=self.status.currentData(),
        )

    def _add_set_aside(self, column: QVBoxLayout) -> None:
        words = _("Set aside when it came in")
        heading = QLabel(words)
        heading.setProperty("part", "heading")
        text = QPlainTextEdit("\n\n".join(self._draft.set_aside))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(words)
        text.setFixedHeight(_TALL)
        apart = QVBoxLayout()
        apart.setSpacing(BETWEEN_CONTROLS)
        apart.addWidget(heading)
        apart.addWidget(text)
        column.addLayout(apart)


def origin_told(story: Story, draft: Draft) -> str:
    """Return where a draft came from, in words."""
    kind, *of = draft.origin or ("",)
    if kind == "file":
        return _("the file “{name}”").format(name=of[0])
    if kind in ("copy", "taken") and of[0] in story.items:
        letter = story.draft(of[0]).letter
        if kind == "copy":
            return _("a copy of {letter}").format(letter=letter)
        return _("passages taken from {letter}").format(letter=letter)
    if draft.text.origins:
        letters = sorted(
            {
                story.draft(origin.draft).letter
                for origin in draft.text.origins.values()
                if origin.draft in story.items and origin.draft != draft.id
            }
        )
        if letters:
            return _("written here, with passages from {letters}").format(
                letters=", ".join(letters)
            )
    return _("written here")


def _writers() -> tuple[tuple[str, str], ...]:
    return (
        ("", _("nobody said")),
        ("me", _("me")),
        ("model", _("a language model")),
        ("other", _("someone else")),
    )
