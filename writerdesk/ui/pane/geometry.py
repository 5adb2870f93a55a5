"""Where the columns, gutters and text of a comparison stand across the window."""

from typing import NamedTuple

from writerdesk.frozen import frozen

# Below this width of the pane things draw together, so that a line keeps its letters.
_NARROW = 800
_GUTTER, _GUTTER_OF_THREE, _GUTTER_NARROW = 72, 56, 40
_PADDING, _PADDING_NARROW = 28, 20
# What a full column moves away from the window's edge: there its signs stand, and the accent bar.
_FROM_EDGE = 4
_TEXT_SIZE, _SMALL_TEXT_SIZE = 17.0, 16.0
# Below this width of the window lines would get too short for the larger size.
_SMALL_BELOW = 1200
# Below this width of the window the gutter draws together.
_ROOMY = 1000
# More letters than this in a line and the eye loses the next one.
MOST_LETTERS = 66
# With fewer the eye does nothing but turn back.
LEAST_LETTERS = 36


class ColumnPlace(NamedTuple):
    """A column of the page, and the text in it."""

    left: float
    right: float
    text: float
    width: float


@frozen
class Geometry:
    """The places of all columns; between two neighbours is a gutter."""

    width: float
    columns: tuple[ColumnPlace, ...]
    gutter: float

    def column_at(self, x: float) -> int | None:
        """Return the column at ``x``; None in a gutter."""
        for number, column in enumerate(self.columns):
            if column.left <= x < column.right:
                return number
        return None

    def nearest_column(self, x: float) -> int:
        """Return the column at ``x`` or nearest to it."""
        middles = [(column.left + column.right) / 2 for column in self.columns]
        return min(range(len(middles)), key=lambda number: abs(middles[number] - x))

    def gutter_after(self, column: int) -> tuple[float, float]:
        """Return where the gutter between a column and the next begins and ends."""
        return self.columns[column].right, self.columns[column + 1].left


def text_size(window: int, columns: int) -> float:
    """Return the size of the text in a window of that width."""
    return _SMALL_TEXT_SIZE if window < _SMALL_BELOW or columns > 2 else _TEXT_SIZE


def is_roomy(window: int) -> bool:
    """Tell whether a window of that width has room for a full gutter."""
    return window >= _ROOMY


def side_by_side(width: float, columns: int, letter: float, *, roomy: bool = True) -> Geometry:
    """Return ``columns`` beside each other, none wider than a good line of ``letter`` width."""
    gutter = _gutter(columns, roomy=roomy)
    padding = _PADDING_NARROW if width < _NARROW or columns > 2 else _PADDING
    each = (width - gutter * (columns - 1)) / columns
    places = [_placed(number * (each + gutter), each, padding, letter) for number in range(columns)]
    if places[0].text - places[0].left <= _PADDING:
        places[0] = _moved(places[0], _FROM_EDGE)
        places[-1] = _moved(places[-1], -_FROM_EDGE)
    return Geometry(width, tuple(places), gutter)


def one_column(width: float, columns: int, letter: float) -> Geometry:
    """Return all columns in one place, for the look in which they follow one another."""
    return Geometry(width, (_placed(0.0, width, _PADDING * 2, letter),) * columns, 0.0)


def _gutter(columns: int, *, roomy: bool) -> float:
    if not roomy:
        return _GUTTER_NARROW
    return _GUTTER if columns == 2 else _GUTTER_OF_THREE


def _moved(place: ColumnPlace, by: float) -> ColumnPlace:
    return place._replace(text=place.text + by)


def _placed(left: float, width: float, padding: float, letter: float) -> ColumnPlace:
    text = max(1.0, min(width - 2 * padding, MOST_LETTERS * letter))
    return ColumnPlace(left, left + width, round(left + (width - text) / 2), int(text))
