"""Asks a child about words: each once, what is in sight first, and no key waits for it.

What was answered is remembered for as long as the dictionary is the same. A child that dies is
started anew; what ends three is no use, and spelling is given up until another dictionary is named.
"""

import json
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal

from writerdesk.child import Child
from writerdesk.frozen import frozen
from writerdesk.insight.dictionaries import Dictionary

# 400 German words take hunspell 30 ms: a suggestion never waits longer for its turn.
_MOST_AT_ONCE = 400
_MOST_DEATHS = 3


@frozen
class Told:
    """What the child said: which words are right, or what may have been meant by one."""

    dictionary: Dictionary
    right: Mapping[str, bool]
    word: str = ""
    instead: tuple[str, ...] = ()


class Speller(QObject):
    """What is known about words in one dictionary."""

    learned = Signal()
    """Something is known that was not."""
    suggested = Signal(str, object)
    """A word, and a tuple of what may have been meant."""
    unusable = Signal(object)
    """The `Dictionary` that can't be used here."""
    _told = Signal(object)
    _failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dictionary: Dictionary | None = None
        self._right: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._lane = _SpellLane(self._told.emit, self._failed.emit)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._give_up, Qt.ConnectionType.QueuedConnection)

    def use(self, dictionary: Dictionary | None) -> None:
        """Ask in another dictionary from now on; None asks nobody."""
        if dictionary != self.dictionary:
            self.dictionary = dictionary
            self._right, self._asked = {}, set()
            self._lane.forget()

    def is_right(self, word: str) -> bool | None:
        """Tell whether a word is spelled right; None if nobody has said so yet."""
        return self._right.get(word)

    def ask(self, words: Iterable[str]) -> None:
        """Have words looked up that are not known yet; the last asked come first."""
        new = [word for word in dict.fromkeys(words) if word not in self._asked]
        if self.dictionary is None or not new:
            return
        self._asked.update(new)
        for start in range(0, len(new), _MOST_AT_ONCE):
            self._lane.ask(self.dictionary, {"check": new[start : start + _MOST_AT_ONCE]})

    def suggest(self, word: str) -> None:
        """Ask what may have been meant; `suggested` tells, before everything else."""
        if self.dictionary is None:
            self.suggested.emit(word, ())
        else:
            self._lane.ask(self.dictionary, {"suggest": word})

    def end_child(self) -> None:
        """End the child; the next question starts another."""
        self._lane.end_child()

    def close(self) -> None:
        """End the child at once, for good."""
        self._lane.close()

    def _take(self, told: Told) -> None:
        if told.word:
            self.suggested.emit(told.word, told.instead)
        elif told.dictionary == self.dictionary:
            self._right.update(told.right)
            self.learned.emit()

    def _give_up(self, dictionary: Dictionary) -> None:
        if dictionary == self.dictionary:
            self.use(None)
            self.unusable.emit(dictionary)


class _SpellLane:
    """The thread that feeds the child, one question after the other, the newest first."""

    def __init__(
        self, told: Callable[[Told], object], failed: Callable[[Dictionary], object]
    ) -> None:
        self._told, self._failed = told, failed
        self._waiting: deque[tuple[Dictionary, Mapping[str, object]]] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._child: Child | None = None
        self._open: Dictionary | None = None
        self._deaths = 0
        self._thread: threading.Thread | None = None

    def ask(self, dictionary: Dictionary, question: Mapping[str, object]) -> None:
        with self._wake:
            self._waiting.appendleft((dictionary, question))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="spelling", daemon=True)
                self._thread.start()
            self._wake.notify()

    def forget(self) -> None:
        with self._wake:
            self._waiting.clear()
            self._deaths = 0

    def end_child(self) -> None:
        if (child := self._child) is not None:
            child.end()

    def close(self) -> None:
        with self._wake:
            self._closing = True
            self._wake.notify()
        self.end_child()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._closing:
            with self._wake:
                while not self._waiting and not self._closing:
                    self._wake.wait()
                if self._closing:
                    break
                dictionary, question = self._waiting.popleft()
            self._serve(dictionary, question)
        if self._child is not None:
            self._child.end()

    def _serve(self, dictionary: Dictionary, question: Mapping[str, object]) -> None:
        while not self._closing:
            if self._opened(dictionary):
                answer = self._exchange(question)
                if answer is not None:
                    self._told(_told(dictionary, question, answer))
                    return
            self._deaths += 1
            if self._deaths >= _MOST_DEATHS:
                self._failed(dictionary)
                return

    def _opened(self, dictionary: Dictionary) -> bool:
        if self._child is not None and self._open == dictionary:
            return True
        if self._child is None:
            self._child = Child("spell")
        answer = self._exchange({"open": dictionary.name, "folder": str(dictionary.folder)})
        self._open = dictionary if answer is not None and answer.get("opened") else None
        return self._open is not None

    def _exchange(self, question: Mapping[str, object]) -> Mapping[str, object] | None:
        assert self._child is not None
        try:
            self._child.send(json.dumps(question).encode())
            frame = self._child.receive()
        except OSError:
            frame = None
        if frame is None:
            self._child.end()
            self._child = self._open = None
            return None
        return cast("Mapping[str, object]", json.loads(frame))


def _told(
    dictionary: Dictionary, question: Mapping[str, object], answer: Mapping[str, object]
) -> Told:
    if "suggest" in question:
        instead = cast("Sequence[str]", answer.get("instead", ()))
        return Told(dictionary, {}, str(question["suggest"]), tuple(instead))
    words = cast("Sequence[str]", question["check"])
    right = cast("Sequence[bool]", answer.get("right", [True] * len(words)))
    return Told(dictionary, dict(zip(words, right, strict=True)))
