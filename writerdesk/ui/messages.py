"""The one place where the writer is told what went wrong: bars across the page, not boxes.

A bar stays until it is solved or closed, and offers the next step. What was only done is said in
the status bar instead.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from writerdesk.problem import Kind, Problem, sentence
from writerdesk.ui.look import Look
from writerdesk.ui.message_bar import Message, MessageBar, Offer, Tone

# What keeps words from being written.
_GRAVE = frozenset({Kind.DISK_FULL, Kind.CHANGED_UNDER_US, Kind.FILE_MISSING})


def of_problem(problem: Problem, *offers: Offer, topic: str = "") -> Message:
    """Return the message for a failure of the world."""
    tone = Tone.DANGER if problem.kind in _GRAVE else Tone.WARN
    return Message(sentence(problem), tone, topic, offers)


class Messages(QWidget):
    """The messages that are up, the newest last."""

    left = Signal()
    """A message that had the keys was closed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars: dict[str, MessageBar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        look.changed.connect(self._wear)
        self.hide()

    @property
    def shown(self) -> Sequence[Message]:
        """The messages that are up."""
        return [bar.message for bar in self._bars.values()]

    def show_message(self, message: Message) -> None:
        """Put a message up, in place of an older one of the same topic."""
        self.close_topic(message.topic or message.words)
        bar = MessageBar(message, self._look, self)
        bar.closed.connect(self.close_topic)
        self._bars[message.topic or message.words] = bar
        self._column.addWidget(bar)
        self.show()
        self._announce(message)

    def show_problem(self, problem: Problem, *offers: Offer) -> None:
        """Tell the writer of a failure of the world."""
        self.show_message(of_problem(problem, *offers))

    def close_topic(self, topic: str) -> None:
        """Take a message down; solved or read."""
        bar = self._bars.pop(topic, None)
        had_keys = bar is not None and bar.isAncestorOf(self.window().focusWidget() or self)
        if bar is not None:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self._bars))
        if had_keys:
            self.left.emit()

    def _announce(self, message: Message) -> None:
        # Imported with the first message: a start has none, and QAccessible costs it 5 ms.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self, message.words)
        if message.urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _wear(self) -> None:
        for message in list(self.shown):
            self.show_message(message)
