"""Two of the three clocks a keystroke starts: when it must be in the log, when in the project.

The log: a third of a second after the first change that is not in it. The project: two seconds
after the last change, but never later than ten after the first that is not in it.
"""

from PySide6.QtCore import QObject, QTimer, Signal

# A law promises that at most one second of typing can be lost, and syncing takes some of it: with
# 500 one of 100 typists killed on a machine ten times too busy had lost 1.4 s, usually 0.3.
LOG_WITHIN = 300
SAVE_AFTER_PAUSE = 2_000
SAVE_WITHIN = 10_000


class Clocks(QObject):
    """Says when to log and when to save."""

    log_due = Signal()
    save_due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = self._timer(LOG_WITHIN)
        self._pause = self._timer(SAVE_AFTER_PAUSE)
        self._latest = self._timer(SAVE_WITHIN)
        self._log.timeout.connect(self.log_due)
        self._pause.timeout.connect(self._save)
        self._latest.timeout.connect(self._save)

    def changed(self) -> None:
        """Something was written just now."""
        if not self._log.isActive():
            self._log.start()
        if not self._latest.isActive():
            self._latest.start()
        self._pause.start()

    def logged(self) -> None:
        """Everything is in the log."""
        self._log.stop()

    def saved(self) -> None:
        """Everything is in the project, or on its way there."""
        for timer in (self._log, self._pause, self._latest):
            timer.stop()

    def _save(self) -> None:
        self.saved()
        self.save_due.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer
