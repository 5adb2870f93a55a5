"""The overview strip: the whole comparison in a narrow column, and the part in view.

A block across the middle is told in both, paler where it is only likely; a half-bar on the left or
right is what one side alone has. Click or drag goes there.
"""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from writerdesk.compare.bounds import Certainty
from writerdesk.compare.stops import Reading, Stop
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane.scene import Scene
from writerdesk.words import _

WIDTH, NARROW_WIDTH = 16, 12
_LEAST_MARK = 2.0
_PALE = 0.35
# Drawn again at most this often while heights get known, and never within the first paint.
_SETTLE_MS = 60
_LEAST_THUMB = 12.0
_BETWEEN_TWO_SLICES = 2
# So many stops are drawn in 3 ms: the first picture has them, and a key can come between two such
# slices of the thousands that two long novels have (5,000 at once took 25 ms).
_SLICE = 400


class Strip(QWidget):
    """The overview strip beside the columns."""

    position_asked = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scene: Scene | None = None
        self._drawn: QPixmap | None = None
        self._drawing: QPixmap | None = None
        self._next = 0
        self._is_stale = False
        self._grip = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self.draw)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(_BETWEEN_TWO_SLICES)
        self._more.timeout.connect(self._go_on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Overview of the comparison"))
        look.changed.connect(self._later.start)

    def show_scene(self, scene: Scene | None, *, anew: bool) -> None:
        """Show where the reader is in a scene; ``anew`` if there is another one to show."""
        self._scene = scene
        if anew:
            # What is half drawn is of no use any more.
            self._drawing = None
            self._is_stale = True
            if not self._later.isActive():
                self._later.start()
        self.update()

    def draw(self) -> None:
        """Draw all stops as they stand on the axis now; of very many, a slice at a time."""
        if self._scene is None or self.width() < 1:
            return
        self._is_stale = False
        scale = self.devicePixelRatioF()
        self._drawing = QPixmap(self.size() * scale)
        self._drawing.setDevicePixelRatio(scale)
        self._drawing.fill(QColor(self._look.palette.panel))
        self._next = 0
        self._go_on()

    def _go_on(self) -> None:
        """Draw some more of the stops; show the picture when it has all of them."""
        if self._scene is None or self._drawing is None:
            return
        reading = self._scene.stage.reading
        stops = reading.stops[self._next : self._next + _SLICE]
        self._next += _SLICE
        painter = QPainter(self._drawing)
        share = self.height() / self._whole()
        for stop in stops:
            box = self._box_of(self._scene, stop, share)
            painter.fillRect(box, self._colour_of(reading, stop))
        painter.end()
        if self._next < len(reading.stops):
            self._more.start()
            return
        self._drawn, self._drawing = self._drawing, None
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a narrow column."""
        return QSize(WIDTH, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the stops for another height."""
        del event
        self._is_stale = True
        self._later.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stops and a frame around what is in view."""
        if self._is_stale and self._scene and len(self._scene.stage.reading.stops) <= _SLICE:
            self.draw()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.palette.panel))
        if self._drawn is not None:
            painter.drawPixmap(0, 0, self._drawn)
        if self._scene is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.palette.ink), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._thumb().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or bring the place clicked to the focus line."""
        thumb = self._thumb()
        y = event.position().y()
        if thumb.contains(event.position()):
            self._grip = y - thumb.top()
        else:
            self._grip = thumb.height() / 3
            self._ask(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame along."""
        self._ask(event.position().y())

    def _ask(self, y: float) -> None:
        if self._scene is not None:
            axis = self._scene.stage.axis
            top = (y - self._grip) / max(1.0, self.height()) * self._whole()
            self.position_asked.emit(top + axis.view.focus - axis.view.top)

    def _whole(self) -> float:
        """Return how long what the strip shows is, blank at the end included."""
        if self._scene is None:
            return 1.0
        axis = self._scene.stage.axis
        return max(1.0, axis.length, axis.view.height)

    def _thumb(self) -> QRectF:
        if self._scene is None:
            return QRectF()
        axis = self._scene.stage.axis
        share = self.height() / self._whole()
        height = max(_LEAST_THUMB, min(axis.view.height * share, float(self.height())))
        top = (axis.position - axis.view.focus + axis.view.top) * share
        return QRectF(0, max(0.0, min(top, self.height() - height)), self.width(), height)

    def _box_of(self, scene: Scene, stop: Stop, share: float) -> QRectF:
        """Return where a stop is drawn: left or right what only one of the outer columns has."""
        axis = scene.stage.axis
        top, bottom = axis.start_of(stop.segment), axis.start_of(stop.segment + 1)
        box = QRectF(2, top * share, self.width() - 4, max(_LEAST_MARK, (bottom - top) * share - 1))
        if stop.moved or stop.column is not None:
            half = box.width() * 0.45
            column = next(c for c, run in enumerate(stop.runs) if run)
            if column == 0:
                box.setWidth(half)
            elif column == len(stop.runs) - 1:
                box.setLeft(box.right() - half)
        return box

    def _colour_of(self, reading: Reading, stop: Stop) -> QColor:
        marks = self._look.palette.marks
        if stop.moved or stop.column is not None:
            return QColor(marks.moved.line if stop.moved else marks.only_here.line)
        sure = all(reading.bounds[n].certainty is Certainty.SURE for n in stop.bounds)
        colour = QColor(marks.anew.line)
        colour.setAlphaF(_SOLID if sure else _PALE)
        return colour


# Strong enough to be seen at once, soft enough not to be louder than the text.
_SOLID = 0.65
