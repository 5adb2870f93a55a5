"""How fast a key is in the whole window at 100,000 words, while other things are being done.

Run as ``python -m benchmarks.bench_window_busy``; figures are CPU time in milliseconds, of all
threads of the window's process. The children that spell and compare have processes of their own.
"""

import os
import tempfile
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.bench_window import draft, keys, spent
from writerdesk.story.drafting import add_draft
from writerdesk.story.items import Draft
from writerdesk.story.keeping import Doors
from writerdesk.story.story import Story
from writerdesk.ui.look import Look
from writerdesk.ui.spelling import SpellingWish
from writerdesk.ui.window import Window
from writerdesk.workspace.opening import create_workspace_in

_WORDS = 100_000


def wait(milliseconds: int, until: Callable[[], object] = lambda: False) -> None:
    """Serve the window until something is so, but not for ever."""
    deadline = QDeadlineTimer(milliseconds)
    while not until() and not deadline.hasExpired():
        QApplication.processEvents()


def window_with_two_novels(look: Look) -> Window:
    """Open a window on a story of two drafts of 100,000 words."""
    doors = Doors(clock=lambda: datetime.now(UTC), draw=lambda: 7, new_id=lambda: uuid.uuid4().hex)
    workspace = create_workspace_in(Path(tempfile.mkdtemp()), "busy", doors)
    story = Story()
    for words in (_WORDS, _WORDS + 40):
        text = workspace.identities.adopted(draft(words))
        story = add_draft(story, Draft(workspace.identities.record(), text=text))
    workspace.begin_as(story, story)
    window = Window(look)
    window.resize(1280, 832)
    window.show_story(workspace)
    window.show()
    wait(500)
    return window


def main() -> None:
    """Print the figures."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    look = Look()
    look.dress(application)
    bare = QTextEdit()
    bare.setPlainText("\n".join(each.text for each in draft(_WORDS).paragraphs))
    bare.resize(1000, 760)
    bare.show()
    wait(500)
    print(f"key p95 in the middle of a bare QTextEdit in this run: {keys(bare, 0.5):.1f}")
    bare.hide()
    window = window_with_two_novels(look)
    story = window.story
    assert story is not None
    editor, comparing, show_draft = story.write.editor, story.compare.comparing, story.show_draft
    show_mode = story.show_mode
    first, second = (row.id for row in story.rows)
    print(f"from Overview to the page: {spent(lambda: show_mode('write')):.1f}")
    print(f"open the other draft (goal 60): {spent(lambda: show_draft(second)):.1f}")
    turns = [spent(lambda id=id: show_draft(id)) for id in (first, second, first)]
    print("switch drafts (goal 30):", *(f"{turn:.1f}" for turn in turns))
    wait(500)
    for name, where in (("start", 0.0), ("middle", 0.5), ("end", 1.0)):
        print(f"key p95 at the {name}, nothing else going on (goal 8): {keys(editor, where):.1f}")
    window.check_spelling(SpellingWish(on=True))
    wait(3_000)
    print(f"with spelling on: {keys(editor, 0.5):.1f}")
    spaces = keys(editor, 0.5, Qt.Key.Key_Space)
    print(f"with spelling on, a space, which ends a word each time: {spaces:.1f}")
    comparing.compare(first, second)
    print(f"while the two drafts are compared: {keys(editor, 0.5):.1f}")
    story.live.tell_all()
    story.workspace.save()
    print(f"while it is saved: {keys(editor, 0.5):.1f}")
    window.close()


if __name__ == "__main__":
    main()
