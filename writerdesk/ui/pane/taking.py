"""What is taken when the writer asks for it: a passage, a beat, a sentence or what is selected.

Nothing is changed here; what was asked for is announced, and where it would go.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from writerdesk.compare.segments import Run
from writerdesk.compare.takes import Words, taking, taking_part, taking_words
from writerdesk.compare.values import Likeness
from writerdesk.manuscript import Passage, whole_passage
from writerdesk.ui.pane.scene import Scene
from writerdesk.ui.pane.view import ColumnsView
from writerdesk.ui.pane.whereabouts import current_stop, here, passage_of, words_here
from writerdesk.words import _


class Unit(StrEnum):
    """How much is taken."""

    PASSAGE = "passage"
    BEAT = "beat"
    WORDS = "words"


class Takes(QObject):
    """Tells what taking means where the reader is."""

    asked = Signal(object)
    """A `Taking` or a `WordsTaking`."""
    new_asked = Signal(Passage)
    target_wanted = Signal(Unit)
    """There is more than one column it could go into."""
    told = Signal(str)

    def __init__(self, view: ColumnsView) -> None:
        super().__init__(view)
        self._view = view

    def take(self, unit: Unit) -> None:
        """Take into the other column, or let the writer say into which."""
        scene = self._view.scene
        if scene is None:
            return
        targets = self.targets()
        if len(scene.columns) > 2 and targets:
            self.target_wanted.emit(unit)
        elif targets:
            self.into(unit, targets[0])
        else:
            self.told.emit(_("Nothing can be taken into the other column: it is not a draft."))

    def targets(self) -> list[int]:
        """Return the columns that something of the active one can go into."""
        scene = self._view.scene
        source = self._source()
        if scene is None or source is None:
            return []
        return [n for n, column in enumerate(scene.columns) if n != source and not column.fixed]

    def into(self, unit: Unit, target: int) -> None:
        """Take into a column."""
        scene = self._view.scene
        asked = self._meant(scene, unit, target) if scene else None
        if scene and unit is not Unit.BEAT and self._is_same(scene, target):
            letter = scene.columns[target].letter
            self.told.emit(_("{letter} says the same there already.").format(letter=letter))
        elif asked is None:
            self.told.emit(_("There is nothing here to take."))
        else:
            self.asked.emit(asked)

    def into_new(self, unit: Unit) -> None:
        """Take into a draft of its own."""
        scene = self._view.scene
        passage = self._passage(scene, unit) if scene else None
        if passage is None:
            self.told.emit(_("There is nothing here to take."))
        else:
            self.new_asked.emit(passage)

    def _is_same(self, scene: Scene, target: int) -> bool:
        """Tell whether the passage the reader is at stands in ``target`` word for word."""
        place = here(scene, self._view.active)
        if place is None:
            return False
        reading = scene.stage.reading
        if reading.stop_at(*place) is None:
            return not reading.stands_alone(*place)
        return any(
            bound.kind is Likeness.SAME and target in bound.columns
            for bound in reading.bounds_at(*place)
        )

    def _source(self) -> int | None:
        """Return the column the reader is in."""
        place = here(self._view.scene, self._view.active)
        return place[0] if place else self._view.active

    def _meant(self, scene: Scene, unit: Unit, target: int) -> object:
        reading = scene.stage.reading
        stop, place = current_stop(scene), here(scene, self._view.active)
        words = words_here(scene)
        if unit is Unit.BEAT:
            return taking(reading, stop, self._view.active, target) if stop else None
        if unit is Unit.WORDS and words is not None and words.start < _end(scene, words):
            return taking_words(reading, words, target)
        if place is None:
            return None
        column, paragraph = place
        return taking_part(reading, column, Run(paragraph, paragraph + 1), target)

    def _passage(self, scene: Scene, unit: Unit) -> Passage | None:
        stop, place = current_stop(scene), here(scene, self._view.active)
        words = words_here(scene)
        if unit is Unit.WORDS and words is not None:
            return passage_of(scene, words)
        run = stop.runs[self._view.active] if unit is Unit.BEAT and stop else None
        if run is not None:
            column = scene.columns[self._view.active]
            return whole_passage(column.draft, column.document, *run)
        if place is None or unit is Unit.BEAT:
            return None
        column = scene.columns[place[0]]
        return whole_passage(column.draft, column.document, place[1], place[1] + 1)


def _end(scene: Scene, words: Words) -> int:
    """Return where words end, counted in their first paragraph."""
    if words.run.end - words.run.start == 1:
        return words.end
    return len(scene.columns[words.column].document.paragraphs[words.run.start].text) + 1
