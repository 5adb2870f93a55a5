"""The pencil beside the passage the reader is at: a click there edits it where it stands.

It keeps below whatever signs the passage has, in the outer margin; a column that can't be written
has none.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from writerdesk.compare.plans import Block
from writerdesk.ui.pane.margins import sign_box
from writerdesk.ui.pane.scene import Scene

# Drawn in a box of 16: the shaft with its point, and the line between shaft and point.
_SHAFT = ((2.5, 13.5), (3.4, 10.0), (11.0, 2.4), (13.6, 5.0), (6.0, 12.6), (2.5, 13.5))
_COLLAR = ((3.4, 10.0), (6.0, 12.6))
_BOX = 16.0
# A target is larger than what is drawn in it.
_AROUND = 4.0


def paint_pencil(painter: QPainter, scene: Scene) -> None:
    """Paint the pencil, if there is a passage to be edited."""
    box = _pencil_box(scene)
    if box is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _BOX, box.height() / _BOX)
    painter.setPen(QPen(QColor(scene.palette.soft), 1.5))
    for line in (_SHAFT, _COLLAR):
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    painter.restore()


def is_pencil_at(scene: Scene, point: QPointF) -> bool:
    """Tell whether a point is on the pencil."""
    box = _pencil_box(scene)
    wide = box and box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return wide is not None and wide.contains(point)


def _pencil_box(scene: Scene) -> QRectF | None:
    block = _block_here(scene)
    return None if block is None else sign_box(scene, block)


def _block_here(scene: Scene) -> Block | None:
    """Return the passage the reader is at, if it is in view and can be written."""
    at = scene.focus or (scene.selection and scene.selection.caret[:2])
    if at is None or scene.columns[at[0]].fixed or scene.editing is not None:
        return None
    return next((block for block in scene.stage.blocks() if block[:2] == at), None)
