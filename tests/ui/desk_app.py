"""The whole window with a story, as a program of its own, for tests from outside it."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.desk import THREE, workspace_of
from writerdesk.story.characters import characters
from writerdesk.story.notes import notes
from writerdesk.ui.look import Look
from writerdesk.ui.window import Window

_SAYING = (QAbstractButton,)
_CLICKED = (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit)


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
    if told := os.environ.get("DESK_MAP"):
        _draw_map(app, Path(told))
    if "walked" in sys.argv:
        _change_under_the_reader(window, app)
    code = app.exec()
    window.story.live.tell_all()
    for draft in window.story.workspace.story.drafts:
        print([paragraph.text for paragraph in draft.text.paragraphs], flush=True)
    for placed in notes(window.story.workspace.story):
        said = " ".join(paragraph.text for paragraph in placed.note.text.paragraphs)
        print("note:", said, flush=True)
    for sheet in characters(window.story.workspace.story):
        print("sheet:", sheet.name, flush=True)
    print("closed well", flush=True)
    return code


def _draw_map(app, where):
    """Keep written down where everything stands that can be clicked, for hands from outside."""

    def draw():
        seen = {}
        for window in app.topLevelWidgets():
            for widget in window.findChildren(QWidget):
                if widget.isVisible() and isinstance(widget, _CLICKED):
                    seen.update(_places(widget))
        fresh = where.with_suffix(".new")
        fresh.write_text(json.dumps(seen))
        fresh.replace(where)

    timer = QTimer(app)
    timer.timeout.connect(draw)
    timer.start(150)


def _places(widget):
    said = widget.accessibleName() or (widget.text() if isinstance(widget, _SAYING) else "")
    middle = widget.mapToGlobal(widget.rect().center())
    yield f"[{said.replace('&', '')}]", (middle.x(), middle.y())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for number in range(widget.model().rowCount()):
            index = widget.model().index(number, 0)
            middle = widget.viewport().mapToGlobal(widget.visualRect(index).center())
            words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or ""
            yield f"row: {words}", (middle.x(), middle.y())


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
