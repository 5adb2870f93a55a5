"""A passage and its marks told in words, for whoever can't see shapes."""

from writerdesk.compare.drawn import Drawn, MarkKind
from writerdesk.ui.pane.scene import Scene
from writerdesk.ui.pane.sentences import announcement
from writerdesk.words import _


def told_of(scene: Scene, column: int, paragraph: int) -> str:
    """Say which stop a passage belongs to and what is marked in it."""
    reading = scene.stage.reading
    stop = reading.stop_at(column, paragraph)
    said = [announcement(reading, scene.columns, stop)] if stop else [_("The same in both.")]
    text = scene.columns[column].document.paragraphs[paragraph].text
    marks = scene.marks.on(column, paragraph, quiet=scene.quiet)
    said.extend(mark_in_words(text, mark) for mark in marks)
    return " ".join(said)


def mark_in_words(text: str, mark: Drawn) -> str:
    """Say what a mark marks."""
    words = text[mark.start : mark.end]
    return {
        MarkKind.CHANGED: _("Changed here: “{words}”."),
        MarkKind.REWORKED: _("Sentence reworked: “{words}”."),
        MarkKind.SHARED: _("Both say: “{words}”."),
        MarkKind.ECHO: _("Also elsewhere: “{words}”."),
        MarkKind.TYPOGRAPHY: _("Other signs: “{words}”."),
        MarkKind.FORMAT: _("Other format: “{words}”."),
    }[mark.kind].format(words=words)
