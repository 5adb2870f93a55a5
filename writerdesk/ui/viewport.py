"""Gets to know the viewport of a scroll area, which Qt makes, at no cost.

WORKAROUND: when Qt hands out a widget it made itself, PySide6 looks for its class among all widgets
there are and builds every one of them with all its enums: 24 ms of a start. What is found by its
name is taken for what was asked for.
"""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def known_viewport(area: QAbstractScrollArea) -> QWidget:
    """Return an area's viewport; while this is kept, ``area.viewport()`` costs nothing either."""
    return area.findChild(QWidget, "qt_scrollarea_viewport") or area.viewport()
