"""What an act of the story brought into a draft's own undo: the way back is one and the same.

Each such step is remembered by the documents before and after it and by how many changes Qt has
then. Who comes back to one of them, by whatever key, has that very document again, and who undoes
the act itself takes Qt's own step back instead of adding another.
"""

from collections.abc import Callable

from PySide6.QtGui import QTextDocument

from writerdesk.frozen import frozen
from writerdesk.manuscript import Document


@frozen
class _Step:
    before: Document
    after: Document
    start: int
    end: int
    """How many changes Qt can take back before it and after it: a step may be many."""


class Brought:
    """Remembers the steps of one text that came from elsewhere."""

    def __init__(self, qt: QTextDocument) -> None:
        self._qt = qt
        self._steps: tuple[_Step, ...] = ()

    def bring(self, before: Document, after: Document, put: Callable[[], None]) -> None:
        """Go from one document to the other: by Qt's own step if there is one, else by ``put``."""
        now = self._qt.availableUndoSteps()
        for step in self._steps:
            if step.after is before and step.before is after and step.end == now:
                self._qt.undo()
                return
            if step.before is before and step.after is after and step.start == now:
                self._qt.redo()
                return
        self._steps = tuple(step for step in self._steps if step.end <= now)
        put()
        # What changes nothing that Qt knows of leaves no step to take back.
        if (end := self._qt.availableUndoSteps()) > now:
            self._steps = (*self._steps, _Step(before, after, now, end))

    def cut(self) -> None:
        """Forget what Qt can't redo any more, since something new was written."""
        now = self._qt.availableUndoSteps()
        self._steps = tuple(step for step in self._steps if step.end < now)

    def known(self, document: Document) -> Document:
        """Return the document of a remembered step if undo or redo has led back to it."""
        now = self._qt.availableUndoSteps()
        for step in self._steps:
            if step.end == now and step.after.is_identical(document):
                return step.after
            if step.start == now and step.before.is_identical(document):
                return step.before
        return document
