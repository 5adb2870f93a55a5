"""The few kinds of fields the preferences are chosen with, each saying at once what was chosen."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from writerdesk.ui.look.spacing import BETWEEN_CONTROLS, BETWEEN_GROUPS, IN_FIELD

T = TypeVar("T")


def form(page: QWidget) -> QFormLayout:
    """Return the rows of a page, with room around them."""
    rows = QFormLayout(page)
    rows.setContentsMargins(*[BETWEEN_GROUPS] * 4)
    rows.setHorizontalSpacing(BETWEEN_GROUPS)
    rows.setVerticalSpacing(BETWEEN_CONTROLS)
    return rows


def one_of(
    name: str, choices: Sequence[tuple[T, str]], now: T, chosen: Callable[[T], object]
) -> QComboBox:
    """Return a field for one of several values, each with its words."""
    field = QComboBox()
    field.setAccessibleName(name)
    values = [value for value, _words in choices]
    for _value, words in choices:
        field.addItem(words)
    field.setCurrentIndex(values.index(now) if now in values else 0)
    field.currentIndexChanged.connect(lambda number: chosen(values[number]))
    return field


def switch(words: str, *, now: bool, chosen: Callable[[bool], object]) -> QCheckBox:
    """Return a field for yes or no."""
    field = QCheckBox(words)
    field.setChecked(now)
    field.toggled.connect(chosen)
    return field


def number(
    name: str, within: tuple[int, int], now: int, chosen: Callable[[int], object]
) -> QSpinBox:
    """Return a field for a number."""
    field = QSpinBox()
    field.lineEdit().setTextMargins(IN_FIELD, 0, 0, 0)
    field.setAccessibleName(name)
    field.setRange(*within)
    field.setValue(now)
    field.valueChanged.connect(chosen)
    return field


def button(words: str) -> QPushButton:
    """Return a button as wide as its words, which is never what Return presses."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def note(words: str) -> QLabel:
    """Return a sentence under a field."""
    label = QLabel(words)
    label.setProperty("part", "hint")
    label.setWordWrap(True)
    return label
