"""The plain parts a character sheet is put together of: headings, captions, links."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            clear(inner)


def keep_keys(inside: QWidget, make: Callable[[], None]) -> None:
    """Make what is in a widget anew; the keys stay with the button that stands where theirs did."""
    before, keys = _buttons(inside), inside.window().focusWidget()
    at = next((n for n, one in enumerate(before) if one is keys), None)
    make()
    after = _buttons(inside)
    if at is not None and after:
        one = after[min(at, len(after) - 1)]
        # A layout shows what is put in it a moment later, and what is not seen takes no keys.
        one.show()
        one.setFocus()


def link(words: str, do: Callable[[], object]) -> QPushButton:
    """Return a button that looks like words to click."""
    button = QPushButton(words)
    button.setProperty("part", "link")
    button.clicked.connect(lambda _on=False: do())
    return button


def caption(words: str) -> QLabel:
    """Return small words over something."""
    label = QLabel(words)
    label.setProperty("part", "caption")
    return label


def heading(words: str) -> QLabel:
    """Return the words that head a part of the sheet."""
    label = QLabel(words)
    label.setProperty("part", "name")
    return label


def soft(words: str) -> QLabel:
    """Return soft words that take as many lines as they need."""
    label = QLabel(words)
    label.setProperty("part", "caption")
    label.setWordWrap(True)
    return label


def _buttons(inside: QWidget) -> list[QAbstractButton]:
    # What was taken out was hidden; what has just been put in was not shown yet.
    hidden = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    every = inside.findChildren(QAbstractButton)
    return [one for one in every if not (one.isHidden() and one.testAttribute(hidden))]
