"""Gives a scroll area a viewport that is ours from the start.

WORKAROUND: when Qt hands out a widget it made itself, PySide6 looks for its class among all widgets
there are and builds every one of them, with all their enums: 24 ms of a start. It knows a widget
that was made in Python.
"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_own_viewport(area: QAbstractScrollArea) -> None:
    """Put a viewport made here in place of the area's own, and let it be as that was."""
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    viewport.setMouseTracking(area.hasMouseTracking())
    viewport.setAcceptDrops(area.acceptDrops())
    area.setViewport(viewport)
