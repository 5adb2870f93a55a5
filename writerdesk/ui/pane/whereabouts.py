"""Where the reader is in a comparison: the stop, the passage, the sentence the keys mean."""

from writerdesk.compare.segments import Run
from writerdesk.compare.stops import Stop
from writerdesk.compare.takes import Words
from writerdesk.manuscript import Passage, sentence_spans
from writerdesk.ui.pane.scene import Scene


def current_stop(scene: Scene | None) -> Stop | None:
    """Return the stop the reader is at."""
    if scene is None or scene.current < 0:
        return None
    return scene.stage.reading.stops[scene.current]


def here(scene: Scene | None, active: int) -> tuple[int, int] | None:
    """Return the passage the keys mean: the focused one, the caret's, the current stop's."""
    if scene is None:
        return None
    if scene.focus is not None:
        return scene.focus
    if scene.selection is not None:
        return scene.selection.caret[:2]
    stop = current_stop(scene)
    run = stop.runs[active] if stop else None
    return (active, run.start) if run else None


def words_here(scene: Scene | None) -> Words | None:
    """Return what is selected or, around a caret, its sentence; None where there is no caret."""
    if scene is None or scene.selection is None:
        return None
    start, end = scene.selection.ordered
    if scene.selection.is_empty:
        text = scene.columns[start.column].document.paragraphs[start.paragraph].text
        span = _sentence_at(text, start.offset)
        return Words(start.column, Run(start.paragraph, start.paragraph + 1), *span)
    last = end.paragraph
    if end.offset == 0 and last > start.paragraph:
        # A selection that ends before a passage's first letter has nothing of it.
        last -= 1
        length = len(scene.columns[start.column].document.paragraphs[last].text)
        return Words(start.column, Run(start.paragraph, last + 1), start.offset, length)
    return Words(start.column, Run(start.paragraph, last + 1), start.offset, end.offset)


def passage_of(scene: Scene, words: Words) -> Passage:
    """Return words as a passage of their draft."""
    column = scene.columns[words.column]
    ids = column.document.ids[words.run.start : words.run.end]
    return Passage(column.draft, ids, words.start, words.end)


def _sentence_at(text: str, offset: int) -> tuple[int, int]:
    spans = sentence_spans(text)
    # Between two sentences the one that begins is meant, behind the last the last.
    return next((span for span in spans if offset < span[1]), spans[-1] if spans else (0, 0))


def stop_at_focus(scene: Scene, active: int) -> int:
    """Return the number of the stop at the focus line, -1 for none; at the very start the first."""
    stage = scene.stage
    column, paragraph, _ = stage.at_focus(min(active, len(stage.axis.spots) - 1))
    segment = stage.reading.segments[stage.axis.segment]
    if stage.is_at_start and stage.reading.stops:
        return 0
    here = next((c for c, run in enumerate(segment.runs) if run.end > run.start), column)
    if segment.column is not None or not segment.runs[column].start <= paragraph:
        paragraph, column = segment.runs[here].start, here
    stop = stage.reading.stop_at(column, paragraph)
    return stop.number if stop else -1


def scrolled_on(scene: Scene, active: int) -> dict[str, object]:
    """Return what is otherwise in a scene that was scrolled: its current stop, what the keys mean.

    What is out of sight is not meant any more; words that are selected stay so, to be copied.
    """
    current = stop_at_focus(scene, active)
    if current == scene.current or (scene.focus is None and scene.selection is None):
        return {"current": current}
    seen = {block[:2] for block in scene.stage.blocks()}
    selection = scene.selection
    if selection is not None and selection.is_empty and selection.caret[:2] not in seen:
        selection = None
    focus = scene.focus if scene.focus in seen else None
    return {"current": current, "focus": focus, "selection": selection}
