"""What is selected in the columns, as text to copy."""

from writerdesk.ui.pane.scene import Scene


def selected_text(scene: Scene) -> str:
    """Return the selected text; gap rows are never part of it."""
    selection = scene.selection
    if selection is None or selection.is_empty:
        return ""
    start, end = selection.ordered
    paragraphs = scene.columns[start.column].document.paragraphs
    texts = [p.text for p in paragraphs[start.paragraph : end.paragraph + 1]]
    texts[-1] = texts[-1][: end.offset]
    texts[0] = texts[0][start.offset :]
    return "\n".join(texts)
