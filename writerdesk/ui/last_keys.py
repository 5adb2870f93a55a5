"""What a few keys do where nothing under the focus wanted them, the same all over a window.

Enter presses the button that has the keys, as the space bar does. Esc goes back to the page. Shift
and F10 open the menu of what has the keys; on Linux Qt knows only a key that small keyboards lack.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def do_last_key(event: QKeyEvent, focused: QWidget | None, go_back: Callable[[], object]) -> bool:
    """Do what a key means that nobody wanted; tell whether it means anything."""
    plain = event.modifiers() in _PLAIN
    if plain and event.key() in _ENTER and isinstance(focused, QAbstractButton):
        focused.click()
    elif plain and event.key() == Qt.Key.Key_Escape:
        go_back()
    elif _asks_for_menu(event) and focused is not None:
        _open_menu(focused)
    else:
        return False
    return True


def _asks_for_menu(event: QKeyEvent) -> bool:
    with_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return sys.platform == "linux" and with_shift and event.key() == Qt.Key.Key_F10


def _open_menu(focused: QWidget) -> None:
    # WORKAROUND: asked for it directly, a text that is a class of ours ends the process (6.11).
    asking = QInputMethodQueryEvent(Qt.InputMethodQuery.ImCursorRectangle)
    QCoreApplication.sendEvent(focused, asking)
    caret: QRectF | QRect = asking.value(Qt.InputMethodQuery.ImCursorRectangle)
    where = QRectF(caret).center().toPoint()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, focused.mapToGlobal(where))
    QCoreApplication.sendEvent(focused, asked)
