"""Finding words in the columns: hits are marked where they are in view, and gone through in order.

The order is that of the axis: what stands level is met together, left before right.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from writerdesk.manuscript import Document, Span
from writerdesk.manuscript.finding import Found, find
from writerdesk.ui.find_bar import FindBar
from writerdesk.ui.pane.levelling import bring_into_view
from writerdesk.ui.pane.scene import Scene, Selection, TextPlace
from writerdesk.ui.pane.view import ColumnsView


class Finding(QObject):
    """What a find bar asks for, done in the columns of a comparison."""

    def __init__(self, view: ColumnsView, bar: FindBar) -> None:
        super().__init__(view)
        self._view, self._bar = view, bar
        self._hits: list[tuple[TextPlace, int]] = []
        self._looked_in: tuple[Document, ...] = ()
        self._at = -1
        bar.wanted.connect(self.look_for)
        bar.step_asked.connect(self.step)
        bar.closed.connect(self._stop)
        view.geometry_changed.connect(self._look_again)

    def open(self) -> None:
        """Open the bar."""
        self._bar.open_for("", replacing=False)

    def look_for(self) -> None:
        """Mark every place where the words in the bar stand."""
        self._at = -1
        scene = self._view.scene
        if scene is None:
            return
        self._looked_in = tuple(column.document for column in scene.columns)
        self._hits = _hits(scene, self._bar)
        self._view.change(found=_by_passage(self._hits))
        self._bar.show_count(-1, len(self._hits))

    def step(self, by: int) -> None:
        """Go to the next or the previous place, around the ends."""
        if not self._bar.isVisible():
            self.open()
            return
        self._look_again()
        if not self._hits:
            return
        start = -1 if by > 0 else 0
        self._at = ((self._at if self._at >= 0 else start) + by) % len(self._hits)
        place, end = self._hits[self._at]
        self._view.active = place.column
        bring_into_view(self._view, place.column, place.paragraph)
        chosen = Selection(place, TextPlace(place.column, place.paragraph, end))
        self._view.change(selection=chosen, focus=None)
        self._bar.show_count(self._at, len(self._hits))

    def _look_again(self) -> None:
        """Look again when the texts are others than last time."""
        scene = self._view.scene
        if scene is None or not self._bar.isVisible():
            return
        if self._looked_in != tuple(column.document for column in scene.columns):
            self.look_for()

    def _stop(self) -> None:
        self._hits = []
        self._view.change(found=None)
        self._view.setFocus()


def _hits(scene: Scene, bar: FindBar) -> list[tuple[TextPlace, int]]:
    """Return where the words of a bar stand, in the order of the axis."""
    reading = scene.stage.reading
    order: list[tuple[int, TextPlace, int]] = []
    for number, column in enumerate(scene.columns):
        segments = iter(enumerate(reading.segments))
        at, run = next(segments, (0, None))
        for hit in _found(column.document, bar):
            while run is not None and run.runs[number].end <= hit.number:
                at, run = next(segments, (at, None))
            order.append((at, TextPlace(number, hit.number, hit.start), hit.end))
    return [(place, end) for _segment, place, end in sorted(order)]


def _found(document: Document, bar: FindBar) -> Sequence[Found]:
    wanted, capitals, whole = bar.field.text(), bar.capitals, bar.whole
    return find(document, wanted, keep_case=capitals.isChecked(), whole_words=whole.isChecked())


def _by_passage(
    hits: Sequence[tuple[TextPlace, int]],
) -> Mapping[tuple[int, int], Sequence[Span]]:
    found: dict[tuple[int, int], list[Span]] = {}
    for place, end in hits:
        found.setdefault(place[:2], []).append((place.offset, end))
    return found
