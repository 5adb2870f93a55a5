"""How soon a word typed in a comparison is marked, and what keys cost meanwhile, at 100,000 words.

Run as ``python -m benchmarks.bench_pane_live``: the whole window, offscreen, with its worker, two
drafts of which one is a revision of the other, and an editor open in place. Each word typed stands
over one both drafts have, so its first letter has the other side marked. From the key to the
painted mark is time as the writer feels it, waiting for the worker included; a key is CPU time of
the window's thread: its own work, and what it had to wait for.
"""

import os
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.bench_window import draft, keys
from writerdesk.manuscript import Document, Paragraph
from writerdesk.story.drafting import add_draft
from writerdesk.story.items import Draft
from writerdesk.story.keeping import Doors
from writerdesk.story.story import Story
from writerdesk.ui.look import Look
from writerdesk.ui.window import Window
from writerdesk.workspace.opening import create_workspace_in

_WORDS, _PASSAGES, _WORDS_TYPED = 100_000, 10, 6
_TYPED = "ember"
# A quick typist: ten keys a second, none of them quite in time.
_BETWEEN = (0.07, 0.13)
_LAST_WAIT = 5.0


def revised(text: Document) -> Document:
    """Return a revision: every fifth passage with a word changed."""
    for number in range(3, len(text), 5):
        passage = text.paragraphs[number].text
        items = [(text.ids[number], Paragraph(f"{passage} indeed"))]
        text = text.splice(number, number + 1, items)
    return text


def window_comparing(look: Look) -> Window:
    """Open a window that compares two drafts of 100,000 words."""
    doors = Doors(clock=lambda: datetime.now(UTC), draw=lambda: 7, new_id=lambda: uuid.uuid4().hex)
    workspace = create_workspace_in(Path(tempfile.mkdtemp()), "live", doors)
    story = Story()
    for text in (draft(_WORDS), revised(draft(_WORDS))):
        made = Draft(workspace.identities.record(), text=workspace.identities.adopted(text))
        story = add_draft(story, made)
    workspace.begin_as(story, story)
    window = Window(look)
    window.resize(1440, 900)
    window.show_story(workspace)
    window.show()
    assert window.story is not None
    window.story.show_mode("compare")
    _serve(lambda: window.story is not None and window.story.compare.pane.reading is not None, 60)
    _serve(lambda: False, 1)
    return window


class Painted(QObject):
    """Tells when the columns were painted with other marks than before."""

    def __init__(self, parent: QObject, marks: Callable[[], object]) -> None:
        super().__init__(parent)
        self._marks, self._before = marks, marks()
        self.anew = False

    def begin(self) -> None:
        """Look out for other marks than there are now."""
        self._before, self.anew = self._marks(), False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is painted."""
        del watched
        if event.type() is QEvent.Type.Paint and self._marks() != self._before:
            self.anew = True
        return False


class Typist:
    """Types words over others in one passage after another, and keeps what it cost."""

    def __init__(self, window: Window) -> None:
        assert window.story is not None
        self._story = window.story
        self._page = window.story.compare
        self._view = self._page.pane.view
        self._chance = Random(5)
        self._passage = 0
        self._painted = Painted(self._view, self._marks)
        self._view.viewport().installEventFilter(self._painted)
        self.keys: list[float] = []
        self.alone: list[float] = []
        self.slices: list[float] = []
        self.marked: list[float] = []
        self.computed: list[float] = []
        self.late = 0

    def type_in(self, passage: int) -> None:
        """Type some words in a passage."""
        self._passage, pane = passage, self._page.pane
        pane.commands.go_to_passage(0, passage)
        self._page.in_place.open(0, passage, 0)
        _serve(lambda: False, 0.3)
        for number in range(_WORDS_TYPED):
            editor = self._page.in_place.editor
            assert editor is not None
            cursor = editor.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            moves = QTextCursor.MoveOperation
            cursor.movePosition(moves.NextWord, n=4 * number + 2)
            cursor.movePosition(moves.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
            self._type(_TYPED)
        self._page.in_place.leave()

    def _type(self, word: str) -> None:
        editor, began = self._page.in_place.editor, 0.0
        assert editor is not None
        self._painted.begin()
        for number, letter in enumerate(word):
            late = self._rest(self._chance.uniform(*_BETWEEN))
            began = began or time.perf_counter()
            start, worked = time.thread_time(), self._worked()
            QTest.keyClicks(editor, letter)
            QApplication.processEvents()
            self.alone.append((time.thread_time() - start) * 1000)
            self.keys.append(late + self.alone[-1])
            if number == 0:
                _serve(lambda: self._painted.anew, _LAST_WAIT)
                self.marked.append((time.perf_counter() - began) * 1000)
                here = (time.thread_time() - start) * 1000
                self.computed.append(here + self._worked() - worked)
                self.late += not self._painted.anew

    def _worked(self) -> float:
        """Return how long the worker has been at work, in milliseconds; 0 where nobody counts."""
        told = Path(f"/proc/{self._page.comparing.worker}/task")
        threads = told.iterdir() if told.exists() else ()
        return sum(int((each / "schedstat").read_text().split()[0]) for each in threads) / 1e6

    def _marks(self) -> object:
        scene = self._view.scene
        return scene and scene.marks.on(1, self._passage)

    def _rest(self, seconds: float) -> float:
        """Serve the window until the next key is due; return how late that came, by CPU time."""
        due = time.perf_counter() + seconds
        while True:
            start, spent = time.perf_counter(), self._turn()
            now = time.perf_counter()
            if now >= due:
                return min(spent, (now - max(due, start)) * 1000)
            time.sleep(0.0005)

    def _turn(self) -> float:
        start = time.thread_time()
        QApplication.processEvents()
        self.slices.append((time.thread_time() - start) * 1000)
        return self.slices[-1]


def _serve(until: Callable[[], object], seconds: float) -> None:
    end = time.perf_counter() + seconds
    while not until() and time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.0005)


def _said(figures: list[float]) -> str:
    ordered = sorted(figures)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"{ordered[len(ordered) // 2]:.1f}, p95 {p95:.1f}, at most {ordered[-1]:.1f}"


def _a_dict() -> float:
    start = time.thread_time()
    dict.fromkeys(range(20_000))
    {number: str(number) for number in range(20_000)}
    return (time.thread_time() - start) * 1000


def main() -> None:
    """Type, and print the figures."""
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    look = Look()
    look.dress(application)
    bare = QTextEdit()
    bare.setPlainText("\n".join(each.text for each in draft(_WORDS).paragraphs))
    bare.resize(1000, 760)
    bare.show()
    _serve(lambda: False, 0.5)
    alone = keys(bare, 0.5)
    bare.hide()
    window = window_comparing(look)
    typist = Typist(window)
    assert window.story is not None
    passages = len(window.story.workspace.story.drafts[0].text)
    for number in range(_PASSAGES):
        typist.type_in(200 + number * (passages - 400) // _PASSAGES)
    slices = [each for each in typist.slices if each > 1]
    print(f"{_WORDS:,} words a side, {passages:,} passages, {len(typist.marked)} words typed")
    print(f"from the key to the painted mark beside it (bar 100): {_said(typist.marked)}")
    print(f"of it computing, in the window and in the worker: {_said(typist.computed)}")
    print(f"a key (bar p95 8): {_said(typist.alone)}")
    print(f"... with what it waited for in the window's thread: {_said(typist.keys)}")
    print(f"a key in a bare QTextEdit of as many words, in this run: p95 {alone:.1f}")
    print(f"other turns of the window's thread above 1 ms: {_said(slices)}")
    if typist.late:
        print(f"{typist.late} words were not marked within {_LAST_WAIT:.0f} s")
    window.close()


if __name__ == "__main__":
    main()
