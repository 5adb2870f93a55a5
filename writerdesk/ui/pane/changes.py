"""What of the columns has to be painted anew, when newer texts of them are shown."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF

from writerdesk.compare.plans import Block
from writerdesk.manuscript import Document
from writerdesk.ui.pane.scene import Scene


def changed(before: Sequence[Document], after: Sequence[Document]) -> Iterator[tuple[int, int]]:
    """Yield which paragraphs say something else, by column and number; none came nor went."""
    for column, (old, new) in enumerate(zip(before, after, strict=True)):
        for number, (one, other) in enumerate(zip(old.paragraphs, new.paragraphs, strict=True)):
            if one is not other:
                yield column, number


def room_of(scene: Scene, block: Block) -> QRect:
    """Return all of its column that a block may be painted in."""
    place = scene.geometry.columns[block.column]
    return QRectF(place.left, block.top, place.right - place.left, block.height).toAlignedRect()


def gutters(scene: Scene) -> Iterator[QRect]:
    """Yield where the gutters are."""
    for gutter in range(len(scene.columns) - 1):
        left, right = scene.geometry.gutter_after(gutter)
        yield QRectF(left, 0, right - left, scene.height).toAlignedRect()


def carried(before: Scene, after: Scene) -> int:
    """Return the stop that holds now what the current one held before."""
    if before.current < 0:
        return -1
    stop = before.stage.reading.stops[before.current]
    for column, run in enumerate(stop.runs):
        if run:
            id = before.columns[column].document.ids[run.start]
            number = after.columns[column].document.place_of(id)
            found = after.stage.reading.stop_at(column, number) if number is not None else None
            return found.number if found else -1
    return -1
