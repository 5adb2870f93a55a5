"""The room a comparison has: from it follow the size of its type, its columns, its focus line."""

from writerdesk.compare.plans import Arrangement
from writerdesk.compare.sight import View
from writerdesk.frozen import frozen
from writerdesk.ui.look.spacing import WIDTH_FOR_TWO
from writerdesk.ui.pane.geometry import (
    LEAST_LETTERS,
    Geometry,
    is_roomy,
    one_column,
    side_by_side,
    text_size,
)

# The focus line stands at a third: what was just read is above it, what comes below.
_FOCUS = 1 / 3
TOP = 14.0
# The end of the longest column comes up to here, so that it never sticks to the edge.
_REST = 0.6


@frozen
class Frame:
    """How wide and high the columns may be, in which look, and how much larger than usual."""

    width: float
    height: float
    window: int
    arrangement: Arrangement
    zoom: float

    def size(self, columns: int) -> float:
        """Return the size of the text."""
        return text_size(self.window, columns) * self.zoom

    def fitting(self, columns: int, letter: float) -> Arrangement:
        """Return the look there is room for: where lines would get too short, one column."""
        if self.arrangement is Arrangement.ONE_COLUMN or columns < 2:
            return self.arrangement
        return self.arrangement if self.has_room(columns, letter) else Arrangement.ONE_COLUMN

    def has_room(self, columns: int, letter: float) -> bool:
        """Tell whether lines of so many columns are long enough to be read."""
        beside = side_by_side(self.width, columns, letter, roomy=is_roomy(self.window))
        letters = beside.columns[0].width / letter
        return letters >= LEAST_LETTERS and self.window >= WIDTH_FOR_TWO

    def geometry(self, columns: int, letter: float) -> Geometry:
        """Return where the columns stand, of text whose letters are that wide."""
        if self.fitting(columns, letter) is Arrangement.ONE_COLUMN:
            return one_column(self.width, columns, letter)
        return side_by_side(self.width, columns, letter, roomy=is_roomy(self.window))

    @property
    def view(self) -> View:
        """The window on the axis."""
        return View(self.height, round(self.height * _FOCUS), TOP, round(self.height * _REST))
