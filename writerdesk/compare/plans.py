"""What follows what on the axis, for each look of a comparison.

Side by side every column has its own items: its paragraphs, and a gap row wherever it waits. In
the two other looks one column of rows carries all: lined up, a row holds what belongs together;
in one column, each passage is a row, the other tellings below the first.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

from writerdesk.compare.axis import Shown
from writerdesk.compare.segments import Run, Segment
from writerdesk.compare.stops import Reading

GAP_ROW = -1
"""The number a gap row has in place of a paragraph's."""

# Room for one line of captions in its frame.
GAP_HEIGHT = 30.0

HeightOf: TypeAlias = Callable[[int, int], float]
"""Tells how high a paragraph of a column is."""


class Arrangement(StrEnum):
    """The three looks of a comparison."""

    SIDE_BY_SIDE = "side by side"
    LINED_UP = "lined up"
    ONE_COLUMN = "one column"


class Block(NamedTuple):
    """A passage or a gap row in view: whose it is, and where its top is from the view's top."""

    column: int
    paragraph: int
    segment: int
    top: float
    height: float


class Plan(Protocol):
    """The items of an axis: what they are made of, and where each paragraph is among them."""

    @property
    def bounds(self) -> Sequence[Sequence[int]]:
        """With which item each segment begins, for each column of the axis."""
        ...

    def guesses(self, guesses: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        """Return how high the items are likely to be, by the likely heights of paragraphs."""
        ...

    def height(self, place: int, item: int, height_of: HeightOf) -> float:
        """Return how high an item is."""
        ...

    def blocks(self, place: int, shown: Shown, height_of: HeightOf) -> Iterator[Block]:
        """Yield what is seen of an item."""
        ...

    def item_of(self, column: int, paragraph: int) -> tuple[int, int]:
        """Return in which column of the axis, and in which item of it, a paragraph stands."""
        ...

    def paragraph_at(self, place: int, item: int) -> tuple[int, int]:
        """Return the column and number of the paragraph in an item, or next after a gap row."""
        ...


def plan(reading: Reading, arrangement: Arrangement) -> Plan:
    """Return what follows what in ``arrangement``."""
    if arrangement is Arrangement.SIDE_BY_SIDE:
        return _Columns(reading)
    return _Rows(reading, apart=arrangement is Arrangement.ONE_COLUMN)


class _Columns:
    """Each column by itself; kept as plain numbers, there may be a hundred thousand of them."""

    def __init__(self, reading: Reading) -> None:
        columns = range(len(reading.documents))
        self.bounds: Sequence[array[int]] = [array("l") for _ in columns]
        self._items = [array("l") for _ in columns]
        self._places = [array("l") for _ in columns]
        for column in columns:
            items, places, bounds = self._items[column], self._places[column], self.bounds[column]
            for segment in reading.segments:
                run = segment.runs[column]
                bounds.append(len(items))
                if run.end > run.start:
                    places.extend(range(len(items), len(items) + run.end - run.start))
                    items.extend(range(run.start, run.end))
                else:
                    items.append(GAP_ROW)
            bounds.append(len(items))

    def guesses(self, guesses: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        return [
            [GAP_HEIGHT if item < 0 else heights[item] for item in items]
            for items, heights in zip(self._items, guesses, strict=True)
        ]

    def height(self, place: int, item: int, height_of: HeightOf) -> float:
        paragraph = self._items[place][item]
        return GAP_HEIGHT if paragraph < 0 else height_of(place, paragraph)

    def blocks(self, place: int, shown: Shown, height_of: HeightOf) -> Iterator[Block]:
        del height_of
        segment = segment_at(self.bounds[place], shown.item)
        yield Block(place, self._items[place][shown.item], segment, shown.top, shown.height)

    def item_of(self, column: int, paragraph: int) -> tuple[int, int]:
        return column, self._places[column][paragraph]

    def paragraph_at(self, place: int, item: int) -> tuple[int, int]:
        items = self._items[place]
        while item < len(items) and items[item] < 0:
            item += 1
        return place, items[item] if item < len(items) else max(0, len(self._places[place]) - 1)


class _Rows:
    """One column of rows; a run that one column alone has is a row for each of its paragraphs."""

    def __init__(self, reading: Reading, *, apart: bool) -> None:
        bounds = array("l")
        self._rows: list[tuple[int, tuple[tuple[int, Run], ...]]] = []
        self._places = [array("l", [0]) * len(document) for document in reading.documents]
        for number, segment in enumerate(reading.segments):
            bounds.append(len(self._rows))
            self._rows.extend((number, cells) for cells in _rows(segment, apart=apart))
        bounds.append(len(self._rows))
        self.bounds: Sequence[array[int]] = [bounds]
        for place, (_, cells) in enumerate(self._rows):
            for column, run in cells:
                for paragraph in range(*run):
                    self._places[column][paragraph] = place

    def guesses(self, guesses: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        return [
            [
                max(sum(guesses[column][run.start : run.end]) for column, run in cells)
                for _, cells in self._rows
            ]
        ]

    def height(self, place: int, item: int, height_of: HeightOf) -> float:
        del place
        return max(
            sum(height_of(column, paragraph) for paragraph in range(*run))
            for column, run in self._rows[item][1]
        )

    def blocks(self, place: int, shown: Shown, height_of: HeightOf) -> Iterator[Block]:
        del place
        segment, cells = self._rows[shown.item]
        for column, run in cells:
            top = shown.top
            for paragraph in range(*run):
                height = height_of(column, paragraph)
                yield Block(column, paragraph, segment, top, height)
                top += height

    def item_of(self, column: int, paragraph: int) -> tuple[int, int]:
        return 0, self._places[column][paragraph]

    def paragraph_at(self, place: int, item: int) -> tuple[int, int]:
        del place
        column, run = self._rows[min(item, len(self._rows) - 1)][1][0]
        return column, run.start


def segment_at(bounds: Sequence[int], item: int) -> int:
    """Return the segment that an item stands in, by the items the segments begin with."""
    low, high = 0, len(bounds) - 2
    while low < high:
        middle = (low + high + 1) // 2
        if bounds[middle] <= item:
            low = middle
        else:
            high = middle - 1
    return low


def _rows(segment: Segment, *, apart: bool) -> Iterator[tuple[tuple[int, Run], ...]]:
    cells = [(column, run) for column, run in enumerate(segment.runs) if run.end > run.start]
    if len(cells) > 1 and not apart:
        yield tuple(cells)
        return
    for column, run in cells:
        for paragraph in range(*run):
            yield ((column, Run(paragraph, paragraph + 1)),)
