"""Searches a story in a thread of its own: no key waits for an index to follow.

A million words take a second and a half to be read the first time, and 20 ms after each edit; the
answer itself takes a few. Only the newest question is answered.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from writerdesk.story.searching import Concordance, Finds, StorySearch
from writerdesk.story.story import Story

Question: TypeAlias = Callable[[StorySearch], Finds | Concordance]


class Searching(QObject):
    """Answers questions about a story, the newest only."""

    found = Signal(object)
    """The `Finds` or the `Concordance` that the newest question asked for."""

    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = StorySearch()
        self._thread = ThreadPoolExecutor(1, "search")
        self._numbers = count(1)
        self._newest = 0
        self._answered.connect(self._tell)

    def ask(self, story: Story, question: Question) -> None:
        """Ask of a story as it stands; the answer comes as a signal."""
        self._newest = next(self._numbers)
        self._thread.submit(self._answer, self._newest, story, question)

    def forget(self) -> None:
        """Want no answer any more."""
        self._newest = next(self._numbers)

    def close(self) -> None:
        """Let go of the index, once what is being read is read."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._search.close()

    def _answer(self, number: int, story: Story, question: Question) -> None:
        if number == self._newest:
            self._search.update(story)
            # Signals cross from this thread to the window's by Qt's own queue.
            self._answered.emit(number, question(self._search))

    def _tell(self, number: int, answer: object) -> None:
        if number == self._newest:
            self.found.emit(answer)
