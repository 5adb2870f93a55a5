"""A passage and its marks told in words, for whoever can't see shapes."""

from collections.abc import Iterator

from writerdesk.compare.drawn import Drawn, MarkKind
from writerdesk.compare.plans import GAP_ROW, Block
from writerdesk.ui.beside import beside_told
from writerdesk.ui.pane.passages import gap_sentence
from writerdesk.ui.pane.scene import Scene
from writerdesk.ui.pane.sentences import announcement
from writerdesk.words import _


def told_of(scene: Scene, column: int, paragraph: int) -> str:
    """Say which stop a passage belongs to and what is marked in it."""
    reading = scene.stage.reading
    stop = reading.stop_at(column, paragraph)
    whose = announcement(reading, scene.columns, stop) if stop else _apart(scene, column, paragraph)
    said = [whose]
    text = scene.columns[column].document.paragraphs[paragraph].text
    marks = scene.marks.on(column, paragraph, quiet=scene.quiet)
    said.extend(mark_in_words(text, mark) for mark in marks)
    if beside := scene.columns[column].beside.get(scene.columns[column].document.ids[paragraph]):
        said.append(beside_told(beside))
    said.extend(_gap_rows(scene, column, paragraph))
    return " ".join(said)


def _apart(scene: Scene, column: int, paragraph: int) -> str:
    """Say of a passage that is no stop where it stands."""
    if scene.stage.reading.stands_alone(column, paragraph):
        letter = scene.columns[column].letter
        return _("An empty line, only in {letter}.").format(letter=letter)
    return _("The same in both.")


def _gap_rows(scene: Scene, column: int, paragraph: int) -> Iterator[str]:
    """Say what the column waits for before a passage, and after its last one."""
    reading = scene.stage.reading
    own = reading.segment_of(column, paragraph)
    if paragraph == reading.segments[own].runs[column].start:
        first = own
        while first > 0 and reading.waits(column, first - 1):
            first -= 1
        if first < own and (gap := _gap(scene, column, first)):
            yield _("Before this, {gap}.").format(gap=gap)
    is_last = paragraph == len(reading.documents[column]) - 1 and own + 1 < len(reading.segments)
    if is_last and (gap := _gap(scene, column, own + 1)):
        yield _("After this, {gap}.").format(gap=gap)


def _gap(scene: Scene, column: int, segment: int) -> str:
    return gap_sentence(scene, Block(column, GAP_ROW, segment, 0.0, 0.0))


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
