"""The words of notes beside the passages, where a column's outer margin is wide enough for them."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from writerdesk.compare.plans import GAP_ROW, Arrangement
from writerdesk.story.beside import Noted
from writerdesk.ui.open_notes import (
    OpenNote,
    Spot,
    first_line_at,
    margin_for_notes,
    open_at,
    opened,
    paint_open,
)
from writerdesk.ui.pane.margins import LETTER_ROOM, is_mirrored, noted_on_lines
from writerdesk.ui.pane.scene import Scene


def paint_margin_notes(painter: QPainter, scene: Scene) -> None:
    """Paint the words of all notes in view that have room."""
    paint_open(painter, _open_notes(scene), (scene.palette, scene.lettering))


def margin_note_at(scene: Scene, point: QPointF) -> tuple[Noted, ...]:
    """Return the notes whose words are under a point."""
    return open_at(_open_notes(scene), point)


def _open_notes(scene: Scene) -> Iterator[OpenNote]:
    if scene.stage.arrangement is Arrangement.ONE_COLUMN:
        yield from _in_margin(scene, range(len(scene.columns)))
        return
    for column in range(len(scene.columns)):
        yield from _in_margin(scene, range(column, column + 1))


def _in_margin(scene: Scene, columns: range) -> Iterator[OpenNote]:
    """Lay out the notes of columns that share a margin."""
    margin = _margin(scene, columns[0])
    if margin is None:
        return
    spots = [
        Spot(first_line_at(place.center().y(), scene.lettering), noted)
        for block in scene.stage.blocks()
        if block.column in columns and block.paragraph != GAP_ROW
        for place, noted in noted_on_lines(scene, block)
    ]
    yield from opened(spots, margin, scene.lettering)


def _margin(scene: Scene, column: int) -> QRectF | None:
    place = scene.geometry.columns[column]
    if is_mirrored(scene, column):
        return margin_for_notes(place.right, place.text + place.width)
    letter = LETTER_ROOM if scene.stage.arrangement is Arrangement.ONE_COLUMN else 0.0
    return margin_for_notes(place.left, place.text - letter)
