"""A real window whose writer types until killed; ``python -m tests.torture.typist STORY``.

Tells on its output, for each letter, how many there are and when the key was pressed.
"""

import os
import sys
import time
from pathlib import Path

# A key each so many milliseconds: a fast typist never rests long enough for a save.
_A_KEY = 40
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    """Open the story, go to its end and type."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from writerdesk.app import App

    application = QApplication(sys.argv[:1])
    app = App(application)
    app.open([Path(sys.argv[1])])
    (window,) = app.windows
    story = window.story
    assert story is not None
    story.show_mode("write")
    editor = story.write.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    typed = 0

    def type_a_letter() -> None:
        nonlocal typed
        pressed = time.monotonic()
        QTest.keyClicks(editor, LETTERS[typed % len(LETTERS)])
        typed += 1
        sys.stdout.write(f"{typed} {pressed}\n")
        sys.stdout.flush()

    timer = QTimer()
    timer.timeout.connect(type_a_letter)
    timer.start(_A_KEY)
    application.exec()


if __name__ == "__main__":
    main()
