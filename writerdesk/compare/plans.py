"""What follows what on the axis, for each look of a comparison.

Side by side every column has its own items: its paragraphs, and a gap row wherever it waits. In
the two other looks one column of rows carries all: lined up, a row holds what belongs together;
in one column, each passage is a row, the other tellings below the first.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
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
        runs = zip(*(segment.runs for segment in reading.segments), strict=True)
        laid = [_laid(column) for column in runs] or [_laid(()) for _ in reading.documents]
        self.bounds: Sequence[array[int]] = [bounds for bounds, _, _ in laid]
        self._items = [items for _, items, _ in laid]
        self._places = [places for _, _, places in laid]

    def guesses(self, guesses: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        # A gap row is the last of all: its number is -1.
        return [
            list(map([*heights, GAP_HEIGHT].__getitem__, items))
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


def _laid(runs: Iterable[Run]) -> "tuple[array[int], array[int], array[int]]":
    """Return with which item each run begins, what the items are, and where paragraphs stand."""
    bounds: list[int] = []
    items: list[int] = []
    places: list[int] = []
    at, waits = 0, False
    for start, end in runs:
        bounds.append(at)
        if end > start:
            items.extend(range(start, end))
            places.extend(range(at, at + end - start))
            at, waits = at + end - start, False
        elif not waits:
            # One gap row tells all that a column waits for in one place.
            items.append(GAP_ROW)
            at, waits = at + 1, True
    bounds.append(at)
    return array("l", bounds), array("l", items), array("l", places)


class _Rows:
    """One column of rows; a run that one column alone has is a row for each of its paragraphs."""

    def __init__(self, reading: Reading, *, apart: bool) -> None:
        bounds = array("l")
        self._columns = 1 if apart else len(reading.documents)
        self._rows: list[_Row] = []
        self._places = [array("l", [0]) * len(document) for document in reading.documents]
        for number, segment in enumerate(reading.segments):
            bounds.append(len(self._rows))
            same = bool(segment.ties) and all(map(reading.is_same, segment.ties))
            self._rows.extend(_rows(number, segment, apart=apart, same=same))
        bounds.append(len(self._rows))
        self.bounds: Sequence[array[int]] = [bounds]
        for place, row in enumerate(self._rows):
            for column, run in (*row.cells, *row.unseen):
                for paragraph in range(*run):
                    self._places[column][paragraph] = place

    def guesses(self, guesses: Sequence[Sequence[float]]) -> list[Sequence[float]]:
        return [
            [
                max(sum(guesses[column][run.start : run.end]) for column, run in row.cells)
                for row in self._rows
            ]
        ]

    def height(self, place: int, item: int, height_of: HeightOf) -> float:
        del place
        return max(
            GAP_HEIGHT if self._columns > 1 else 0.0,
            *(
                sum(height_of(column, paragraph) for paragraph in range(*run))
                for column, run in self._rows[item].cells
            ),
        )

    def blocks(self, place: int, shown: Shown, height_of: HeightOf) -> Iterator[Block]:
        del place
        row = self._rows[shown.item]
        filled = {column for column, _ in row.cells}
        for column in range(self._columns if row.first else 0):
            if column not in filled and self._columns > 1:
                yield Block(column, GAP_ROW, row.segment, shown.top, GAP_HEIGHT)
        for column, run in row.cells:
            top = shown.top
            for paragraph in range(*run):
                height = height_of(column, paragraph)
                yield Block(column, paragraph, row.segment, top, height)
                top += height

    def item_of(self, column: int, paragraph: int) -> tuple[int, int]:
        return 0, self._places[column][paragraph]

    def paragraph_at(self, place: int, item: int) -> tuple[int, int]:
        del place
        column, run = self._rows[min(item, len(self._rows) - 1)].cells[0]
        return column, run.start


class _Row(NamedTuple):
    """What stands in one row: runs of the columns seen in it, and of those that say the same."""

    segment: int
    cells: tuple[tuple[int, Run], ...]
    unseen: tuple[tuple[int, Run], ...] = ()
    first: bool = True


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


def _rows(number: int, segment: Segment, *, apart: bool, same: bool) -> Iterator[_Row]:
    cells = [(column, run) for column, run in enumerate(segment.runs) if run.end > run.start]
    same = same and len({run.end - run.start for _, run in cells}) == 1
    if len(cells) > 1 and not apart:
        yield from _level_rows(number, cells) if same else (_Row(number, tuple(cells)),)
        return
    seen = cells[:1] if same else cells
    for column, run in seen:
        for paragraph in range(*run):
            unseen = _beside(cells[1:], paragraph - run.start) if same else ()
            cell = (column, Run(paragraph, paragraph + 1))
            yield _Row(number, (cell,), unseen, first=paragraph == run.start)


def _level_rows(number: int, cells: Sequence[tuple[int, Run]]) -> Iterator[_Row]:
    """Yield a row for each passage that is the same everywhere: there may be thousands in a run."""
    start, end = cells[0][1]
    for step in range(end - start):
        yield _Row(number, _beside(cells, step), first=step == 0)


def _beside(cells: Sequence[tuple[int, Run]], step: int) -> tuple[tuple[int, Run], ...]:
    """Return the paragraphs of other columns that say what one of the first says."""
    return tuple((column, Run(run.start + step, run.start + step + 1)) for column, run in cells)
