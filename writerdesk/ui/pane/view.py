"""The columns themselves: one painted, scrolling view of two to four drafts read as one.

It holds what is only the view's – where it stands, what is current, selected, pointed at – and
paints what the scene says. Nothing but what is in view is ever laid out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from writerdesk.compare.plans import Arrangement
from writerdesk.compare.relaying import Relaid
from writerdesk.compare.stage import Stage
from writerdesk.compare.stops import Reading, Stop
from writerdesk.compare.values import Comparison
from writerdesk.ui.look.lettering import EDITOR_SIZE
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane.changes import (
    carried_over,
    gutters,
    made_scene,
    relaid_scene,
    room_of,
    told_scene,
)
from writerdesk.ui.pane.frame import Frame
from writerdesk.ui.pane.gutter import paint_gutters
from writerdesk.ui.pane.keys import Command, command_for
from writerdesk.ui.pane.margins import margin_told
from writerdesk.ui.pane.passages import paint_columns
from writerdesk.ui.pane.pencil import paint_pencil
from writerdesk.ui.pane.pointer import Pointer
from writerdesk.ui.pane.scene import Column, Scene
from writerdesk.ui.pane.whereabouts import scrolled_on

# One notch of a wheel is 120 units and three lines of text, as everywhere on the desktop.
_UNITS_A_NOTCH, _LINES_A_NOTCH = 120.0, 3.0
# So much of a page stays in view on paging, to find the line again.
_PAGE = 0.88


class ColumnsView(QAbstractScrollArea):
    """Two to four columns of text with their ties; announces where the reader is."""

    moved_along = Signal()
    current_changed = Signal(int)
    asked = Signal(Command)
    geometry_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scene: Scene | None = None
        self._comparisons: Mapping[tuple[int, int], Comparison] = {}
        self._arrangement = Arrangement.SIDE_BY_SIDE
        self._zoom = 1.0
        self._alone = False
        self._beside = False
        self._letters = True
        self.active = 0
        self.pointer = Pointer(self, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        look.changed.connect(self._dress)

    @property
    def scene(self) -> Scene | None:
        """What is shown now; None before there is a comparison."""
        return self._scene

    @property
    def reading(self) -> Reading | None:
        """The comparison as it is laid out."""
        return self._scene.stage.reading if self._scene else None

    def show_reading(
        self,
        reading: Reading,
        columns: Sequence[Column],
        comparisons: Mapping[tuple[int, int], Comparison],
        *,
        keep_place: bool = False,
    ) -> None:
        """Show another comparison, from its start or, of the same drafts, where the reader is."""
        before = self._scene if keep_place else None
        self._comparisons = comparisons
        if before is not None and reading.lies_as(before.stage.reading):
            self._tell(before, reading, tuple(columns))
            return
        texts = reading, tuple(columns), comparisons
        scene = made_scene(self._look, self.frame, texts, before)
        if before is not None:
            scene.stage.stand_like(before.stage)
            self._show(carried_over(scene, before, before.stage.reading))
        else:
            scene.stage.to_start()
            self._show(replace(scene, current=0 if reading.stops else -1))

    def show_relaid(
        self,
        relaid: Relaid,
        columns: Sequence[Column],
        comparisons: Mapping[tuple[int, int], Comparison],
    ) -> None:
        """Show newer texts, of which only a part is laid out anew."""
        if self._scene is None:
            return
        self._comparisons = comparisons
        scene = relaid_scene(self._scene, relaid, columns, comparisons)
        if scene is None:
            self.show_reading(relaid.reading, columns, comparisons, keep_place=True)
        else:
            self._show(scene)

    def _show(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        if before is None or before.current != scene.current:
            self.current_changed.emit(scene.current)
        self._moved(follow=False)
        self.geometry_changed.emit()

    def _tell(self, before: Scene, reading: Reading, columns: tuple[Column, ...]) -> None:
        """Show what the passages say now: only they are set and painted anew."""
        self._scene, anew = told_scene(before, reading, columns, self._comparisons)
        if anew is None:
            self._moved(follow=False)
            self.geometry_changed.emit()
            return
        for room in anew:
            self.viewport().update(room)

    def forget(self) -> None:
        """Let go of the texts."""
        self._scene, self._comparisons = None, {}

    def arrange(self, arrangement: Arrangement) -> None:
        """Choose the look: side by side, lined up or one column."""
        self._arrangement = arrangement
        self._lay_out_again()

    def zoom(self, factor: float) -> None:
        """Set the text larger or smaller, by a factor of its usual size."""
        self._zoom = factor
        self._lay_out_again()

    def scroll_together(self, *, together: bool) -> None:
        """Scroll all columns as one, or each alone."""
        self._alone = not together
        self._beside = False
        if together and self._scene:
            self._scene.stage.follow(self.active)
            self._moved()

    def use_letters(self, *, letters: bool) -> None:
        """Let single letters be commands, or not."""
        self._letters = letters

    def change(self, **parts: object) -> None:
        """Show the scene with some of its parts changed."""
        if self._scene is None:
            return
        before = self._scene.current
        self._scene = replace(self._scene, **parts)
        self.viewport().update()
        if self._scene.current != before:
            self.current_changed.emit(self._scene.current)

    def scroll_by(self, step: float) -> None:
        """Scroll by ``step`` pixels: all columns together, or those that are to."""
        if self._scene is None:
            return
        stage = self._scene.stage
        if self._beside:
            for column in range(len(self._scene.columns)):
                stage.shift(column, step)
        elif self._alone:
            stage.shift(self.active, step)
        else:
            stage.move(step)
        self._moved()

    def page(self, pages: float) -> None:
        """Scroll by pages."""
        self.scroll_by(pages * _PAGE * self.viewport().height())

    def to_start(self) -> None:
        """Show the beginning."""
        if self._scene:
            self._beside = False
            self._scene.stage.to_start()
            self._moved()

    def to_end(self) -> None:
        """Show the end."""
        if self._scene:
            self._beside = False
            self._scene.stage.to_end()
            self._moved()

    def to_position(self, position: float) -> None:
        """Scroll to a position of the axis, as the strip asks."""
        if self._scene:
            self._beside = False
            self._scene.stage.move(position - self._scene.stage.axis.position)
            self._moved()

    def go_to(self, stop: Stop, *, segment: int | None = None) -> None:
        """Bring a stop level to the focus line, or another segment of it, and make it current."""
        if self._scene is None:
            return
        self._beside = False
        self._scene.stage.to_segment(stop.segment if segment is None else segment)
        column = next((number for number, run in enumerate(stop.runs) if run), 0)
        self.active = column if stop.runs[self.active] is None else self.active
        self.change(current=stop.number)
        self._moved(follow=False)

    def go_to_paragraph(self, column: int, paragraph: int) -> None:
        """Bring a passage that is no stop to the focus line."""
        if self._scene is not None:
            self._beside = False
            self._scene.stage.to_paragraph(column, paragraph)
            self._moved(follow=False)

    def put(self, column: int, paragraph: int, top: float) -> None:
        """Put a passage's top at a height; the other columns stand still."""
        if self._scene is not None:
            self._scene.stage.put(column, paragraph, top)
            self._moved(follow=False)

    def show_beside(self, *, beside: bool = True) -> None:
        """Scroll all columns by the same from here on, as moved passages are read."""
        self._beside = beside

    def return_together(self) -> None:
        """Leave what was shown beside each other: all level again with the active column."""
        if self._beside and self._scene:
            self._beside = False
            self._scene.stage.follow(self.active)
            self._moved()

    @property
    def frame(self) -> Frame:
        """The room there is for columns, in the look and at the size that were chosen."""
        room = self.viewport().size()
        zoom = self._zoom * self._look.appearance.editor_size / EDITOR_SIZE
        window = self.window().width()
        return Frame(float(room.width()), float(room.height()), window, self._arrangement, zoom)

    def _lay_out_again(self) -> None:
        """Set everything anew – another size, look or face – and stay where the reader is."""
        scene = self._scene
        if scene is None:
            return
        scene.typesetter.set_type(self._look.lettering, self.frame.size(len(scene.columns)))
        geometry = self.frame.geometry(len(scene.columns), scene.typesetter.letter)
        scene.typesetter.set_widths([column.width for column in geometry.columns])
        stage = scene.stage
        at_start = stage.is_at_start
        arrangement = self.frame.fitting(len(scene.columns), scene.typesetter.letter)
        if stage.arrangement is arrangement:
            stage.reflow()
            stage.look(self.frame.view)
            if at_start:
                stage.to_start()
        else:
            stage = Stage(stage.reading, arrangement, scene.typesetter, self.frame.view)
            stage.stand_like(scene.stage)
        self._scene = replace(
            scene,
            palette=self._look.palette,
            lettering=self._look.lettering,
            strength=self._look.appearance.marks,
            geometry=geometry,
            height=float(self.viewport().height()),
            stage=stage,
        )
        self._moved(follow=False)
        self.geometry_changed.emit()

    def _dress(self) -> None:
        if self._scene and self._scene.lettering == self._look.lettering:
            self.change(palette=self._look.palette, strength=self._look.appearance.marks)
        else:
            self._lay_out_again()

    def _moved(self, *, follow: bool = True) -> None:
        if self._scene is None:
            return
        axis = self._scene.stage.axis
        if follow and not self._beside:
            self.change(**scrolled_on(self._scene, self.active))
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, round(axis.furthest))
        bar.setPageStep(self.viewport().height())
        bar.setValue(round(axis.position))
        bar.blockSignals(False)
        self.viewport().update()
        self.moved_along.emit()

    def sizeHint(self) -> QSize:
        """Ask for room for two columns."""
        return QSize(900, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns and gutters."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.palette.page))
        if self._scene is not None:
            scene = self._scene
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            region = event.region()
            blocks = scene.stage.blocks()
            seen = [block for block in blocks if region.intersects(room_of(scene, block))]
            paint_columns(painter, scene, seen)
            paint_pencil(painter, scene)
            if any(region.intersects(room) for room in gutters(scene)):
                paint_gutters(painter, scene)
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what the strip under the pointer means: where a passage was taken from."""
        if isinstance(event, QHelpEvent) and self._scene is not None:
            told = margin_told(self._scene, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), told, self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew in another width; in another height nothing moves."""
        if self._scene is None:
            return
        if event.size().width() != event.oldSize().width():
            self._lay_out_again()
        else:
            self._scene.stage.look(self.frame.view)
            self.change(height=float(self.viewport().height()))
            self._moved(follow=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll all columns as one."""
        pixels = event.pixelDelta().y()
        notches = event.angleDelta().y() / _UNITS_A_NOTCH
        line = self._scene.typesetter.line_height if self._scene else 0
        if self._scene and self._alone:
            self.active = self._scene.geometry.nearest_column(event.position().x())
        self.pointer.rest_broken()
        self.scroll_by(-float(pixels) if pixels else -notches * _LINES_A_NOTCH * line)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what a key means."""
        command = command_for(event.key(), event.modifiers(), letters=self._letters)
        if command is None:
            event.ignore()
        else:
            self.asked.emit(command)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand the mouse to the pointer."""
        self.pointer.pressed(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand the mouse to the pointer."""
        self.pointer.moved(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand the mouse to the pointer."""
        self.pointer.released(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand the mouse to the pointer."""
        self.pointer.double_clicked(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Hand it to the pointer."""
        self.pointer.menu_asked(event)

    def leaveEvent(self, event: object) -> None:
        """Lift nothing any more."""
        del event
        self.pointer.rest_broken()
