"""What the mouse does in the columns: carets, selections, levelling, and lifting on hover.

A click in the text never scrolls. Only the numbers, tabs and gap rows go somewhere.
"""

from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from writerdesk.compare.plans import GAP_ROW, Block
from writerdesk.manuscript import Span, tokens
from writerdesk.ui.pane.gutter import Label, label_at
from writerdesk.ui.pane.margin_notes import margin_note_at
from writerdesk.ui.pane.margins import notes_under
from writerdesk.ui.pane.passages import pill_of, text_origin
from writerdesk.ui.pane.pencil import is_pencil_at
from writerdesk.ui.pane.scene import Scene, Selection, TextPlace

# The partner lifts when the pointer has rested, never on its way across nor while scrolling.
_REST_MS, _QUIET_AFTER_WHEEL_MS = 120, 250
_TRIPLE_MS = 400
# A drag that begins this near the text still selects.
_NEAR_TEXT = 8.0


class Surface(Protocol):
    """What the pointer moves over: it shows a scene, and changes it when asked to."""

    active: int

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        ...

    def change(self, **parts: object) -> None:
        """Show the scene with some of its parts changed."""
        ...

    def viewport(self) -> QWidget:
        """Return the widget that is painted on."""
        ...

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Take the keys."""
        ...


class Pointer(QObject):
    """Follows the mouse over the columns and changes what is selected, current and lifted."""

    label_clicked = Signal(object, int)
    gap_clicked = Signal(int)
    note_clicked = Signal(str)
    """The id of a note whose dot was clicked."""
    pencil_clicked = Signal()
    placed = Signal()
    tie_drawn = Signal(object, object)
    menu_wanted = Signal(QPoint)
    """Where on the screen, of what the reader is at now."""

    def __init__(self, view: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._selecting = False
        self._tying: tuple[int, int] | None = None
        self._since_double = QElapsedTimer()
        self._since_wheel = QElapsedTimer()
        self._at = QPointF()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._rested)

    def rest_broken(self) -> None:
        """Stop waiting for the pointer to rest, and lift nothing, until the wheel is still."""
        self._since_wheel.start()
        self._rest.stop()
        self._hover(-1)

    def pressed(self, event: QMouseEvent) -> None:
        """Begin a selection, or go where a number, tab or gap row says."""
        scene = self._view.scene
        if scene is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position()
        if label := label_at(scene, point):
            self.label_clicked.emit(label, _standing(scene, label, point.x()))
            return
        block = block_at(scene, point)
        if block is None:
            return
        if block.paragraph == GAP_ROW:
            if pill_of(scene, block).contains(point):
                self.gap_clicked.emit(block.segment)
            return
        if noted := notes_under(scene, point) or margin_note_at(scene, point):
            self.note_clicked.emit(noted[0].id)
            return
        if in_margin(scene, block, point):
            self._tying = block.column, block.paragraph
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        self._put_caret(scene, block, event)

    def moved(self, event: QMouseEvent) -> None:
        """Draw the selection on, or wait for the pointer to rest."""
        scene = self._view.scene
        if scene is None:
            return
        self._at = event.position()
        if self._tying is not None:
            self._view.change(drop=self._drop(scene))
            return
        if self._selecting and scene.selection:
            column = scene.selection.anchor.column
            if place := nearest_place(scene, self._at, column):
                self._view.change(selection=Selection(scene.selection.anchor, place))
            return
        self._view.viewport().setCursor(_cursor(scene, self._at))
        if not self._rest.isActive():
            self._hover(self._stop_under(scene) if scene.hovered >= 0 else -1)
        self._rest.start()

    def released(self, event: QMouseEvent) -> None:
        """End the selection, or tie what was dragged to where it was let go."""
        scene = self._view.scene
        self._selecting = False
        if self._tying is None or scene is None:
            return
        self._at = event.position()
        dragged, onto = self._tying, self._drop(scene)
        self._tying = None
        self._view.change(drop=None)
        if onto is not None:
            self.tie_drawn.emit(dragged, onto)
        elif is_pencil_at(scene, self._at):
            # What is dragged from there is tied as from anywhere in the margin.
            self.pencil_clicked.emit()

    def double_clicked(self, event: QMouseEvent) -> None:
        """Select the word."""
        scene = self._view.scene
        block = block_at(scene, event.position()) if scene else None
        if scene is None or block is None or block.paragraph == GAP_ROW:
            self.pressed(event)
            return
        place = place_in(scene, block, event.position())
        text = scene.columns[block.column].document.paragraphs[block.paragraph].text
        start, end = _word_at(text, place.offset)
        self._select(block, start, end)
        self._since_double.start()

    def menu_asked(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the passage under the pointer, or by key where the reader is."""
        scene = self._view.scene
        if scene is None:
            return
        where, viewport = event.globalPos(), self._view.viewport()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            point = QPointF(viewport.mapFromGlobal(where))
            block = block_at(scene, point)
            if block is None or block.paragraph == GAP_ROW:
                return
            place = place_in(scene, block, point)
            if not (scene.selection and _is_inside(scene.selection, place)):
                self._view.active = block.column
                self._view.change(
                    selection=Selection(place, place), current=scene.stop_of(block), focus=None
                )
                self.placed.emit()
        elif scene.focus is not None:
            column, paragraph = scene.focus
            top = max(0.0, scene.stage.top_of(column, paragraph))
            left = scene.geometry.columns[column].text
            where = viewport.mapToGlobal(QPointF(left, top).toPoint())
        self.menu_wanted.emit(where)

    def _drop(self, scene: Scene) -> tuple[int, int] | None:
        """Return the passage of another column that the dragged one is over."""
        block = block_at(scene, self._at)
        if block is None or self._tying is None or block.paragraph == GAP_ROW:
            return None
        return None if block.column == self._tying[0] else (block.column, block.paragraph)

    def _put_caret(self, scene: Scene, block: Block, event: QMouseEvent) -> None:
        self._view.active = block.column
        if self._since_double.isValid() and self._since_double.elapsed() < _TRIPLE_MS:
            paragraph = scene.columns[block.column].document.paragraphs[block.paragraph]
            self._select(block, 0, len(paragraph.text))
            return
        place = place_in(scene, block, event.position())
        extended = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and scene.selection
        anchor = scene.selection.anchor if extended and scene.selection else place
        anchor = anchor if anchor.column == place.column else place
        self._view.change(
            selection=Selection(anchor, place),
            current=scene.stop_of(block),
            focus=None,
            hovered=-1,
        )
        self._selecting = True
        self.placed.emit()

    def _select(self, block: Block, start: int, end: int) -> None:
        self._view.change(
            selection=Selection(
                TextPlace(block.column, block.paragraph, start),
                TextPlace(block.column, block.paragraph, end),
            )
        )

    def _rested(self) -> None:
        quiet = not self._since_wheel.isValid() or (
            self._since_wheel.elapsed() >= _QUIET_AFTER_WHEEL_MS
        )
        scene = self._view.scene
        if scene is not None and quiet:
            self._hover(self._stop_under(scene))

    def _stop_under(self, scene: Scene) -> int:
        if label := label_at(scene, self._at):
            return label.stop
        block = block_at(scene, self._at)
        return scene.stop_of(block) if block else -1

    def _hover(self, stop: int) -> None:
        scene = self._view.scene
        if scene is not None and scene.hovered != stop:
            self._view.change(hovered=stop)


def block_at(scene: Scene, point: QPointF) -> Block | None:
    """Return the passage or gap row at a point; None in a gutter or below the end."""
    column = scene.geometry.column_at(point.x())
    for block in scene.stage.blocks():
        same = scene.geometry.gutter == 0 or block.column == column
        if same and block.top <= point.y() < block.top + block.height:
            return block
    return None


def in_margin(scene: Scene, block: Block, point: QPointF) -> bool:
    """Tell whether a point is beside a passage's text: what is taken there is the whole passage."""
    place = scene.geometry.columns[block.column]
    beside = not place.text - _NEAR_TEXT <= point.x() <= place.text + place.width + _NEAR_TEXT
    return beside and len(scene.columns) > 1 and scene.geometry.gutter > 0


def place_in(scene: Scene, block: Block, point: QPointF) -> TextPlace:
    """Return the place in a passage nearest to a point."""
    origin = text_origin(scene, block)
    setting = scene.typesetter.set(block.column, block.paragraph)
    unit = setting.unit_at(point.x() - origin.x(), point.y() - origin.y())
    text = scene.columns[block.column].document.paragraphs[block.paragraph].text
    return TextPlace(block.column, block.paragraph, min(setting.offset(unit), len(text)))


def nearest_place(scene: Scene, point: QPointF, column: int) -> TextPlace | None:
    """Return the place of a column nearest to a point anywhere: gap rows hold no text."""
    blocks = [b for b in scene.stage.blocks() if b.column == column and b.paragraph != GAP_ROW]
    if not blocks:
        return None
    block = min(blocks, key=lambda b: max(b.top - point.y(), point.y() - b.top - b.height, 0.0))
    return place_in(scene, block, point)


def _is_inside(selection: Selection, place: TextPlace) -> bool:
    start, end = selection.ordered
    return not selection.is_empty and start <= place <= end


def _standing(scene: Scene, label: Label, x: float) -> int:
    """Return the column that stands still when a label is clicked: the one under the pointer."""
    if label.is_tab:
        return label.column
    left, right = scene.geometry.gutter_after(label.column)
    return label.column if x < (left + right) / 2 else label.column + 1


def _word_at(text: str, offset: int) -> Span:
    for (start, end), _ in tokens(text):
        if start <= offset < end:
            return start, end
    return offset, offset


def _cursor(scene: Scene, point: QPointF) -> Qt.CursorShape:
    if label_at(scene, point) or is_pencil_at(scene, point) or margin_note_at(scene, point):
        return Qt.CursorShape.PointingHandCursor
    block = block_at(scene, point)
    if block is None:
        return Qt.CursorShape.ArrowCursor
    if block.paragraph == GAP_ROW:
        inside = pill_of(scene, block).contains(point)
        return Qt.CursorShape.PointingHandCursor if inside else Qt.CursorShape.ArrowCursor
    beside = in_margin(scene, block, point)
    return Qt.CursorShape.OpenHandCursor if beside else Qt.CursorShape.IBeamCursor
