"""The status bar: how safe the words are, where one is, what was just done, how large it is."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from writerdesk.ui.elided import ElidedLabel
from writerdesk.ui.look.spacing import BETWEEN_GROUPS, IN_PANEL, STATUS_HEIGHT
from writerdesk.ui.telling import clock_told
from writerdesk.words import _

if TYPE_CHECKING:
    from writerdesk.workspace.saving import SaveState


class Status(QFrame):
    """One line at the bottom; words, never a red dot alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "status")
        self.setFixedHeight(STATUS_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(IN_PANEL, 0, IN_PANEL, 0)
        row.setSpacing(BETWEEN_GROUPS)
        self._saved: datetime | None = None
        self._to_the_second = False
        self.safety = self._label(_("How safe the words are"))
        self.place = self._label(_("Where you are"))
        self.done = self._label(_("What was done"), ElidedLabel())
        self.zoom = self._label(_("Size of the text"))
        for label in (self.safety, self.place):
            row.addWidget(label)
        row.addWidget(self.done, 1)
        row.addWidget(self.zoom)
        for label in (self.safety, self.place):
            label.hide()
        # Before there is a story nothing can be safe, counted or undone.
        self.hide()

    def tell_seconds(self) -> None:
        """Say to the second when everything was saved, until something is written: asked for."""
        self._to_the_second = True
        if self._saved is not None:
            self.show_saved(self._saved)

    def show_saved(self, at: datetime | None) -> None:
        """Say that everything is in the story's file."""
        self._saved = at
        if at is None:
            self._say("")
            return
        exact = self._to_the_second
        told = at.strftime("%H:%M:%S") if exact else clock_told(at.hour, at.minute)
        self._say(_("Saved {time}").format(time=told))

    def show_writing(self) -> None:
        """Say that something is being written that is nowhere but here yet."""
        self._saved, self._to_the_second = None, False
        self._say(_("Writing…"))

    def show_safe(self) -> None:
        """Say that everything is in the recovery log."""
        self._say(_("Safe"))

    def show_saving(self) -> None:
        """Say that saving takes a while."""
        self._say(_("Saving…"))

    def show_not_saved(self, why: str) -> None:
        """Say that the last words are not in the file, and why."""
        self._say(_("Not saved: {why}").format(why=why))

    def show_state(self, state: "SaveState") -> None:
        """Say how safe the words are."""
        from writerdesk.ui.fault_words import why_told
        from writerdesk.workspace.saving import How

        match state.how:
            case How.SAVED:
                self.show_saved(state.at)
            case How.WRITING:
                self.show_writing()
            case How.SAFE:
                self.show_safe()
            case How.NOT_SAVED:
                self.show_not_saved(why_told(state))

    def _say(self, words: str) -> None:
        self.safety.setText(words)
        # Without words it takes no room: the others begin at the edge.
        self.safety.setVisible(bool(words))
        if (layout := self.layout()) is not None:
            # At once: else the words stand cut off until the window is laid out again.
            layout.activate()

    def show_place(self, words: str) -> None:
        """Say where one is and how much is written there."""
        self.place.setText(words)
        self.place.setVisible(bool(words))

    def show_done(self, words: str) -> None:
        """Say what was just done."""
        self.done.setText(words)
        self.done.setToolTip(words)

    def _label(self, name: str, label: QLabel | None = None) -> QLabel:
        label = label or QLabel()
        # Its words are its name; this says what they are about.
        label.setAccessibleDescription(name)
        return label
