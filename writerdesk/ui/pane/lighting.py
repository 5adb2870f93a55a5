"""Lights what was just taken, once: its ground fades, or with less motion it is outlined."""

from collections.abc import Collection

from PySide6.QtCore import QObject, QVariantAnimation

from writerdesk.manuscript import ParagraphId
from writerdesk.ui.look.look import Look
from writerdesk.ui.pane.levelling import arrive
from writerdesk.ui.pane.view import ColumnsView


class Lighting(QObject):
    """Lights passages in a view."""

    def __init__(self, view: ColumnsView, look: Look) -> None:
        super().__init__(view)
        self._view, self._look = view, look
        self._lit: tuple[int, frozenset[ParagraphId]] = 0, frozenset()
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._step)
        self._fade.finished.connect(lambda: view.change(lit=None))

    def light(self, column: int, ids: Collection[ParagraphId]) -> None:
        """Light passages of a column."""
        scene = self._view.scene
        if scene is None or not ids:
            return
        self._fade.stop()
        self._lit = column, frozenset(ids)
        if duration := self._look.motion.fade:
            self._fade.setDuration(duration)
            self._fade.start()
            return
        numbers = map(scene.columns[column].document.place_of, ids)
        first = min((number for number in numbers if number is not None), default=None)
        if first is not None:
            arrive(self._view, column, first)

    def _step(self, share: float) -> None:
        self._view.change(lit=(*self._lit, share))
