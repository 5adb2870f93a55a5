"""A story in memory for tests of the window: the real workspace over a keeper without a disk."""

from datetime import datetime
from itertools import count
from pathlib import Path

from writerdesk.manuscript import Document, Paragraph
from writerdesk.story.drafting import add_draft
from writerdesk.story.identities import Identities
from writerdesk.story.items import Draft
from writerdesk.story.story import Story
from writerdesk.ui.look import Look
from writerdesk.ui.window import Window
from writerdesk.workspace.workspace import Opened, Workspace

THREE = (
    ["The harbour froze in March.", "Ida counted the boats."],
    ["In March the harbour froze.", "Nobody counted anything, and the"],
    ["It was cold."],
)


class MemoryKeeper:
    """Keeps nothing on disk, and says so at once."""

    def __init__(self):
        self.saved = []
        self.logged = []

    def log(self, edits):
        self.logged.append(edits)

    def save(self, story, *, why, name=""):
        self.saved.append(story)
        return datetime(2026, 11, 21, 10, 42, 7)

    def close(self):
        pass


def workspace_of(drafts=THREE, keeper=None):
    numbers = count(1)
    identities = Identities(7, lambda: f"id{next(numbers)}")
    story = Story()
    for texts in drafts:
        items = identities.newborn([Paragraph(text) for text in texts])
        draft = Draft(identities.record(), text=Document.from_items(items), goal=100)
        story = add_draft(story, draft)
    opened = Opened(Path("story.writerdesk"), story, keeper or MemoryKeeper(), identities)
    return Workspace(opened)


def window_of(qtbot, drafts=THREE, size=(1280, 832)):
    window = Window(Look(), "text, Markdown")
    qtbot.addWidget(window)
    window.resize(*size)
    window.show_story(workspace_of(drafts))
    window.show()
    qtbot.waitExposed(window)
    return window
