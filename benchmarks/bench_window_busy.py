"""How fast a key is in the whole window at 100,000 words, while other things are being done.

Run as ``python -m benchmarks.bench_window_busy``. Every figure stands beside that of a bare
QTextEdit with the same words, which is typed into in turns with ours, so that whatever else the
machine does slows both. Milliseconds are the window's thread's CPU time, painting included; the
feeder of the worker and the lane of the file have threads, the children processes of their own.
"""

import os
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.bench_window import draft
from writerdesk import starting
from writerdesk.manuscript import Document
from writerdesk.story.drafting import add_draft
from writerdesk.story.items import Draft
from writerdesk.story.keeping import Doors
from writerdesk.story.story import Story
from writerdesk.ui.editor import Editor
from writerdesk.ui.look import Look
from writerdesk.ui.spelling import SpellingWish
from writerdesk.ui.window import Window
from writerdesk.workspace.opening import create_workspace_in

_WORDS = 100_000
_TURNS, _KEYS_A_TURN = 10, 15
# Words as one types them, a misspelled one among them.
_TYPED = "the hausekeeper came in and nobody knew what she had seen there. "
_PARAGRAPHS = count()
_PANELS = ("outline", "notes", "characters", "history", "find", "tellings")


def wait(milliseconds: int, until: Callable[[], object] = lambda: False) -> None:
    """Serve the window until something is so, but not for ever."""
    deadline = QDeadlineTimer(milliseconds)
    while not until() and not deadline.hasExpired():
        QApplication.processEvents()


def spent(work: Callable[[], object]) -> float:
    """Return the window's thread's time for some work and for painting it, in milliseconds."""
    start = time.thread_time()
    work()
    QApplication.processEvents()
    return (time.thread_time() - start) * 1000


def bare_editor(document: Document, size: tuple[int, int]) -> QTextEdit:
    """Show the same words in nothing but a QTextEdit."""
    bare = QTextEdit()
    bare.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    bare.setPlainText("\n".join(each.text for each in document.paragraphs))
    bare.resize(*size)
    bare.show()
    wait(200)
    return bare


def window_with(look: Look, *documents: Document) -> Window:
    """Open a window on a story of some drafts."""
    doors = Doors(clock=lambda: datetime.now(UTC), draw=lambda: 7, new_id=lambda: uuid.uuid4().hex)
    workspace = create_workspace_in(Path(tempfile.mkdtemp()), "busy", doors)
    story = Story()
    for document in documents:
        text = workspace.identities.adopted(document)
        story = add_draft(story, Draft(workspace.identities.record(), text=text))
    workspace.begin_as(story, story)
    window = Window(look)
    window.resize(1280, 832)
    window.show_story(workspace)
    window.show()
    # What is made while nobody types is made by then: pages, panels, the worker.
    wait(6_000)
    return window


def tell_keys(name: str, bare: QTextEdit, ours: Editor, where: float = 0.5) -> None:
    """Type the same words into both in turns, each time elsewhere; say how long a key took."""
    for editor in (bare, ours):
        number = round(where * (editor.document().blockCount() - 1))
        if 0 < where < 1:
            number += next(_PARAGRAPHS) // 2
        cursor = QTextCursor(editor.document().findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.NextWord, n=6)
        editor.setTextCursor(cursor)
    ours.setFocus()
    wait(300)
    told: dict[QTextEdit, list[float]] = {bare: [], ours: []}
    for turn in range(_TURNS):
        keys = (_TYPED * _TURNS)[turn * _KEYS_A_TURN :][:_KEYS_A_TURN]
        for editor, times in told.items():
            times += [spent(lambda e=editor, k=key: QTest.keyClicks(e, k)) for key in keys]
    (bare_half, bare_most), (half, most) = (_told(told[editor]) for editor in (bare, ours))
    ratio = half / bare_half
    print(f"{name:46} {half:4.1f} {most:5.1f}   {bare_half:4.1f} {bare_most:5.1f}   {ratio:.1f}")


def _told(times: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    inorder = sorted(times)
    return inorder[len(inorder) // 2], inorder[round(len(inorder) * 0.95)]


def main() -> None:
    """Print the figures."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    look = Look()
    look.dress(application)
    novel = draft(_WORDS)
    fill = [spent(lambda: bare_editor(novel, (1000, 760)).close()) for _ in range(3)]
    bare = bare_editor(novel, (1000, 760))
    window = window_with(look, novel, draft(_WORDS + 40))
    window.activateWindow()
    starting.done()
    _opening(window, min(fill))
    print(f"{'a key, milliseconds':46} ours  p95   bare   p95   ratio of medians")
    _busy(window, bare)
    window.close()
    for words, paragraph in ((300_000, 40), (5_000, 5_000)):
        document = draft(words, paragraph)
        bare, window = bare_editor(document, (1000, 760)), window_with(look, document)
        window.show()
        window.check_spelling(SpellingWish(on=True))
        story = window.story
        assert story is not None
        story.show_mode("write")
        wait(2_000)
        name = f"{words:,} words in paragraphs of {paragraph:,} (goal 12)"
        tell_keys(name, bare, story.write.editor)
        window.close()


def _opening(window: Window, fill: float) -> None:
    story = window.story
    assert story is not None
    first, second = (row.id for row in story.rows)
    print(f"a bare QTextEdit is filled and shown in {fill:.1f}")
    print(f"from Overview to the page: {spent(lambda: story.show_mode('write')):.1f}")
    print(f"open the other draft (goal 60): {spent(lambda: story.show_draft(second)):.1f}")
    show = story.show_draft
    turns = [spent(lambda id=id: show(id)) for id in (first, second, first)]
    print("switch drafts (goal 30):", *(f"{turn:.1f}" for turn in turns))
    wait(2_000)


def _busy(window: Window, bare: QTextEdit) -> None:
    story = window.story
    assert story is not None
    editor, comparing = story.write.editor, story.compare.comparing
    first, second = (row.id for row in story.rows)
    for name, where in (("start", 0.0), ("middle", 0.5), ("end", 1.0)):
        tell_keys(f"at the {name}, nothing else going on (goal 8)", bare, editor, where)
    window.check_spelling(SpellingWish(on=True))
    wait(2_000)
    tell_keys("with spelling on", bare, editor)
    comparing.compare(first, second)
    tell_keys("while the two drafts are compared at first", bare, editor)
    wait(3_000, lambda: not comparing.is_waiting)
    tell_keys("while their comparison follows each key", bare, editor)
    comparing.stop()
    story.live.tell_all()
    story.workspace.save()
    tell_keys("while it is saved", bare, editor)
    for panel in _PANELS:
        window.actions_[f"panel.{panel}"].trigger()
        wait(1_500)
        tell_keys(f"with the panel {panel} open", bare, editor)


if __name__ == "__main__":
    main()
