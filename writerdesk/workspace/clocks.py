"""The clock of saving: two seconds after the last change, ten after the first that is not saved.

The clock of the recovery log runs in a lane of its own: a window that is busy for a moment, making
a page or asking the disk, must not make what was typed wait, nor must a save or a backup.
"""

from PySide6.QtCore import QObject, QTimer, Signal

# A law promises that at most one second of typing can be lost. Of 100 typists killed on a machine
# ten times too busy the unluckiest lost 0.36 s: benchmarks/torture/README.md.
LOG_WITHIN = 0.2  # seconds
SAVE_AFTER_PAUSE = 2_000
SAVE_WITHIN = 10_000


class Clocks(QObject):
    """Says when to save."""

    save_due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = self._timer(SAVE_AFTER_PAUSE)
        self._latest = self._timer(SAVE_WITHIN)
        self._pause.timeout.connect(self._save)
        self._latest.timeout.connect(self._save)

    def changed(self) -> None:
        """Something was written just now."""
        if not self._latest.isActive():
            self._latest.start()
        self._pause.start()

    def saved(self) -> None:
        """Everything is in the project, or on its way there."""
        for timer in (self._pause, self._latest):
            timer.stop()

    def _save(self) -> None:
        self.saved()
        self.save_due.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer
