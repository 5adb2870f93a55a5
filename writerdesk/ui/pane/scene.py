"""What a comparison's painters need to know: everything in one frozen value, handed to each."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from writerdesk.compare.drawn import DrawnMarks
from writerdesk.compare.plans import Block
from writerdesk.compare.segments import Run
from writerdesk.compare.stage import Stage
from writerdesk.compare.stops import Stop
from writerdesk.frozen import frozen
from writerdesk.manuscript import Document, ParagraphId, Span
from writerdesk.story.beside import Beside
from writerdesk.ui.look.colours import Palette
from writerdesk.ui.look.lettering import Lettering
from writerdesk.ui.look.look import MarkStrength
from writerdesk.ui.pane.geometry import Geometry
from writerdesk.ui.pane.typesetting import Typesetter


@frozen
class Column:
    """A column of a comparison: a draft, an earlier version of one, or a file.

    ``facts`` is the second line of its head; ``colour`` the number of its letter, from 0. In a
    ``fixed`` one nothing can be written: it is what a text once was, or a file. ``draft`` tells
    columns apart; a version says which draft it is one of, and its ``revision``.
    """

    draft: str
    letter: str
    name: str
    colour: int
    document: Document = field(repr=False)
    facts: str = ""
    cut_off: bool = False
    beside: Mapping[ParagraphId, Beside] = field(default_factory=dict, repr=False)
    fixed: bool = False
    version_of: str = ""
    revision: str = ""

    @property
    def source(self) -> str:
        """The draft what stands here belongs to; empty for a file."""
        return self.version_of if self.fixed else self.draft


class TextPlace(NamedTuple):
    """A place in a column: a paragraph by number and an offset in it, in code points."""

    column: int
    paragraph: int
    offset: int


@frozen
class Selection:
    """Selected text of one column, from where it began to where the caret is."""

    anchor: TextPlace
    caret: TextPlace

    @property
    def is_empty(self) -> bool:
        """Whether there is only a caret."""
        return self.anchor == self.caret

    @property
    def ordered(self) -> tuple[TextPlace, TextPlace]:
        """Both ends, in the order of the text."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)


@frozen
class Scene:
    """A comparison as it is to be painted now."""

    palette: Palette
    lettering: Lettering
    strength: MarkStrength
    geometry: Geometry
    height: float
    stage: Stage
    typesetter: Typesetter
    marks: DrawnMarks
    columns: tuple[Column, ...]
    current: int = -1
    hovered: int = -1
    selection: Selection | None = None
    focus: tuple[int, int] | None = None
    quiet: bool = False
    drop: tuple[int, int] | None = None
    arrived: tuple[int, int] | None = None
    lit: tuple[int, frozenset[ParagraphId], float] | None = None
    editing: tuple[int, tuple[ParagraphId, ...]] | None = None
    found: Mapping[tuple[int, int], Sequence[Span]] | None = None

    def text(self, block: Block) -> str:
        """Return the words of a passage."""
        return self.columns[block.column].document.paragraphs[block.paragraph].text

    def beside(self, block: Block) -> Beside | None:
        """Return what is said of a passage."""
        column = self.columns[block.column]
        return column.beside.get(column.document.ids[block.paragraph]) if column.beside else None

    def light_on(self, block: Block) -> float:
        """Return how brightly a passage is lit that was just taken, from 0 to 1."""
        if self.lit is None or block.paragraph < 0 or self.lit[0] != block.column:
            return 0.0
        id = self.columns[block.column].document.ids[block.paragraph]
        return self.lit[2] if id in self.lit[1] else 0.0

    def is_edited(self, block: Block) -> bool:
        """Tell whether an editor lies over a passage."""
        if self.editing is None or self.editing[0] != block.column:
            return False
        return self.columns[block.column].document.ids[block.paragraph] in self.editing[1]

    def stop_of(self, block: Block) -> int:
        """Return the number of the stop a block belongs to; -1 for none."""
        reading = self.stage.reading
        if block.paragraph < 0:
            runs = reading.segments[block.segment].runs
            filled = [(c, run.start) for c, run in enumerate(runs) if run.end > run.start]
            stop = reading.stop_at(*filled[0]) if filled else None
        else:
            stop = reading.stop_at(block.column, block.paragraph)
        return stop.number if stop else -1

    def is_of(self, number: int, column: int, paragraph: int) -> bool:
        """Tell whether a passage is one of a stop's; of three texts it may be of two stops."""
        if number < 0 or paragraph < 0:
            return False
        run = self.stage.reading.stops[number].runs[column]
        return run is not None and run.start <= paragraph < run.end

    def stops_of_gap(self, block: Block) -> list[Stop]:
        """Return the stops that a gap row waits for, in order."""
        reading = self.stage.reading
        found: list[Stop] = []
        for column, run in enumerate(reading.waits_for(block.column, block.segment)):
            ends = {run.start, run.end - 1} if run.end > run.start else set[int]()
            stops = [stop for n in ends if (stop := reading.stop_at(column, n))]
            if len(stops) == 2:
                found.extend(self._between(column, run))
            else:
                found.extend(stops)
        return sorted(set(found), key=lambda stop: stop.number)

    def _between(self, column: int, run: Run) -> list[Stop]:
        """Return the stops of a run of one column."""
        reading = self.stage.reading
        out: list[Stop] = []
        place = run.start
        while place < run.end:
            stop = reading.stop_at(column, place)
            own = stop.runs[column] if stop else None
            if stop is not None:
                out.append(stop)
            place = max(place + 1, own.end if own else 0)
        return out

    def extent(self, column: int, run: Run) -> tuple[float, float]:
        """Return where a run of passages begins and ends."""
        return self.stage.extent(column, run)
