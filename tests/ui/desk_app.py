"""The whole window with a story, as a program of its own, for tests from outside it."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.desk import THREE, workspace_of
from writerdesk.ui.look import Look
from writerdesk.ui.window import Window


def main():
    app = QApplication(["desk"])
    look = Look()
    look.dress(app)
    window = Window(look)
    window.resize(1280, 800)
    window.show_story(workspace_of(THREE))
    window.show()
    assert window.story is not None
    window.story.show_mode("write")
    if "walked" in sys.argv:
        _change_under_the_reader(window, app)
    code = app.exec()
    window.story.live.tell_all()
    for draft in window.story.workspace.story.drafts:
        print([paragraph.text for paragraph in draft.text.paragraphs], flush=True)
    print("closed well", flush=True)
    return code


def _change_under_the_reader(window, app):
    """Type, switch drafts and open panels while a client walks."""
    panels, turns = ("outline", "history", "changes", ""), iter(range(10**9))

    def turn():
        number = next(turns)
        rows = window.story.rows
        window.story.show_draft(rows[number % len(rows)].id)
        window.story.panel.show_panel(panels[number // 3 % len(panels)])
        window.story.write.editor.insertPlainText(".")

    timer = QTimer(app)
    timer.timeout.connect(turn)
    timer.start(120)


if __name__ == "__main__":
    sys.exit(main())
