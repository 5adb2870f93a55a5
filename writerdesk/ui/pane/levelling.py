"""Brings the partners of a passage beside it: the column under the pointer stands still.

Near ones glide there, so that the eye can follow; farther ones are cut to, and lit for a moment.
"""

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation

from writerdesk.compare.stops import Stop
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane.frame import TOP
from writerdesk.ui.pane.view import ColumnsView

# Gliding past more than two screens is a blur.
_SCREENS = 2.0
# Long enough to be found after a cut, short enough not to be taken for a mark.
_ARRIVED_MS = 600


class Levelling(QObject):
    """Levels passages in a view."""

    def __init__(self, view: ColumnsView, look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._step)
        self._goals: list[tuple[int, int, float, float]] = []

    def level(self, stop: Stop, standing: int) -> None:
        """Bring what the other columns have of a stop level with what ``standing`` has."""
        scene = self._view.scene
        run = stop.runs[standing]
        if scene is None:
            return
        if run is None:
            self._view.go_to(stop)
            return
        top = scene.stage.top_of(standing, run.start)
        self._view.active = standing
        self._view.show_beside(beside=stop.moved)
        self._goals = [
            (column, other.start, scene.stage.top_of(column, other.start), top)
            for column, other in enumerate(stop.runs)
            if other and column != standing
        ]
        farthest = max((abs(end - start) for _, _, start, end in self._goals), default=0.0)
        self._glide.stop()
        duration = self._look.motion.level
        if duration == 0 or farthest > _SCREENS * scene.height:
            self._step(1.0)
            for column, paragraph, _start, _end in self._goals:
                arrive(self._view, column, paragraph)
        else:
            self._glide.setDuration(duration)
            self._glide.start()

    def _step(self, share: float) -> None:
        for column, paragraph, start, end in self._goals:
            self._view.put(column, paragraph, start + (end - start) * share)


def arrive(view: ColumnsView, column: int, paragraph: int) -> None:
    """Outline a passage for a moment: here is what was cut to."""
    view.change(arrived=(column, paragraph))
    QTimer.singleShot(_ARRIVED_MS, view, lambda: view.change(arrived=None))


def is_in_view(view: ColumnsView, stop: Stop) -> bool:
    """Tell whether anything of a stop is seen."""
    scene = view.scene
    blocks = scene.stage.blocks() if scene else ()
    return any(scene is not None and scene.stop_of(block) == stop.number for block in blocks)


def bring_into_view(view: ColumnsView, column: int, paragraph: int) -> None:
    """Scroll just as far as it takes to see a whole passage, or its beginning."""
    if (scene := view.scene) is None:
        return
    top = scene.stage.top_of(column, paragraph)
    bottom = top + scene.typesetter.measure(column, paragraph)
    if top < 0 or bottom - top > scene.height:
        view.scroll_by(top - TOP)
    elif bottom > scene.height:
        view.scroll_by(bottom - scene.height + TOP)
