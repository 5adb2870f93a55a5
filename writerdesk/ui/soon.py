"""What need not be done before a window is seen, done after it, one thing between two keys.

A window is painted with a fraction of what it can do; the rest is imported and made while the
writer looks at it: nothing of it begins before the window was painted. Whatever is asked for
earlier is made on the spot.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

# Milliseconds: all of the window is painted by then, and the writer has not reached for anything.
_AFTER_THE_FIRST_SIGHT = 50
# A key that is pressed meanwhile comes between two steps.
_BETWEEN_TWO_STEPS = 20


class Soon(QObject):
    """The steps still to be done for one window."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._is_seen = False
        window.installEventFilter(self)
        self._steps: list[Callable[[], object]] = []
        self._more: Callable[[], bool] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def do(self, step: Callable[[], object]) -> None:
        """Do a step soon, after those handed in before it."""
        self._steps.append(step)
        self._begin()

    def go_on_with(self, more: Callable[[], bool]) -> None:
        """Do what ``more`` does when all steps are done, until it says that nothing was left."""
        self._more = more
        self._begin()

    def stop(self) -> None:
        """Do nothing any more."""
        self._steps.clear()
        self._more = None
        self._timer.stop()

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Begin when the window is painted for the first time."""
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            self._is_seen = True
            self._begin()
        return False

    def _begin(self) -> None:
        if self._is_seen and not self._timer.isActive():
            self._timer.start(_AFTER_THE_FIRST_SIGHT)

    def _go_on(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        elif self._more is None or not self._more():
            return
        self._timer.start(_BETWEEN_TWO_STEPS)
