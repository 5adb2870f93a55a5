"""The plain parts a character sheet is put together of: headings, captions, links."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            clear(inner)


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
