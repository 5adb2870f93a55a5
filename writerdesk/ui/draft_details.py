"""Draft details: where a draft came from, who wrote it, what it aims at, what was set aside."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from writerdesk.story.items import Draft
from writerdesk.story.story import Story
from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS, IN_FIELD
from writerdesk.ui.telling import statuses
from writerdesk.words import _

MOST_WORDS = 5_000_000
_GOAL_STEP = 500
_LEAST_WIDTH, _TALL = 520, 160


@dataclass(frozen=True, slots=True)
class _Choice:
    value: str
    words: str


class DraftDetails(QDialog):
    """Shows what is known of a draft; what can be changed is changed when it is closed by OK."""

    def __init__(self, story: Story, draft: Draft, shown_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self.setWindowTitle(_("Draft {letter}").format(letter=draft.letter))
        self.setMinimumWidth(_LEAST_WIDTH)
        self.name = QLineEdit(draft.name)
        self.name.setPlaceholderText(shown_name)
        self.goal = QSpinBox()
        self.goal.lineEdit().setTextMargins(IN_FIELD, 0, 0, 0)
        self.goal.setRange(0, MOST_WORDS)
        self.goal.setSingleStep(_GOAL_STEP)
        self.goal.setGroupSeparatorShown(True)
        self.goal.setSpecialValueText(_("none"))
        self.goal.setValue(draft.goal)
        self.written_by = _chooser(_writers(), draft.written_by)
        self.status = _chooser(_statuses(), draft.status)
        form = QFormLayout()
        form.setSpacing(BETWEEN_CONTROLS)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (_("Name"), self.name),
            (_("Word goal"), self.goal),
            (_("Written by"), self.written_by),
            (_("Status"), self.status),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        form.addRow(_("Came from"), _said(origin_told(story, draft)))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
        column.setSpacing(BETWEEN_GROUPS)
        column.addLayout(form)
        if draft.set_aside:
            self._add_set_aside(column)
        column.addWidget(self._buttons())

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
        said = _("Set aside when it came in")
        heading = QLabel(said)
        heading.setProperty("part", "heading")
        text = QPlainTextEdit("\n\n".join(self._draft.set_aside))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(said)
        text.setFixedHeight(_TALL)
        column.addWidget(heading)
        column.addWidget(text)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        keep = box.addButton(_("Keep Changes"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("part", "first")
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


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


def _writers() -> tuple[_Choice, ...]:
    return (
        _Choice("", _("nobody said")),
        _Choice("me", _("me")),
        _Choice("model", _("a language model")),
        _Choice("other", _("someone else")),
    )


def _statuses() -> tuple[_Choice, ...]:
    return (_Choice("", _("none")), *(_Choice(id, words) for id, words in statuses().items()))


def _chooser(choices: tuple[_Choice, ...], now: str) -> QComboBox:
    made = QComboBox()
    for choice in choices:
        made.addItem(choice.words, choice.value)
    if (place := made.findData(now)) < 0:
        # What a newer WriterDesk knows of a draft stays as it is.
        made.addItem(now, now)
        place = made.count() - 1
    made.setCurrentIndex(place)
    return made


def _said(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    label.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    return label
