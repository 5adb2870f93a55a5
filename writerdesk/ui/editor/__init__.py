"""The editor: a draft's text in a QTextDocument, mirrored turn by turn into a frozen `Document`."""

from writerdesk.ui.editor.draft_text import DraftText
from writerdesk.ui.editor.editor import Editor
from writerdesk.ui.editor.formats import Formats

__all__ = ["DraftText", "Editor", "Formats"]
