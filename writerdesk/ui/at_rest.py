"""Something shown after each edit: at once while that is quick, else when the writer rests."""

from collections.abc import Callable
from time import thread_time

from PySide6.QtCore import QObject, QTimer

# Seconds: what takes longer would be felt under a key.
_QUICK = 0.008
# Milliseconds without an edit; between two words one rests for less.
_REST = 400


class AtRest(QObject):
    """Shows what follows from edits, by how long it took the last time."""

    def __init__(self, show: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._took = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self.now)

    @property
    def waits(self) -> bool:
        """Whether something is still to be shown."""
        return self._timer.isActive()

    def edited(self) -> None:
        """Show what follows from an edit, now or when no other comes for a while."""
        if self._took < _QUICK:
            self.now()
        else:
            self._timer.start()

    def now(self) -> None:
        """Show it now."""
        self._timer.stop()
        begun = thread_time()
        self._show()
        self._took = thread_time() - begun
