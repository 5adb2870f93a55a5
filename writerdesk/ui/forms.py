"""The fields of dialogs that ask for details: each with its name before it, and a way out."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS, IN_FIELD
from writerdesk.words import _

MOST_WORDS = 5_000_000
_GOAL_STEP = 500
# Wide enough for a question's two sentences of two lines each.
_WIDE = 420


def form_of(fields: Iterable[tuple[str, QWidget]]) -> QFormLayout:
    """Return fields under each other; what stands before one is its name for a screen reader."""
    form = QFormLayout()
    form.setSpacing(BETWEEN_CONTROLS)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for words, field in fields:
        field.setAccessibleName(words)
        form.addRow(words, field)
    return form


def goal_field(now: int) -> QSpinBox:
    """Return a field for a goal in words; 0 reads as none."""
    goal = QSpinBox()
    goal.lineEdit().setTextMargins(IN_FIELD, 0, 0, 0)
    goal.setRange(0, MOST_WORDS)
    goal.setSingleStep(_GOAL_STEP)
    goal.setGroupSeparatorShown(True)
    goal.setSpecialValueText(_("none"))
    goal.setValue(now)
    return goal


def chooser(choices: Iterable[tuple[str, str]], now: str) -> QComboBox:
    """Return a field to choose one of some values with, each given with its words."""
    made = QComboBox()
    for value, words in choices:
        made.addItem(words, value)
    if (place := made.findData(now)) < 0:
        # What a newer WriterDesk knows stays as it is.
        made.addItem(now, now)
        place = made.count() - 1
    made.setCurrentIndex(place)
    return made


def said(words: str) -> QLabel:
    """Return words that can be read and copied, not changed."""
    label = QLabel(words)
    label.setWordWrap(True)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    label.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    return label


def keep_or_cancel(dialog: QDialog, words: str = "") -> QDialogButtonBox:
    """Return the two ways out of a dialog whose changes hold once they are kept."""
    box = QDialogButtonBox()
    keep = box.addButton(words or _("Keep Changes"), QDialogButtonBox.ButtonRole.AcceptRole)
    keep.setProperty("part", "first")
    box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def question(over: QWidget, title: str, sentences: Iterable[str], do: str) -> QDialog:
    """Return a dialog that says what will be; ``do`` is on the button that agrees."""
    dialog, box = _asking(over, title, map(said, sentences), do)
    dialog.setMinimumWidth(_WIDE)
    # The words can be selected by keys, but Enter and Tab begin at what is asked.
    box.buttons()[0].setFocus()
    return dialog


def ask_words(over: QWidget, title: str, asked: str, *, now: str = "", keep: str) -> str | None:
    """Ask for a few words; None if nothing is wanted. ``keep`` is what the button does."""
    field = QLineEdit(now)
    field.selectAll()
    return field.text() if _agreed(over, title, asked, field, keep) else None


def ask_goal(over: QWidget, title: str, asked: str, *, now: int, keep: str) -> int | None:
    """Ask for a goal in words; None if nothing is wanted."""
    field = goal_field(now)
    field.selectAll()
    return field.value() if _agreed(over, title, asked, field, keep) else None


def _agreed(over: QWidget, title: str, asked: str, field: QWidget, keep: str) -> bool:
    field.setAccessibleName(asked)
    dialog, _box = _asking(over, title, (QLabel(asked), field), keep)
    agreed = bool(dialog.exec())
    # What was asked for is read from the field before the dialog goes with it.
    dialog.deleteLater()
    return agreed


def _asking(
    over: QWidget, title: str, shown: Iterable[QWidget], do: str
) -> tuple[QDialog, QDialogButtonBox]:
    """Return a dialog that shows something, and its buttons: what ``do`` says, and the way out."""
    dialog = QDialog(over)
    dialog.setWindowTitle(title)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*(BETWEEN_GROUPS,) * 4)
    column.setSpacing(BETWEEN_CONTROLS)
    for one in shown:
        column.addWidget(one)
    # The words stay together, however high the dialog is.
    column.addStretch(1)
    column.addSpacing(BETWEEN_CONTROLS)
    box = keep_or_cancel(dialog, do)
    column.addWidget(box)
    return dialog, box
